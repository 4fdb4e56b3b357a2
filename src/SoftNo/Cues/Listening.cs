using SoftNo.Calls;
using SoftNo.Cues.Listener;

namespace SoftNo.Cues;

/// <summary>
/// What the trained reader hears in the turns of a call that are read. It was trained on sales calls alone, so its probability is that of
/// a cue given a sale: times the probability of a sale it is that of the cue, which must reach the height of its kind.
/// </summary>
internal sealed class Listening
{
    private readonly HeardCall _call;
    private readonly Dictionary<int, int> _placeOfTurn = [];

    /// <summary>Listens to a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="listener">The trained reader.</param>
    /// <param name="sale">How surely it is a sale, 0 to 1.</param>
    public Listening(Call call, TrainedListener listener, double sale)
    {
        var read = call.Turns.Where(turn => turn.LeftOut is null && turn.Text.Length > 0).ToList();
        for (var at = 0; at < read.Count; at++) _placeOfTurn[read[at].Index] = at;
        _call = listener.Listen([.. read.Select(turn => (turn.Text, call.SideOf(turn)))]);
        Cues = [.. _call.Cues
            .Select(cue => cue with { Turn = read[cue.Turn].Index, Probability = cue.Probability * sale })
            .Where(cue => cue.Probability >= listener.HeightOf(cue.Kind))];
    }

    /// <summary>The cues, their turns as the call has them.</summary>
    public IReadOnlyList<HeardCue> Cues { get; }

    /// <summary>The cue with the words that moved the trained reader, where nobody else found it.</summary>
    public FoundCue Explained(FoundCue cue) => cue.Heard is not { } heard || cue.FoundBy != FoundBy.Listener
        ? cue
        : cue with { MovedBy = _call.MovedBy(heard with { Turn = _placeOfTurn[heard.Turn] }) };
}
