using SoftNo.Deals;

namespace SoftNo.Forecasting;

/// <summary>How long answers take: a contact's own times, else the team's, else the prior.</summary>
internal sealed class ReplyCurves
{
    private const double Late = 0.95;
    private readonly ILookup<string?, Wait> _waits;
    private readonly SilencePrior _prior;
    private readonly (Survival Curve, int From) _team;
    private readonly Dictionary<string, (Survival Curve, int From)> _known = [];

    /// <param name="waits">The team's waits, by who answers.</param>
    /// <param name="prior">What is assumed.</param>
    /// <param name="cycle">The team's sales cycle, a key of the prior's scale.</param>
    public ReplyCurves(ILookup<string?, Wait> waits, SilencePrior prior, string cycle)
    {
        (_waits, _prior) = (waits, prior);
        var all = waits.SelectMany(group => group).ToList();
        _team = Seen(all, prior.TeamRepliesFrom) ?? (new Survival.HalfLife(prior.HalfLifeDays * prior.CycleScale[cycle]), 0);
    }

    /// <summary>The curve of a contact, and how many answers it rests on.</summary>
    public (Survival Curve, int From) Of(string? who)
    {
        if (who is null) return _team;
        if (!_known.TryGetValue(who, out var curve)) _known[who] = curve = Seen([.. _waits[who]], _prior.OwnRepliesFrom) ?? _team;
        return curve;
    }

    private static (Survival Curve, int From)? Seen(IReadOnlyList<Wait> waits, int from)
    {
        var answered = waits.Where(wait => wait.Answered).Select(wait => wait.Days).Order().ToArray();
        if (answered.Length < from) return null;
        // Who has not answered long after nearly all answers have come is not one who answers: the curve is of answers.
        var last = answered[(int)(Late * (answered.Length - 1))];
        return (new Survival.Seen([.. waits.Where(wait => wait.Answered || wait.Days <= last)]), answered.Length);
    }
}
