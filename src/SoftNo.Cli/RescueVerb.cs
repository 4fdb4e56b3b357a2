using System.CommandLine;
using System.Globalization;
using SoftNo.Reports;
using SoftNo.Reports.Practice;
using SoftNo.Rescue;
using SoftNo.Rescue.Files;
using SoftNo.Signals;

namespace SoftNo.Cli;

/// <summary><c>softno rescue</c>: what to say, send and book now. Sends nothing.</summary>
internal static class RescueVerb
{
    /// <summary>The verb.</summary>
    public static Command Build(Session session)
    {
        var words = PracticeWords.Of(session.Language);
        var verb = new Command("rescue", words.Rescue);
        var input = new CallInput(session);
        input.AddTo(verb);
        var folder = CallInput.One("--out", words.Out, "DIR");
        var move = CallInput.One("--move", words.Move, "MOVE");
        var industry = CallInput.One("--industry", words.Industry, "INDUSTRY");
        var to = CallInput.One("--to", words.To, "ADDRESS");
        var silence = new Option<int?>("--silent-days") { Description = words.Silence, HelpName = "N" };
        var format = new Option<string>("--format") { Description = words.Format, DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        foreach (var option in new Option[] { folder, move, industry, to, silence, format }) verb.Options.Add(option);
        verb.SetAction(parsed =>
        {
            var wanted = parsed.GetValue(move) is { } named ? Moves.Parse(named) : null;
            if (parsed.GetValue(move) is { } unknown && wanted is null)
                return Refused(session, PracticeWords.Problem("bad-move", "--move", unknown, string.Join(", ", Moves.All.Select(Moves.Name))));
            if (input.Read(parsed, session) is not ({ } practice, { } call, { } reader)) return ExitCode.YourInput;
            var options = practice.Options(parsed.GetValue(industry), parsed.GetValue(to), parsed.GetValue(silence));
            var reading = reader.Read(call);
            var report = new Report(reading, practice.Playbook.Advise(reading, options));
            var rescue = wanted is { } other && other != report.Advice.Recommended?.Move ? practice.Playbook.Fill(other, reading, options) : report.Advice.Recommended!;
            var terminal = session.Terminal;
            terminal.Whole(parsed.GetValue(format) == "json"
                ? ReportJson.Write(report, session.Language) + "\n"
                : RescueText.Write(report, rescue, practice.Playbook.Clock, session.Language, terminal.Width, terminal.Colour));
            foreach (var warning in report.Advice.Warnings) terminal.Remark($"{warning.Message.In(session.Language)} {warning.Cure.In(session.Language)}");
            return parsed.GetValue(folder) is { } place ? Write(place, practice, reading, rescue) : ExitCode.Done;
        });
        return verb;
    }

    private static int Write(string folder, Practice practice, Reading reading, FilledRescue rescue)
    {
        var files = RescueFiles.Of(practice.Playbook, reading, rescue, practice.Us, practice.Settings.OurZone.Value, practice.Now);
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var file in files)
            {
                var path = Path.Combine(folder, file.Name);
                File.WriteAllBytes(path, file.Bytes.Span);
                practice.Session.Terminal.Remark(string.Format(CultureInfo.InvariantCulture, practice.Session.Words.Wrote, path));
            }
            return ExitCode.Done;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Refused(practice.Session, PracticeWords.Problem("bad-file", folder, error.Message));
        }
    }

    private static int Refused(Session session, Problem problem)
    {
        Complaint.Tell(problem, session);
        return ExitCode.YourInput;
    }
}
