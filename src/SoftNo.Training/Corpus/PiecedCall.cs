using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Listener;
using SoftNo.Evaluation;

namespace SoftNo.Training.Corpus;

/// <summary>What one piece is labelled with.</summary>
/// <param name="Id">Id of the piece in the dictionary.</param>
/// <param name="Kind">Index of the kind among <see cref="CueKinds.All"/>; −1 where the piece is in no cue.</param>
/// <param name="Topic">Index of the topic among <see cref="Outputs.Topics"/>; −1 where there is none.</param>
/// <param name="Begins">Whether a cue begins here.</param>
/// <param name="IsPunctuation">Whether a transcriber without punctuation would leave the piece out.</param>
/// <param name="OpensWord">Whether a new word begins here.</param>
internal readonly record struct LabelledPiece(int Id, sbyte Kind, sbyte Topic, bool Begins, bool IsPunctuation, bool OpensWord);

/// <summary>A call ready for the network: its turns as labelled pieces.</summary>
internal sealed record PiecedCall(string Id, bool IsScene, bool IsTyped, IReadOnlyList<(Side Side, LabelledPiece[] Pieces)> Turns)
{
    /// <summary>Number of pieces in the call.</summary>
    public int Length => Turns.Sum(turn => turn.Pieces.Length);

    /// <summary>Splits and labels the turns of <paramref name="call"/>.</summary>
    public static PiecedCall Of(LabelledCall call, WordPieces dictionary) =>
        new(call.Id, call.Whole is null, call.Noise != "asr", [.. call.Call.Turns.Select(turn =>
            (call.Call.Speakers[turn.Speaker].Side, LabelPieces(turn, [.. call.Cues.Where(cue => cue.Turn == turn.Index)], dictionary)))]);

    private static LabelledPiece[] LabelPieces(Turn turn, LabelledCue[] cues, WordPieces dictionary)
    {
        IReadOnlyList<Piece> pieces = dictionary.Split(turn.Text);
        var labelled = new LabelledPiece[pieces.Count];
        LabelledCue? last = null;
        for (int i = 0; i < pieces.Count; i++)
        {
            Piece piece = pieces[i];
            LabelledCue? label = cues.FirstOrDefault(cue => piece.Start < cue.Span.End && cue.Span.Start < piece.End);
            bool punctuation = piece.End - piece.Start == 1 && ".,!?;:\"-–—…“”".Contains(turn.Text[piece.Start], StringComparison.Ordinal);
            bool opens = i == 0 || pieces[i - 1].End != piece.Start;
            labelled[i] = new LabelledPiece(piece.Id, KindOf(label), TopicOf(label), label is not null && label != last, punctuation, opens);
            last = label;
        }

        return labelled;
    }

    private static sbyte KindOf(LabelledCue? label) => label is null ? (sbyte)-1 : (sbyte)label.Kind;

    private static sbyte TopicOf(LabelledCue? label) => label is null ? (sbyte)-1 : (sbyte)Outputs.TopicAt(label.Kind, label.Topic);
}
