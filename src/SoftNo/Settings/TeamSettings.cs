using NodaTime;
using SoftNo.Rescue;

namespace SoftNo.Settings;

/// <summary>Where a setting's value comes from, the strongest first.</summary>
public enum Origin
{
    /// <summary>An option of the command.</summary>
    Flag,

    /// <summary>An environment variable.</summary>
    Environment,

    /// <summary>The settings file.</summary>
    File,

    /// <summary>Nobody set it.</summary>
    Default,
}

/// <summary>One value and where it comes from.</summary>
/// <param name="Value">The value.</param>
/// <param name="Origin">Who set it.</param>
/// <param name="Where">The option's or variable's name, or <c>settings.yml:line</c>; null for a default.</param>
public sealed record Setting<T>(T Value, Origin Origin, string? Where);

/// <summary>Who we are and how we work: one file, the same for every verb.</summary>
public sealed record TeamSettings
{
    /// <summary>The file that was read, or would be; it need not exist.</summary>
    public required string File { get; init; }

    /// <summary>Our people's names, as transcripts have them.</summary>
    public required Setting<IReadOnlyList<string>> Names { get; init; }

    /// <summary>Our mail domains.</summary>
    public required Setting<IReadOnlyList<string>> Domains { get; init; }

    /// <summary>The seller's mail address, the organizer of invitations; or null.</summary>
    public required Setting<string?> Address { get; init; }

    /// <summary>Our zone.</summary>
    public required Setting<DateTimeZone> OurZone { get; init; }

    /// <summary>The prospect's zone where nothing says, or null.</summary>
    public required Setting<DateTimeZone?> TheirZone { get; init; }

    /// <summary>Our working day.</summary>
    public required Setting<Hours> Hours { get; init; }

    /// <summary>The interface's language, <c>fr</c> or <c>en</c>; null: the system's.</summary>
    public required Setting<string?> Language { get; init; }

    /// <summary>Stories that may be sent.</summary>
    public required Setting<IReadOnlyList<CaseStudy>> CaseStudies { get; init; }

    /// <summary>How mails are signed, or null.</summary>
    public required Setting<string?> Signature { get; init; }

    /// <summary>Whether a call may be stored only with a recorded consent.</summary>
    public required Setting<bool> ConsentDemanded { get; init; }

    /// <summary>Who is ours in this very call, as an option says: names and domains.</summary>
    public IReadOnlyList<string> UsNamed => [.. Of(Names, named: true), .. Of(Domains, named: true)];

    /// <summary>Who is ours in any call, whether in it or not: names and domains of the file or the environment.</summary>
    public IReadOnlyList<string> UsUsually => [.. Of(Names, named: false), .. Of(Domains, named: false)];

    /// <summary>What advice rests on, of the settings alone.</summary>
    /// <param name="now">The moment of asking.</param>
    public AdviceOptions Advice(Instant now) => new()
    {
        Now = now, OurZone = OurZone.Value, OurHours = Hours.Value, CaseStudies = CaseStudies.Value, Signature = Signature.Value?.TrimEnd('\n'),
    };

    private static IReadOnlyList<string> Of(Setting<IReadOnlyList<string>> setting, bool named) => setting.Origin == Origin.Flag == named ? setting.Value : [];
}

/// <summary>Settings, or what is wrong with them.</summary>
/// <param name="Settings">The settings; null where something is wrong.</param>
/// <param name="Problems">Each with file, line and cure.</param>
public sealed record SettingsResult(TeamSettings? Settings, IReadOnlyList<Problem> Problems);
