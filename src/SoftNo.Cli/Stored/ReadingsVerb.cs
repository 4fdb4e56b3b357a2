using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SoftNo.Deals.Imports;
using SoftNo.Deals.Matching;
using SoftNo.Reports;
using SoftNo.Signals;
using SoftNo.Storage.Calls;
using SoftNo.Storage.Deals;
using SoftNo.Storage.Matching;

namespace SoftNo.Cli.Stored;

/// <summary><c>softno readings</c>, <c>reread</c>, <c>dismiss</c>, <c>unmatched</c>: the stored calls and what is made of them.</summary>
internal static class ReadingsVerb
{
    private static readonly OffsetDateTimePattern Start = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    /// <summary>The verb <c>readings</c>.</summary>
    public static Command Build(Session session)
    {
        var verb = new Command("readings", StoreWords.Of(session.Language).Verbs["readings"]);
        var db = Desk.Db(session);
        verb.Options.Add(db);
        var lines = new LineFormat(session, verb);
        verb.SetAction(parsed => Desk.With(session, parsed.GetValue(db), desk =>
        {
            var report = ReportWords.In(session.Language);
            foreach (var reading in ReadingList.Page(desk.Store))
            {
                var when = reading.StartedAt is { } at ? Start.Format(at) : "–";
                lines.Tell(parsed, $"{reading.CallNumber,5}  {when,-16}  {report.Verdicts[reading.Figures.Verdict.Name()].Name,-22}  {reading.DealName ?? "–"}  {reading.File}", json =>
                {
                    WriteCall(json, reading.CallNumber, reading.StartedAt, reading.File);
                    json.WriteString("verdict", reading.Figures.Verdict.Name());
                    json.WriteNumber("confidence", reading.Figures.Confidence);
                    json.WriteString("deal", reading.DealName);
                });
            }

            return ExitCode.Done;
        }));
        return verb;
    }

    private static void WriteCall(Utf8JsonWriter json, long number, OffsetDateTime? startedAt, string file)
    {
        json.WriteNumber("call", number);
        json.WriteString("startedAt", startedAt is { } at ? OffsetDateTimePattern.Rfc3339.Format(at) : null);
        json.WriteString("file", file);
    }

    /// <summary>The verb <c>reread</c>.</summary>
    public static Command Reread(Session session)
    {
        var verb = new Command("reread", StoreWords.Of(session.Language).Verbs["reread"]);
        var (without, db) = (CallInput.One("--without", session.Words.Read.Without, "listener"), Desk.Db(session));
        without.AcceptOnlyFromAmong("listener");
        verb.Options.Add(without);
        verb.Options.Add(db);
        var lines = new LineFormat(session, verb);
        verb.SetAction(parsed => Desk.With(session, parsed.GetValue(db), desk =>
        {
            var loaded = CallReader.Load(withListener: parsed.GetValue(without) is null);
            foreach (var problem in loaded.Problems) desk.Fail(problem);
            if (loaded.Reader is null) return ExitCode.YourInput;
            var outdated = ReadingVersions.Outdated(desk.Store, loaded.Reader.Info);
            foreach (var number in outdated)
            {
                var difference = ReadingVersions.Again(desk.Store, loaded.Reader, number, desk.Clock);
                if (difference is not { IsNothing: false }) continue;
                lines.Tell(parsed, $"{number,5}  {Differences.Told(difference, desk)}", json =>
                {
                    json.WriteNumber("call", number);
                    Differences.Write(json, difference);
                });
            }

            if (!lines.IsJson(parsed)) session.Terminal.Line(desk.Words.Counts["reread"].Of(outdated.Count, session.Language));
            return ExitCode.Done;
        }));
        return verb;
    }

    /// <summary>The verb <c>dismiss</c>.</summary>
    public static Command Dismiss(Session session)
    {
        var words = StoreWords.Of(session.Language);
        var verb = new Command("dismiss", words.Verbs["dismiss"]);
        var cue = new Argument<string>("CUE") { Description = words.Options["cue"] };
        var (why, without, db) = (CallInput.One("--why", words.Options["why"], "TEXT"), CallInput.One("--without", session.Words.Read.Without, "listener"), Desk.Db(session));
        without.AcceptOnlyFromAmong("listener");
        verb.Arguments.Add(cue);
        foreach (var option in new[] { why, without, db }) verb.Options.Add(option);
        var lines = new LineFormat(session, verb);
        verb.SetAction(parsed => Desk.With(session, parsed.GetValue(db), desk =>
        {
            var loaded = CallReader.Load(withListener: parsed.GetValue(without) is null);
            foreach (var problem in loaded.Problems) desk.Fail(problem);
            if (loaded.Reader is null) return ExitCode.YourInput;
            var dismissed = Dismissals.Add(desk.Store, parsed.GetValue(cue)!, parsed.GetValue(why), desk.Clock);
            if (dismissed is null) return desk.Fail(StoreWords.Problem("no-such-cue", parsed.GetValue(cue)!));
            // The reading changes at once, as at the desk.
            var call = desk.Store.Calls.Single(one => one.Fingerprint == dismissed.Fingerprint).Number;
            var difference = ReadingVersions.Again(desk.Store, loaded.Reader, call, desk.Clock);
            var changed = difference is { IsNothing: false } ? $" {Differences.Told(difference, desk)}" : "";
            lines.Tell(parsed, words.Line("dismissed", dismissed.Quote ?? parsed.GetValue(cue)) + changed, json =>
            {
                json.WriteString("cue", parsed.GetValue(cue));
                json.WriteString("quote", dismissed.Quote);
            });
            return ExitCode.Done;
        }));
        return verb;
    }

    /// <summary>The verb <c>unmatched</c>.</summary>
    public static Command Unmatched(Session session)
    {
        var words = StoreWords.Of(session.Language);
        var verb = new Command("unmatched", words.Verbs["unmatched"]);
        var call = new Argument<long?>("CALL") { Description = words.Options["call"], Arity = ArgumentArity.ZeroOrOne };
        var deal = new Argument<string?>("DEAL") { Description = words.Options["deal"], Arity = ArgumentArity.ZeroOrOne };
        var db = Desk.Db(session);
        verb.Arguments.Add(call);
        verb.Arguments.Add(deal);
        verb.Options.Add(db);
        var lines = new LineFormat(session, verb);
        verb.SetAction(parsed => Desk.With(session, parsed.GetValue(db), desk =>
        {
            var waiting = new Waiting(desk.Store, desk.Clock, MatchingRules.Load(CrmWords.DefaultFolder), desk.Settings.Domains.Value);
            if (parsed.GetValue(call) is not { } number)
            {
                foreach (var one in waiting.Calls())
                    lines.Tell(parsed, $"{one.Number,5}  {(one.StartedAt is { } at ? Start.Format(at) : "–"),-16}  {one.File}", json => WriteCall(json, one.Number, one.StartedAt, one.File));
                return ExitCode.Done;
            }

            if (parsed.GetValue(deal) is not { } said) return desk.Fail(StoreWords.Problem("no-deal-said", "unmatched"));
            var (found, problem) = DealFinder.Find(desk.Store, said);
            if (found is null) return desk.Fail(problem!);
            var tied = waiting.Settle(number, found);
            if (tied == 0) return desk.Fail(StoreWords.Problem("no-such-call", number.ToString(CultureInfo.InvariantCulture)));
            lines.Tell(parsed, words.Line("settled", words.Counts["calls"].Of(tied, session.Language), found.Name), json =>
            {
                json.WriteNumber("calls", tied);
                json.WriteString("deal", found.Name);
            });
            return ExitCode.Done;
        }));
        return verb;
    }
}
