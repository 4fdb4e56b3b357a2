using System.CommandLine;
using System.Text.Json;
using NodaTime.Text;
using SoftNo.Rescue;
using SoftNo.Storage.Deals;

namespace SoftNo.Cli.Stored;

/// <summary><c>softno outcome</c> and <c>softno sent</c>: what the user notes of a deal.</summary>
internal static class OutcomeVerb
{
    private static readonly string[] Outcomes = ["won", "lost", "no-decision"];
    private static readonly string[] Answers = ["answered", "accepted", "clear-no"];

    /// <summary>The verb <c>outcome</c>.</summary>
    public static Command Build(Session session)
    {
        var words = StoreWords.Of(session.Language);
        var verb = new Command("outcome", words.Verbs["outcome"]);
        var deal = new Argument<string>("DEAL") { Description = words.Options["deal"] };
        var outcome = new Argument<string>("OUTCOME") { Description = words.Options["outcome"], HelpName = "won|lost|no-decision" };
        outcome.AcceptOnlyFromAmong(Outcomes);
        var (on, db) = (CallInput.One("--on", words.Options["on"], "DATE"), Desk.Db(session));
        verb.Arguments.Add(deal);
        verb.Arguments.Add(outcome);
        verb.Options.Add(on);
        verb.Options.Add(db);
        var lines = new LineFormat(session, verb);
        verb.SetAction(parsed => Desk.With(session, parsed.GetValue(db), desk => Note(desk, parsed.GetValue(deal)!, parsed.GetValue(on), (notes, found, day) =>
        {
            notes.Outcome(found, parsed.GetValue(outcome)!, day);
            lines.Tell(parsed, words.Line("outcome", found.Name, parsed.GetValue(outcome)!, day), json => Write(json, found, "outcome", parsed.GetValue(outcome)!, day));
        })));
        return verb;
    }

    /// <summary>The verb <c>sent</c>.</summary>
    public static Command Sent(Session session)
    {
        var words = StoreWords.Of(session.Language);
        var verb = new Command("sent", words.Verbs["sent"]);
        var deal = new Argument<string>("DEAL") { Description = words.Options["deal"] };
        var move = new Argument<string>("MOVE") { Description = words.Options["move"], HelpName = "MOVE" };
        move.AcceptOnlyFromAmong([.. Moves.All.Select(one => one.Name())]);
        var answer = CallInput.One("--answer", words.Options["answer"], "answered|accepted|clear-no");
        answer.AcceptOnlyFromAmong(Answers);
        var (on, db) = (CallInput.One("--on", words.Options["on"], "DATE"), Desk.Db(session));
        verb.Arguments.Add(deal);
        verb.Arguments.Add(move);
        foreach (var option in new Option[] { on, answer, db }) verb.Options.Add(option);
        var lines = new LineFormat(session, verb);
        verb.SetAction(parsed => Desk.With(session, parsed.GetValue(db), desk => Note(desk, parsed.GetValue(deal)!, parsed.GetValue(on), (notes, found, day) =>
        {
            notes.Sent(found, parsed.GetValue(move)!, day, parsed.GetValue(answer));
            lines.Tell(parsed, words.Line("sent", found.Name, parsed.GetValue(move)!, day), json =>
            {
                Write(json, found, "move", parsed.GetValue(move)!, day);
                json.WriteString("answer", parsed.GetValue(answer));
            });
        })));
        return verb;
    }

    private static int Note(Desk desk, string said, string? on, Action<DealNotes, StoredDeal, NodaTime.LocalDate> note)
    {
        if (desk.Day("--on", on) is not { } day) return ExitCode.YourInput;
        var (deal, problem) = DealFinder.Find(desk.Store, said);
        if (deal is null) return desk.Fail(problem!);
        note(new DealNotes(desk.Store, desk.Clock), deal, day);
        return ExitCode.Done;
    }

    private static void Write(Utf8JsonWriter json, StoredDeal deal, string property, string value, NodaTime.LocalDate day)
    {
        json.WriteString("deal", deal.Name);
        json.WriteString(property, value);
        json.WriteString("on", LocalDatePattern.Iso.Format(day));
    }
}
