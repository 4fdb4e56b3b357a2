using NodaTime;

namespace SoftNo.Transcripts.Formats;

/// <summary>Captions saved in Zoom: <c>[Name] HH:MM:SS</c>, then the words; the times are of the clock, so they are counted from the first.</summary>
internal sealed class ZoomCaptions : TextFormat
{
    private const long Day = 86_400_000;

    public override string Name => "zoom-captions";

    public override Bilingual Title => new("Sous-titres enregistrés dans Zoom", "Captions saved in Zoom");

    public override Bilingual? Recognise(SourceText text)
    {
        int headers = 0, filled = 0;
        for (int line = 0; line < text.LineCount && filled < 200; line++)
        {
            if (text.Line(line).IsWhiteSpace()) continue;
            filled++;
            if (TryHeader(text.Line(line), out _, out _)) headers++;
        }

        return headers > 0 && headers * 6 >= filled ? new("des lignes « [Nom] 10:03:05 »", "lines \"[Name] 10:03:05\"") : null;
    }

    public override FormatResult Read(SourceText text)
    {
        var call = new CallDraft(Name);
        long? origin = null, start = null;
        string? speaker = null;
        var words = new List<string>();
        for (int line = 0; line < text.LineCount; line++)
        {
            if (!TryHeader(text.Line(line), out string name, out long clock))
            {
                words.Add(text.Line(line).ToString());
                continue;
            }

            Close(call, speaker, start, words);
            if (origin is null) call.StartClock = LocalTime.FromMillisecondsSinceMidnight((int)(clock % Day));
            origin ??= clock;
            speaker = call.Know(name);
            // Past midnight the clock begins again.
            start = clock >= origin ? clock - origin : clock + Day - origin;
        }

        Close(call, speaker, start, words);
        return call.Utterances.Count == 0 ? TranscriptProblems.NoWords(text.File) : call;
    }

    private static void Close(CallDraft call, string? speaker, long? start, List<string> words)
    {
        if (start is not null && words.Exists(line => !string.IsNullOrWhiteSpace(line))) call.Utterances.Add(new Utterance(speaker, string.Join('\n', words), start));
        words.Clear();
    }

    private static bool TryHeader(ReadOnlySpan<char> line, out string name, out long clock)
    {
        name = "";
        clock = 0;
        line = line.Trim();
        int close = line.LastIndexOf(']');
        if (line is not ['[', ..] || close < 2) return false;
        ReadOnlySpan<char> time = line[(close + 1)..].Trim();
        bool afternoon = time.EndsWith("PM", StringComparison.OrdinalIgnoreCase), half = afternoon || time.EndsWith("AM", StringComparison.OrdinalIgnoreCase);
        if (half) time = time[..^2].TrimEnd();
        if (time.Count(':') != 2 || !ClockTime.TryParse(time, out clock)) return false;
        if (half) clock = (clock % (Day / 2)) + (afternoon ? Day / 2 : 0);
        name = Words.Collapse(line[1..close]);
        return true;
    }
}
