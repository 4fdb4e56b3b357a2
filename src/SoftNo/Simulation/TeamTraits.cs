using SoftNo.Cues.Moments;

namespace SoftNo.Simulation;

/// <summary>One team's own numbers, drawn around those of the file: what the oracle knows and the product does not.</summary>
/// <param name="Settings">The file.</param>
/// <param name="SalesCycle">The team's sales cycle, as the user states it.</param>
/// <param name="Slower">What times are multiplied by.</param>
/// <param name="Groups">The team's groups of buyers; shares add up to 1.</param>
internal sealed record TeamTraits(SimulatedTeams Settings, string SalesCycle, double Slower, IReadOnlyList<BuyerGroup> Groups)
{
    /// <summary>The grades of <see cref="StepChances"/>, in its order; then no step.</summary>
    public static IReadOnlyList<Grade> Grades { get; } = [Grade.Booked, Grade.Firm, Grade.Task, Grade.Tentative, Grade.Vague, Grade.Refused, Grade.None];

    /// <summary>Draws a team.</summary>
    public static TeamTraits Drawn(SimulatedTeams settings, Draws draws)
    {
        var spread = settings.Teams;
        var cycle = CycleOf(settings, draws);
        var slower = spread.Cycles[cycle] * Around(1, spread.Rates / 2);
        var groups = settings.Groups.List.Select(Own).ToList();
        var shares = groups.Sum(group => group.Share);
        return new TeamTraits(settings, cycle, slower, [.. groups.Select(group => group with { Share = group.Share / shares })]);

        double Around(double value, double deviation) => value * Math.Exp(deviation * draws.Normal());

        double Chance(double value)
        {
            var odds = Math.Log(value / (1 - value)) + (spread.Chances * draws.Normal());
            return 1 / (1 + Math.Exp(-odds));
        }

        IReadOnlyList<double> Weights(IReadOnlyList<double> values)
        {
            var drawn = values.Select(value => Around(value, spread.Shares)).ToList();
            var sum = drawn.Sum();
            return [.. drawn.Select(value => value / sum)];
        }

        BuyerGroup Own(BuyerGroup group) => group with
        {
            Share = Around(group.Share, spread.Shares), Signs = Chance(group.Signs), Answers = Math.Min(0.9, Around(group.Answers, spread.Rates)), Meets = Math.Min(0.9, Around(group.Meets, spread.Rates)),
            GoneDays = Around(group.GoneDays, spread.Rates), SaysNo = Chance(group.SaysNo), Praise = Chance(group.Praise), TechPraise = Chance(group.TechPraise), Topics = Weights(group.Topics),
            Brings = Chance(group.Brings), Pain = Chance(group.Pain),
        };
    }

    /// <summary>The sales cycle of the team of a seed: the first thing that is drawn of it.</summary>
    public static string Cycle(SimulatedTeams settings, int seed) => CycleOf(settings, new Draws(new Random(seed)));

    private static string CycleOf(SimulatedTeams settings, Draws draws) => draws.Of([.. settings.Teams.Cycles.Keys.Order(StringComparer.Ordinal)]);

    /// <summary>The chances of <see cref="Grades"/> in a group.</summary>
    public static double[] Steps(BuyerGroup group)
    {
        var steps = group.Steps;
        double[] set = [steps.Booked, steps.Firm, steps.Task, steps.Tentative, steps.Vague, steps.Refused];
        return [.. set, Math.Max(0, 1 - set.Sum())];
    }

    /// <summary>The chances of signing on each day from the beginning on, for a buyer who signs; they add up to 1.</summary>
    /// <param name="days">The days.</param>
    /// <param name="created">The deal's first day.</param>
    /// <param name="declared">The day first declared.</param>
    /// <param name="slower">What times are multiplied by, the team's and the deal's own together.</param>
    public double[] SigningChances(BuyingDays days, int created, int declared, double slower)
    {
        var closing = Settings.Closing;
        const double longest = 9;
        var from = created + closing.EarliestDays;
        var last = Math.Min(days.Count - 1, Math.Max(declared, from) + (int)(longest * closing.LateDays * slower));
        var chances = new double[last - created + 1];
        var sum = 0.0;
        for (var day = from; day <= last; day++)
        {
            var late = day - declared;
            var near = Math.Exp(late < 0 ? late / closing.EarlyDays : -late / (closing.LateDays * slower));
            sum += chances[day - created] = near * days.Season(day);
        }
        for (var place = 0; place < chances.Length; place++) chances[place] /= sum;
        return chances;
    }
}
