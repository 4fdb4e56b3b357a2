namespace SoftNo.Deals.Matching;

/// <summary>How sure traces are, from <c>crm/matching.yml</c>.</summary>
public sealed class MatchingRules
{
    /// <summary>By trace (<c>address</c>, <c>domain</c>, <c>company</c>, <c>title</c>, <c>name</c>): 0 to 1.</summary>
    public Dictionary<string, double> Confidence { get; init; } = [];

    /// <summary>Below this a match waits for the user's word.</summary>
    public double Enough { get; init; }

    /// <summary>What the confidence is multiplied by where only one of several deals is open that day.</summary>
    public double OnlyOpen { get; init; }

    /// <summary>Domains of mail providers.</summary>
    public List<string> FreeDomains { get; init; } = [];

    /// <summary>Endings of companies' names that don't count.</summary>
    public List<string> CompanyEndings { get; init; } = [];

    /// <summary>Reads the shipped file.</summary>
    /// <exception cref="InvalidDataException">When it is broken: our bug.</exception>
    public static MatchingRules Load(string folder)
    {
        var problems = new List<Problem>();
        return YamlFile.Read<MatchingRules>(Path.Combine(folder, "matching.yml"), "matching.yml", problems) ?? throw new InvalidDataException($"{problems[0].Place}: {problems[0].Text.En}");
    }
}
