using NodaTime;

namespace SoftNo.Rescue;

/// <summary>A story of a customer that may be sent, by industry.</summary>
/// <param name="Industry">The industry's name, such as <c>food processing</c>.</param>
/// <param name="Name">How it is called in a sentence: <c>the Norvik Dairy story</c>. At most eight words.</param>
/// <param name="Link">Where it is, or null.</param>
/// <param name="Words">Words whose presence in the call, its title or the company's name make it fit; the industry's name is always one.</param>
public sealed record CaseStudy(string Industry, string Name, string? Link, IReadOnlyList<string> Words);

/// <summary>Working hours on one side, on its own clock.</summary>
/// <param name="From">The first minute.</param>
/// <param name="To">The minute after the last.</param>
public sealed record Hours(LocalTime From, LocalTime To);

/// <summary>What the advice rests on beside the reading: who we are, and when it is.</summary>
public sealed record AdviceOptions
{
    /// <summary>Now: proposed times lie after it. Where the call began later than this, after the call.</summary>
    public required Instant Now { get; init; }

    /// <summary>Whether <see cref="Now"/> is nobody's now, as for an old call without a date: then no time is proposed, and its place stays open.</summary>
    public bool MomentUnknown { get; init; }

    /// <summary>Our zone, where the call names none.</summary>
    public required DateTimeZone OurZone { get; init; }

    /// <summary>Our working day, 9:00–19:00 unless set.</summary>
    public Hours OurHours { get; init; } = new(new LocalTime(9, 0), new LocalTime(19, 0));

    /// <summary>Stories that may be sent.</summary>
    public IReadOnlyList<CaseStudy> CaseStudies { get; init; } = [];

    /// <summary>The industry to take a story from, whatever the words; or null: by the words.</summary>
    public string? Industry { get; init; }

    /// <summary>How mails are signed, or null: the seller's first name as heard.</summary>
    public string? Signature { get; init; }

    /// <summary>The prospect's address, where the call has none; or null.</summary>
    public string? To { get; init; }

    /// <summary>US business days without an act of theirs since the call, where a deal's history tells; or null.</summary>
    public int? SilentBusinessDays { get; init; }
}
