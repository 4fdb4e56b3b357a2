using SoftNo.Cues;
using SoftNo.Cues.Listener;
using SoftNo.Training.Network;
using static TorchSharp.torch;

namespace SoftNo.Training.Learning;

/// <summary>How far the outputs are from the targets.</summary>
internal static class Loss
{
    /// <summary>
    /// Cross-entropy of the kinds that the side can say, labelled pieces counting more, plus those of "begins", of the
    /// topics and of the turns at the recipe's weights; a mean over pieces, or over rows.
    /// </summary>
    /// <param name="outputs">Outputs of the pieces.</param>
    /// <param name="ofRows">Outputs of the rows.</param>
    /// <param name="targets">What they should have been.</param>
    /// <param name="recipe">The weights of the parts.</param>
    public static Tensor Of(Tensor outputs, Tensor ofRows, Targets targets, Recipe recipe)
    {
        int kinds = Outputs.Kinds;
        long pieces = outputs.shape[0];
        float[] more = [.. CueKinds.All.Select(one => (float)recipe.KindWeights.GetValueOrDefault(one.Name(), 1))];
        Tensor weight = targets.Allowed * (1 + targets.Kinds * tensor(more));
        Tensor kind = nn.functional.binary_cross_entropy_with_logits(
            outputs.narrow(1, 0, kinds), targets.Kinds, weight: weight, reduction: nn.Reduction.Sum) / pieces;
        Tensor begin = nn.functional.binary_cross_entropy_with_logits(
            outputs.select(1, kinds), targets.Begins, reduction: nn.Reduction.Sum) / pieces;
        Tensor row = nn.functional.binary_cross_entropy_with_logits(
            ofRows, targets.RowKinds, weight: targets.RowAllowed, reduction: nn.Reduction.Sum) / ofRows.shape[0];
        Tensor loss = kind + recipe.BeginWeight * begin + recipe.TurnWeight * row;
        if (targets.Topics.shape[0] > 0)
        {
            Tensor topics = outputs.narrow(1, kinds + 1, Outputs.Topics.Count).index_select(0, targets.TopicPieces);
            loss += recipe.TopicWeight * nn.functional.cross_entropy(topics, targets.Topics);
        }

        return loss;
    }
}
