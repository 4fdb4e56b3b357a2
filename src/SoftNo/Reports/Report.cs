using SoftNo.Cues.Consent;
using SoftNo.Forecasting;
using SoftNo.Rescue;
using SoftNo.Signals;

namespace SoftNo.Reports;

/// <summary>A reading with what to do about it: what every report shows.</summary>
/// <param name="Reading">Everything found in the call.</param>
/// <param name="Advice">What to do now.</param>
public sealed record Report(Reading Reading, Advice Advice)
{
    /// <summary>The percentage entered in the CRM beside the band that this call supports; null where the user gave none.</summary>
    public Declared? Declared { get; init; }

    /// <summary>What is known of the consent to record; null where nobody looked.</summary>
    public ConsentNote? Consent { get; init; }

    /// <summary>What hides people, companies and amounts where the report is to be shared; null where nothing is hidden.</summary>
    public Mask? Mask { get; init; }

    /// <summary>The same report to be shared: masked, and without its transcript.</summary>
    public Report Shared(string language) => this with { Mask = Mask.Of(Reading.Call, language) };
}
