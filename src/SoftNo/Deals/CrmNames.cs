namespace SoftNo.Deals;

/// <summary>A CRM's names for what a plan changes, from <c>crm/plan.yml</c>.</summary>
public sealed class CrmNames
{
    /// <summary>The source, such as <c>hubspot</c>; <c>any</c> for every other.</summary>
    public string Source { get; init; } = "";

    /// <summary>The header of ids.</summary>
    public string Id { get; init; } = "";

    /// <summary>The header of names.</summary>
    public string Name { get; init; } = "";

    /// <summary>The header of close dates.</summary>
    public string CloseDate { get; init; } = "";

    /// <summary>The header of probabilities.</summary>
    public string ProbabilityHeader { get; init; } = "";

    /// <summary><c>fraction</c> or <c>percent</c>.</summary>
    public string Probability { get; init; } = "";

    /// <summary>The header of what closes a deal.</summary>
    public string Status { get; init; } = "";

    /// <summary>The value that closes it.</summary>
    public string Lost { get; init; } = "";

    /// <summary>Reads the shipped file.</summary>
    /// <exception cref="InvalidDataException">When it is broken: our bug.</exception>
    public static IReadOnlyList<CrmNames> Load(string folder)
    {
        var problems = new List<Problem>();
        return YamlFile.Read<List<CrmNames>>(Path.Combine(folder, "plan.yml"), "plan.yml", problems) ?? throw new InvalidDataException($"{problems[0].Place}: {problems[0].Text.En}");
    }
}
