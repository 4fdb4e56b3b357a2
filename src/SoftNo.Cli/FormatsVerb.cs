using System.CommandLine;
using System.Text.Json;
using SoftNo.Reports;
using SoftNo.Transcripts;

namespace SoftNo.Cli;

/// <summary><c>softno formats</c>: what can be read; with <c>--verbose</c> a sample of each.</summary>
internal static class FormatsVerb
{
    /// <summary>How many lines of a sample are shown, and how wide.</summary>
    private const int LinesShown = 6;

    private const int ColumnsShown = 92;

    /// <summary>The verb.</summary>
    public static Command Build(Session session)
    {
        var verbose = new Option<bool>("--verbose") { Description = session.Words.FormatsVerbose };
        var verb = new Command("formats", session.Words.FormatsVerb) { verbose };
        var lines = new LineFormat(session, verb);
        verb.SetAction(parsed =>
        {
            var terminal = session.Terminal;
            var known = TranscriptReader.Known.ToList();
            if (lines.IsJson(parsed))
            {
                foreach (var (name, title) in known) lines.Tell(parsed, name, json => Write(json, name, title.In(session.Language), parsed.GetValue(verbose)));
                return ExitCode.Done;
            }

            var widest = known.Max(format => format.Name.Length);
            terminal.Line(session.Words.FormatsTitle);
            foreach (var (name, title) in known)
            {
                terminal.Line($"  {name.PadRight(widest)}  {title.In(session.Language)}");
                if (!parsed.GetValue(verbose) || TranscriptReader.Sample(name) is not { } sample) continue;
                foreach (var line in Beginning(sample)) terminal.Line($"      {line}");
                terminal.Line();
            }

            return ExitCode.Done;
        });
        return verb;
    }

    private static void Write(Utf8JsonWriter json, string name, string title, bool withSample)
    {
        json.WriteString("format", name);
        json.WriteString("title", title);
        if (withSample) json.WriteString("sample", TranscriptReader.Sample(name));
    }

    private static IEnumerable<string> Beginning(string sample)
    {
        var lines = sample.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        foreach (var line in lines.Take(LinesShown)) yield return Plain.Of(line.Length > ColumnsShown ? $"{line[..(ColumnsShown - 1)]}…" : line);
        if (lines.Length > LinesShown) yield return "…";
    }
}
