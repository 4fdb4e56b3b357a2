using System.Runtime.InteropServices;
using SoftNo.Cues.Listener;
using SoftNo.Training.Corpus;
using TorchSharp;
using static TorchSharp.torch;

namespace SoftNo.Training.Network;

/// <summary>Reads calls with the network as it stands, without learning from them.</summary>
internal static class Reader
{
    /// <summary>The scores of all pieces of a call.</summary>
    public static PieceScores Read(ListenerNetwork network, PiecedCall call, WordPieces dictionary)
    {
        using DisposeScope scope = NewDisposeScope();
        using (no_grad())
        {
            var batch = Batch.Of([call], dictionary);
            (Tensor outputs, _) = network.Forward(batch, training: false);
            int kinds = Outputs.Kinds;
            Tensor allowed = Targets.Of(batch).Allowed;
            return new PieceScores(
                Floats(sigmoid(outputs.narrow(1, 0, kinds)) * allowed),
                Floats(sigmoid(outputs.select(1, kinds))),
                Floats(nn.functional.softmax(outputs.narrow(1, kinds + 1, Outputs.Topics.Count), 1)));
        }
    }

    private static float[] Floats(Tensor values) => MemoryMarshal.Cast<byte, float>(values.contiguous().bytes).ToArray();
}
