using System.Globalization;
using System.Text;
using SoftNo.Reports;

namespace SoftNo.Cli;

/// <summary>Where reports go: standard output, or one file a call in the user's folder.</summary>
internal sealed class ReportSink(Session session, ReadRequest request)
{
    private const string Unfinished = ".part";

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _written = [];
    private bool _first = true;

    /// <summary>Makes the folder; a problem where it cannot be made.</summary>
    public Problem? Prepare()
    {
        if (request.Out is not { } folder) return null;
        try
        {
            Directory.CreateDirectory(folder);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return CliWords.Problem("bad-out", folder, error.Message);
        }
    }

    /// <summary>Whether each file written is told; where a bar shows, it would run into it.</summary>
    public bool Tells { get; set; } = true;

    /// <summary>The files written since this was last asked.</summary>
    public IReadOnlyList<string> Written()
    {
        string[] names = [.. _written];
        _written.Clear();
        return names;
    }

    /// <summary>Keeps names that an earlier run wrote from being given to other calls.</summary>
    public void Keep(IEnumerable<string> names) => _taken.UnionWith(names);

    /// <summary>Writes a report; a problem where its file cannot be written.</summary>
    public Problem? Write(Report report)
    {
        var terminal = session.Terminal;
        if (request.Out is null)
        {
            if (request.Format == ReportFormat.Text && !_first) terminal.Line();
            _first = false;
            terminal.Whole(Text(report, terminal.Width, terminal.Colour));
            return null;
        }

        var path = Path.Combine(request.Out, NameOf(report));
        try
        {
            // Under another name until it is whole: whoever stops the run finds complete files only.
            File.WriteAllText(path + Unfinished, Text(report, terminal.Width, colour: false), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(path + Unfinished, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return CliWords.Problem("bad-out", path, error.Message);
        }

        _written.Add(Path.GetFileName(path));
        if (Tells) terminal.Remark(string.Format(CultureInfo.InvariantCulture, session.Words.Wrote, path));
        return null;
    }

    private string Text(Report report, int width, bool colour)
    {
        var shown = request.Share ? report.Shared(session.Language) : report;
        return request.Format switch
        {
            ReportFormat.Text => ReportText.Write(shown, session.Language, width, colour),
            ReportFormat.Json => ReportJson.Write(shown, session.Language) + "\n",
            ReportFormat.Markdown => ReportMarkdown.Write(shown, session.Language),
            ReportFormat.Html => ReportHtml.Write(shown, session.Language),
        };
    }

    /// <summary>The source's name with the format's ending; a second call of one name gets a number.</summary>
    private string NameOf(Report report)
    {
        var source = report.Reading.Call.Source.File;
        var stem = source == Inputs.StandardInput ? "call" : Path.GetFileNameWithoutExtension(source);
        var ending = request.Format switch
        {
            ReportFormat.Text => ".txt",
            ReportFormat.Json => ".json",
            ReportFormat.Markdown => ".md",
            ReportFormat.Html => ".html",
        };
        // A shared copy does not carry the company's name in its own.
        if (request.Share) stem = report.Reading.Id[..Math.Min(12, report.Reading.Id.Length)];
        var name = stem + ending;
        for (var n = 2; !_taken.Add(name); n++) name = string.Create(CultureInfo.InvariantCulture, $"{stem}-{n}{ending}");
        return name;
    }
}
