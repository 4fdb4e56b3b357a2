using System.CommandLine;

namespace SoftNo.Cli;

/// <summary><c>softno formats</c>: what can be read.</summary>
internal static class FormatsVerb
{
    /// <summary>The verb.</summary>
    public static Command Build(Session session)
    {
        var verb = new Command("formats", session.Words.FormatsVerb);
        verb.SetAction(_ =>
        {
            session.Terminal.Line(session.Words.FormatsTitle);
            return ExitCode.Done;
        });
        return verb;
    }
}
