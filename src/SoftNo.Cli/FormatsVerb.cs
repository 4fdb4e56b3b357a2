using System.CommandLine;
using SoftNo.Transcripts;

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
            foreach (var (name, title) in TranscriptReader.Known) session.Terminal.Line($"  {name,-14} {title.In(session.Language)}");
            return ExitCode.Done;
        });
        return verb;
    }
}
