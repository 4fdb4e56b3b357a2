using SoftNo.Calls;

namespace SoftNo.Cues.Sides;

/// <summary>Fills the sides that nothing says, from the words: what a seller says, what a buyer says, and who answers whom.</summary>
public static class SideReader
{
    /// <summary>Above this many unknown speakers the best of all assignments is looked for by changing one at a time.</summary>
    private const int AllTried = 12;

    /// <summary>Gives every unknown speaker a side as <see cref="Basis.Inferred"/> with a reason, where the words tell; the sides that are known stay.</summary>
    /// <param name="call">The call.</param>
    /// <param name="model">The roles' phrases and weights.</param>
    /// <returns>The call with its sides settled; a side that the words contradict is warned of.</returns>
    public static Call Settle(Call call, SideModel model) => Settle(call, model, out _);

    /// <summary>The same, and what each speaker says of the roles' phrases.</summary>
    public static Call Settle(Call call, SideModel model, out SpeakerWords said)
    {
        var words = said = SpeakerWords.Of(call, model);
        if (call.Speakers.Count == 0) return call;
        var odds = words.Values.Select(values => model.Weights.Bias + values.Select((value, feature) => value * model.Features[feature].Weight).Sum()).ToArray();
        var sides = call.Speakers.Select(speaker => speaker.Side).ToArray();
        var unknown = Enumerable.Range(0, sides.Length).Where(speaker => sides[speaker] == Side.Unknown && Speaks(call, speaker)).ToArray();
        if (unknown.Length > 0) Assign(call, words, odds, sides, unknown, model.Weights);
        var speakers = call.Speakers.Select((speaker, at) => speaker.Side != Side.Unknown || sides[at] == Side.Unknown ? speaker : speaker with
        {
            Side = sides[at],
            Basis = Basis.Inferred,
            Reason = SideReason.Of(call, words, model, at, sides[at]),
        }).ToList();
        return call with { Speakers = speakers, Warnings = [.. call.Warnings, .. SideWarnings.Of(call, sides, odds)] };
    }

    private static bool Speaks(Call call, int speaker) => call.Turns.Any(turn => turn.Speaker == speaker && turn.Text.Length > 0);

    private static void Assign(Call call, SpeakerWords words, double[] odds, Side[] sides, int[] unknown, SideWeights weights)
    {
        foreach (var speaker in unknown) sides[speaker] = odds[speaker] > 0 ? Side.Seller : Side.Prospect;
        if (sides.Length < 2) return;
        if (unknown.Length <= AllTried) TryAll(Score, sides, unknown);
        else Climb(Score, sides, unknown);

        double Score(Side[] tried)
        {
            // Two sides are needed for a sale; without them who answers whom says nothing.
            if (!tried.Contains(Side.Seller) || !tried.Contains(Side.Prospect)) return double.NegativeInfinity;
            var sum = 0.0;
            for (var one = 0; one < tried.Length; one++)
            {
                if (tried[one] == Side.Seller) sum += odds[one];
                for (var other = 0; other < one; other++) sum += Between(one, other, tried[one] != tried[other]);
            }

            return sum;
        }

        double Between(int one, int other, bool apart)
        {
            var sum = apart ? weights.Answers * words.Affinity(one, other, weights.Chance) : 0;
            if (call.Speakers[one].Company is { } mine && call.Speakers[other].Company is { } theirs)
                sum += (mine == theirs) != apart ? 4 : 0;
            return sum;
        }
    }

    private static void TryAll(Func<Side[], double> score, Side[] sides, int[] unknown)
    {
        var best = (Side[])sides.Clone();
        var top = double.NegativeInfinity;
        for (var choice = 0; choice < 1 << unknown.Length; choice++)
        {
            for (var at = 0; at < unknown.Length; at++) sides[unknown[at]] = (choice >> at & 1) == 1 ? Side.Seller : Side.Prospect;
            var sum = score(sides);
            if (sum <= top) continue;
            top = sum;
            sides.CopyTo(best, 0);
        }

        best.CopyTo(sides, 0);
    }

    private static void Climb(Func<Side[], double> score, Side[] sides, int[] unknown)
    {
        var top = score(sides);
        for (var better = true; better;)
        {
            better = false;
            foreach (var speaker in unknown)
            {
                var before = sides[speaker];
                sides[speaker] = before == Side.Seller ? Side.Prospect : Side.Seller;
                var sum = score(sides);
                if (sum > top)
                {
                    top = sum;
                    better = true;
                }
                else
                {
                    sides[speaker] = before;
                }
            }
        }
    }
}
