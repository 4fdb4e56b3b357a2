namespace SoftNo.Rescue.Memory;

/// <summary>A file of answers as written: every key may be left out.</summary>
public sealed class DebriefFileText
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

    /// <summary>Reads the file; null where it is wrong, which is told with its line.</summary>
    public static DebriefFileText? Read(string file, ICollection<Problem> problems) => YamlFile.Read<DebriefFileText>(file, file, problems);
}
