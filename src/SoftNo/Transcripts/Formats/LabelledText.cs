using System.Text;
using SoftNo.Calls;

namespace SoftNo.Transcripts.Formats;

/// <summary>A label of a <c>.call</c> file, as written; what the names mean is the concern of who measures.</summary>
/// <param name="Kind">The name before the colon, such as <c>soft-no</c>.</param>
/// <param name="Topic">The name after it, or null.</param>
/// <param name="When">The time after <c>@</c>, or null.</param>
/// <param name="Span">Where in the text without labels.</param>
public sealed record InlineLabel(string Kind, string? Topic, string? When, TextSpan Span);

/// <summary>A turn of a <c>.call</c> file, its labels taken out and its white space collapsed.</summary>
/// <param name="Text">The words as said.</param>
/// <param name="Labels">The labels, in order; their spans are offsets in <paramref name="Text"/>.</param>
public sealed record LabelledText(string Text, IReadOnlyList<InlineLabel> Labels)
{
    // A label's words are a part of one turn: longer, it was never closed.
    private const int LongestLabel = 4000;

    /// <summary>Reads a turn's text. A label that is not closed, or has no bar, is kept as words.</summary>
    public static LabelledText Read(string raw)
    {
        var text = new StringBuilder(raw.Length);
        var labels = new List<InlineLabel>();
        var at = 0;
        while (at < raw.Length)
        {
            if (Label(raw, at) is { } label)
            {
                var (start, end) = Append(text, raw.AsSpan(label.Bar + 1, label.Close - label.Bar - 1));
                labels.Add(Named(raw[(at + 2)..label.Bar], new TextSpan(start, end)));
                at = label.Close + 2;
                continue;
            }

            var next = raw.IndexOf("{{", at + 1, StringComparison.Ordinal);
            if (next < 0) next = raw.Length;
            Append(text, raw.AsSpan(at, next - at));
            at = next;
        }

        while (text.Length > 0 && text[^1] == ' ') text.Length--;
        var length = text.Length;
        return new(text.ToString(), [.. labels.Where(label => label.Span.Start < length)
            .Select(label => label.Span.End <= length ? label : label with { Span = new(label.Span.Start, length) })]);
    }

    private static (int Bar, int Close)? Label(string raw, int at)
    {
        if (string.CompareOrdinal(raw, at, "{{", 0, 2) != 0) return null;
        var close = raw.IndexOf("}}", at, Math.Min(raw.Length - at, LongestLabel), StringComparison.Ordinal);
        if (close < 0) return null;
        var bar = raw.IndexOf('|', at, close - at);
        return bar < 0 ? null : (bar, close);
    }

    private static InlineLabel Named(string spec, TextSpan span)
    {
        var colon = spec.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return new(spec.Trim(), null, null, span);
        var topic = spec[(colon + 1)..];
        var at = topic.IndexOf('@', StringComparison.Ordinal);
        var when = at < 0 ? null : topic[(at + 1)..].Trim();
        if (at >= 0) topic = topic[..at];
        return new(spec[..colon].Trim(), topic.Trim() is { Length: > 0 } name ? name : null, when, span);
    }

    /// <summary>Adds words with white space collapsed; gives where they lie, without white space at their ends.</summary>
    private static (int Start, int End) Append(StringBuilder text, ReadOnlySpan<char> words)
    {
        var start = -1;
        var end = text.Length;
        foreach (var letter in words)
        {
            if (char.IsWhiteSpace(letter))
            {
                if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
                continue;
            }

            if (start < 0) start = text.Length;
            text.Append(letter);
            end = text.Length;
        }

        return start < 0 ? (text.Length, text.Length) : (start, end);
    }
}
