using System.CommandLine;
using SoftNo.Calls;
using SoftNo.Deals.Imports;
using SoftNo.Deals.Matching;
using SoftNo.Reports;
using SoftNo.Signals;
using SoftNo.Storage.Deals;
using SoftNo.Storage.Exchanges;
using SoftNo.Transcripts;
using SoftNo.Transcripts.Mail;

namespace SoftNo.Cli.Stored;

/// <summary><c>softno import mail</c> and <c>softno import calendar</c>: messages and invitations into the store, joined into exchanges, read and tied to deals.</summary>
internal static class ImportMailVerb
{
    /// <summary>One of the two verbs: they take the same files, and a mailbox beside its calendar gives one exchange.</summary>
    /// <param name="session">The session.</param>
    /// <param name="name"><c>mail</c> or <c>calendar</c>.</param>
    public static Command Build(Session session, string name)
    {
        var words = StoreWords.Of(session.Language);
        var verb = new Command(name, words.Verbs["import-" + name]);
        var paths = new Argument<string[]>("PATH") { Description = words.Options[name + "-paths"], Arity = ArgumentArity.OneOrMore };
        var deal = CallInput.One("--deal", words.Options["to-deal"], "DEAL");
        var without = CallInput.One("--without", session.Words.Read.Without, "listener");
        without.AcceptOnlyFromAmong("listener");
        var format = new Option<string>("--format") { Description = words.Options["format"], DefaultValueFactory = _ => "text", HelpName = "text|json" };
        format.AcceptOnlyFromAmong("text", "json");
        var db = Desk.Db(session);
        verb.Arguments.Add(paths);
        foreach (var option in new Option[] { deal, without, format, db }) verb.Options.Add(option);
        verb.SetAction(parsed => Desk.Import(session, parsed.GetValue(db), desk =>
            Run(desk, parsed.GetValue(paths)!, parsed.GetValue(deal), parsed.GetValue(without) is null, parsed.GetValue(format) == "json")));
        return verb;
    }

    private static int Run(Desk desk, string[] paths, string? said, bool withListener, bool json)
    {
        StoredDeal? deal = null;
        if (said is not null)
        {
            (deal, var problem) = DealFinder.Find(desk.Store, said);
            if (deal is null) return desk.Fail(problem!);
        }

        var loaded = CallReader.Load(withListener: withListener);
        foreach (var problem in loaded.Problems) desk.Fail(problem);
        if (loaded.Reader is null) return ExitCode.YourInput;
        var (exchanges, transcripts, code) = Read(desk, paths);
        var importer = new ExchangeImporter(desk.Store, loaded.Reader, desk.Clock, MatchingRules.Load(CrmWords.DefaultFolder), desk.Settings.Domains.Value);
        var tally = new ExchangeTally(transcripts);
        foreach (var exchange in exchanges)
        {
            if (!importer.HasOthers(exchange))
            {
                tally.Ours++;
                continue;
            }

            var imported = importer.Import(exchange, deal);
            tally.Count(imported);
            Tell(desk, imported, json);
        }

        if (!json) desk.Session.Terminal.Line(tally.Told(desk));
        return code;
    }

    private static (IReadOnlyList<Call> Exchanges, int Transcripts, int Code) Read(Desk desk, string[] paths)
    {
        var (files, missing) = Inputs.Find(paths);
        var code = missing.Count > 0 ? ExitCode.YourInput : ExitCode.Done;
        foreach (var problem in missing) desk.Fail(problem);
        var mails = new Mailbox();
        var transcripts = 0;
        foreach (var file in files)
        {
            var read = TranscriptReader.ReadFile(file, desk.CallOptions with { Mailbox = mails });
            foreach (var problem in read.Problems) code = desk.Fail(problem);
            transcripts += read.Calls.Count;
        }

        var threads = mails.Threads(desk.CallOptions);
        foreach (var problem in threads.Problems) code = desk.Fail(problem);
        return (threads.Calls, transcripts, code);
    }

    /// <summary>Tells what became of an exchange, in a line; as text one that says nothing new is left out.</summary>
    internal static void Tell(Desk desk, ImportedExchange imported, bool json)
    {
        if (json) desk.Session.Terminal.Whole(ExchangeJson.Write(imported, DealOf(desk, imported)) + "\n");
        else if (imported.Reading is { } reading) desk.Session.Terminal.Line(Plain.Of(Told(desk, imported, reading)));
    }

    private static string Told(Desk desk, ImportedExchange imported, Reading reading)
    {
        var words = desk.Words;
        var where = DealOf(desk, imported) is { } name ? words.Line("call-tied", name, words.Lines["by-" + imported.Match.By], imported.Match.Confidence) : words.Line("call-waits");
        return $"{imported.Call.Title ?? imported.Call.File}: {ReportWords.In(desk.Session.Language).Verdicts[reading.Verdict.Name()].Name} · {words.Counts["acts"].Of(imported.NewActs, desk.Session.Language)} · {where}";
    }

    private static string? DealOf(Desk desk, ImportedExchange imported) => imported.Match.Number is { } number ? desk.Store.Deals.Single(deal => deal.Number == number).Name : null;
}

/// <summary>What became of the exchanges of one run.</summary>
/// <param name="transcripts">Transcripts found beside them, which are left to <c>softno import calls</c>.</param>
internal sealed class ExchangeTally(int transcripts)
{
    private int _fresh;
    private int _grown;
    private int _known;
    private int _waiting;

    /// <summary>Exchanges among ourselves, which are left out.</summary>
    public int Ours { get; set; }

    /// <summary>Counts one.</summary>
    public void Count(ImportedExchange imported)
    {
        if (imported.IsNew) _fresh++;
        else if (imported.NewActs > 0 || imported.Reading is not null) _grown++;
        else _known++;
        if (imported.Match.Number is null) _waiting++;
    }

    /// <summary>All of them, in a line or two.</summary>
    public string Told(Desk desk)
    {
        var language = desk.Session.Language;
        var lines = new List<string> { desk.Words.Line("exchanges", desk.Words.Counts["exchanges"].Of(_fresh + _grown + _known, language), _fresh, _grown, _known, _waiting) };
        if (Ours > 0) lines.Add("  " + desk.Words.Counts["ours-only"].Of(Ours, language));
        if (transcripts > 0) lines.Add("  " + desk.Words.Counts["left-to-calls"].Of(transcripts, language));
        return string.Join('\n', lines);
    }
}
