namespace SoftNo.Rescue.Memory;

/// <summary>The answers of a debrief as typed, from options, a file or the keyboard: each may be left out.</summary>
public sealed record TypedAnswers
{
    /// <summary>The words remembered; a line each.</summary>
    public string? Words { get; init; }

    /// <summary>Topics of the hard questions, separated by commas.</summary>
    public string? Questions { get; init; }

    /// <summary>Who named the next date.</summary>
    public string? Date { get; init; }

    /// <summary>That date's words.</summary>
    public string? When { get; init; }

    /// <summary>The result they named.</summary>
    public string? Result { get; init; }

    /// <summary>The percentage you would enter.</summary>
    public string? Percent { get; init; }

    /// <summary>The prospect's name.</summary>
    public string? Prospect { get; init; }

    /// <summary>Reads a YAML file of answers; null where it is wrong, which is told with its line.</summary>
    public static TypedAnswers? Read(string file, ICollection<Problem> problems) => YamlFile.Read<TypedAnswers>(file, file, problems);

    /// <summary>These answers, under others that outrank them.</summary>
    public TypedAnswers Under(TypedAnswers over) => new()
    {
        Words = over.Words ?? Words, Questions = over.Questions ?? Questions, Date = over.Date ?? Date, When = over.When ?? When,
        Result = over.Result ?? Result, Percent = over.Percent ?? Percent, Prospect = over.Prospect ?? Prospect,
    };
}
