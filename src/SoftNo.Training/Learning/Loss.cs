using SoftNo.Cues.Listener;
using SoftNo.Training.Network;
using static TorchSharp.torch;

namespace SoftNo.Training.Learning;

/// <summary>How far the outputs are from the targets.</summary>
internal static class Loss
{
    /// <summary>
    /// Cross-entropy of the kinds that the side can say, a labelled piece counting twice, plus those of "begins" and of the
    /// topics at the recipe's weights; a mean over pieces.
    /// </summary>
    public static Tensor Of(Tensor outputs, Targets targets, Recipe recipe)
    {
        int kinds = Outputs.Kinds;
        long pieces = outputs.shape[0];
        Tensor weight = targets.Allowed * (1 + targets.Kinds);
        Tensor kind = nn.functional.binary_cross_entropy_with_logits(
            outputs.narrow(1, 0, kinds), targets.Kinds, weight: weight, reduction: nn.Reduction.Sum) / pieces;
        Tensor begin = nn.functional.binary_cross_entropy_with_logits(
            outputs.select(1, kinds), targets.Begins, reduction: nn.Reduction.Sum) / pieces;
        Tensor loss = kind + recipe.BeginWeight * begin;
        if (targets.Topics.shape[0] > 0)
        {
            Tensor topics = outputs.narrow(1, kinds + 1, Outputs.Topics.Count).index_select(0, targets.TopicPieces);
            loss += recipe.TopicWeight * nn.functional.cross_entropy(topics, targets.Topics);
        }

        return loss;
    }
}
