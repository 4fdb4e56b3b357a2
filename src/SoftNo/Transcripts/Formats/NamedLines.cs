namespace SoftNo.Transcripts.Formats;

/// <summary>Plain text, one turn a line: <c>Name: text</c>, with or without a time. A line without a name goes on with the turn above.</summary>
internal sealed class NamedLines : TextFormat
{
    public override string Name => "text/named";

    public override Bilingual Title => new("Texte « Nom : paroles », avec ou sans temps", "Text \"Name: words\", with or without times");

    public override Bilingual? Recognise(SourceText text)
    {
        List<Line> lines = Split(text);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        int named = 0, timed = 0;
        foreach (Line line in lines)
        {
            if (line.StartMs is not null && line.Words.Length > 0) timed++;
            if (line.Name is null) continue;
            named++;
            names.Add(line.Name);
        }

        int first = lines.FindIndex(IsHeading);
        if (first >= 0 && lines.Skip(first).Count(line => line.Name is not null) is >= 2 and var after && after * 2 >= lines.Count - first - lines.Skip(first).Count(IsHeading))
            return new("des temps en titre, puis des lignes « Nom : paroles »", "times as headings, then lines \"Name: words\"");
        // A short document of Google Meet: from the first name on, nearly every line has one or is a time.
        int begun = lines.FindIndex(line => line.Name is not null);
        if (first >= 0 && named >= 2 && begun >= 0 && named * 3 >= (Math.Max(Footer(lines), begun) - begun - lines.Skip(begun).Count(IsHeading)) * 2)
            return new("des temps en titre, et des lignes « Nom : paroles »", "times as headings, and lines \"Name: words\"");
        if (named >= 1 && Convinces(named, names.Count, timed, lines.Count))
            return new("des lignes s’ouvrent par un nom et deux-points", "lines open with a name and a colon");
        return timed >= 2 && timed * 2 >= lines.Count
            ? new("des lignes s’ouvrent par un temps", "lines open with a time")
            : null;
    }

    public override FormatResult Read(SourceText text)
    {
        var call = new CallDraft(Name);
        List<Line> lines = Split(text);
        var preamble = new List<string>();
        // Times on lines of their own (Google Meet's documents): the notes above the first, and what has no name, are no speech.
        int first = lines.FindIndex(IsHeading);
        bool headed = first >= 0 && lines.Skip(first).Count(line => line.Name is not null) * 2 > lines.Count(line => line.Name is not null);
        long? heading = null;
        var words = new List<string>();
        int end = Footer(lines);
        for (int i = 0; i < end; i++)
        {
            Line line = lines[i];
            if (headed && i < first) preamble.Add(line.Whole);
            else if (IsHeading(line)) heading = line.StartMs;
            else if (line.Name is not null || (line.StartMs is not null && !headed))
            {
                Close(call, words);
                call.Utterances.Add(new Utterance(call.Know(line.Name), "", line.StartMs ?? heading, line.EndMs));
                words.Add(line.Words);
            }
            else if (call.Utterances.Count == 0) preamble.Add(line.Whole);
            else if (!headed) words.Add(line.Words);
        }

        Close(call, words);

        ClockRepair.UnrollHours(call);
        Preamble.Take(call, preamble, text.UniversalHeader);
        return call.Utterances.Count == 0 ? TranscriptProblems.NoWords(text.File) : call;
    }

    private static void Close(CallDraft call, List<string> words)
    {
        if (words.Count > 0) call.Utterances[^1] = call.Utterances[^1] with { Text = string.Join(' ', words) };
        words.Clear();
    }

    // "Meeting ended after 00:32:10", in any language, is the last of Google Meet's words; what stands below is no speech either.
    private static int Footer(List<Line> lines)
    {
        int last = lines.FindLastIndex(line => line.Name is not null);
        for (int i = last + 1; last >= 0 && i < lines.Count; i++)
        {
            ReadOnlySpan<char> whole = lines[i].Whole;
            whole = whole[..Math.Min(whole.Length, 200)];
            int end = whole.LastIndexOfAnyInRange('0', '9') + 1;
            if (end < 9 || !whole.Contains(' ') || !ClockTime.TryParse(whole[(end - 8)..end], out _) || whole[(end - 8)..end].Count(':') != 2) continue;
            if (!whole[end..].ContainsAnyInRange('a', 'z')) return i;
        }

        return lines.Count;
    }

    private static bool IsHeading(Line line) => line.StartMs is not null && line.Name is null && line.Words.Length == 0;

    private readonly record struct Line(long? StartMs, long? EndMs, string? Name, string Words, string Whole);

    // Names recur, and settings, mail headers and code do not: every key there stands once.
    private static bool Convinces(int named, int distinct, int timed, int lines)
    {
        double share = (double)named / lines;
        if (timed * 2 >= lines && share >= 0.3) return true;
        if (named <= 3) return share >= 0.6;
        if (named <= 12 && share >= 0.9 && distinct < named) return true;
        return share >= 0.1 && distinct * 10 <= named * 7;
    }

    private static List<Line> Split(SourceText text)
    {
        var parsed = new List<NamedLine>(text.LineCount);
        var prefixes = new SpeakerPrefixes();
        for (int i = 0; i < text.LineCount; i++)
        {
            if (text.Line(i).IsWhiteSpace()) continue;
            NamedLine line = NamedLine.Parse(text.Line(i));
            prefixes.Learn(line.Rest);
            parsed.Add(line);
        }

        return parsed.ConvertAll(line => prefixes.TrySplit(line.Rest, out string name, out string words)
            ? new Line(line.StartMs, line.EndMs, name.Trim('*', '_'), words.TrimStart('*', '_', ' '), line.Rest)
            : new Line(line.StartMs, line.EndMs, null, line.Rest, line.Rest));
    }
}
