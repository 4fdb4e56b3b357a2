using SoftNo.Rescue.Memory;

namespace SoftNo.Cli;

/// <summary>Asks the five questions at the keyboard; answers already given are not asked for.</summary>
internal sealed class DebriefQuestions(Session session)
{
    private readonly AskWords _ask = PracticeWords.Of(session.Language).Ask;

    /// <summary>The answers, with what was given.</summary>
    public TypedAnswers Ask(TypedAnswers given)
    {
        var words = given.Words ?? Lines(_ask.Words);
        var questions = given.Questions ?? Understood(_ask.Questions, (text, problems) => DebriefText.Topics(session.Language, text, problems));
        var date = given.Date ?? Understood(_ask.Date, (text, problems) => DebriefText.Namer(session.Language, text, problems));
        var named = DebriefText.Namer(session.Language, date, []) != DateNamer.Nobody;
        return given with
        {
            Words = words,
            Questions = questions,
            Date = date,
            When = given.When ?? (named ? Line(_ask.When) : null),
            Result = given.Result ?? Line(_ask.Result),
            Percent = given.Percent ?? Understood(_ask.Percent, (text, problems) => ReadOptions.Declared(string.IsNullOrWhiteSpace(text) ? null : text, problems, "--percent")),
        };
    }

    /// <summary>Asks again until the answer is understood, or the keyboard is closed.</summary>
    private string? Understood<T>(string question, Func<string?, List<Problem>, T> understand)
    {
        while (true)
        {
            var answer = Line(question);
            var problems = new List<Problem>();
            _ = understand(answer, problems);
            if (answer is null || problems.Count == 0) return answer;
            foreach (var problem in problems) session.Terminal.ErrorLine($"{problem.Text.In(session.Language)} {problem.Cure.In(session.Language)}");
        }
    }

    private string? Line(string question)
    {
        session.Terminal.Error.WriteLine(question);
        return Console.In.ReadLine();
    }

    private string Lines(string question)
    {
        session.Terminal.Error.WriteLine(question);
        var lines = new List<string>();
        while (Console.In.ReadLine() is { } line && line.Trim().Length > 0) lines.Add(line);
        return string.Join('\n', lines);
    }
}
