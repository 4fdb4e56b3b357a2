using SoftNo.Training.Corpus;

namespace SoftNo.Training.Learning;

/// <summary>Which calls are read together, in which order, and at which rate.</summary>
internal static class Schedule
{
    /// <summary>The steps of one epoch: one whole call each, or several scenes, shuffled by <paramref name="random"/>.</summary>
    public static IReadOnlyList<PiecedCall[]> Steps(IReadOnlyList<PiecedCall> calls, int scenesPerStep, Random random)
    {
        PiecedCall[] scenes = [.. calls.Where(call => call.IsScene)];
        random.Shuffle(scenes);
        PiecedCall[][] steps = [.. calls.Where(call => !call.IsScene).Select(call => new[] { call }), .. scenes.Chunk(scenesPerStep)];
        random.Shuffle(steps);
        return steps;
    }

    /// <summary>Share of the highest rate at a step: a linear rise, then a linear fall to 0.</summary>
    public static double Rate(int step, int total, double warmUp)
    {
        double rise = Math.Max(1, total * warmUp);
        return step < rise ? (step + 1) / rise : Math.Max(0, (total - step) / (total - rise));
    }
}
