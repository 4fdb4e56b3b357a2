using System.Text;
using NodaTime;
using NodaTime.Text;
using SoftNo.Rescue;

namespace SoftNo.Settings;

/// <summary>What the command's options set; null: not given.</summary>
public sealed record SettingsFlags
{
    /// <summary><c>--us</c>: names, addresses, domains.</summary>
    public IReadOnlyList<string>? Us { get; init; }

    /// <summary><c>--zone</c>.</summary>
    public string? Zone { get; init; }

    /// <summary><c>--our-zone</c>.</summary>
    public string? OurZone { get; init; }

    /// <summary><c>--hours</c>, such as <c>9-19</c> or <c>9:30-18:00</c>.</summary>
    public string? Hours { get; init; }

    /// <summary><c>--lang</c>.</summary>
    public string? Language { get; init; }
}

/// <summary>Reads the settings: an option before an environment variable, before the file, before the default.</summary>
public static class SettingsReader
{
    private const int CaseStudyWords = 8;
    private static readonly LocalTimePattern[] HourPatterns =
        [LocalTimePattern.CreateWithInvariantCulture("%H"), LocalTimePattern.CreateWithInvariantCulture("H:mm"), LocalTimePattern.CreateWithInvariantCulture("H'h'"), LocalTimePattern.CreateWithInvariantCulture("H'h'mm")];

    /// <summary>Reads them.</summary>
    /// <param name="environment">The environment's variables.</param>
    /// <param name="flags">The command's options.</param>
    public static SettingsResult Read(Func<string, string?> environment, SettingsFlags flags)
    {
        var file = Path.Combine(SettingsHome.Folder(environment), SettingsHome.FileName);
        var problems = new List<Problem>();
        return Text(file, problems) is { } text ? Read(text, file, environment, flags, problems) : new SettingsResult(null, problems);
    }

    /// <summary>The language that the environment or the file sets; null where neither does, or the file is wrong, which the verbs tell.</summary>
    public static string? Language(Func<string, string?> environment) => Read(environment, new SettingsFlags()).Settings?.Language.Value;

    /// <summary>Reads a settings file's text alone.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">The file's name, for problems.</param>
    public static SettingsResult Parse(string text, string file) => Read(text, file, _ => null, new SettingsFlags(), []);

    private static SettingsResult Read(string text, string file, Func<string, string?> environment, SettingsFlags flags, List<Problem> problems)
    {
        var root = YamlNodes.Root(text, file, problems);
        if (root is null) return new SettingsResult(null, problems);

        var us = root.Under("us");
        var zones = root.Under("zones");
        // The file is read whole before anything outranks it, so that what is wrong in it is always told.
        var names = us.Texts("names");
        var domains = us.Texts("domains");
        var ours = zones.Parsed("ours", Zone, "un fuseau IANA, par exemple Europe/Paris", "an IANA zone, such as Europe/Paris");
        var theirs = zones.Parsed("theirs", Zone, "un fuseau IANA, par exemple America/Chicago", "an IANA zone, such as America/Chicago");
        var hours = root.Parsed("hours", Hours, "deux heures, par exemple 9-19 ou 9:30-18:30", "two hours, such as 9-19 or 9:30-18:30");
        var language = root.Parsed("language", Language, "fr ou en", "fr or en");
        var settings = new TeamSettings
        {
            File = file,
            Names = Given(flags.Us?.Where(word => !IsDomain(word)).ToList(), "--us") ?? Listed(environment, "SOFTNO_US", word => !IsDomain(word)) ?? names ?? Default<IReadOnlyList<string>>([]),
            Domains = Given(flags.Us?.Where(IsDomain).ToList(), "--us") ?? Listed(environment, "SOFTNO_US", IsDomain) ?? domains ?? Default<IReadOnlyList<string>>([]),
            Address = Optional(us.Parsed("address", Address, "une adresse de courriel", "a mail address")),
            OurZone = Named(flags.OurZone, "--our-zone", Zone) ?? Named(environment("SOFTNO_OUR_ZONE"), "SOFTNO_OUR_ZONE", Zone)
                ?? ours ?? Default(DateTimeZoneProviders.Tzdb["Europe/Paris"]),
            TheirZone = Optional(Named(flags.Zone, "--zone", Zone) ?? Named(environment("SOFTNO_ZONE"), "SOFTNO_ZONE", Zone) ?? theirs),
            Hours = Named(flags.Hours, "--hours", Hours) ?? Named(environment("SOFTNO_HOURS"), "SOFTNO_HOURS", Hours) ?? hours
                ?? Default(new Hours(new LocalTime(9, 0), new LocalTime(19, 0))),
            Language = Optional(Named(flags.Language, "--lang", Language) ?? Named(environment("SOFTNO_LANG"), "SOFTNO_LANG", Language) ?? language),
            CaseStudies = CaseStudies(root) ?? Default<IReadOnlyList<CaseStudy>>([]),
            Signature = Optional(root.Text("signature")),
            ConsentDemanded = root.Parsed("consent", Truth, "oui ou non", "yes or no") ?? Default(true),
        };
        us.TellUnknown();
        zones.TellUnknown();
        root.TellUnknown();
        return new SettingsResult(problems.Count == 0 ? settings : null, problems);

        Setting<T>? Named<T>(string? said, string name, Func<string, (bool Right, T? Value)> parse)
        {
            if (string.IsNullOrEmpty(said)) return null;
            var (right, value) = parse(said);
            if (right) return new Setting<T>(value!, name[0] == '-' ? Origin.Flag : Origin.Environment, name);
            problems.Add(SettingsProblems.Wrong(name, null, null, name, "lisible", "readable"));
            return null;
        }
    }

    private static string? Text(string file, List<Problem> problems)
    {
        try
        {
            return File.Exists(file) ? File.ReadAllText(file, Encoding.UTF8) : "";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add(SettingsProblems.Unreadable(file, error.Message));
            return null;
        }
    }

    private static Setting<IReadOnlyList<CaseStudy>>? CaseStudies(YamlNodes root)
    {
        if (root.Mappings("case-studies") is not { } entries) return null;
        var studies = new List<CaseStudy>();
        foreach (var entry in entries.Value)
        {
            var (industry, name) = (entry.Text("industry")?.Value, entry.Text("name")?.Value);
            var (link, words) = (entry.Text("link")?.Value, entry.Texts("words")?.Value);
            entry.TellUnknown();
            if (industry is null) entry.Complain("industry", "donné", "given");
            else if (name is null) entry.Complain("name", "donné", "given");
            else if (name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > CaseStudyWords)
                entry.Complain("name", $"dit en {CaseStudyWords} mots au plus, en anglais", $"said in at most {CaseStudyWords} words");
            else studies.Add(new CaseStudy(industry, name, link, words ?? []));
        }
        return new Setting<IReadOnlyList<CaseStudy>>(studies, entries.Origin, entries.Where);
    }

    private static Setting<T> Default<T>(T value) => new(value, Origin.Default, null);

    private static Setting<T?> Optional<T>(Setting<T>? set)
        where T : class => set is null ? Default<T?>(null) : new Setting<T?>(set.Value, set.Origin, set.Where);

    private static Setting<IReadOnlyList<string>>? Given(List<string>? words, string name) =>
        words is { Count: > 0 } ? new Setting<IReadOnlyList<string>>(words, Origin.Flag, name) : null;

    private static Setting<IReadOnlyList<string>>? Listed(Func<string, string?> environment, string name, Func<string, bool> wanted)
    {
        var words = (environment(name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(wanted).ToList();
        return words.Count > 0 ? new Setting<IReadOnlyList<string>>(words, Origin.Environment, name) : null;
    }

    private static bool IsDomain(string word) => word.Contains('.') && !word.Contains('@') && !word.Contains(' ');

    private static (bool Right, DateTimeZone? Value) Zone(string text) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(text) is { } zone ? (true, zone) : (false, null);

    private static (bool Right, string? Value) Language(string text) => (text is "fr" or "en", text);

    private static (bool Right, string? Value) Address(string text) =>
        (text.IndexOf('@') is > 0 and var at && at < text.Length - 1 && !text.Contains(' '), text);

    private static (bool Right, bool Value) Truth(string text) => text.ToLowerInvariant() switch
    {
        "oui" or "yes" or "true" => (true, true),
        "non" or "no" or "false" => (true, false),
        _ => (false, false),
    };

    private static (bool Right, Hours? Value) Hours(string text)
    {
        if (text.Split(['-', '–'], StringSplitOptions.TrimEntries) is not [var from, var to]) return (false, null);
        return Hour(from) is { } first && Hour(to) is { } last && first < last ? (true, new Hours(first, last)) : (false, null);
    }

    private static LocalTime? Hour(string text) =>
        HourPatterns.Select(pattern => pattern.Parse(text)).FirstOrDefault(parsed => parsed.Success)?.GetValueOrThrow();
}
