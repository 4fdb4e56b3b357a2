using NodaTime;
using SoftNo.Calls;
using SoftNo.Rescue;
using SoftNo.Settings;
using SoftNo.Transcripts;

namespace SoftNo.Cli;

/// <summary>What the verbs before, after and without a call share: settings, playbook, clock; and reading one call.</summary>
internal sealed class Practice
{
    private Practice(Session session, TeamSettings settings, Playbook playbook, Instant now) =>
        (Session, Settings, Playbook, Now) = (session, settings, playbook, now);

    /// <summary>The terminal and its words.</summary>
    public Session Session { get; }

    /// <summary>Who we are.</summary>
    public TeamSettings Settings { get; }

    /// <summary>The moves.</summary>
    public Playbook Playbook { get; }

    /// <summary>The moment of the run.</summary>
    public Instant Now { get; }

    /// <summary>The seller in calendar files and mails.</summary>
    public Rescue.Files.Person Us => new(Settings.Names.Value.Count > 0 ? Settings.Names.Value[0] : null, Settings.Address.Value);

    /// <summary>Loads it; null where settings or playbook are wrong, which is told.</summary>
    public static Practice? Load(Session session, SettingsFlags flags)
    {
        var settings = SettingsReader.Read(Environment.GetEnvironmentVariable, flags);
        var playbook = Playbook.Load(Playbook.DefaultFolder);
        foreach (var problem in settings.Problems.Concat(playbook.Problems)) Complaint.Tell(problem, session);
        if (settings.Settings is null || playbook.Playbook is null) return null;
        return new Practice(session, settings.Settings, playbook.Playbook, session.Clock.GetCurrentInstant());
    }

    /// <summary>What advice rests on.</summary>
    public AdviceOptions Options(string? industry = null, string? to = null, int? silence = null) =>
        Options(Settings, Now) with { Industry = industry, To = to, SilentBusinessDays = silence };

    /// <summary>What advice rests on, of settings alone; null settings give the defaults.</summary>
    public static AdviceOptions Options(TeamSettings? settings, Instant now) =>
        settings?.Advice(now) ?? new AdviceOptions { Now = now, OurZone = DateTimeZoneProviders.Tzdb["Europe/Paris"] };

    /// <summary>What is said of calls.</summary>
    /// <param name="them">Who could buy.</param>
    /// <param name="at">When it began, or null.</param>
    public CallOptions CallOptions(IReadOnlyList<string> them, OffsetDateTime? at) => new()
    {
        Us = Settings.UsNamed,
        UsualUs = Settings.UsUsually,
        OurDomains = Settings.Domains.Value,
        Them = them,
        At = at,
        Zone = Settings.TheirZone.Origin is Origin.Flag or Origin.Environment ? Settings.TheirZone.Value : null,
        UsualZone = Settings.TheirZone.Value,
        OurZone = Settings.OurZone.Value,
    };

    /// <summary>Loads the reader of calls; null where its files are wrong, which is told.</summary>
    public CallReader? Reader()
    {
        var reader = CallReader.Load();
        foreach (var problem in reader.Problems) Complaint.Tell(problem, Session);
        return reader.Reader;
    }

    /// <summary>The one call of a file; null where there is none or more than one, which is told.</summary>
    public Call? OneCall(string file, CallOptions options)
    {
        var found = File(file, options);
        foreach (var problem in found.Problems) Complaint.Tell(problem, Session);
        if (found.Calls.Count == 1) return found.Calls[0];
        if (found.Calls.Count > 1) Complaint.Tell(PracticeWords.Problem("several-calls", file, $"{found.Calls.Count}"), Session);
        return null;
    }

    private static TranscriptResult File(string file, CallOptions options)
    {
        if (file != Inputs.StandardInput) return TranscriptReader.ReadFile(file, options);
        using var bytes = Console.OpenStandardInput();
        return TranscriptReader.Read(bytes, file, options);
    }
}
