using System.CommandLine;
using System.Globalization;
using System.Text;
using NodaTime;
using SoftNo.Forecasting;
using SoftNo.Reports.Deals;
using SoftNo.Storage.Deals;

namespace SoftNo.Cli.Stored;

/// <summary><c>softno pipeline</c>, <c>deal</c> and <c>today</c>: the stored deals as the evidence has them. Nothing is changed.</summary>
internal static class PipelineVerb
{
    private const int MonthsInQuarter = 3;

    /// <summary>The verb <c>pipeline</c>.</summary>
    public static Command Build(Session session)
    {
        var words = StoreWords.Of(session.Language);
        var verb = new Command("pipeline", words.Verbs["pipeline"]);
        var common = new Common(session, verb, "text", "json", "html", "csv") { WithWeek = true };
        var (first, last) = (CallInput.One("--from", words.Options["period-from"], "DATE"), CallInput.One("--until", words.Options["period-until"], "DATE"));
        var to = CallInput.One("--out", words.Options["to"], "FILE");
        foreach (var option in new Option[] { first, last, to }) verb.Options.Add(option);
        verb.SetAction(parsed => common.With(parsed, (desk, priors, pipeline) =>
        {
            var quarter = Quarter(pipeline.AsOf);
            var (from, until) = (parsed.GetValue(first) is { } a ? desk.Day("--from", a) : quarter.Start, parsed.GetValue(last) is { } b ? desk.Day("--until", b) : quarter.End);
            if (from is not { } start || until is not { } end) return ExitCode.YourInput;
            if (start > end) return desk.Fail(StoreWords.Problem("period-backwards", "--until", start, end));
            var from30 = priors.Calibration.StagesFrom;
            var forecasts = Forecaster.Of(pipeline, start, end, from30);
            var terminal = session.Terminal;
            return Write(desk, parsed.GetValue(to), parsed.GetValue(common.Format) switch
            {
                "json" => PipelineJson.Of(pipeline, forecasts) + "\n",
                "html" => PipelineHtml.Of(pipeline, forecasts, from30, session.Language),
                "csv" => PipelineCsv.Of(pipeline),
                _ => new PipelineText(session.Language, terminal.Width, terminal.Colour && parsed.GetValue(to) is null).Of(pipeline, forecasts, from30),
            });
        }));
        return verb;
    }

    /// <summary>The verb <c>deal</c>.</summary>
    public static Command Deal(Session session)
    {
        var words = StoreWords.Of(session.Language);
        var verb = new Command("deal", words.Verbs["deal"]);
        var said = new Argument<string>("DEAL") { Description = words.Options["deal"] };
        verb.Arguments.Add(said);
        var common = new Common(session, verb, "text", "json");
        verb.SetAction(parsed => common.With(parsed, (desk, _, pipeline) =>
        {
            var (found, problem) = DealFinder.Find(desk.Store, parsed.GetValue(said)!);
            if (found is null) return desk.Fail(problem!);
            var deal = pipeline.Deals.FirstOrDefault(one => one.Deal.Number == found.Number);
            if (deal is null) return desk.Fail(StoreWords.Problem("deal-not-open", found.Name));
            var terminal = session.Terminal;
            terminal.Whole(parsed.GetValue(common.Format) == "json" ? PipelineJson.Of(deal) + "\n" : new PipelineText(session.Language, terminal.Width, terminal.Colour).Of(deal));
            return ExitCode.Done;
        }));
        return verb;
    }

    /// <summary>The verb <c>today</c>.</summary>
    public static Command Today(Session session)
    {
        var verb = new Command("today", StoreWords.Of(session.Language).Verbs["today"]);
        var common = new Common(session, verb, "text", "json");
        verb.SetAction(parsed => common.With(parsed, (_, priors, pipeline) =>
        {
            var cards = Forecasting.Today.Of(new Planner(priors).Of(pipeline));
            var terminal = session.Terminal;
            terminal.Whole(parsed.GetValue(common.Format) == "json"
                ? string.Concat(cards.Select(card => PipelineJson.Of(card.Change, card.Stake?.Amount) + "\n"))
                : new PipelineText(session.Language, terminal.Width, terminal.Colour).Of(cards));
            return ExitCode.Done;
        }));
        return verb;
    }

    private static (LocalDate Start, LocalDate End) Quarter(LocalDate day)
    {
        var start = new LocalDate(day.Year, day.Month - ((day.Month - 1) % MonthsInQuarter), 1);
        return (start, start.PlusMonths(MonthsInQuarter).PlusDays(-1));
    }

    /// <summary>Writes a text on standard output, or to a file that the audit log notes.</summary>
    internal static int Write(Desk desk, string? file, string text)
    {
        if (file is null)
        {
            desk.Session.Terminal.Whole(text);
            return ExitCode.Done;
        }
        try
        {
            File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return desk.Fail(PracticeWords.Problem("bad-file", file, error.Message));
        }
        desk.NoteFile("pipeline", file);
        desk.Session.Terminal.Remark(string.Format(CultureInfo.InvariantCulture, desk.Session.Words.Wrote, file));
        return ExitCode.Done;
    }
}

/// <summary>What the verbs on the pipeline share: the day, the sales cycle, the form; and reading it.</summary>
internal sealed class Common
{
    private readonly Session _session;
    private readonly Option<string?> _asOf;
    private readonly Option<string> _cycle;
    private readonly Option<string?> _db;

    public Common(Session session, Command verb, params string[] formats)
    {
        var words = StoreWords.Of(session.Language);
        _session = session;
        _asOf = CallInput.One("--as-of", words.Options["as-of"], "DATE");
        _cycle = new Option<string>("--cycle") { Description = words.Options["cycle"], DefaultValueFactory = _ => "weeks", HelpName = "weeks|months|year" };
        _cycle.AcceptOnlyFromAmong("weeks", "months", "year");
        Format = new Option<string>("--format") { Description = words.Options["format"], DefaultValueFactory = _ => formats[0], HelpName = string.Join('|', formats) };
        Format.AcceptOnlyFromAmong(formats);
        _db = Desk.Db(session);
        foreach (var option in new Option[] { _asOf, _cycle, Format, _db }) verb.Options.Add(option);
    }

    /// <summary>The form that was asked for.</summary>
    public Option<string> Format { get; }

    /// <summary>Whether what changed since a week before is read too.</summary>
    public bool WithWeek { get; init; }

    /// <summary>Opens the store and reads the pipeline as of the day.</summary>
    public int With(ParseResult parsed, Func<Desk, DealPriors, Pipeline, int> act) => Desk.With(_session, parsed.GetValue(_db), desk =>
    {
        if (desk.Day("--as-of", parsed.GetValue(_asOf)) is not { } day) return ExitCode.YourInput;
        var priors = DealPriors.Load(DealPriors.DefaultFile);
        var all = DealList.ForPipeline(desk.Store, day, priors);
        var reader = new PipelineReader(priors, parsed.GetValue(_cycle)!);
        return act(desk, priors, WithWeek ? reader.WithWeekAt(all, day) : reader.At(all, day));
    });
}
