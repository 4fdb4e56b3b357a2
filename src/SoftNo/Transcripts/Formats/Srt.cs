namespace SoftNo.Transcripts.Formats;

/// <summary>SubRip captions: a number, the times, the text, with or without <c>Name:</c>.</summary>
internal sealed class Srt : TextFormat
{
    public override string Name => "srt";

    public override Bilingual Title => new("Sous-titres SRT", "SRT captions");

    public override Bilingual? Recognise(SourceText text)
    {
        int line = NextFilled(text, 0);
        for (int tries = 0; tries < 2 && line < text.LineCount; tries++, line++)
        {
            // A first time that is broken is still one: it is told where, once the file is read.
            ReadOnlySpan<char> here = text.Line(line).TrimStart();
            if (here.Contains("-->", StringComparison.Ordinal) && here.Length > 0 && (char.IsAsciiDigit(here[0]) || here[0] == '-'))
                return new("des temps « 00:00:01,000 --> 00:00:04,000 » ouvrent le fichier", "times such as \"00:00:01,000 --> 00:00:04,000\" open the file");
        }

        return null;
    }

    public override FormatResult Read(SourceText text)
    {
        var cues = new List<(long? Start, long? End, string Words)>();
        int broken = 0;
        (int Line, int Column) firstBroken = default;
        bool thousandths = CaptionFractions.AreThousandths(text);
        for (int line = 0; line < text.LineCount; line++)
        {
            if (!text.Line(line).Contains("-->", StringComparison.Ordinal)) continue;
            int column = ReadTimes(text.Line(line), thousandths, out long? start, out long? end);
            if (column > 0 && broken++ == 0) firstBroken = (line + 1, column);
            cues.Add((start, end, Body(text, ref line)));
        }

        if (cues.Count == 0) return TranscriptProblems.NoWords(text.File);
        if (broken * 2 > cues.Count) return TranscriptProblems.BrokenTimes(text.File, firstBroken.Line, firstBroken.Column);
        var call = new CallDraft(Name);
        CaptionSpeakers.Fill(call, cues, CaptionFractions.AreUnpadded(text));
        if (broken > 0) call.Warnings.Add(TranscriptProblems.SomeTimesBroken(broken, firstBroken.Line, firstBroken.Column));
        return call;
    }

    private static bool IsTimes(ReadOnlySpan<char> line) => ReadTimes(line, false, out _, out _) == 0;

    // The column at which the times break, or 0.
    private static int ReadTimes(ReadOnlySpan<char> line, bool thousandths, out long? start, out long? end)
    {
        start = end = null;
        int at = Skip(line, 0);
        if (!ClockTime.TryRead(line, ref at, out long from, signed: true, thousandths)) return at + 1;
        at = Skip(line, at);
        if (!line[at..].StartsWith("-->", StringComparison.Ordinal)) return at + 1;
        start = from;
        at = Skip(line, at + 3);
        if (!ClockTime.TryRead(line, ref at, out long to, signed: true, thousandths)) return at + 1;
        if (at < line.Length && !char.IsWhiteSpace(line[at])) return at + 1;
        end = to;
        return 0;
    }

    private static int Skip(ReadOnlySpan<char> line, int at)
    {
        while (at < line.Length && char.IsWhiteSpace(line[at])) at++;
        return at;
    }

    // The lines up to the next blank one, or to the number above the next times.
    private static string Body(SourceText text, ref int line)
    {
        var lines = new List<string>();
        while (line + 1 < text.LineCount && !text.Line(line + 1).IsWhiteSpace())
        {
            if (text.Line(line + 1).Contains("-->", StringComparison.Ordinal)) break;
            bool number = line + 2 < text.LineCount && IsNumber(text.Line(line + 1)) && IsTimes(text.Line(line + 2));
            if (number) break;
            lines.Add(text.Line(++line).ToString());
        }

        return PlainCaption.Read(string.Join('\n', lines));
    }

    private static bool IsNumber(ReadOnlySpan<char> line) => !line.Trim().IsEmpty && !line.Trim().ContainsAnyExceptInRange('0', '9');

    private static int NextFilled(SourceText text, int line)
    {
        while (line < text.LineCount && text.Line(line).IsWhiteSpace()) line++;
        return line;
    }
}
