using SoftNo.Calls;

namespace SoftNo.Cues;

/// <summary>Consecutive turns of one speaker.</summary>
/// <param name="Speaker">The speaker's index, or <see cref="Call.Nobody"/>.</param>
/// <param name="Side">The speaker's side.</param>
/// <param name="Turns">At least one turn, in order.</param>
public sealed record TurnRun(int Speaker, Side Side, IReadOnlyList<Turn> Turns)
{
    /// <summary>The runs of a call. Turns that are not read (<see cref="Turn.LeftOut"/>) belong to none; turns of nobody stand alone.</summary>
    public static IEnumerable<TurnRun> Of(Call call)
    {
        var open = new List<Turn>();
        foreach (var turn in call.Turns)
        {
            if (turn.LeftOut is not null) continue;
            if (open.Count > 0 && (open[0].Speaker != turn.Speaker || turn.Speaker == Call.Nobody))
            {
                yield return new TurnRun(open[0].Speaker, call.SideOf(open[0]), [.. open]);
                open.Clear();
            }

            open.Add(turn);
        }

        if (open.Count > 0) yield return new TurnRun(open[0].Speaker, call.SideOf(open[0]), [.. open]);
    }
}
