using NodaTime;
using SoftNo.Settings;
using SoftNo.Transcripts;

namespace SoftNo.Cli;

/// <summary>What the user asked <c>softno read</c> for, every value checked.</summary>
/// <param name="Calls">What he says of the calls.</param>
/// <param name="Format">How to report.</param>
/// <param name="Out">The folder for one file a call; null for standard output.</param>
/// <param name="Jobs">How many at once.</param>
/// <param name="Declared">The percentage in the CRM, or null.</param>
/// <param name="Share">Whether to mask.</param>
/// <param name="WithoutListener">Whether phrases read alone.</param>
/// <param name="Settings">Who we are; null: nobody said.</param>
/// <param name="Verbose">Whether to tell what each format was recognised by.</param>
internal sealed record ReadRequest(CallOptions Calls, ReportFormat Format, string? Out, int Jobs, double? Declared, bool Share, bool WithoutListener, TeamSettings? Settings = null, bool Verbose = false)
{
    /// <summary>Whether everything is one exchange.</summary>
    public bool Together { get; init; }

    /// <summary>The moment at which exchanges are read; null: now.</summary>
    public Instant? AsOf { get; init; }

    /// <summary>Who agreed to the recording, when and how, as the user says; or null.</summary>
    public string? Consent { get; init; }

    /// <summary>Whether files are read that an earlier run has done.</summary>
    public bool Again { get; init; }
}
