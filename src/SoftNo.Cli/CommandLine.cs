using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;
using NodaTime;
using SoftNo.Cli.Stored;
using SoftNo.Settings;

namespace SoftNo.Cli;

/// <summary>The whole command: one root, one file a verb, one place where errors become exit codes.</summary>
internal static class CommandLine
{
    /// <summary>Runs the command on the arguments of the process.</summary>
    public static async Task<int> Run(string[] args)
    {
        var terminal = Terminal.Open();
        CliWords? words = null;
        try
        {
            var language = InterfaceLanguage.Of(args, Environment.GetEnvironmentVariable, CultureInfo.CurrentUICulture, SettingsReader.Language(Environment.GetEnvironmentVariable));
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            words = CliWords.In(language);
            var parsed = Root(new Session(terminal, words, language, Clock)).Parse(args);
            if (parsed.Errors.Count > 0) return Refuse(parsed, terminal, words);
            var run = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = terminal.Out, Error = terminal.Error };
            return await parsed.InvokeAsync(run).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.YourInput;
        }
        catch (IOException) when (terminal.ReaderIsGone)
        {
            // `softno read … | head`: who listened has enough.
            return ExitCode.Done;
        }
#pragma warning disable CA1031 // The last resort: whatever nobody expected is our bug, said in a sentence.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            Bug.Tell(unexpected, terminal, words ?? CliWords.In("en"), file: null);
            return ExitCode.OurBug;
        }
        finally
        {
            terminal.Flush();
        }
    }

#pragma warning disable RS0030 // The one place that names the system clock: the host's entry point.
    private static IClock Clock => SystemClock.Instance;
#pragma warning restore RS0030

    private static RootCommand Root(Session session)
    {
        var words = session.Words;
        var root = new RootCommand(words.Root);
        var language = new Option<string>("--lang") { Description = words.Lang, HelpName = "fr|en", Recursive = true };
        language.AcceptOnlyFromAmong("fr", "en");
        root.Options.Add(language);
        Command[] verbs =
        [
            ReadVerb.Build(session), RescueVerb.Build(session), CardVerb.Build(session), DecodeVerb.Build(session), DebriefVerb.Build(session), AutopsyVerb.Build(session),
            DemoVerb.Build(session), ImportVerb.Build(session), ExportVerb.Build(session), OutcomeVerb.Build(session), OutcomeVerb.Sent(session), ReadingsVerb.Build(session),
            ReadingsVerb.Reread(session), ReadingsVerb.Dismiss(session), ReadingsVerb.Unmatched(session),
            PipelineVerb.Build(session), PipelineVerb.Deal(session), PipelineVerb.Today(session), PlanVerb.Build(session), BacktestVerb.Build(session), BacktestVerb.Calibrate(session), DiagnoseVerb.Build(session),
            BackupVerb.Build(session), BackupVerb.Restore(session), PrivacyVerbs.Retention(session), PrivacyVerbs.Forget(session), PrivacyVerbs.Access(session), EncryptVerb.Build(session), DoctorVerb.Build(session),
            ServeVerb.Build(session), ServeVerb.Mcp(session),
            FormatsVerb.Build(session), LexiconVerb.Build(session), SettingsVerb.Build(session), EvalVerb.Build(session),
        ];
        foreach (var verb in verbs) root.Subcommands.Add(verb);
        // The options that the parser brings along speak the interface's language too.
        foreach (var option in root.Options)
        {
            if (option is VersionOption version) version.Description = words.Version;
            if (option is not HelpOption help) continue;
            help.Description = words.Help;
            help.Action = new HelpWithExamples(session, (HelpAction)help.Action!);
        }

        root.SetAction(result => new HelpWithExamples(session, new HelpAction()).Invoke(result));
        return root;
    }

    private static int Refuse(ParseResult parsed, Terminal terminal, CliWords words)
    {
        foreach (var error in parsed.Errors) terminal.ErrorLine($"softno: {error.Message}");
        var verb = parsed.CommandResult.Command;
        terminal.ErrorLine(string.Format(CultureInfo.InvariantCulture, words.SeeHelp, verb is RootCommand ? "softno --help" : $"softno {verb.Name} --help"));
        return ExitCode.YourInput;
    }
}

/// <summary>What every verb is given: the terminal, the interface's words and its language.</summary>
/// <param name="Terminal">Where to write.</param>
/// <param name="Words">The interface's words.</param>
/// <param name="Language"><c>fr</c> or <c>en</c>.</param>
/// <param name="Clock">What tells the moment of the run.</param>
internal sealed record Session(Terminal Terminal, CliWords Words, string Language, IClock Clock);

/// <summary>The help of a verb, with its examples below.</summary>
internal sealed class HelpWithExamples(Session session, HelpAction plain) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        plain.MaxWidth = session.Terminal.Width;
        var run = parseResult.InvocationConfiguration;
        var output = run.Output;
        using var help = new StringWriter();
        run.Output = help;
        var done = plain.Invoke(parseResult);
        run.Output = output;
        // The parser's own library speaks half of this in English whatever the language.
        session.Terminal.Whole(help.ToString()
            .Replace("Description:", session.Words.DescriptionTitle, StringComparison.Ordinal)
            .Replace("[default: ", $"[{session.Words.DefaultWord}{session.Words.Colon}", StringComparison.Ordinal)
            .Replace("[command]", $"[{session.Words.CommandWord}]", StringComparison.Ordinal));
        var verb = parseResult.CommandResult.Command;
        var examples = session.Words.Examples.GetValueOrDefault(verb is RootCommand ? "softno" : verb.Name) ?? StoreWords.Of(session.Language).Examples.GetValueOrDefault(verb.Name);
        if (examples is null) return done;
        session.Terminal.Line(session.Words.ExamplesTitle);
        foreach (var example in examples)
        {
            session.Terminal.Line($"  {example.Line}");
            session.Terminal.Line($"      {example.Does}");
        }

        session.Terminal.Line();
        return done;
    }
}
