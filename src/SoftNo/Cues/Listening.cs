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
    private readonly List<Said> _said = [];

    /// <summary>Listens to a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="listener">The trained reader.</param>
    /// <param name="sale">How surely it is a sale, 0 to 1.</param>
    public Listening(Call call, TrainedListener listener, double sale)
    {
        foreach (var turn in call.Turns.Where(turn => turn.LeftOut is null && turn.Text.Length > 0)) _said.AddRange(SaidIn(turn));
        _call = listener.Listen([.. _said.Select(said => (said.Span.Of(said.Turn.Text), call.SideOf(said.Turn)))]);
        Cues = [.. _call.Cues.Select(cue => InItsTurn(cue, sale)).Where(cue => cue.Probability >= listener.HeightOf(cue.Kind))];
    }

    /// <summary>The cues, their turns as the call has them.</summary>
    public IReadOnlyList<HeardCue> Cues { get; }

    /// <summary>The cue with the words that moved the trained reader, where nobody else found it.</summary>
    public FoundCue Explained(FoundCue cue)
    {
        if (cue.Heard is not { } heard || cue.FoundBy != FoundBy.Listener) return cue;
        var place = _said.FindIndex(said => said.Turn.Index == heard.Turn && said.Span.Overlaps(heard.Span));
        var start = _said[place].Span.Start;
        var moved = _call.MovedBy(heard with { Turn = place, Span = Moved(heard.Span, -start) });
        return cue with { MovedBy = [.. moved.Select(word => word with { Span = Moved(word.Span, start) })] };
    }

    // It learnt from speech, whose turns are a sentence or a few: a mail is heard sentence by sentence.
    private static IEnumerable<Said> SaidIn(Turn turn) => turn is { StartMs: null, At: not null }
        ? WrittenSentences.Of(turn.Text).Select(span => new Said(turn, span))
        : [new Said(turn, new TextSpan(0, turn.Text.Length))];

    private static TextSpan Moved(TextSpan span, int by) => new(span.Start + by, span.End + by);

    private HeardCue InItsTurn(HeardCue cue, double sale)
    {
        var said = _said[cue.Turn];
        return cue with { Turn = said.Turn.Index, Span = Moved(cue.Span, said.Span.Start), Probability = cue.Probability * sale };
    }

    /// <summary>What is heard at once: a turn, or a sentence of one.</summary>
    private readonly record struct Said(Turn Turn, TextSpan Span);
}
