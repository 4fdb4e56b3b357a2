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

    /// <summary>Share of the highest rates at a place in the training, 0 to 1; after the last point, the last share.</summary>
    public static double Rate(double place, IReadOnlyList<RatePoint> points)
    {
        int next = Enumerable.Range(0, points.Count).FirstOrDefault(at => points[at].At > place, points.Count);
        if (next == 0 || next == points.Count)
        {
            return points[Math.Max(0, next - 1)].Share;
        }

        (RatePoint from, RatePoint to) = (points[next - 1], points[next]);
        return from.Share + (to.Share - from.Share) * (place - from.At) / (to.At - from.At);
    }
}
