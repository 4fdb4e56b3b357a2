using System.Globalization;

namespace SoftNo.Transcripts.Formats;

/// <summary>One person of a <c>.call</c> header.</summary>
/// <param name="Name">The full name as written.</param>
/// <param name="Role">The role, or null.</param>
/// <param name="Company">The company after <c>@</c>, or null.</param>
public sealed record CallFilePerson(string Name, string? Role, string? Company);

/// <summary>One turn of a <c>.call</c> file.</summary>
/// <param name="Line">The line in the file, from 1.</param>
/// <param name="StartMs">Milliseconds from the call's start.</param>
/// <param name="Name">The speaker as written: full name or first name.</param>
/// <param name="Words">The words and their labels.</param>
public sealed record CallFileTurn(int Line, long StartMs, string Name, LabelledText Words);

/// <summary>A labelled call as <c>corpus/GUIDE.md</c> describes it: a header, a blank line, a turn a line.</summary>
/// <param name="Header">The header's fields.</param>
/// <param name="Us">The selling side.</param>
/// <param name="Them">The prospect's side.</param>
/// <param name="Turns">The turns, in the file's order.</param>
/// <param name="NotTurns">Lines, from 1, of the body that are no turns.</param>
public sealed record CallFile(
    IReadOnlyDictionary<string, string> Header, IReadOnlyList<CallFilePerson> Us, IReadOnlyList<CallFilePerson> Them,
    IReadOnlyList<CallFileTurn> Turns, IReadOnlyList<int> NotTurns)
{
    /// <summary>Reads a file's text.</summary>
    public static CallFile Parse(string text)
    {
        var header = new Dictionary<string, string>(StringComparer.Ordinal);
        var turns = new List<CallFileTurn>();
        var notTurns = new List<int>();
        var number = 0;
        var body = false;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            number++;
            var line = raw.TrimStart('\uFEFF');
            if (line.IsWhiteSpace()) body = body || header.Count > 0;
            else if (!body) Field(header, line);
            else if (TurnOf(line, number) is { } turn) turns.Add(turn);
            else notTurns.Add(number);
        }

        return new(header, People(header.GetValueOrDefault("us")), People(header.GetValueOrDefault("them")), turns, notTurns);
    }

    /// <summary>Reads a list of people: names apart by commas, a role in brackets, a company after <c>@</c>.</summary>
    public static IReadOnlyList<CallFilePerson> People(string? field)
    {
        var people = new List<CallFilePerson>();
        if (field is null) return people;
        var depth = 0;
        var start = 0;
        for (var at = 0; at <= field.Length; at++)
        {
            if (at < field.Length && field[at] == '(') depth++;
            if (at < field.Length && field[at] == ')') depth--;
            if (at < field.Length && (field[at] != ',' || depth > 0)) continue;
            if (Person(field[start..at]) is { } person) people.Add(person);
            start = at + 1;
        }

        return people;
    }

    /// <summary>The person a turn's name means: the full name, else the one of that first name; null where nobody has it.</summary>
    public static CallFilePerson? Named(IReadOnlyList<CallFilePerson> people, string name) =>
        people.FirstOrDefault(person => person.Name == name) ?? people.FirstOrDefault(person => person.Name.Split(' ')[0] == name);

    private static CallFilePerson? Person(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = text.IndexOf(')', StringComparison.Ordinal);
        var bracket = open >= 0 && close > open ? text[(open + 1)..close] : "";
        var outside = open >= 0 && close > open ? text[..open] + text[(close + 1)..] : text;
        var company = After(bracket) ?? After(outside);
        var role = Before(bracket);
        return Before(outside) is { } name ? new(name, role, company) : null;

        static string? Before(string words) => words.Split('@')[0].Trim() is { Length: > 0 } found ? found : null;
        static string? After(string words) => words.Contains('@', StringComparison.Ordinal) ? words[(words.IndexOf('@', StringComparison.Ordinal) + 1)..].Trim() : null;
    }

    private static void Field(Dictionary<string, string> header, ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(':');
        if (colon < 0) return;
        var value = line[(colon + 1)..];
        var comment = value.IndexOf("  #", StringComparison.Ordinal);
        if (comment >= 0) value = value[..comment];
        header[line[..colon].Trim().ToString()] = value.Trim().ToString();
    }

    private static CallFileTurn? TurnOf(ReadOnlySpan<char> line, int number)
    {
        var space = line.IndexOf(' ');
        if (space < 0 || Time(line[..space]) is not { } time) return null;
        var rest = line[(space + 1)..];
        var colon = rest.IndexOf(':');
        if (colon is < 1 or > 60) return null;
        return new(number, time, rest[..colon].Trim().ToString(), LabelledText.Read(rest[(colon + 1)..].ToString()));
    }

    private static long? Time(ReadOnlySpan<char> text)
    {
        long seconds = 0;
        var parts = 0;
        foreach (var range in text.Split(':'))
        {
            if (!int.TryParse(text[range], NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return null;
            seconds = (seconds * 60) + value;
            parts++;
        }

        return parts is 2 or 3 ? seconds * 1000 : null;
    }
}
