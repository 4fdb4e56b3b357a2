using SoftNo.Calls;

namespace SoftNo.Cues.Moments.Steps;

/// <summary>What stands at the end, weighed from the judged sentences.</summary>
internal static class StepEnd
{
    // How readily a sentence counts: three readings of the same call, from strict to ready.
    private static readonly double[] Doubts = [0.5, 0.2, 0.05];

    /// <summary>The grade that stands at the end of a talk.</summary>
    public static Grade Of(IReadOnlyList<Judged> judged, Grade grammar, int turns, StepModel model)
    {
        var weights = turns <= StepModel.ShortTalk ? model.Exchange : model.Call;
        var chances = weights.Chances(Traits(judged, grammar, turns));
        return (Grade)Array.IndexOf(chances, chances.Max());
    }

    /// <summary>What the end is weighed by: the last word that stands under each doubt, the grammar's reading, and how sure the surest and the last sentences are.</summary>
    public static Dictionary<string, double> Traits(IReadOnlyList<Judged> judged, Grade grammar, int turns)
    {
        var traits = new Dictionary<string, double> { [$"grammar {grammar}"] = 1 };
        foreach (var doubt in Doubts) traits[FormattableString.Invariant($"stands {Standing(judged, doubt)} at {doubt}")] = 1;
        Judged? last = null;
        foreach (var one in judged)
        {
            var share = turns <= StepModel.ShortTalk ? 1 : (double)one.Said.Turn.Index / turns;
            if (one.Said.Side == Side.Seller)
            {
                if (share > 0.8) Raise(traits, "seller Vague", one.Chances[(int)Grade.Vague]);
                if (share > 0.7) Raise(traits, "seller Tentative", one.Chances[(int)Grade.Tentative]);
                continue;
            }

            if (1 - one.Chances[0] > 0.3) last = one;
            for (var grade = 1; grade < one.Chances.Count; grade++)
            {
                Raise(traits, $"surest {(Grade)grade}", one.Chances[grade]);
                if (share > 0.7) Raise(traits, $"surest late {(Grade)grade}", one.Chances[grade]);
            }
        }

        AddLast(traits, last, turns);
        return traits;
    }

    private static void AddLast(Dictionary<string, double> traits, Judged? last, int turns)
    {
        if (last is null)
        {
            traits["last nothing"] = 1;
            return;
        }

        for (var grade = 1; grade < last.Chances.Count; grade++) traits[$"last {(Grade)grade}"] = last.Chances[grade];
        traits["last long ago"] = Math.Min(1, (turns - last.Said.Turn.Index) / 20.0);
    }

    private static void Raise(Dictionary<string, double> traits, string trait, double value) => traits[trait] = Math.Max(traits.GetValueOrDefault(trait), value);

    /// <summary>What stands when the sentences are taken one after the other: a meeting before a task, a task before anything looser, the seller's promise last.</summary>
    public static Grade Standing(IReadOnlyList<Judged> judged, double doubt)
    {
        Grade? meeting = null;
        bool task = false, promised = false;
        foreach (var one in judged)
        {
            var grade = one.Pick(doubt);
            if (grade == Grade.None) continue;
            if (one.Said.Side == Side.Seller) promised |= grade == Grade.Vague;
            else if (grade == Grade.Task) task = true;
            else if (!(meeting >= Grade.Firm && grade is Grade.Vague or Grade.Tentative or Grade.Refused && one.Chances.Max() < 0.5)) meeting = grade;
        }

        if (meeting >= Grade.Tentative) return meeting.Value;
        return task ? Grade.Task : meeting ?? (promised ? Grade.Vague : Grade.None);
    }
}
