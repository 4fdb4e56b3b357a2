using System.Globalization;
using System.Text;

namespace SoftNo.Reports.Page;

/// <summary>A page being written. Every text goes through <see cref="Text"/> or <see cref="Escaped"/>; only literals of this folder are markup.</summary>
internal sealed class Markup
{
    private readonly StringBuilder _page = new(1 << 16);

    /// <summary>Markup of this folder, as it is.</summary>
    public Markup Raw(string literal)
    {
        _page.Append(literal);
        return this;
    }

    /// <summary>A text, escaped.</summary>
    public Markup Text(string text)
    {
        _page.Append(Escaped(text));
        return this;
    }

    /// <summary>An element with one text in it.</summary>
    /// <param name="tag">Its name, with its attributes, which are literals or escaped already.</param>
    /// <param name="text">Its text.</param>
    public Markup Element(string tag, string text)
    {
        var name = tag.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? tag[..space] : tag;
        return Raw("<").Raw(tag).Raw(">").Text(text).Raw("</").Raw(name).Raw(">");
    }

    /// <summary>A number, in the form that SVG reads.</summary>
    public static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>The text safe in an element and in a quoted attribute.</summary>
    public static string Escaped(string text)
    {
        if (text.AsSpan().IndexOfAny("&<>\"'") < 0) return text;
        return text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public override string ToString() => _page.ToString();
}
