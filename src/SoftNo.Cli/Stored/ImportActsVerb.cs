using System.CommandLine;
using SoftNo.Deals.Imports;
using SoftNo.Reports;
using SoftNo.Storage.Deals;

namespace SoftNo.Cli.Stored;

/// <summary><c>softno import acts</c>: a CRM's tables of calls, meetings and mails.</summary>
internal static class ImportActsVerb
{
    /// <summary>The verb.</summary>
    public static Command Build(Session session)
    {
        var words = StoreWords.Of(session.Language);
        var verb = new Command("acts", words.Verbs["import-acts"]);
        var files = new Argument<string[]>("FILE") { Description = words.Options["act-files"], Arity = ArgumentArity.OneOrMore };
        var db = Desk.Db(session);
        verb.Arguments.Add(files);
        verb.Options.Add(db);
        verb.SetAction(parsed => Desk.Import(session, parsed.GetValue(db), desk =>
        {
            var reader = new ActFileReader(ActWords.Load(CrmWords.DefaultFolder), CrmWords.Load(CrmWords.DefaultFolder));
            var importer = new ActImporter(desk.Store, desk.Clock, desk.Settings.OurZone.Value);
            var code = ExitCode.Done;
            foreach (var file in parsed.GetValue(files)!)
            {
                var read = reader.ReadFile(file, desk.Today);
                if (read.File is null)
                {
                    code = desk.Fail(read.Problem!);
                    continue;
                }

                var counts = importer.Import(read.File);
                session.Terminal.Line(Plain.Of(words.Line("imported-acts", file, words.Counts["acts"].Of(counts.New, session.Language), counts.Known, counts.NoDeal)));
                foreach (var why in counts.Skipped.GroupBy(row => row.Why)) session.Terminal.Line($"  {words.Counts["skipped"].Of(why.Count(), session.Language)} ({why.Key})");
            }

            return code;
        }));
        return verb;
    }
}
