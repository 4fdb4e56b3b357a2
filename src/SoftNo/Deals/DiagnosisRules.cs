namespace SoftNo.Deals;

/// <summary>When a diagnosis speaks and of whom, from <c>crm/diagnosis.yml</c>.</summary>
public sealed class DiagnosisRules
{
    /// <summary>The fewest people of ours in an aggregate.</summary>
    public int People { get; init; }

    /// <summary>The fewest calls that something is concluded from.</summary>
    public int Calls { get; init; }

    /// <summary>The share, 0 to 1, from which something happens often.</summary>
    public double Often { get; init; }

    /// <summary>US business days after which a question of theirs counts as left unanswered.</summary>
    public int AnswerDays { get; init; }

    /// <summary>Reads the shipped file.</summary>
    /// <exception cref="InvalidDataException">When it is broken: our bug.</exception>
    public static DiagnosisRules Load(string folder)
    {
        var problems = new List<Problem>();
        return YamlFile.Read<DiagnosisRules>(Path.Combine(folder, "diagnosis.yml"), "diagnosis.yml", problems) ?? throw new InvalidDataException($"{problems[0].Place}: {problems[0].Text.En}");
    }
}
