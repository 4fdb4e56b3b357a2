using System.Text.Json;
using System.Text.Json.Serialization;

namespace SoftNo.Forecasting;

/// <summary>The base rate of a deal whose stage has no history.</summary>
/// <param name="Source">Where the numbers come from.</param>
/// <param name="Rate">0 to 1.</param>
/// <param name="Low">The lower end of the band shown.</param>
/// <param name="High">The higher end.</param>
/// <param name="Pull">Prior weight in deals when a stage's own history is mixed in (m of a Beta-Binomial).</param>
public sealed record BasePrior(string Source, double Rate, double Low, double High, double Pull);

/// <summary>Likelihood ratios of what is known of a deal; their summed logarithm is shrunk and capped.</summary>
/// <param name="Source">Where the numbers come from.</param>
/// <param name="Shrink">What the summed log-ratio is multiplied by.</param>
/// <param name="Cap">The largest shrunk log-ratio, either way.</param>
/// <param name="GenericPraise">Ratio of signal 1.</param>
/// <param name="TechPraise">Ratio of signal 3.</param>
/// <param name="VagueStep">Ratio of signal 2.</param>
/// <param name="StepRefused">Ratio of a refused step, in place of a vague one.</param>
/// <param name="NoHardQuestion">Ratio of no hard question over several meetings.</param>
/// <param name="NoHardQuestionMeetings">How many meetings are several.</param>
/// <param name="HardTopics">Ratio of several specific hard topics.</param>
/// <param name="HardTopicsFrom">From how many topics on.</param>
/// <param name="BookedStep">Ratio of a booked step.</param>
/// <param name="Stakeholder">Ratio of something that cost them, such as a named colleague brought in.</param>
/// <param name="LinkedToTheirFigures">Ratio of a problem or figure of theirs that was named while signal 3 is absent.</param>
/// <param name="Push">Ratio of each push of the declared day.</param>
/// <param name="PushesCounted">How many pushes count at most.</param>
/// <param name="OldInStage">Ratio of an age in the stage beyond the usual one.</param>
/// <param name="OldInStageTimes">How many times the usual age that is.</param>
/// <param name="ClearNo">Ratio of a no that was said; neither shrunk nor capped.</param>
public sealed record EvidencePrior(
    string Source, double Shrink, double Cap, double GenericPraise, double TechPraise, double VagueStep, double StepRefused, double NoHardQuestion,
    int NoHardQuestionMeetings, double HardTopics, int HardTopicsFrom, double BookedStep, double Stakeholder, double LinkedToTheirFigures, double Push,
    int PushesCounted, double OldInStage, double OldInStageTimes, double ClearNo);

/// <summary>How silence counts.</summary>
/// <param name="Source">Where the numbers come from.</param>
/// <param name="Floor">The ratio that endless silence tends to: some buyers come back.</param>
/// <param name="HalfLifeDays">Business days in which half of the answers come, for a sales cycle of weeks.</param>
/// <param name="OwnRepliesFrom">From how many replies on a contact's own times count.</param>
/// <param name="TeamRepliesFrom">From how many replies on the team's own times count.</param>
/// <param name="CycleScale">What the half-life is multiplied by, by the team's sales cycle.</param>
/// <param name="SlowFrom">Month and day from which a day counts less in survival.</param>
/// <param name="SlowUntil">Month and day until which it does.</param>
/// <param name="SlowDay">What such a day, or the Friday after Thanksgiving, counts.</param>
public sealed record SilencePrior(
    string Source, double Floor, double HalfLifeDays, int OwnRepliesFrom, int TeamRepliesFrom, IReadOnlyDictionary<string, double> CycleScale,
    string SlowFrom, string SlowUntil, double SlowDay);

/// <summary>What makes a zombie: all of these at once.</summary>
/// <param name="Source">Where the numbers come from.</param>
/// <param name="DeclaredFrom">Looks alive when declared at least so much (0 to 1), or closing this quarter.</param>
/// <param name="ShareOfBase">Probability under this share of the stage's base rate.</param>
/// <param name="SilentBusinessDays">No act of the prospect for so many US business days.</param>
public sealed record ZombiePrior(string Source, double DeclaredFrom, double ShareOfBase, int SilentBusinessDays);

/// <summary>How late won deals are signed.</summary>
/// <param name="Source">Where the numbers come from.</param>
/// <param name="Days">Days after the declared day; negative is earlier.</param>
/// <param name="Chances">The chance of each; they add up to 1.</param>
/// <param name="OwnFrom">From how many won deals on the team's own delays count.</param>
public sealed record DelayPrior(string Source, IReadOnlyList<int> Days, IReadOnlyList<double> Chances, int OwnFrom);

/// <summary>How noes are counted: a quick one is a success.</summary>
/// <param name="Source">Where the numbers come from.</param>
/// <param name="WindowDays">How many days back noes are counted.</param>
/// <param name="QuickDays">A no within so many days of the deal's beginning is quick.</param>
/// <param name="SlowFrom">From how many slow noes on their hours tell what a quick one frees.</param>
/// <param name="CallHours">Hours that a conversation takes, with its preparation.</param>
/// <param name="MailHours">Hours that a message of ours takes.</param>
public sealed record NoPrior(string Source, int WindowDays, int QuickDays, int SlowFrom, decimal CallHours, decimal MailHours);

/// <summary>What is told of a week.</summary>
/// <param name="Source">Where the number comes from.</param>
/// <param name="WorthTelling">The smallest move of a probability, 0 to 1, that is told.</param>
public sealed record WeekPrior(string Source, double WorthTelling);

/// <summary>From how many closed deals on the team's own history takes over, and how.</summary>
/// <param name="Source">Where the numbers come from.</param>
/// <param name="StagesFrom">Base rates by stage.</param>
/// <param name="LogisticFrom">A logistic regression whose prior means are the log-ratios.</param>
/// <param name="IsotonicFrom">An isotonic curve over it.</param>
/// <param name="PriorSd">Standard deviation of each weight around its prior mean.</param>
/// <param name="Newest">Only so many of the newest closed deals teach: older ones are of another team and another market.</param>
public sealed record CalibrationPrior(string Source, int StagesFrom, int LogisticFrom, int IsotonicFrom, double PriorSd, int Newest);

/// <summary>What the evidence that only history can weigh is drawn to.</summary>
/// <param name="Source">Where the numbers come from.</param>
/// <param name="Sd">Standard deviation of each weight around its mean.</param>
/// <param name="Means">Log-ratios by name, for a value of 1; 0 for any other.</param>
public sealed record HistoryPrior(string Source, double Sd, IReadOnlyDictionary<string, double> Means);

/// <summary>What is assumed of deals before there is history, from <c>models/deal-priors.json</c>.</summary>
public sealed record DealPriors(
    string Source, BasePrior Base, EvidencePrior Evidence, SilencePrior Silence, ZombiePrior Zombie, DelayPrior Delay, NoPrior Noes, WeekPrior Week,
    CalibrationPrior Calibration, HistoryPrior History)
{
    /// <summary>Where the shipped numbers lie.</summary>
    public static string DefaultFile { get; } = Path.Combine(AppContext.BaseDirectory, "models", "deal-priors.json");

    /// <summary>Reads the numbers.</summary>
    /// <exception cref="JsonException">When the shipped file is broken: our bug.</exception>
    public static DealPriors Load(string file) =>
        JsonSerializer.Deserialize(File.ReadAllBytes(file), DealPriorsContext.Default.DealPriors) ?? throw new JsonException($"{file} is empty.");
}

/// <summary>How the numbers are read, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DealPriors))]
internal sealed partial class DealPriorsContext : JsonSerializerContext;
