using System.CommandLine;
using NodaTime;
using SoftNo.Cues.Sides;
using SoftNo.Evaluation;
using SoftNo.Rescue;
using SoftNo.Signals;

namespace SoftNo.Cli;

/// <summary><c>softno eval</c>: measures the reader on labelled calls, and fits its weights. Of engineers for engineers: figures are in English.</summary>
internal static class EvalVerb
{
    private static readonly string[] FittedParts = ["train", "scenes"];

    private const string FittedOnPhrases = "Fitted on the cues found by phrases and rules in corpus/train; `softno eval corpus/train --fit models/weights.phrases.json` does it again.";

    private const string FittedOnLabels = "Fitted on the labels of corpus/train, a third left out, with the step as the grammar finds it; `softno eval corpus/train --fit-labels models/weights.listener.json` does it again.";

    /// <summary>The verb.</summary>
    public static Command Build(Session session)
    {
        var corpus = new Argument<string>("CORPUS") { Description = session.Words.EvalInput };
        var format = new Option<string>("--format") { Description = session.Words.EvalFormat, DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var errors = new Option<string?>("--errors") { Description = session.Words.EvalErrors, HelpName = "FILE" };
        var fit = new Option<string?>("--fit") { Description = session.Words.EvalFit, HelpName = "FILE" };
        var sides = new Option<string?>("--fit-sides") { Description = session.Words.EvalFitSides, HelpName = "FILE" };
        var labels = new Option<string?>("--fit-labels") { Description = session.Words.EvalFitLabels, HelpName = "FILE" };
        var steps = new Option<string?>("--fit-steps") { Description = session.Words.EvalFitSteps, HelpName = "FILE" };
        var without = new Option<string?>("--without") { Description = session.Words.Read.Without, HelpName = "listener" };
        without.AcceptOnlyFromAmong("listener");
        var folds = new Option<bool>("--folds") { Description = session.Words.EvalFolds };
        var noise = new Option<bool>("--noise") { Description = session.Words.EvalNoise };
        var verb = new Command("eval", session.Words.EvalVerb) { corpus, format, errors, fit, labels, sides, steps, folds, noise, without, EvalDatesVerb.Build(session), EvalDemoVerb.Build(session) };
        verb.SetAction(result =>
        {
            if (Path.GetExtension(result.GetValue(corpus)) == ".jsonl") return Steps(session, result.GetValue(corpus)!, result.GetValue(format) == "json", result.GetValue(errors), result.GetValue(without) is null);
            if (result.GetValue(steps) is { } stepsFile) return FitSteps(session, result.GetValue(corpus)!, stepsFile, result.GetValue(folds));
            var read = Corpus.Load(result.GetValue(corpus)!);
            var reader = CallReader.Load(withListener: result.GetValue(without) is null && result.GetValue(fit) is null && result.GetValue(labels) is null && !result.GetValue(folds));
            var problems = read.Problems.Concat(reader.Problems).ToList();
            foreach (var problem in problems) session.Terminal.ErrorLine($"{problem.Place}: {problem.Text.In(session.Language)} {problem.Cure.In(session.Language)}");
            if (reader.Reader is null || read.Calls.Count == 0) return ExitCode.YourInput;
            if (result.GetValue(sides) is { } sidesFile) return FitSides(read.Calls, sidesFile);
            if (result.GetValue(fit) is { } weightsFile) return Fit(reader.Reader, read.Calls, weightsFile);
            if (result.GetValue(labels) is { } labelsFile) return FitLabels(reader.Reader, read.Calls, labelsFile);
            if (result.GetValue(noise)) return EvalNoise.Run(session, reader.Reader, read.Calls, EvalNoise.RulesBeside(result.GetValue(corpus)!), result.GetValue(format) == "json");
            var options = new EvaluationOptions { Shares = reader.Reader.Weights.VerdictShares, BoldRescue = BoldRescue() };
            var measured = result.GetValue(folds)
                ? CallWeights.Of(reader.Reader).CrossValidate(read.Calls, options)
                : CorpusEvaluation.Run(read.Calls, reader.Reader.Read, options);
            session.Terminal.Line(result.GetValue(format) == "json" ? EvaluationJson.Write(measured) : EvaluationText.Write(measured));
            if (result.GetValue(errors) is { } file) WriteErrors(measured, file);
            return problems.Count == 0 ? ExitCode.Done : ExitCode.YourInput;
        });
        return verb;
    }

    private static int Steps(Session session, string file, bool json, string? errors, bool withListener)
    {
        if (!File.Exists(file))
        {
            session.Terminal.ErrorLine(CliWords.Problem("missing-file", file, "").Text.In(session.Language));
            return ExitCode.YourInput;
        }

        var (exchanges, problems) = StepExchange.Load(file);
        foreach (var problem in problems) session.Terminal.ErrorLine($"{problem.Place}: {problem.Text.In(session.Language)} {problem.Cure.In(session.Language)}");
        var reader = CallReader.Load(withListener: withListener);
        foreach (var problem in reader.Problems) session.Terminal.ErrorLine($"{problem.Place}: {problem.Text.In(session.Language)} {problem.Cure.In(session.Language)}");
        if (reader.Reader is not { } whole) return ExitCode.YourInput;
        var measured = StepEvaluation.Run(exchanges, call => whole.Read(call).NextStep);
        session.Terminal.Line(json ? measured.Json() : measured.Text());
        if (errors is not null)
        {
            using var writer = new StreamWriter(errors);
            measured.WriteErrors(writer);
        }

        return problems.Count == 0 ? ExitCode.Done : ExitCode.YourInput;
    }

    // A folder with train, scenes and steps, whose .jsonl files hold exchanges.
    private static int FitSteps(Session session, string folder, string file, bool folds)
    {
        var files = new DirectoryInfo(Path.Combine(folder, "steps")).GetFiles("*.jsonl").OrderByDescending(file => file.Name, StringComparer.Ordinal).Select(file => StepExchange.Load(file.FullName)).ToList();
        var (exchanges, problems) = (files.SelectMany(one => one.Exchanges).ToList(), files.SelectMany(one => one.Problems));
        var parts = FittedParts.Select(part => Corpus.Load(Path.Combine(folder, part))).ToList();
        var all = problems.Concat(parts.SelectMany(part => part.Problems)).ToList();
        foreach (var problem in all) session.Terminal.ErrorLine($"{problem.Place}: {problem.Text.In(session.Language)} {problem.Cure.In(session.Language)}");
        if (all.Count > 0) return ExitCode.YourInput;
        var fit = new StepFit([.. parts.SelectMany(part => part.Calls)], exchanges);
        if (folds) session.Terminal.Line(fit.Measure());
        else File.WriteAllText(file, fit.Write());
        return ExitCode.Done;
    }

    private static int Fit(CallReader reader, IReadOnlyList<LabelledCall> calls, string file)
    {
        File.WriteAllText(file, CallWeights.Of(reader).Of(calls, FittedOnPhrases).Write());
        return ExitCode.Done;
    }

    private static int FitLabels(CallReader reader, IReadOnlyList<LabelledCall> calls, string file)
    {
        File.WriteAllText(file, CallWeights.OfLabels(reader).Of(calls, FittedOnLabels).Write());
        return ExitCode.Done;
    }

    private static int FitSides(IReadOnlyList<LabelledCall> calls, string file)
    {
        var phrases = Path.Combine(AppContext.BaseDirectory, "lexicon", "sides.yml");
        var bare = SideModel.Load(phrases, null).Model ?? throw new InvalidOperationException("The phrases were read a moment ago.");
        File.WriteAllText(file, SideFit.Write(new SideFit(new LogisticFit(Penalty: 10, Steps: 600)).Of(calls, bare)));
        return ExitCode.Done;
    }

    /// <summary>Whether the shipped playbook would have the seller be bold, on the day of the call; null where the playbook cannot be read.</summary>
    private static Func<Reading, bool>? BoldRescue()
    {
        if (Playbook.Load(Playbook.DefaultFolder).Playbook is not { } playbook) return null;
        return reading => playbook.Advise(reading, new AdviceOptions
        {
            Now = reading.Call.Source.StartedAt?.ToInstant() ?? NodaConstants.UnixEpoch,
            OurZone = reading.Call.Source.OurZone ?? DateTimeZone.Utc,
        }).Rescues.Any(rescue => rescue is { Recommended: true, Tone: Tone.Bold });
    }

    private static void WriteErrors(EvaluationResult measured, string file)
    {
        using var writer = new StreamWriter(file);
        EvaluationErrors.Write(measured, writer);
    }
}
