using System.Text;
using MimeKit.Text;

namespace SoftNo.Transcripts.Mail;

/// <summary>The text of an HTML body, a line a block; what stands in a quoting block is marked with <c>&gt;</c>, as in plain mail. Walks the tokens once, with no recursion.</summary>
internal sealed class HtmlText
{
    /// <summary>Elements open at once beyond which nesting is no longer followed: nobody writes such a mail by hand.</summary>
    private const int MostOpen = 2_000;

    /// <summary>The most characters of HTML that are read: a long letter has thousands, a newsletter a hundred thousand.</summary>
    private const int MostLength = 5_000_000;

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _line = new();
    private readonly List<(HtmlTagId Id, bool Quotes, bool Hides)> _open = [];
    private int _quotes;
    private int _hidden;

    /// <summary>The text of an HTML body.</summary>
    public static string Of(string html)
    {
        var text = new HtmlText();
        using var reader = new StringReader(html.Length > MostLength ? html[..MostLength] : html);
        var tokenizer = new HtmlTokenizer(reader) { DecodeCharacterReferences = true };
        while (tokenizer.ReadNextToken(out HtmlToken? token)) text.Take(token!);
        text.EndLine();
        return text._text.ToString();
    }

    private void Take(HtmlToken token)
    {
        if (token is HtmlTagToken tag) Take(tag);
        else if (token.Kind is HtmlTokenKind.Data or HtmlTokenKind.CData && token is HtmlDataToken data) Take(data.Data);
    }

    private void Take(string words)
    {
        if (_hidden > 0) return;
        foreach (char c in words)
        {
            // Line ends of the source are spaces; those of the letter are its elements.
            if (!char.IsWhiteSpace(c)) _line.Append(c);
            else if (_line.Length > 0 && _line[^1] != ' ') _line.Append(c == '\u00A0' ? '\u00A0' : ' ');
        }
    }

    private void Take(HtmlTagToken tag)
    {
        if (tag.Id == HtmlTagId.Br) WriteLine();
        else if (tag.Id == HtmlTagId.HR) Row();
        else if (tag.IsEndTag) Close(tag.Id);
        else Open(tag);
    }

    private void Open(HtmlTagToken tag)
    {
        if (IsBlock(tag.Id)) EndLine();
        if (tag.Id == HtmlTagId.LI && _hidden == 0) _line.Append("- ");
        if (tag.Id is HtmlTagId.TD or HtmlTagId.TH && _line.Length > 0) _line.Append(' ');
        if (tag.IsEmptyElement || IsVoid(tag.Id) || _open.Count >= MostOpen) return;
        bool quotes = tag.Id == HtmlTagId.BlockQuote && !IsIndent(tag);
        bool hides = tag.Id is HtmlTagId.Style or HtmlTagId.Script or HtmlTagId.Head or HtmlTagId.Title || IsHidden(tag);
        _open.Add((tag.Id, quotes, hides));
        if (quotes) _quotes++;
        if (hides) _hidden++;
    }

    private void Close(HtmlTagId id)
    {
        if (IsBlock(id)) EndLine();
        if (id == HtmlTagId.P && _hidden == 0 && _quotes == 0) _text.Append('\n');
        int at = _open.FindLastIndex(element => element.Id == id);
        if (at < 0) return;
        for (int i = at; i < _open.Count; i++)
        {
            if (_open[i].Quotes) _quotes--;
            if (_open[i].Hides) _hidden--;
        }

        _open.RemoveRange(at, _open.Count - at);
    }

    // A block begins and ends on a line of its own; only a break leaves a blank one.
    private void EndLine()
    {
        if (_line.ToString().AsSpan().Trim().Length > 0) WriteLine();
        else _line.Clear();
    }

    private void WriteLine()
    {
        if (_quotes > 0) _text.Append("> ");
        _text.Append(_line.ToString().Trim()).Append('\n');
        _line.Clear();
    }

    private void Row()
    {
        EndLine();
        if (_quotes == 0) _text.Append("________________________________\n");
    }

    // Gmail indents with a quoting element that has no rule beside it.
    private static bool IsIndent(HtmlTagToken tag)
    {
        string? style = Value(tag, HtmlAttributeId.Style), classes = Value(tag, HtmlAttributeId.Class), type = Value(tag, HtmlAttributeId.Type);
        return classes is null && type is null && style is not null && style.Replace(" ", "", StringComparison.Ordinal).Contains("border:none", StringComparison.OrdinalIgnoreCase)
            && style.Contains("40px", StringComparison.Ordinal);
    }

    private static bool IsHidden(HtmlTagToken tag)
    {
        string? style = Value(tag, HtmlAttributeId.Style);
        return style is not null && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);
    }

    private static string? Value(HtmlTagToken tag, HtmlAttributeId id)
    {
        foreach (HtmlAttribute attribute in tag.Attributes)
        {
            if (attribute.Id == id) return attribute.Value;
        }

        return null;
    }

    private static bool IsVoid(HtmlTagId id) => id is HtmlTagId.Br or HtmlTagId.HR or HtmlTagId.Image or HtmlTagId.Input or HtmlTagId.Link or HtmlTagId.Meta or HtmlTagId.Base or HtmlTagId.Col or HtmlTagId.Area;

    private static bool IsBlock(HtmlTagId id) => id is HtmlTagId.Div or HtmlTagId.P or HtmlTagId.TR or HtmlTagId.Table or HtmlTagId.LI or HtmlTagId.UL or HtmlTagId.OL or HtmlTagId.BlockQuote or HtmlTagId.Pre
        or HtmlTagId.H1 or HtmlTagId.H2 or HtmlTagId.H3 or HtmlTagId.H4 or HtmlTagId.H5 or HtmlTagId.H6 or HtmlTagId.Body or HtmlTagId.Center or HtmlTagId.Section or HtmlTagId.Article or HtmlTagId.DL or HtmlTagId.DT or HtmlTagId.DD;
}
