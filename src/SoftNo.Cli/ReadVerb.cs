using System.CommandLine;
using NodaTime;
using SoftNo.Settings;
using SoftNo.Transcripts;

namespace SoftNo.Cli;

/// <summary><c>softno read</c>: from transcripts to readings. Stores nothing.</summary>
internal static class ReadVerb
{
    /// <summary>The verb.</summary>
    public static Command Build(Session session)
    {
        var words = session.Words.Read;
        var verb = new Command("read", words.Verb);
        var inputs = new Argument<string[]>("INPUT") { Description = words.Inputs, Arity = ArgumentArity.OneOrMore };
        var us = Many("--us", words.Us);
        var them = Many("--them", words.Them);
        var at = One("--at", words.At, "TIME");
        var zone = One("--zone", words.Zone, "ZONE");
        var ourZone = One("--our-zone", words.OurZone, "ZONE");
        var format = One("--format", words.Format, "text|json|markdown|html");
        format.DefaultValueFactory = _ => "text";
        format.AcceptOnlyFromAmong("text", "json", "markdown", "html");
        var folder = One("--out", words.Out, "DIR");
        var jobs = One("--jobs", words.Jobs, "N");
        var declared = One("--declared", words.Declared, "PERCENT");
        var maxSize = One("--max-size", words.MaxSize, "SIZE");
        maxSize.DefaultValueFactory = _ => "50MB";
        var without = One("--without", words.Without, "listener");
        without.AcceptOnlyFromAmong("listener");
        var verbose = new Option<bool>("--verbose") { Description = words.Verbose };
        var share = new Option<bool>("--share") { Description = words.Share };
        var together = new Option<bool>("--together") { Description = words.Together };
        var asOf = One("--as-of", words.AsOf, "TIME");
        var run = RunWords.In(session.Language);
        var consent = One("--consent", run.Consent, "WHO, WHEN, HOW");
        var again = new Option<bool>("--again") { Description = run.Again };
        verb.Arguments.Add(inputs);
        foreach (var option in new Option[] { us, them, at, zone, ourZone, format, folder, jobs, declared, maxSize, without, verbose, share, together, asOf, consent, again }) verb.Options.Add(option);
        verb.SetAction(parsed =>
        {
            var problems = new List<Problem>();
            var said = parsed.GetValue(us);
            var settings = SettingsReader.Read(Environment.GetEnvironmentVariable, new SettingsFlags { Us = said is { Length: > 0 } ? said : null });
            problems.AddRange(settings.Problems);
            var calls = new CallOptions
            {
                Us = settings.Settings?.UsNamed ?? [],
                UsualUs = settings.Settings?.UsUsually ?? [],
                UsualZone = settings.Settings?.TheirZone.Value,
                OurDomains = settings.Settings?.Domains.Value ?? [],
                OurZone = settings.Settings?.OurZone.Value ?? DateTimeZoneProviders.Tzdb["Europe/Paris"],
                Them = parsed.GetValue(them) ?? [],
                At = ReadOptions.At(parsed.GetValue(at), problems),
                Zone = ReadOptions.Zone("--zone", parsed.GetValue(zone), problems),
                MaxBytes = ReadOptions.Size(parsed.GetValue(maxSize), problems) ?? long.MaxValue,
            };
            if (ReadOptions.Zone("--our-zone", parsed.GetValue(ourZone), problems) is { } ours) calls = calls with { OurZone = ours };
            var request = new ReadRequest(
                calls, Enum.Parse<ReportFormat>(parsed.GetValue(format)!, ignoreCase: true), parsed.GetValue(folder),
                ReadOptions.Jobs(parsed.GetValue(jobs), problems) ?? Environment.ProcessorCount, ReadOptions.Declared(parsed.GetValue(declared), problems),
                parsed.GetValue(share), parsed.GetValue(without) is not null, settings.Settings, parsed.GetValue(verbose))
            {
                Together = parsed.GetValue(together), AsOf = ReadOptions.At(parsed.GetValue(asOf), problems, "--as-of")?.ToInstant(),
                Consent = parsed.GetValue(consent) is { } who && !string.IsNullOrWhiteSpace(who) ? who.Trim() : null, Again = parsed.GetValue(again),
            };
            if (request is { Share: true, Format: ReportFormat.Json }) problems.Add(CliWords.Problem("share-json", "--share"));
            if (problems.Count == 0) return new ReadRun(session, request).Over(parsed.GetValue(inputs)!);
            foreach (var problem in problems) Complaint.Tell(problem, session);
            return ExitCode.YourInput;
        });
        return verb;
    }

    private static Option<string?> One(string name, string description, string value) => new(name) { Description = description, HelpName = value };

    private static Option<string[]> Many(string name, string description) => new(name)
    {
        Description = description, HelpName = "WHO", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false,
    };
}
