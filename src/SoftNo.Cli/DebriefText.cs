using System.Globalization;
using SoftNo.Rescue.Memory;

namespace SoftNo.Cli;

/// <summary>The answers of a debrief as typed: from options, a file or the keyboard.</summary>
internal sealed record DebriefText
{
    public string? Words { get; init; }

    public string? Questions { get; init; }

    public string? Date { get; init; }

    public string? When { get; init; }

    public string? Result { get; init; }

    public string? Percent { get; init; }

    public string? Prospect { get; init; }

    /// <summary>Reads a YAML file of answers; null where it is wrong.</summary>
    public static DebriefText? Read(string file, List<Problem> problems) => DebriefFileText.Read(file, problems) is not { } text ? null : new DebriefText
    {
        Words = text.Words, Questions = text.Questions, Date = text.Date, When = text.When, Result = text.Result, Percent = text.Percent, Prospect = text.Prospect,
    };

    /// <summary>These answers, under others that outrank them.</summary>
    public DebriefText Under(DebriefText over) => new()
    {
        Words = over.Words ?? Words, Questions = over.Questions ?? Questions, Date = over.Date ?? Date, When = over.When ?? When,
        Result = over.Result ?? Result, Percent = over.Percent ?? Percent, Prospect = over.Prospect ?? Prospect,
    };

    /// <summary>The answers understood; what isn't is told.</summary>
    public DebriefAnswers? Answers(string language, List<Problem> problems)
    {
        var questions = Topics(language, Questions, problems);
        var namer = Namer(language, Date, problems);
        var percent = ReadOptions.Declared(string.IsNullOrWhiteSpace(Percent) ? null : Percent, problems, "--percent");
        if (problems.Count > 0) return null;
        return new DebriefAnswers
        {
            Words = Words ?? "", HardQuestions = questions, DateNamer = namer, DateWords = When, Result = IsNone(language, Result) ? null : Result, Percent = percent,
            Prospect = string.IsNullOrWhiteSpace(Prospect) ? null : Prospect.Trim(),
        };
    }

    /// <summary>The topics of a list.</summary>
    public static IReadOnlyList<string> Topics(string language, string? text, List<Problem> problems)
    {
        var words = PracticeWords.Of(language);
        var topics = new List<string>();
        foreach (var word in (text ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (IsNone(language, word)) continue;
            if (words.Topics.TryGetValue(word.ToLower(CultureInfo.InvariantCulture), out var topic)) topics.Add(topic);
            else problems.Add(PracticeWords.Problem("bad-answer", "--questions", word, words.TopicsToAnswer));
        }
        return topics;
    }

    /// <summary>Who named the date.</summary>
    public static DateNamer Namer(string language, string? text, List<Problem> problems)
    {
        var words = PracticeWords.Of(language);
        if (string.IsNullOrWhiteSpace(text)) return DateNamer.Nobody;
        if (words.Namers.TryGetValue(text.Trim().ToLower(CultureInfo.InvariantCulture), out var namer))
            return namer switch { "them" => DateNamer.Them, "us" => DateNamer.Us, _ => DateNamer.Nobody };
        problems.Add(PracticeWords.Problem("bad-answer", "--date", text, words.NamersToAnswer));
        return DateNamer.Nobody;
    }

    private static bool IsNone(string language, string? text) =>
        string.IsNullOrWhiteSpace(text) || PracticeWords.Of(language).None.Contains(text.Trim().ToLower(CultureInfo.InvariantCulture));
}
