using System.CommandLine;
using SoftNo.Reports.Practice;

namespace SoftNo.Cli;

/// <summary><c>softno card</c>: one page to keep beside the screen.</summary>
internal static class CardVerb
{
    /// <summary>The verb.</summary>
    public static Command Build(Session session)
    {
        var words = PracticeWords.Of(session.Language);
        var verb = new Command("card", words.Card);
        var input = new CallInput(session);
        input.AddTo(verb);
        var format = new Option<string>("--format") { Description = words.Format, DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "html");
        verb.Options.Add(format);
        verb.SetAction(parsed =>
        {
            if (input.Read(parsed, session) is not ({ } practice, { } call, { } reader)) return ExitCode.YourInput;
            var card = practice.Playbook.Card(reader.Read(call), practice.Options());
            var terminal = session.Terminal;
            terminal.Whole(parsed.GetValue(format) == "html" ? CardReport.Html(card, session.Language) : CardReport.Text(card, session.Language, terminal.Width, terminal.Colour));
            return ExitCode.Done;
        });
        return verb;
    }
}
