using SoftNo.Evaluation;
using SoftNo.Evaluation.Noise;

namespace SoftNo.Cli;

/// <summary><c>softno eval CORPUS --noise</c>: what a machine's transcript costs beside a typed one.</summary>
internal static class EvalNoise
{
    /// <summary>Measures and prints.</summary>
    /// <param name="session">The command's terminal and words.</param>
    /// <param name="reader">The reader.</param>
    /// <param name="calls">The labelled calls.</param>
    /// <param name="rules">The file of the noise.</param>
    /// <param name="json">Whether JSON is asked for.</param>
    public static int Run(Session session, CallReader reader, IReadOnlyList<LabelledCall> calls, string rules, bool json)
    {
        var (noise, problem) = NoiseRules.Load(rules);
        if (problem is not null) session.Terminal.ErrorLine($"{problem.Place}: {problem.Text.In(session.Language)} {problem.Cure.In(session.Language)}");
        if (noise is null) return ExitCode.YourInput;
        var result = NoiseEvaluation.Run(calls, reader.Read, new CallNoiser(noise));
        session.Terminal.Line(json ? result.Json() : result.Text());
        return ExitCode.Done;
    }

    /// <summary>The rules beside the corpus's folders.</summary>
    public static string RulesBeside(string corpus) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(corpus)) ?? "", NoiseRules.FileName);
}
