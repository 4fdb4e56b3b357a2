using NodaTime;

namespace SoftNo.Transcripts;

/// <summary>What the user says of the calls to be read, beside the files themselves.</summary>
public sealed record CallOptions
{
    /// <summary>The seller's people: names, addresses or domains. An entry may hold several, separated by commas.</summary>
    public IReadOnlyList<string> Us { get; init; } = [];

    /// <summary>The seller's people whoever is in this call, from the settings: who is heard is ours; who is not, is not missed.</summary>
    public IReadOnlyList<string> UsualUs { get; init; } = [];

    /// <summary>The prospect's people: names, addresses or domains. An entry may hold several, separated by commas.</summary>
    public IReadOnlyList<string> Them { get; init; } = [];

    /// <summary>When the call began, where the user says so.</summary>
    public OffsetDateTime? At { get; init; }

    /// <summary>The prospect's zone, where the user says so.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>The zone most prospects are in, taken where neither the user nor the source says; null: New York, with a warning.</summary>
    public DateTimeZone? UsualZone { get; init; }

    /// <summary>The seller's zone.</summary>
    public DateTimeZone OurZone { get; init; } = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    /// <summary>The largest text file that is read, in bytes; a larger one is refused unread. Exports in JSON are read as a stream and have no such limit.</summary>
    public long MaxBytes { get; init; } = 50_000_000;

    /// <summary>The seller's mail domains (<c>acme.fr</c>), from the settings.</summary>
    public IReadOnlyList<string> OurDomains { get; init; } = [];

    /// <summary>Where mails and calendars of several files are gathered, so that a thread over them is one; null: each file's by itself.</summary>
    public Mail.Mailbox? Mailbox { get; init; }

    /// <summary>What companions among the inputs tell (Gong's parties, Meet's participants), or null where none were looked for.</summary>
    public CallCompanions? Companions { get; init; }

    /// <summary>
    /// Takes each call of a JSON export as soon as it is read, instead of the result: an export of many calls is then never in memory as a whole. Null: the result has them.
    /// </summary>
    public Action<Calls.Call>? Taker { get; init; }
}
