using System.Text.RegularExpressions;
using NodaTime;

namespace SoftNo.Transcripts.Formats;

/// <summary>
/// Zoom's saved chat, in its three shapes: <c>HH:MM:SS From Name to Everyone: text</c>, the cloud's <c>HH:MM:SS⇥Name:⇥text</c>, and today's dated lines with the
/// body indented by tabs. Reactions are no words; of a reply only its own words are kept.
/// </summary>
internal sealed partial class ZoomChat : TextFormat
{
    [GeneratedRegex(@"^(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2} )?(?<time>[0-9]{1,2}:[0-9]{2}:[0-9]{2})\s+(?:From|De)\s+(?<name>.+?)\s+(?:to|à|To)\s+(?<to>[^:]+?)\s*:(?<text>.*)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex FromTo();

    [GeneratedRegex(@"^(?<time>[0-9]{1,2}:[0-9]{2}:[0-9]{2})\t\s*(?<name>[^\t]+?)\s*:\t(?<text>.*)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Cloud();

    [GeneratedRegex(@"^(?:Reacted to|Removed a .* reaction from) "".*$|^.{1,64}:[\uD83C-\uDBFF\u2600-\u27BF]\S{0,12}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Reaction();

    public override string Name => "zoom-chat";

    public override Bilingual Title => new("Conversation écrite de Zoom", "Zoom chat");

    public override Bilingual? Recognise(SourceText text)
    {
        int matching = 0, filled = 0;
        for (int line = 0; line < text.LineCount && filled < 200; line++)
        {
            if (text.Line(line).IsWhiteSpace() || text.Line(line)[0] == '\t') continue;
            filled++;
            if (Opening(text.Line(line)) is not null) matching++;
        }

        return matching > 0 && matching * 2 > filled ? new("des lignes « heure, De, à » de Zoom", "lines \"time From … to …\" as Zoom writes them") : null;
    }

    public override FormatResult Read(SourceText text)
    {
        var call = new CallDraft(Name);
        long? origin = null;
        var body = new List<string>();
        (string? Speaker, long At) open = default;
        for (int line = 0; line < text.LineCount; line++)
        {
            if (Opening(text.Line(line)) is not { } match)
            {
                if (origin is not null) body.Add(text.Line(line).ToString());
                continue;
            }

            Close(call, open.Speaker, open.At, body);
            long at = TimeOf(match, call, ref origin);
            open = (call.Know(match.Groups["name"].Value), at);
            body.Add(match.Groups["text"].Value);
        }

        Close(call, open.Speaker, open.At, body);
        return call.Utterances.Count == 0 ? TranscriptProblems.NoWords(text.File) : call;
    }

    private static Match? Opening(ReadOnlySpan<char> line)
    {
        if (line.Length < 8 || line.Length > 4000 || !char.IsAsciiDigit(line[0])) return null;
        string written = line.ToString();
        Match match = Cloud().Match(written);
        if (!match.Success) match = FromTo().Match(written);
        return match.Success ? match : null;
    }

    // The cloud counts from the recording's start; the others write the clock, which is counted from the first line.
    private static long TimeOf(Match match, CallDraft call, ref long? origin)
    {
        _ = ClockTime.TryParse(match.Groups["time"].ValueSpan, out long time);
        bool cloud = !match.Groups["to"].Success;
        if (match.Groups["date"].Success && SourceMoment.TryParse($"{match.Groups["date"].Value.Trim()}T{match.Groups["time"].Value}", out SourceMoment moment))
        {
            if (origin is null) call.StartedOnOurClock = moment.Local;
            time = moment.Local.InUtc().ToInstant().ToUnixTimeMilliseconds();
        }
        else if (!cloud && origin is null)
        {
            call.StartClock = LocalTime.FromMillisecondsSinceMidnight((int)(time % 86_400_000));
        }

        origin ??= cloud ? 0 : time;
        return time - origin.Value;
    }

    private static void Close(CallDraft call, string? speaker, long at, List<string> body)
    {
        List<string> words = [.. body.Select(line => line.Trim()).Where(line => line.Length > 0 && !Reaction().IsMatch(line))];
        body.Clear();
        if (words.Count > 0 && words[0].StartsWith("Replying to \"", StringComparison.Ordinal)) words.RemoveAt(0);
        if (words.Count > 0) call.Utterances.Add(new Utterance(speaker, string.Join('\n', words), at));
    }
}
