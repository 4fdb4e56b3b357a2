using System.CommandLine;
using System.Globalization;
using NodaTime;
using SoftNo.Forecasting;
using SoftNo.Reports.Deals;
using SoftNo.Storage.Deals;

namespace SoftNo.Cli.Stored;

/// <summary><c>softno backtest</c>: how good the probabilities were, month by month, with only what was known then.</summary>
internal static class BacktestVerb
{
    // The intervals are drawn alike in each run, so that two runs can be compared.
    private const int Seed = 20261126;

    /// <summary>The verb <c>backtest</c>.</summary>
    public static Command Build(Session session) => Verb(session, "backtest", (_, result, priors, json) =>
    {
        var terminal = session.Terminal;
        return json ? BacktestReport.Json(result) + "\n" : BacktestReport.Text(result, priors.Calibration.StagesFrom, session.Language, terminal.Width, terminal.Colour);
    });

    /// <summary>The verb <c>calibrate</c>: what the history teaches, and what it is worth.</summary>
    public static Command Calibrate(Session session) => Verb(session, "calibrate", (calibration, result, priors, json) =>
    {
        var terminal = session.Terminal;
        return json
            ? CalibrationReport.Json(calibration()) + "\n" + BacktestReport.Json(result) + "\n"
            : CalibrationReport.Text(calibration(), result, priors.Calibration.StagesFrom, session.Language, terminal.Width, terminal.Colour);
    });

    private static Command Verb(Session session, string name, Func<Func<Calibration>, BacktestResult, DealPriors, bool, string> told)
    {
        var words = StoreWords.Of(session.Language);
        var verb = new Command(name, words.Verbs[name]);
        var cycle = new Option<string>("--cycle") { Description = words.Options["cycle"], DefaultValueFactory = _ => "weeks", HelpName = "weeks|months|year" };
        cycle.AcceptOnlyFromAmong("weeks", "months", "year");
        var format = new Option<string>("--format") { Description = words.Options["format"], DefaultValueFactory = _ => "text", HelpName = "text|json" };
        format.AcceptOnlyFromAmong("text", "json");
        var asOf = CallInput.One("--as-of", words.Options["as-of"], "DATE");
        var db = Desk.Db(session);
        foreach (var option in new Option[] { asOf, cycle, format, db }) verb.Options.Add(option);
        verb.SetAction(parsed => Desk.With(session, parsed.GetValue(db), desk =>
        {
            if (desk.Day("--as-of", parsed.GetValue(asOf)) is not { } today) return ExitCode.YourInput;
            var priors = DealPriors.Load(DealPriors.DefaultFile);
            var all = DealList.Histories(desk.Store).Select(one => one.History).ToList();
            var days = Backtest.Months(all, today);
            var reader = new PipelineReader(priors, parsed.GetValue(cycle)!);
            var result = Backtest.Run(reader, all, days, new Random(Seed), new Months(session, days.Count));
            session.Terminal.Whole(told(() => reader.CalibrationAt(all, today), result, priors, parsed.GetValue(format) == "json"));
            return ExitCode.Done;
        }));
        return verb;
    }

    /// <summary>Tells how far it is.</summary>
    private sealed class Months(Session session, int count) : IProgress<LocalDate>
    {
        private const int Often = 6;
        private int _done;

        public void Report(LocalDate value)
        {
            _done++;
            if (_done % Often == 0) session.Terminal.Remark(string.Create(CultureInfo.InvariantCulture, $"{value:uuuu-MM}  {_done}/{count}"));
        }
    }
}
