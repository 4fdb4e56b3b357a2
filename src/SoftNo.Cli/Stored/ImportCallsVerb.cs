using System.CommandLine;
using System.Text.Json;
using SoftNo.Deals.Imports;
using SoftNo.Deals.Matching;
using SoftNo.Reports;
using SoftNo.Signals;
using SoftNo.Storage.Calls;
using SoftNo.Storage.Deals;
using SoftNo.Storage.Exchanges;
using SoftNo.Transcripts;

namespace SoftNo.Cli.Stored;

/// <summary><c>softno import calls</c>: transcripts into the store, read and tied to deals.</summary>
internal static class ImportCallsVerb
{
    /// <summary>The verb.</summary>
    public static Command Build(Session session)
    {
        var words = StoreWords.Of(session.Language);
        var verb = new Command("calls", words.Verbs["import-calls"]);
        var paths = new Argument<string[]>("PATH") { Description = words.Options["calls"], Arity = ArgumentArity.OneOrMore };
        var consent = CallInput.One("--consent", words.Options["consent"], "TEXT");
        var deal = CallInput.One("--deal", words.Options["to-deal"], "DEAL");
        var without = CallInput.One("--without", session.Words.Read.Without, "listener");
        without.AcceptOnlyFromAmong("listener");
        var db = Desk.Db(session);
        verb.Arguments.Add(paths);
        foreach (var option in new Option[] { consent, deal, without, db }) verb.Options.Add(option);
        var lines = new LineFormat(session, verb);
        verb.SetAction(parsed => Desk.Import(session, parsed.GetValue(db), desk =>
            Run(desk, parsed.GetValue(paths)!, parsed.GetValue(consent), parsed.GetValue(deal), parsed.GetValue(without) is null, lines.IsJson(parsed))));
        return verb;
    }

    private static int Run(Desk desk, string[] paths, string? consent, string? said, bool withListener, bool json)
    {
        if (consent is null && desk.Settings.ConsentDemanded.Value) return desk.Fail(StoreWords.Problem("no-consent", "--consent"));
        StoredDeal? deal = null;
        if (said is not null)
        {
            (deal, var problem) = DealFinder.Find(desk.Store, said);
            if (deal is null) return desk.Fail(problem!);
        }

        var loaded = CallReader.Load(withListener: withListener);
        foreach (var problem in loaded.Problems) desk.Fail(problem);
        if (loaded.Reader is null) return ExitCode.YourInput;
        var (files, missing) = Inputs.Find(paths);
        var code = missing.Count > 0 ? ExitCode.YourInput : ExitCode.Done;
        foreach (var problem in missing) desk.Fail(problem);
        var rules = MatchingRules.Load(CrmWords.DefaultFolder);
        var importer = new CallImporter(desk.Store, loaded.Reader, desk.Clock, rules, desk.Settings.Domains.Value);
        var exchanges = new ExchangeImporter(desk.Store, loaded.Reader, desk.Clock, rules, desk.Settings.Domains.Value);
        var options = desk.CallOptions with { Companions = files.Count > 1 ? CallCompanions.Gather(files) : null };
        foreach (var file in files)
        {
            var read = TranscriptReader.ReadFile(file, options);
            foreach (var problem in read.Problems) code = desk.Fail(problem);
            foreach (var call in read.Calls)
            {
                if (call.Exchange is null) Tell(desk, file, importer.Import(call, consent, deal), json);
                else ImportMailVerb.Tell(desk, exchanges.Import(call, deal), json);
            }
        }

        return code;
    }

    private static void Tell(Desk desk, string file, ImportedCall imported, bool json)
    {
        var name = imported.Match.Number is { } number ? desk.Store.Deals.Single(deal => deal.Number == number).Name : null;
        desk.Session.Terminal.Line(json ? ReportJson.Line(writer => Write(writer, file, imported, name)) : Plain.Of(Told(desk, file, imported, name)));
    }

    private static void Write(Utf8JsonWriter json, string file, ImportedCall imported, string? deal)
    {
        json.WriteString("file", file);
        json.WriteNumber("call", imported.Call.Number);
        json.WriteBoolean("new", imported.IsNew);
        json.WriteString("verdict", imported.Reading?.Verdict.Name());
        json.WriteString("deal", deal);
        json.WriteString("by", deal is null ? null : imported.Match.By);
        json.WriteNumber("confidence", imported.Match.Confidence);
        if (imported.Difference is { IsNothing: false } difference) Differences.Write(json, difference);
    }

    private static string Told(Desk desk, string file, ImportedCall imported, string? name)
    {
        var words = desk.Words;
        var where = name is null ? words.Line("call-waits") : words.Line("call-tied", name, words.Lines["by-" + imported.Match.By], imported.Match.Confidence);
        var what = imported.Reading is { } reading ? ReportWords.In(desk.Session.Language).Verdicts[reading.Verdict.Name()].Name : words.Line("call-known");
        return $"{file}: {what} · {where}{(imported.Difference is { IsNothing: false } ? " · " + Differences.Told(imported.Difference, desk) : "")}";
    }
}
