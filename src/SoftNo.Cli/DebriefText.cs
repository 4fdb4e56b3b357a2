using System.Globalization;
using SoftNo.Rescue.Memory;

namespace SoftNo.Cli;

/// <summary>Understands the typed answers of a debrief, in the interface's language.</summary>
internal static class DebriefText
{
    /// <summary>The answers understood; what isn't is told.</summary>
    public static DebriefAnswers? Answers(TypedAnswers typed, string language, List<Problem> problems)
    {
        var questions = Topics(language, typed.Questions, problems);
        var namer = Namer(language, typed.Date, problems);
        var percent = ReadOptions.Declared(string.IsNullOrWhiteSpace(typed.Percent) ? null : typed.Percent, problems, "--percent");
        if (problems.Count > 0) return null;
        return new DebriefAnswers
        {
            Words = typed.Words ?? "", HardQuestions = questions, DateNamer = namer, DateWords = typed.When, Result = IsNone(language, typed.Result) ? null : typed.Result, Percent = percent,
            Prospect = string.IsNullOrWhiteSpace(typed.Prospect) ? null : typed.Prospect.Trim(),
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
