namespace SoftNo.Signals;

/// <summary>Whether there is enough to tell anything. Rules first; what they leave is weighed like the other verdicts.</summary>
public static class Sufficiency
{
    /// <summary>Why nothing can be told by rule, or null where it can be weighed.</summary>
    public static string? Lacks(CallEvidence evidence)
    {
        var limits = evidence.Rules.Sufficiency;
        var fewest = evidence.Call.IsMailAlone ? limits.ProspectMails : limits.ProspectRuns;
        if (evidence.ProspectWords < limits.ProspectWords || evidence.ProspectRuns < fewest) return "prospect-speech";
        if (Confidence(evidence) < limits.Confidence) return "poor-transcript";
        return evidence.Sale.Probability < limits.Sale ? "no-sale" : null;
    }

    private static double Confidence(CallEvidence evidence)
    {
        var known = evidence.Call.Turns.Select(turn => turn.Confidence).OfType<double>().ToList();
        return known.Count == 0 ? 1 : known.Average();
    }
}
