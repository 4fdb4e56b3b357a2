using System.CommandLine;
using SoftNo.Storage.Backups;
using SoftNo.Storage.Deals;

namespace SoftNo.Cli.Stored;

/// <summary><c>softno export</c>: what goes out of the store.</summary>
internal static class ExportVerb
{
    /// <summary>The verb.</summary>
    public static Command Build(Session session)
    {
        var words = StoreWords.Of(session.Language);
        var verb = new Command("export", words.Verbs["export"]);
        var (to, db) = (CallInput.One("--to", words.Options["to-folder"], "DIR"), Desk.Db(session));
        to.Required = true;
        verb.Options.Add(to);
        verb.Options.Add(db);
        verb.SetAction(parsed => Desk.With(session, parsed.GetValue(db), desk =>
        {
            foreach (var file in FullExport.Write(desk.Store, parsed.GetValue(to)!, desk.Clock)) session.Terminal.Line(file);
            return ExitCode.Done;
        }));
        verb.Subcommands.Add(Deals(session, words));
        return verb;
    }

    private static Command Deals(Session session, StoreWords words)
    {
        var verb = new Command("deals", words.Verbs["export-deals"]);
        var format = new Option<string>("--format") { Description = words.Options["format"], DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong("csv", "json");
        var db = Desk.Db(session);
        verb.Options.Add(format);
        verb.Options.Add(db);
        verb.SetAction(parsed => Desk.With(session, parsed.GetValue(db), desk =>
        {
            var json = parsed.GetValue(format) == "json";
            if (!json) session.Terminal.Line(DealCsv.Header);
            foreach (var (_, deal) in DealList.All(desk.Store)) session.Terminal.Line(json ? DealJson.Write(deal) : DealCsv.Write(deal));
            return ExitCode.Done;
        }));
        return verb;
    }
}
