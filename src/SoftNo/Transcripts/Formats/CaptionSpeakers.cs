namespace SoftNo.Transcripts.Formats;

/// <summary>Gives captions their speakers by the names before a colon.</summary>
internal static class CaptionSpeakers
{
    /// <summary>
    /// Adds the captions to a call. Where names stand only at a change of speaker (Otter), a caption without one carries the last on; told by
    /// names that never stand twice in a row.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="captions">The captions, in the file's order.</param>
    /// <param name="teams">Whether the times are written as Teams does, which puts the name on a line of its own.</param>
    public static void Fill(CallDraft call, List<(long? Start, long? End, string Words)> captions, bool teams)
    {
        if (NamesOnFirstLine(captions, teams))
        {
            foreach (var (start, end, text) in captions)
            {
                string[] parts = text.Split('\n', 2);
                call.Utterances.Add(parts.Length == 2 ? new Utterance(call.Know(parts[0]), parts[1], start, end) : new Utterance(null, text, start, end));
            }

            return;
        }

        captions = captions.ConvertAll(caption => (caption.Start, caption.End, Labelled(caption.Words)));
        var prefixes = new SpeakerPrefixes();
        foreach (var caption in captions) prefixes.Learn(caption.Words);
        captions = [.. captions.SelectMany(caption => prefixes.Parts(caption.Words).Select(part => (caption.Start, caption.End, part)))];
        var names = new string?[captions.Count];
        var words = new string[captions.Count];
        for (int i = 0; i < captions.Count; i++)
        {
            bool named = prefixes.TrySplit(captions[i].Words, out string name, out string rest);
            names[i] = named ? name : null;
            words[i] = named ? rest : captions[i].Words;
        }

        bool carried = CarriesOn(names);
        int found = names.Count(name => name is not null);
        bool plain = found == 0 || (!carried && found * 3 < captions.Count);
        string? last = null;
        for (int i = 0; i < captions.Count; i++)
        {
            if (names[i] is not null) last = call.Know(plain ? null : names[i]);
            string? speaker = names[i] is not null || carried ? last : null;
            call.Utterances.Add(new Utterance(speaker, plain ? captions[i].Words : words[i], captions[i].Start, captions[i].End));
        }
    }

    // Deepgram's captions put "[speaker 0]" on a line of its own where the speaker changes.
    private static string Labelled(string words)
    {
        int end = words.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0 || !words.StartsWith("[speaker ", StringComparison.OrdinalIgnoreCase) || words[end - 1] != ']') return words;
        return $"S{words[2..(end - 1)]}: {words[(end + 1)..]}";
    }

    // A name on a line of its own above the words (the older Word files of Teams): most captions have two lines and more, and few firsts recur over them all.
    private static bool NamesOnFirstLine(List<(long? Start, long? End, string Words)> captions, bool teams)
    {
        var firsts = new Dictionary<string, int>();
        int several = 0;
        foreach (var caption in captions)
        {
            int end = caption.Words.IndexOf('\n', StringComparison.Ordinal);
            if (end < 0) continue;
            several++;
            string first = caption.Words[..end].Trim();
            if (first.Length is > 0 and <= 64) firsts[first] = firsts.GetValueOrDefault(first) + 1;
        }

        return several >= 2 && several * 10 >= captions.Count * 8 && firsts.Values.Sum() == several && (teams || firsts.Count * 2 <= several);
    }

    private static bool CarriesOn(string?[] names)
    {
        if (names.Length == 0 || names[0] is null) return false;
        string? last = null;
        int distinct = 0;
        bool gaps = false;
        foreach (string? name in names)
        {
            gaps |= name is null;
            if (name is null) continue;
            if (name == last) return false;
            last = name;
            distinct++;
        }

        return gaps && distinct >= 2;
    }
}
