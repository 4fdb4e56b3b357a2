namespace SoftNo.Transcripts.Formats;

/// <summary>What stands above the first words of a text: title, date, who took part.</summary>
internal static class Preamble
{
    // A preamble is short; more lines above the first words are notes.
    private const int MostLines = 200;

    /// <summary>Takes title and start from the lines, and full names for the speakers whom the text calls by their first.</summary>
    public static void Take(CallDraft call, List<string> lines, bool universal)
    {
        if (lines.Count == 0) return;
        if (lines.Count > MostLines) lines = lines[..MostLines];
        call.Title ??= lines[0];
        call.Duration ??= lines.Select(WrittenDuration.Find).FirstOrDefault(found => found is not null);
        foreach (string line in lines)
        {
            if (call.StartedAt is not null || call.StartedOnOurClock is not null || WrittenDate.Find(line) is not { } moment) continue;
            if ((moment.Offset ?? (universal ? NodaTime.Offset.Zero : null)) is { } offset) call.StartedAt = moment.Local.WithOffset(offset);
            else call.StartedOnOurClock = moment.Local;
        }

        call.StartedOn ??= lines.Select(WrittenDate.DateOf).FirstOrDefault(date => date is not null);

        foreach (DraftSpeaker speaker in call.Speakers.ToArray())
        {
            if (!speaker.Name.Contains(' ', StringComparison.Ordinal) && FullName(speaker.Name, lines) is { } full) call.Replace(speaker with { Name = full });
        }
    }

    // "Camille Roy, Founder": the one entry of the lists above that begins with the first name.
    private static string? FullName(string first, List<string> lines)
    {
        string? found = null;
        foreach (string line in lines)
        {
            foreach (string entry in line.Split([',', ';', '|', '(', '-', '–', '•', '@'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                string[] words = entry.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (words.Length is < 2 or > 4 || words[0] != first || words.Any(word => !char.IsUpper(word[0]))) continue;
                string name = string.Join(' ', words);
                if (found is not null && found != name) return null;
                found = name;
            }
        }

        return found;
    }
}
