namespace SoftNo.Transcripts.Formats;

/// <summary>Otter's text and what is copied out of its like: a line with name and time, then the words on the lines below.</summary>
/// <param name="named">Whether headers have names; without, a time alone opens the words (Otter's variant without names).</param>
internal sealed class HeadedText(bool named) : TextFormat
{
    private const string FathomLink = "https://fathom.video/";

    private static readonly string[] Footers = ["Transcribed by https://otter.ai", "Transcribed by otter.ai", "https://otter.ai", "otter.ai"];

    public override string Name => named ? "text/headed" : "text/timed";

    public override Bilingual Title => named
        ? new("Texte à en-têtes : « Nom  0:03 », puis les paroles (Otter, Fathom, Gong, Teams)", "Headed text: \"Name  0:03\", then the words (Otter, Fathom, Gong, Teams)")
        : new("Texte à temps seuls : « 0:03 », puis les paroles", "Text with times alone: \"0:03\", then the words");

    public override Bilingual? Recognise(SourceText text)
    {
        int headers = 0, filled = 0;
        bool headerBefore = false, wordsFollow = false;
        for (int line = 0; line < text.LineCount; line++)
        {
            if (text.Line(line).IsWhiteSpace()) continue;
            filled++;
            bool header = TurnHeader.TryParse(text.Line(line), out string name, out _) && (name.Length > 0 || !named) && !text.Line(line).Contains("-->", StringComparison.Ordinal);
            if (header) headers++;
            wordsFollow |= headerBefore && !header;
            headerBefore = header;
        }

        bool enough = headers >= 2 ? headers * 12 >= filled : named && headers == 1 && filled is > 1 and <= 4;
        return enough && wordsFollow
            ? named
                ? new("des lignes portent un nom et un temps, les paroles suivent", "lines hold a name and a time, the words follow")
                : new("des lignes portent un temps seul, les paroles suivent", "lines hold a time alone, the words follow")
            : null;
    }

    public override FormatResult Read(SourceText text)
    {
        var call = new CallDraft(Name);
        string? speaker = null;
        long? start = null;
        bool begun = false;
        var words = new List<string>();
        var preamble = new List<string>();
        bool above = !named && NamesAbove(text), below = !named && !above && NamesBelow(text);
        bool fathom = text.Text.Contains(FathomLink, StringComparison.OrdinalIgnoreCase);
        for (int line = 0; line < text.LineCount; line++)
        {
            ReadOnlySpan<char> here = text.Line(line);
            if (IsFooter(here)) continue;
            if (TurnHeader.TryParse(here, out string name, out long at))
            {
                // A header that has its name needs none from the lines around it.
                bool bare = name.Length == 0;
                string? own = !bare ? null : above ? TakeLast(begun ? words : preamble) : below ? Words.Collapse(text.Line(line + 1)) : null;
                Close(call, speaker, start, words);
                speaker = own is not null ? call.Know(own) : fathom ? WithCompany(call, name) : call.Know(name);
                start = at;
                begun = true;
                if (below && bare) line++;
            }
            else if (begun)
            {
                words.Add(here.ToString());
            }
            else if (!here.IsWhiteSpace())
            {
                preamble.Add(Words.Collapse(here));
            }
        }

        Close(call, speaker, start, words);
        ClockRepair.UnrollHours(call);
        Preamble.Take(call, preamble, text.UniversalHeader);
        if (call.Utterances.Count == 0) return TranscriptProblems.NoWords(text.File);
        return call;
    }

    // Name, time and words, each on its own line: every time has a short line above it, best the first of its block, and few of them recur over the whole.
    private static bool NamesAbove(SourceText text)
    {
        var names = new Dictionary<string, int>();
        int times = 0;
        bool blocks = true;
        for (int line = 0; line < text.LineCount; line++)
        {
            if (!TurnHeader.TryParse(text.Line(line), out string name, out _) || name.Length > 0) continue;
            times++;
            if (line == 0 || text.Line(line - 1).IsWhiteSpace() || !TurnHeader.IsName(text.Line(line - 1))) return false;
            blocks &= line == 1 || text.Line(line - 2).IsWhiteSpace();
            string above = Words.Collapse(text.Line(line - 1));
            names[above] = names.GetValueOrDefault(above) + 1;
        }

        return blocks ? times >= 3 && names.Count < times : times >= 4 && names.Count * 2 <= times;
    }

    // The same with the name below its time: each block has words under it, and few names recur over the whole.
    private static bool NamesBelow(SourceText text)
    {
        var names = new Dictionary<string, int>();
        int times = 0;
        for (int line = 0; line < text.LineCount; line++)
        {
            if (!TurnHeader.TryParse(text.Line(line), out string name, out _) || name.Length > 0) continue;
            times++;
            if (line + 2 >= text.LineCount || text.Line(line + 2).IsWhiteSpace()) return false;
            ReadOnlySpan<char> below = text.Line(line + 1).Trim();
            if (!TurnHeader.IsName(below) || below[^1] is '.' or '…') return false;
            string collapsed = Words.Collapse(below);
            names[collapsed] = names.GetValueOrDefault(collapsed) + 1;
        }

        return times >= 3 && names.Count < times;
    }

    private static string? TakeLast(List<string> lines)
    {
        int last = lines.FindLastIndex(line => !string.IsNullOrWhiteSpace(line));
        if (last < 0) return null;
        string name = Words.Collapse(lines[last]);
        lines.RemoveRange(last, lines.Count - last);
        return name;
    }

    private static void Close(CallDraft call, string? speaker, long? start, List<string> words)
    {
        if (words.Exists(line => !string.IsNullOrWhiteSpace(line))) call.Utterances.Add(new Utterance(speaker, string.Join('\n', words), start));
        words.Clear();
    }

    // Fathom writes the company behind the name: "Dana Whitfield (Larkspur)".
    private static string? WithCompany(CallDraft call, string header)
    {
        int open = header.LastIndexOf('(');
        if (open <= 0 || !header.EndsWith(')')) return call.Know(header);
        string name = header[..open].Trim();
        call.Know(new DraftSpeaker(name, name) { Company = header[(open + 1)..^1].Trim() is { Length: > 0 } company ? company : null });
        return name;
    }

    private static bool IsFooter(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        foreach (string footer in Footers)
        {
            if (line.Equals(footer, StringComparison.OrdinalIgnoreCase)) return true;
        }

        // Fathom puts its links between the words.
        return line.Contains(FathomLink, StringComparison.OrdinalIgnoreCase) || line.SequenceEqual("---");
    }
}
