using NodaTime;
using SoftNo.Deals;
using SoftNo.Forecasting;

namespace SoftNo.Simulation;

/// <summary>A simulated team with all its deals.</summary>
/// <param name="Traits">What the oracle knows.</param>
/// <param name="Days">Its days.</param>
/// <param name="Deals">Its deals, from their first day to their end, in the order of their beginning.</param>
internal sealed record SimulatedTeam(TeamTraits Traits, BuyingDays Days, IReadOnlyList<SimulatedDeal> Deals);

/// <summary>Simulates teams; the same number, seed and days give the same team.</summary>
public sealed class TeamSimulator
{
    // The last deals still need the time to end.
    private const int DaysAfter = 2500;
    private readonly SimulatedTeams _settings;
    private readonly BuyingDays _days;
    private readonly int _beginnings;

    /// <summary>A simulator of teams over some years.</summary>
    /// <param name="settings">What teams are drawn from.</param>
    /// <param name="silence">Which days count less.</param>
    /// <param name="first">The first day on which a deal may begin.</param>
    /// <param name="last">The last one.</param>
    public TeamSimulator(SimulatedTeams settings, SilencePrior silence, LocalDate first, LocalDate last)
    {
        _settings = settings;
        _beginnings = Period.DaysBetween(first, last) + 1;
        _days = new BuyingDays(first, _beginnings + DaysAfter, settings.Closing, silence);
    }

    /// <summary>What a CRM, a mailbox and a reader of calls would have shown of a team's deals at the end of a day.</summary>
    /// <param name="deals">How many deals begin.</param>
    /// <param name="seed">The team.</param>
    /// <param name="asOf">The day.</param>
    public IReadOnlyList<DealHistory> Seen(int deals, int seed, LocalDate asOf) => [.. Of(deals, seed).Deals.Select(deal => deal.History.At(asOf)).OfType<DealHistory>()];

    /// <summary>A team.</summary>
    internal SimulatedTeam Of(int deals, int seed)
    {
        var draws = new Draws(new Random(seed));
        var traits = TeamTraits.Drawn(_settings, draws);
        var simulator = new DealSimulator(traits, _days, draws);
        var beginnings = Enumerable.Range(0, deals).Select(_ => Beginning(draws)).Order().ToList();
        return new SimulatedTeam(traits, _days, [.. beginnings.Select((created, place) => simulator.Of(place + 1, created))]);
    }

    private int Beginning(Draws draws)
    {
        while (true)
        {
            var day = draws.Below(_beginnings);
            if (_days.Weight(day) > 0) return day;
        }
    }
}
