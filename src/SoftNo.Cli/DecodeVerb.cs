using System.CommandLine;
using SoftNo.Cues.Listener;
using SoftNo.Cues.Phrases;
using SoftNo.Reports.Practice;
using SoftNo.Rescue.Decoding;
using SoftNo.Settings;
using SoftNo.Transcripts;

namespace SoftNo.Cli;

/// <summary><c>softno decode</c>: what an American means by some words.</summary>
internal static class DecodeVerb
{
    private const long LargestText = 1_000_000;

    /// <summary>The verb.</summary>
    public static Command Build(Session session)
    {
        var words = PracticeWords.Of(session.Language);
        var said = new Argument<string[]>("WORDS") { Description = words.Words, Arity = ArgumentArity.ZeroOrMore };
        var file = CallInput.One("--in", words.In, "FILE");
        var format = new Option<string>("--format") { Description = words.Format, DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var verb = new Command("decode", words.Decode) { said, file, format };
        verb.SetAction(parsed =>
        {
            var (text, name, problem) = Words(string.Join(' ', parsed.GetValue(said) ?? []), parsed.GetValue(file));
            var practice = problem is null ? Practice.Load(session, new SettingsFlags()) : null;
            var lexicon = Lexicon.Load(Lexicon.DefaultFolder);
            foreach (var wrong in problem is null ? lexicon.Problems : [problem]) Complaint.Tell(wrong, session);
            if (practice is null || lexicon.Lexicon is null) return ExitCode.YourInput;
            var models = Path.Combine(AppContext.BaseDirectory, "models");
            var decoded = new Decoder(lexicon.Lexicon, practice.Playbook, () => TrainedListener.TryLoad(models, out _)).Explain(text, name);
            var terminal = session.Terminal;
            terminal.Whole(parsed.GetValue(format) == "json"
                ? DecodeReport.Json(decoded, session.Language) + "\n"
                : DecodeReport.Text(decoded, session.Language, terminal.Width, terminal.Colour));
            return ExitCode.Done;
        });
        return verb;
    }

    private static (string Text, string Name, Problem? Problem) Words(string said, string? file)
    {
        if (file is null) return said.Trim().Length > 0 ? (said, Inputs.StandardInput, null) : ("", "", PracticeWords.Problem("no-words", "decode"));
        try
        {
            if (file != Inputs.StandardInput && !File.Exists(file)) return ("", "", Inputs.Find([file]).Problems is [var missing, ..] ? missing : PracticeWords.Problem("no-words", file));
            using var bytes = file == Inputs.StandardInput ? Console.OpenStandardInput() : File.OpenRead(file);
            var (text, problem) = TranscriptReader.ReadWords(bytes, file, LargestText);
            if (text is null) return ("", "", problem);
            return text.Trim().Length > 0 ? (text, file, null) : ("", "", PracticeWords.Problem("no-words", file));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return ("", "", CliWords.Problem("unreadable", file, error.Message));
        }
    }
}
