using System.CommandLine;
using System.Globalization;
using SoftNo.Cues.Moments;
using SoftNo.Cues.Phrases;

namespace SoftNo.Cli;

/// <summary><c>softno lexicon check</c>: every rule against its own examples, for whoever edits the phrases.</summary>
internal static class LexiconVerb
{
    /// <summary>The verb, with its one act.</summary>
    public static Command Build(Session session)
    {
        var folder = new Argument<string?>("PATH") { Description = session.Words.LexiconPath, Arity = ArgumentArity.ZeroOrOne };
        var check = new Command("check", session.Words.LexiconCheckVerb) { folder };
        check.SetAction(parsed => Check(session, parsed.GetValue(folder) ?? Lexicon.DefaultFolder));
        return new Command("lexicon", session.Words.LexiconVerb) { check };
    }

    private static int Check(Session session, string folder)
    {
        if (!Directory.Exists(folder))
        {
            Complaint.Tell(CliWords.Problem("missing-file", folder, ""), session);
            return ExitCode.YourInput;
        }

        var loaded = Lexicon.Load(folder);
        var findings = loaded.Lexicon is { } lexicon ? LexiconCheck.Run(lexicon, folder) : new LexiconFindings(loaded.Problems, []);
        if (Directory.Exists(Path.Combine(folder, "consent"))) findings = findings with { Problems = [.. findings.Problems, .. LexiconCheck.Consent(folder).Problems] };
        if (Directory.Exists(Path.Combine(folder, "moments"))) findings = findings with { Problems = [.. findings.Problems, .. MomentsCheck.Run(folder)] };
        foreach (var problem in findings.Problems) Complaint.Tell(problem, session);
        // Two rules on one span are not an error: the stronger wins. They are shown, so that a coach can decide.
        foreach (var both in findings.Contradictions)
        {
            session.Terminal.Line(string.Format(
                CultureInfo.InvariantCulture, session.Words.Contradiction, both.First.Id, both.Other.Id, Reports.Plain.Of(both.Words)));
        }

        if (!findings.IsClean)
        {
            session.Terminal.ErrorLine(session.Words.LexiconProblems.Of(findings.Problems.Count, session.Language));
            return ExitCode.YourInput;
        }

        session.Terminal.Line(session.Words.LexiconClean.Of(loaded.Lexicon!.Rules.Count, session.Language));
        return ExitCode.Done;
    }
}
