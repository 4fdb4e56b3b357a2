using System.CommandLine;
using System.Globalization;
using System.Text;
using SoftNo.Reports.Practice;
using SoftNo.Settings;

namespace SoftNo.Cli;

/// <summary><c>softno settings</c>: each value and where it comes from; <c>init</c> asks and writes the file.</summary>
internal static class SettingsVerb
{
    /// <summary>The verb.</summary>
    public static Command Build(Session session)
    {
        var words = PracticeWords.Of(session.Language);
        var verb = new Command("settings", words.Settings);
        verb.SetAction(_ =>
        {
            if (Read(session, new SettingsFlags()) is not { } settings) return ExitCode.YourInput;
            session.Terminal.Whole(SettingsText.Write(settings, session.Language, session.Terminal.Width, session.Terminal.Colour));
            return ExitCode.Done;
        });
        var init = new Command("init", words.SettingsInit);
        init.SetAction(_ => Init(session));
        verb.Subcommands.Add(init);
        return verb;
    }

    private static TeamSettings? Read(Session session, SettingsFlags flags)
    {
        var result = SettingsReader.Read(Environment.GetEnvironmentVariable, flags);
        foreach (var problem in result.Problems) Complaint.Tell(problem, session);
        return result.Settings;
    }

    /// <summary>Asks in French unless the user said otherwise; what the file already has is offered as the answer.</summary>
    private static int Init(Session session)
    {
        if (Read(session, new SettingsFlags()) is not { } old) return ExitCode.YourInput;
        var language = Environment.GetCommandLineArgs().Any(word => word.StartsWith("--lang", StringComparison.Ordinal)) ? session.Language : "fr";
        var ask = PracticeWords.Of(language).Ask;
        var asked = new StringBuilder();
        Ask("us:\n  names: ", ask.InitNames, string.Join(", ", old.Names.Value), list: true);
        Ask("  domains: ", ask.InitDomains, string.Join(", ", old.Domains.Value), list: true);
        Ask("  address: ", ask.InitAddress, old.Address.Value ?? "");
        Ask("zones:\n  ours: ", ask.InitOurZone, old.OurZone.Value.Id);
        Ask("  theirs: ", ask.InitTheirZone, old.TheirZone.Value?.Id ?? "America/New_York");
        Ask("hours: ", ask.InitHours, $"{old.Hours.Value.From.ToString("H:mm", CultureInfo.InvariantCulture)}-{old.Hours.Value.To.ToString("H:mm", CultureInfo.InvariantCulture)}");
        Ask("language: ", ask.InitLanguage, old.Language.Value ?? "fr");
        Ask("signature: ", ask.InitSignature, old.Signature.Value?.TrimEnd('\n') ?? "");
        Ask("consent: ", ask.InitConsent, old.ConsentDemanded.Value ? "oui" : "non");
        var parsed = SettingsReader.Parse(asked.ToString(), old.File);
        foreach (var problem in parsed.Problems) Complaint.Tell(problem, session);
        if (parsed.Settings is not { } settings) return ExitCode.YourInput;
        Directory.CreateDirectory(Path.GetDirectoryName(old.File)!);
        File.WriteAllText(old.File, SettingsWriter.Write(settings with { CaseStudies = old.CaseStudies }), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        session.Terminal.Line(string.Format(CultureInfo.InvariantCulture, CliWords.In(language).Wrote, old.File));
        return ExitCode.Done;

        void Ask(string key, string question, string current, bool list = false)
        {
            session.Terminal.Error.Write(current.Length > 0 ? $"{question} [{current}] : " : $"{question} : ");
            var answer = Console.In.ReadLine()?.Trim() is { Length: > 0 } said ? said : current;
            asked.Append(key).Append(list ? $"[{string.Join(", ", answer.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Quoted))}]" : Quoted(answer)).Append('\n');
        }
    }

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";
}
