using System.Text;
using MimeKit.Text;

namespace SoftNo.Transcripts.Formats;

/// <summary>A run of a cue's text in one voice.</summary>
/// <param name="Voice">The name in <c>&lt;v Name&gt;</c>, decoded, or null outside any.</param>
/// <param name="Text">The plain text, decoded, its white space as it stands.</param>
internal sealed record VoicedText(string? Voice, string Text);

/// <summary>
/// Reads a cue's payload into plain text by voice, after "WebVTT cue text tokenizer" (https://www.w3.org/TR/webvtt1/#cue-text-tokenizer):
/// tags are dropped, character references decoded as HTML does.
/// </summary>
internal static class WebVttText
{
    /// <summary>The runs, in order, one for each change of voice; a payload without words gives none.</summary>
    public static List<VoicedText> Read(string payload)
    {
        var runs = new List<VoicedText>();
        if (!payload.AsSpan().ContainsAny('<', '&'))
        {
            if (payload.Length > 0) runs.Add(new VoicedText(null, payload));
            return runs;
        }

        var words = new StringBuilder();
        string? voice = null;
        for (int at = 0; at < payload.Length;)
        {
            if (payload[at] == '<')
            {
                string? before = voice;
                at = ReadTag(payload, at + 1, ref voice);
                if (voice != before) Close(runs, words, before);
            }
            else
            {
                int next = payload.IndexOf('<', at);
                if (next < 0) next = payload.Length;
                words.Append(Decode(payload[at..next]));
                at = next;
            }
        }

        Close(runs, words, voice);
        if (runs.Count == 0 && voice is not null) runs.Add(new VoicedText(voice, ""));
        return OneVoice(runs);
    }

    /// <summary>Decodes HTML character references.</summary>
    public static string Decode(string text)
    {
        if (!text.Contains('&', StringComparison.Ordinal)) return text;
        var decoded = new StringBuilder(text.Length);
        for (int at = 0; at < text.Length;)
        {
            if (text[at] != '&')
            {
                decoded.Append(text[at++]);
                continue;
            }

            var reference = new HtmlEntityDecoder();
            int start = at;
            while (at < text.Length && reference.Push(text[at])) at++;
            string value = reference.GetValue();
            // The closing semicolon belongs to a reference that was one as a whole.
            bool whole = !value.StartsWith('&') || value == "&";
            if (whole && at - start > 1 && at < text.Length && text[at] == ';' && !char.IsLetterOrDigit(value[^1])) at++;
            decoded.Append(value);
        }

        return decoded.ToString();
    }

    // What stands beside the only voice of a cue is that voice's.
    private static List<VoicedText> OneVoice(List<VoicedText> runs)
    {
        string[] voices = [.. runs.Select(run => run.Voice).OfType<string>().Distinct().Take(2)];
        return runs.Count > 1 && voices.Length == 1 ? [new VoicedText(voices[0], string.Concat(runs.Select(run => run.Text)))] : runs;
    }

    private static void Close(List<VoicedText> runs, StringBuilder words, string? voice)
    {
        if (words.Length > 0) runs.Add(new VoicedText(voice, words.ToString()));
        words.Clear();
    }

    // A tag ends at '>' or with the cue; a voice's annotation is what follows the name and its classes.
    private static int ReadTag(string payload, int at, ref string? voice)
    {
        int end = payload.IndexOf('>', at);
        if (end < 0) end = payload.Length;
        ReadOnlySpan<char> tag = payload.AsSpan(at, end - at);
        if (tag.SequenceEqual("/v")) voice = null;
        else if (tag.Length > 0 && tag[0] == 'v' && (tag.Length == 1 || tag[1] is ' ' or '\t' or '\n' or '.' or '\f'))
        {
            int blank = tag.IndexOfAny(" \t\n\f");
            voice = blank < 0 ? null : Words.Collapse(Decode(tag[blank..].ToString()));
            if (voice is { Length: 0 }) voice = null;
        }

        return Math.Min(end + 1, payload.Length);
    }
}
