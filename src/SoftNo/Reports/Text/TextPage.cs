using System.Text;

namespace SoftNo.Reports.Text;

/// <summary>How a line looks, where the terminal takes colours.</summary>
internal enum Ink
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>A title.</summary>
    Title,

    /// <summary>Bold.</summary>
    Strong,

    /// <summary>Fainter.</summary>
    Faint,

    /// <summary>Words of the call.</summary>
    Quoted,

    /// <summary>What to say.</summary>
    Spoken,

    /// <summary>Good news.</summary>
    Good,

    /// <summary>A warning sign.</summary>
    Alert,

    /// <summary>In doubt.</summary>
    Doubt,
}

/// <summary>A page of a terminal: titles and paragraphs wrapped to its width, coloured or not. Colours never carry what words don't.</summary>
/// <param name="width">Columns.</param>
/// <param name="colour">Whether to colour.</param>
internal sealed class TextPage(int width, bool colour)
{
    private const int LongestHang = 32;
    private const int Under = 2;
    private readonly StringBuilder _page = new();

    /// <summary>An empty line.</summary>
    public void Gap() => _page.Append('\n');

    /// <summary>A title with an empty line before it.</summary>
    public void Title(string text)
    {
        Gap();
        Line(text, 0, "", Ink.Title);
    }

    /// <summary>A paragraph, wrapped.</summary>
    /// <param name="text">Its words, made safe already.</param>
    /// <param name="indent">Columns left free before it.</param>
    /// <param name="lead">What stands before its first line, such as a bullet; the other lines hang under the first.</param>
    /// <param name="ink">How it looks.</param>
    /// <param name="leadInk">How its lead looks; as the rest where null.</param>
    public void Line(string text, int indent = 2, string lead = "", Ink ink = Ink.Plain, Ink? leadInk = null)
    {
        var hang = indent + Columns.Of(lead);
        if (hang > LongestHang || Columns.Of(lead) * 3 > width)
        {
            // A lead this long leaves a thin column: the words stand under it instead.
            _page.Append(' ', indent).Append(Inked(lead.TrimEnd(), leadInk ?? ink)).Append('\n');
            (indent, hang, lead) = (indent + Under, indent + Under, "");
        }

        var first = true;
        foreach (var line in Columns.Wrap(text, Math.Max(12, width - hang)))
        {
            _page.Append(' ', first ? indent : hang);
            if (first && lead.Length > 0) _page.Append(Inked(lead, leadInk ?? ink));
            _page.Append(Inked(line, ink)).Append('\n');
            first = false;
        }
    }

    /// <summary>A rule over the whole width.</summary>
    public void Rule() => _page.Append(Inked(new string('─', width), Ink.Faint)).Append('\n');

    /// <summary>The page.</summary>
    public override string ToString() => _page.ToString();

    private string Inked(string text, Ink ink) => !colour || ink == Ink.Plain ? text : $"\e[{Code(ink)}m{text}\e[0m";

    private static string Code(Ink ink) => ink switch
    {
        Ink.Plain => "0",
        Ink.Title => "1;4",
        Ink.Strong => "1",
        Ink.Faint => "2",
        Ink.Quoted => "36",
        Ink.Spoken => "1;34",
        Ink.Good => "32",
        Ink.Alert => "1;31",
        Ink.Doubt => "33",
    };
}
