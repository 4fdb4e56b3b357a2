using System.CommandLine;
using SoftNo.Cli.Stored;
using SoftNo.Cues.Phrases;
using SoftNo.Forecasting;
using SoftNo.Reports;
using SoftNo.Rescue.Memory;
using SoftNo.Settings;
using SoftNo.Signals;
using SoftNo.Storage.Calls;
using SoftNo.Storage.Deals;

namespace SoftNo.Cli;

/// <summary><c>softno debrief</c>: five questions where there is no recording.</summary>
internal static class DebriefVerb
{
    /// <summary>The verb.</summary>
    public static Command Build(Session session)
    {
        var words = PracticeWords.Of(session.Language);
        var verb = new Command("debrief", words.Debrief);
        var said = CallInput.One("--words", words.AnswerWords, "WORDS");
        var questions = CallInput.One("--questions", words.AnswerQuestions, "LIST");
        var date = CallInput.One("--date", words.AnswerDate, "WHO");
        var when = CallInput.One("--when", words.AnswerWhen, "WORDS");
        var result = CallInput.One("--result", words.AnswerResult, "WORDS");
        var percent = CallInput.One("--percent", words.AnswerPercent, "PERCENT");
        var prospect = CallInput.One("--prospect", words.AnswerProspect, "NAME");
        var from = CallInput.One("--from", words.AnswerFrom, "FILE");
        var at = CallInput.One("--at", words.At, "TIME");
        var zone = CallInput.One("--zone", words.Zone, "ZONE");
        var ourZone = CallInput.One("--our-zone", words.OurZone, "ZONE");
        var format = new Option<string>("--format") { Description = words.Format, DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "markdown", "html");
        var deal = CallInput.One("--deal", StoreWords.Of(session.Language).Options["debrief-deal"], "DEAL");
        var db = Desk.Db(session);
        foreach (var option in new Option[] { said, questions, date, when, result, percent, prospect, from, at, zone, ourZone, deal, db, format }) verb.Options.Add(option);
        verb.SetAction(parsed =>
        {
            var problems = new List<Problem>();
            var flags = new TypedAnswers
            {
                Words = parsed.GetValue(said), Questions = parsed.GetValue(questions), Date = parsed.GetValue(date), When = parsed.GetValue(when),
                Result = parsed.GetValue(result), Percent = parsed.GetValue(percent), Prospect = parsed.GetValue(prospect),
            };
            var text = parsed.GetValue(from) is { } file ? TypedAnswers.Read(file, problems)?.Under(flags) : flags;
            if (text is not null && text.Words is null && problems.Count == 0) text = new DebriefQuestions(session).Ask(text);
            var answers = text is null ? null : DebriefText.Answers(text, session.Language, problems);
            var started = ReadOptions.At(parsed.GetValue(at), problems);
            foreach (var problem in problems) Complaint.Tell(problem, session);
            if (answers is null || problems.Count > 0) return ExitCode.YourInput;
            var practice = Practice.Load(session, new SettingsFlags { Zone = parsed.GetValue(zone), OurZone = parsed.GetValue(ourZone) });
            var lexicon = Lexicon.Load(Lexicon.DefaultFolder);
            foreach (var problem in lexicon.Problems) Complaint.Tell(problem, session);
            if (practice is null || lexicon.Lexicon is null) return ExitCode.YourInput;
            answers = answers with { At = started, Now = practice.Now, Zone = practice.Settings.TheirZone.Value, OurZone = practice.Settings.OurZone.Value };
            var debrief = new Debrief(lexicon.Lexicon, practice.Playbook);
            session.Terminal.Whole(Shown(practice, debrief, answers, parsed.GetValue(format)!));
            return parsed.GetValue(deal) is { } named ? Store(session, parsed.GetValue(db), named, debrief.Read(answers)) : ExitCode.Done;
        });
        return verb;
    }

    /// <summary>Keeps the reading at its deal.</summary>
    private static int Store(Session session, string? db, string named, Reading reading) => Desk.With(session, db, desk =>
    {
        var (deal, problem) = DealFinder.Find(desk.Store, named);
        if (deal is null) return desk.Fail(problem!);
        CallImporter.Keep(desk.Store, desk.Clock, reading, deal);
        session.Terminal.Remark(desk.Words.Line("debrief-kept", deal.Name));
        return ExitCode.Done;
    });

    private static string Shown(Practice practice, Debrief debrief, DebriefAnswers answers, string format)
    {
        var reading = debrief.Read(answers);
        var report = new Report(reading, practice.Playbook.Advise(reading, practice.Options()))
        {
            Declared = answers.Percent is { } percent ? Declared.Beside(percent, reading, CallPriors.Load(CallPriors.DefaultFile)) : null,
        };
        var (language, terminal) = (practice.Session.Language, practice.Session.Terminal);
        return format switch
        {
            "json" => ReportJson.Write(report, language) + "\n",
            "markdown" => ReportMarkdown.Write(report, language),
            "html" => ReportHtml.Write(report, language),
            _ => ReportText.Write(report, language, terminal.Width, terminal.Colour),
        };
    }
}
