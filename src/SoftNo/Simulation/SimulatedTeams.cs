using System.Text.Json;
using System.Text.Json.Serialization;

namespace SoftNo.Simulation;

/// <summary>How far teams differ.</summary>
/// <param name="Source">Where the numbers come from.</param>
/// <param name="Shares">Standard deviation of the groups' log-shares.</param>
/// <param name="Chances">That of log-odds.</param>
/// <param name="Rates">That of log-rates.</param>
/// <param name="Cycles">What times are multiplied by, by the team's sales cycle, as the user states it.</param>
/// <param name="PerQuarter">Deals begun in a quarter.</param>
public sealed record TeamSpread(string Source, double Shares, double Chances, double Rates, IReadOnlyDictionary<string, double> Cycles, int PerQuarter);

/// <summary>The CRM's stages.</summary>
/// <param name="Source">Where the numbers come from.</param>
/// <param name="Names">In order.</param>
/// <param name="Declared">The declared probability of each.</param>
/// <param name="Spread">Standard deviation of what a seller adds.</param>
/// <param name="Advance">The chance that a conversation moves a deal on.</param>
/// <param name="Won">The stage of won deals.</param>
/// <param name="Lost">The stage of lost deals.</param>
public sealed record StageSetting(string Source, IReadOnlyList<string> Names, IReadOnlyList<double> Declared, double Spread, double Advance, string Won, string Lost);

/// <summary>Amounts, in USD.</summary>
/// <param name="Source">Where the numbers come from.</param>
/// <param name="Median">The median.</param>
/// <param name="Spread">Standard deviation of the logarithm.</param>
public sealed record AmountSetting(string Source, double Median, double Spread);

/// <summary>Deals of industrial buyers.</summary>
/// <param name="Source">Where the numbers come from.</param>
/// <param name="Share">Their share.</param>
/// <param name="Slower">What times are multiplied by.</param>
/// <param name="Larger">What amounts are multiplied by.</param>
public sealed record IndustrialSetting(string Source, double Share, double Slower, double Larger);

/// <summary>When deals are declared to close, and when they do.</summary>
/// <param name="Source">Where the numbers come from.</param>
/// <param name="PlannedDays">Median days from the beginning to the declared day.</param>
/// <param name="PlannedSpread">Standard deviation of their logarithm.</param>
/// <param name="MonthEnd">The chance that the declared day is a month's end.</param>
/// <param name="EarliestDays">No signature before so many days.</param>
/// <param name="EarlyDays">How fast earlier days fall off.</param>
/// <param name="LateDays">How fast later days fall off.</param>
/// <param name="Months">Weight of each month's days.</param>
/// <param name="QuarterEndDays">The last days of a quarter.</param>
/// <param name="QuarterEnd">Their weight.</param>
/// <param name="PushDays">By how many days a passed day is pushed, then to the month's end.</param>
public sealed record ClosingSetting(
    string Source, double PlannedDays, double PlannedSpread, double MonthEnd, int EarliestDays, double EarlyDays, double LateDays, IReadOnlyList<double> Months, int QuarterEndDays,
    double QuarterEnd, int PushDays);

/// <summary>How deals end that are not signed, and what goes wrong on the way.</summary>
/// <param name="Source">Where the numbers come from.</param>
/// <param name="SaidNoDays">Mean days from a no to the CRM's end.</param>
/// <param name="SilentDays">Mean days from the buyer's leaving to the CRM's end.</param>
/// <param name="MisreadNo">The chance that a conversation is misread as a no.</param>
/// <param name="NoShow">The chance that a booked conversation does not take place though the buyer is there.</param>
public sealed record EndingSetting(string Source, double SaidNoDays, double SilentDays, double MisreadNo, double NoShow);

/// <summary>How people of one group differ.</summary>
/// <param name="Source">Where the number comes from.</param>
/// <param name="Concentration">Of the Beta and Dirichlet distributions around the group's chances: the smaller, the more they differ.</param>
public sealed record PeopleSetting(string Source, double Concentration);

/// <summary>When a seller writes.</summary>
/// <param name="Source">Where the numbers come from.</param>
/// <param name="After">Business days after a conversation or an answer.</param>
/// <param name="Again">Business days after a message without an answer.</param>
public sealed record WritingSetting(string Source, int After, int Again);

/// <summary>Chances of the grades of a next step; they and <c>none</c> add up to 1.</summary>
public sealed record StepChances(double Booked, double Firm, double Task, double Tentative, double Vague, double Refused);

/// <summary>One group of buyers.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Share">Its share of a team's deals.</param>
/// <param name="Signs">The chance of a signature.</param>
/// <param name="Answers">A business day's chance that an open question is answered.</param>
/// <param name="Meets">A business day's chance of the next conversation.</param>
/// <param name="GoneDays">Mean days until a buyer who does not sign is gone.</param>
/// <param name="SaysNo">The chance that they say so.</param>
/// <param name="Praise">A conversation's chance of generic enthusiasm.</param>
/// <param name="TechPraise">Of praise of the technology.</param>
/// <param name="Topics">Chances of no, one, two, three hard topics.</param>
/// <param name="Brings">Of a person or document brought in.</param>
/// <param name="Pain">Of a problem or figure of theirs.</param>
/// <param name="Steps">Of each grade of the next step.</param>
public sealed record BuyerGroup(
    string Name, double Share, double Signs, double Answers, double Meets, double GoneDays, double SaysNo, double Praise, double TechPraise, IReadOnlyList<double> Topics, double Brings,
    double Pain, StepChances Steps);

/// <summary>The groups.</summary>
/// <param name="Source">Where the numbers come from.</param>
/// <param name="List">Each group.</param>
public sealed record BuyerGroups(string Source, IReadOnlyList<BuyerGroup> List);

/// <summary>Invented names.</summary>
/// <param name="Source">What they are.</param>
/// <param name="Companies">First words of companies.</param>
/// <param name="Trades">Second words.</param>
/// <param name="Buyers">First names of buyers.</param>
/// <param name="Sellers">Sellers.</param>
public sealed record InventedNames(string Source, IReadOnlyList<string> Companies, IReadOnlyList<string> Trades, IReadOnlyList<string> Buyers, IReadOnlyList<string> Sellers);

/// <summary>What simulated teams are drawn from: <c>models/simulated-teams.json</c>.</summary>
public sealed record SimulatedTeams(
    string Source, TeamSpread Teams, StageSetting Stages, AmountSetting Amounts, IndustrialSetting Industrial, ClosingSetting Closing, PeopleSetting People, EndingSetting Endings, WritingSetting Writing,
    BuyerGroups Groups, InventedNames Names)
{
    /// <summary>Where the shipped numbers lie.</summary>
    public static string DefaultFile { get; } = Path.Combine(AppContext.BaseDirectory, "models", "simulated-teams.json");

    /// <summary>Reads the numbers.</summary>
    /// <exception cref="JsonException">When the shipped file is broken: our bug.</exception>
    public static SimulatedTeams Load(string file) =>
        JsonSerializer.Deserialize(File.ReadAllBytes(file), SimulatedTeamsContext.Default.SimulatedTeams) ?? throw new JsonException($"{file} is empty.");
}

/// <summary>How the numbers are read, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SimulatedTeams))]
internal sealed partial class SimulatedTeamsContext : JsonSerializerContext;
