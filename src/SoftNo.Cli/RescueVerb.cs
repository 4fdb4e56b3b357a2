using System.CommandLine;
using System.Globalization;
using SoftNo.Calls;
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
        var files = Files(practice, reading, rescue);
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var (name, bytes) in files)
            {
                var path = Path.Combine(folder, name);
                File.WriteAllBytes(path, bytes);
                practice.Session.Terminal.Remark(string.Format(CultureInfo.InvariantCulture, practice.Session.Words.Wrote, path));
            }
            return ExitCode.Done;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Refused(practice.Session, PracticeWords.Problem("bad-file", folder, error.Message));
        }
    }

    /// <summary>The files by name. Their names say nothing of the analysis.</summary>
    private static List<(string Name, byte[] Bytes)> Files(Practice practice, Reading reading, FilledRescue rescue)
    {
        var prospect = Playbook.Addressee(rescue.Move, reading) is { } speaker
            ? new Person(practice.Playbook.PersonName(speaker), rescue.Mail.To ?? speaker.Address)
            : new Person(null, rescue.Mail.To);
        var ours = practice.Now.InZone(practice.Settings.OurZone.Value).ToOffsetDateTime();
        var us = practice.Us.Name is null ? practice.Us with { Name = reading.Call.Speakers.FirstOrDefault(person => person.Side == Side.Seller)?.Name } : practice.Us;
        var files = new List<(string, byte[])> { ("mail.eml", MailFile.Write(rescue.Mail, us, prospect, ours)) };
        if (rescue.Hold is not { } hold) return files;
        var calendar = practice.Playbook.Calendar;
        files.Add(("hold.ics", System.Text.Encoding.UTF8.GetBytes(calendar.Hold(hold, prospect, reading, practice.Now))));
        files.Add(("invite.ics", System.Text.Encoding.UTF8.GetBytes(calendar.Invite(hold, prospect, us, reading, practice.Now))));
        return files;
    }

    private static int Refused(Session session, Problem problem)
    {
        Complaint.Tell(problem, session);
        return ExitCode.YourInput;
    }
}
