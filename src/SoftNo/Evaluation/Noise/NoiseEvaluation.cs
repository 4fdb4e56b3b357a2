using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SoftNo.Calls;
using SoftNo.Signals;

namespace SoftNo.Evaluation.Noise;

/// <summary>What noise costs: the clean calls of a corpus as they are and as a machine would have heard them, paired, and its machine transcripts beside.</summary>
/// <param name="Clean">The clean calls as they are.</param>
/// <param name="Noisy">The same with noise.</param>
/// <param name="Natural">The calls whose labels say they are machine transcripts.</param>
public sealed record NoiseResult(IReadOnlyList<CallScore> Clean, IReadOnlyList<CallScore> Noisy, IReadOnlyList<CallScore> Natural)
{
    /// <summary>How much cue macro-F1 falls, over the kinds that the clean calls' labels have; null where there is no clean call.</summary>
    public double? Loss => MacroF1(Clean) - MacroF1(Noisy);

    /// <summary>Cue macro-F1 of some calls.</summary>
    public static double? MacroF1(IEnumerable<CallScore> calls) => Measures.CueMacroF1(Counts.Of(calls.Select(call => call.Counts)));

    /// <summary>Four lines to read.</summary>
    public string Text()
    {
        return string.Join(
            '\n',
            $"clean calls ({Clean.Count})              cue macro-F1 {Number(MacroF1(Clean))}",
            $"the same with noise           cue macro-F1 {Number(MacroF1(Noisy))}",
            $"loss                                       {Number(Loss)}",
            $"machine transcripts ({Natural.Count})      cue macro-F1 {Number(MacroF1(Natural))}");

        static string Number(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–";
    }

    /// <summary>One JSON object, schema <c>softno.noise/1</c>.</summary>
    public string Json() => new JsonObject
    {
        ["schema"] = "softno.noise/1",
        ["cleanCalls"] = Clean.Count,
        ["clean"] = MacroF1(Clean),
        ["noisy"] = MacroF1(Noisy),
        ["loss"] = Loss,
        ["machineCalls"] = Natural.Count,
        ["machine"] = MacroF1(Natural),
    }.ToJsonString(JsonSerializerOptions.Default);
}

/// <summary>Measures what noise costs a reader.</summary>
public static class NoiseEvaluation
{
    /// <summary>Reads every clean call twice, and every machine transcript once.</summary>
    /// <param name="calls">The labelled calls.</param>
    /// <param name="read">The reader; called from several threads.</param>
    /// <param name="noiser">What makes the noise.</param>
    public static NoiseResult Run(IReadOnlyList<LabelledCall> calls, Func<Call, Reading> read, CallNoiser noiser)
    {
        ArgumentNullException.ThrowIfNull(calls);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(noiser);
        List<LabelledCall> clean = [.. calls.Where(call => call.Noise == "clean")];
        return new(Scores(clean), Scores([.. clean.Select(noiser.Apply)]), Scores([.. calls.Where(call => call.Noise == "asr")]));

        IReadOnlyList<CallScore> Scores(IReadOnlyList<LabelledCall> some) => CorpusEvaluation.Run(some, read, new() { Hidden = false }).Stated;
    }
}
