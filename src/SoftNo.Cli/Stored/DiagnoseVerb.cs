using System.CommandLine;
using SoftNo.Deals;
using SoftNo.Deals.Imports;
using SoftNo.Reports.Deals;
using SoftNo.Storage.Calls;

namespace SoftNo.Cli.Stored;

/// <summary><c>softno diagnose</c>: where deals block, the talk or the process. Over five people or more, or the user's own calls; it compares nobody.</summary>
internal static class DiagnoseVerb
{
    /// <summary>The verb.</summary>
    public static Command Build(Session session)
    {
        var words = StoreWords.Of(session.Language);
        var verb = new Command("diagnose", words.Verbs["diagnose"]);
        var me = CallInput.One("--me", words.Options["me"], "NAME");
        var (from, until) = (CallInput.One("--from", words.Options["talks-from"], "DATE"), CallInput.One("--until", words.Options["talks-until"], "DATE"));
        var format = new Option<string>("--format") { Description = words.Options["format"], DefaultValueFactory = _ => "text", HelpName = "text|json" };
        format.AcceptOnlyFromAmong("text", "json");
        var db = Desk.Db(session);
        foreach (var option in new Option[] { me, from, until, format, db }) verb.Options.Add(option);
        verb.SetAction(parsed => Desk.With(session, parsed.GetValue(db), desk =>
        {
            if (desk.Day("--until", parsed.GetValue(until)) is not { } last) return ExitCode.YourInput;
            if (desk.Day("--from", parsed.GetValue(from)) is not { } given) return ExitCode.YourInput;
            var first = parsed.GetValue(from) is null ? NodaTime.LocalDate.MinIsoValue : given;
            if (first > last) return desk.Fail(StoreWords.Problem("period-backwards", "--until", first, last));
            var rules = DiagnosisRules.Load(CrmWords.DefaultFolder);
            var usual = desk.Settings.Names.Value.Count > 0 ? desk.Settings.Names.Value[0] : desk.Settings.Address.Value;
            var (found, over) = TeamDiagnosis.Of(desk.Store, first, last, parsed.GetValue(me), usual, rules);
            if (found is null) return desk.Fail(StoreWords.Problem("who-am-i", "--me", rules.People));
            var terminal = session.Terminal;
            terminal.Whole(parsed.GetValue(format) == "json"
                ? DiagnosisReport.Json(found, over) + "\n"
                : DiagnosisReport.Text(found, over, rules, session.Language, terminal.Width, terminal.Colour));
            return ExitCode.Done;
        }));
        return verb;
    }
}
