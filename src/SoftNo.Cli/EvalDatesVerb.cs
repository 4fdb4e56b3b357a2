using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SoftNo.Evaluation;

namespace SoftNo.Cli;

/// <summary><c>softno eval dates PATH</c>: measures the grammar of dates on a public test set, class by class. Of engineers for engineers: figures are in English.</summary>
internal static class EvalDatesVerb
{
    /// <summary>The verb.</summary>
    public static Command Build(Session session)
    {
        var path = new Argument<string>("PATH") { Description = session.Words.EvalDatesPath };
        var errors = new Option<string?>("--errors") { Description = session.Words.EvalErrors, HelpName = "FILE" };
        var verb = new Command("dates", session.Words.EvalDates) { path, errors };
        verb.SetAction(result =>
        {
            var file = result.GetValue(path)!;
            if (!File.Exists(file))
            {
                session.Terminal.ErrorLine(CliWords.Problem("missing-file", file, "").Text.In(session.Language));
                return ExitCode.YourInput;
            }

            DateScore score;
            try
            {
                score = DateSuite.Run(file);
            }
            catch (JsonException)
            {
                session.Terminal.ErrorLine(CliWords.Problem("not-json", file).Text.In(session.Language));
                return ExitCode.YourInput;
            }

            session.Terminal.Line(Text(score));
            if (result.GetValue(errors) is { } misses) File.WriteAllLines(misses, score.Misses.Select(miss => $"{miss.Class}\t{miss.Input}\t{miss.Expected}\t{miss.Read}"));
            return ExitCode.Done;
        });
        return verb;
    }

    private static string Text(DateScore score) => string.Join('\n',
    [
        Line("cases", score.Cases),
        .. score.ByClass.OrderByDescending(one => one.Value.Of).Select(one => Line(one.Key, one.Value)),
        "left out: " + string.Join(", ", score.LeftOut.Select(one => $"{one.Key} {one.Value}")),
    ]);

    private static string Line(string name, Share share) => string.Create(CultureInfo.InvariantCulture, $"{name,-20}{share.Right,5} of {share.Of,4}  {share.Value:0.000}");
}
