using System.Text;

namespace SoftNo.Transcripts.Formats;

/// <summary>Caption text with the few tags that SubRip files use (<c>&lt;i&gt;</c>, <c>{\an8}</c>) read over. Other angle brackets are words.</summary>
internal static class PlainCaption
{
    // The longest tag: <font color="#ffffff" face="…">.
    private const int LongestTag = 200;

    private static readonly string[] Tags = ["i", "b", "u", "s", "font"];

    public static string Read(string text)
    {
        if (!text.AsSpan().ContainsAny('<', '{', '&')) return text;
        var plain = new StringBuilder(text.Length);
        for (int at = 0; at < text.Length;)
        {
            int tag = TagLength(text.AsSpan(at));
            if (tag == 0) plain.Append(text[at]);
            at += Math.Max(tag, 1);
        }

        return WebVttText.Decode(plain.ToString());
    }

    private static int TagLength(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, LongestTag)];
        if (text.StartsWith("{\\", StringComparison.Ordinal)) return text.IndexOf('}') + 1;
        if (text[0] != '<') return 0;
        int end = text.IndexOf('>');
        if (end < 2) return 0;
        ReadOnlySpan<char> name = text[1..end].TrimStart('/');
        int blank = name.IndexOf(' ');
        if (blank >= 0) name = name[..blank];
        foreach (string tag in Tags)
        {
            if (name.Equals(tag, StringComparison.OrdinalIgnoreCase)) return end + 1;
        }

        return 0;
    }
}
