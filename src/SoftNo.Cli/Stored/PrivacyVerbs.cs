using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NodaTime.Text;
using SoftNo.Deals.Imports;
using SoftNo.Reports;
using SoftNo.Storage.People;

namespace SoftNo.Cli.Stored;

/// <summary><c>softno retention</c>, <c>forget</c>, <c>access</c>: people's data.</summary>
internal static class PrivacyVerbs
{
    private static readonly OffsetDateTimePattern Moment = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    /// <summary>The verb <c>retention</c>: shows, and erases with <c>--yes</c>.</summary>
    public static Command Retention(Session session)
    {
        var words = StoreWords.Of(session.Language);
        var verb = new Command("retention", words.Verbs["retention"]);
        var transcripts = new Option<int?>("--transcripts") { Description = words.Options["transcripts"], HelpName = "MONTHS" };
        var readings = new Option<int?>("--readings") { Description = words.Options["readings"], HelpName = "MONTHS" };
        var yes = new Option<bool>("--yes") { Description = words.Options["yes"] };
        var db = Desk.Db(session);
        foreach (var option in new Option[] { transcripts, readings, yes, db }) verb.Options.Add(option);
        var lines = new LineFormat(session, verb);
        verb.SetAction(parsed => Desk.WithOwn(session, parsed.GetValue(db), desk =>
        {
            var shipped = Storage.People.Retention.Load(CrmWords.DefaultFolder);
            var kept = new Retention(parsed.GetValue(transcripts) ?? shipped.TranscriptMonths, parsed.GetValue(readings) ?? shipped.ReadingMonths);
            if (kept.TranscriptMonths < 0 || kept.ReadingMonths < 0) return desk.Fail(StoreWords.Problem("bad-months", "retention"));
            var overdue = kept.Find(desk.Store, desk.Today);
            if (!lines.IsJson(parsed)) session.Terminal.Line(words.Line("overdue", words.Counts["transcripts"].Of(overdue.Transcripts.Count, session.Language), kept.TranscriptMonths, words.Counts["readings"].Of(overdue.Readings.Count, session.Language), kept.ReadingMonths));
            foreach (var call in desk.Store.Calls.Where(call => overdue.Transcripts.Contains(call.Number) || overdue.Readings.Contains(call.Number)).ToList())
            {
                lines.Tell(parsed, $"{call.Number,5}  {(call.StartedAt is { } at ? Moment.Format(at) : "–"),-16}  {call.File}", json =>
                {
                    json.WriteNumber("call", call.Number);
                    json.WriteString("file", call.File);
                    json.WriteBoolean("transcript", overdue.Transcripts.Contains(call.Number));
                    json.WriteBoolean("reading", overdue.Readings.Contains(call.Number));
                    json.WriteBoolean("erased", parsed.GetValue(yes));
                });
            }

            if (overdue.Transcripts.Count + overdue.Readings.Count == 0) return ExitCode.Done;
            if (!parsed.GetValue(yes))
            {
                session.Terminal.Remark(words.Line("say-yes"));
                return ExitCode.Done;
            }

            Storage.People.Retention.Apply(desk.Store, overdue, desk.Clock);
            session.Terminal.Remark(words.Line("erased"));
            return ExitCode.Done;
        }));
        return verb;
    }

    /// <summary>The verb <c>forget</c>. Its receipt holds no name.</summary>
    public static Command Forget(Session session)
    {
        var words = StoreWords.Of(session.Language);
        var verb = new Command("forget", words.Verbs["forget"]);
        var (person, db) = (Named(words), Desk.Db(session));
        verb.Arguments.Add(person);
        verb.Options.Add(db);
        var lines = new LineFormat(session, verb);
        verb.SetAction(parsed => Desk.WithOwn(session, parsed.GetValue(db), desk =>
        {
            if (parsed.GetValue(person)!.Trim().Length < 2) return desk.Fail(StoreWords.Problem("no-person", "forget"));
            var receipt = Forgetting.Forget(desk.Store, desk.Address, parsed.GetValue(person)!, desk.Clock);
            var day = LocalDatePattern.Iso.Format(desk.Today);
            lines.Tell(parsed, words.Line("receipt", day, receipt.Calls, receipt.Turns, receipt.Records, receipt.Backups), json => Write(json, day, receipt));
            if (lines.IsJson(parsed)) return ExitCode.Done;
            if (receipt.ServerLog) session.Terminal.Line(words.Line("server-log"));
            foreach (var left in receipt.Unopened) session.Terminal.Line(Plain.Of(words.Line("backup-left", left)));
            if (receipt.Elsewhere.Count > 0) session.Terminal.Line(words.Line("elsewhere"));
            foreach (var file in receipt.Elsewhere) session.Terminal.Line("  " + Plain.Of(file));
            return ExitCode.Done;
        }));
        return verb;
    }

    /// <summary>The verb <c>access</c>.</summary>
    public static Command Access(Session session)
    {
        var words = StoreWords.Of(session.Language);
        var verb = new Command("access", words.Verbs["access"]);
        var (person, db) = (Named(words), Desk.Db(session));
        verb.Arguments.Add(person);
        verb.Options.Add(db);
        var lines = new LineFormat(session, verb);
        verb.SetAction(parsed => Desk.WithOwn(session, parsed.GetValue(db), desk =>
        {
            var count = 0;
            foreach (var held in Storage.People.Access.Of(desk.Store, parsed.GetValue(person)!))
            {
                count++;
                var when = held.At is { } at ? Moment.Format(at) : "";
                lines.Tell(parsed, string.Create(CultureInfo.InvariantCulture, $"{words.Lines["held-" + held.Kind],-12}  {when,-16}  {held.Where}: {held.Text}"), json =>
                {
                    json.WriteString("kind", held.Kind);
                    json.WriteString("at", held.At is { } moment ? OffsetDateTimePattern.Rfc3339.Format(moment) : null);
                    json.WriteString("where", held.Where);
                    json.WriteString("text", held.Text);
                });
            }

            if (!lines.IsJson(parsed)) session.Terminal.Line(words.Counts["held"].Of(count, session.Language));
            return ExitCode.Done;
        }));
        return verb;
    }

    private static void Write(Utf8JsonWriter json, string day, Receipt receipt)
    {
        json.WriteString("on", day);
        json.WriteNumber("calls", receipt.Calls);
        json.WriteNumber("turns", receipt.Turns);
        json.WriteNumber("records", receipt.Records);
        json.WriteNumber("backups", receipt.Backups);
        json.WriteBoolean("serverLog", receipt.ServerLog);
        json.WriteStartArray("elsewhere");
        foreach (var file in receipt.Elsewhere) json.WriteStringValue(file);
        json.WriteEndArray();
    }

    private static Argument<string> Named(StoreWords words) => new("PERSON") { Description = words.Options["person"] };
}
