using System.Text;

namespace SoftNo.Transcripts.Mail;

/// <summary>One line of a mail's body.</summary>
/// <param name="Text">As written, without its end.</param>
internal sealed record MailLine(string Text)
{
    /// <summary>Whether it is an earlier message's, by the mark <c>&gt;</c> or by what stands above it.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>Whether nothing is to be seen on it.</summary>
    public bool IsBlank => Text.AsSpan().Trim().Trim(Invisible).IsEmpty;

    private const string Invisible = "\u200B\u200C\u200D\u2060\uFEFF\u00AD\u034F \u00A0\t";

    /// <summary>The lines of a body; ends are LF, CRLF or CR.</summary>
    public static List<MailLine> Of(string body)
    {
        var lines = new List<MailLine>();
        foreach (ReadOnlySpan<char> line in body.AsSpan().EnumerateLines())
        {
            string text = line.ToString();
            lines.Add(new MailLine(text) { IsQuoted = IsMarked(text) });
        }

        return lines;
    }

    /// <summary>The line made comparable: lower case, straight apostrophes, no bold stars around, white space collapsed.</summary>
    public static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (c is '*' or '\u200B' or '\uFEFF') continue;
            folded.Append(c == '’' ? '\'' : char.IsWhiteSpace(c) ? ' ' : char.ToLowerInvariant(c));
        }

        return Words.Collapse(folded.ToString());
    }

    private static bool IsMarked(string text)
    {
        ReadOnlySpan<char> line = text.AsSpan().TrimStart();
        // ">>> see http://… <<<" points at something; it quotes nothing.
        // A wrapped attribution ends in "<address\n>:".
        if (line is [] or not ['>', ..] || line.EndsWith("<<", StringComparison.Ordinal)) return false;
        ReadOnlySpan<char> rest = line[1..].Trim();
        return rest is not ":" && !rest.StartsWith("wrote:", StringComparison.Ordinal);
    }
}
