using SoftNo.Calls;

namespace SoftNo.Training.Corpus;

/// <summary>
/// Makes a typed call look like a machine's transcript while training: no punctuation, fillers, words misheard.
/// Case needs nothing, as the dictionary has none. Every draw comes from the seed it is given.
/// </summary>
internal sealed class Noiser(IReadOnlyList<int> fillers, int unknown, NoiseRecipe recipe)
{
    /// <summary>The call as it is read in one epoch: as typed, or with noise.</summary>
    public PiecedCall Apply(PiecedCall call, Random random)
    {
        bool strip = call.IsTyped && random.NextDouble() < recipe.Stripped;
        bool hideSides = random.NextDouble() < recipe.SidesHidden;
        return call with
        {
            Turns = [.. call.Turns.Select(turn =>
                (hideSides ? Side.Unknown : turn.Side, Noise(turn.Pieces, strip, random)))],
        };
    }

    private LabelledPiece[] Noise(LabelledPiece[] pieces, bool strip, Random random)
    {
        var noisy = new List<LabelledPiece>(pieces.Length + 4);
        bool begins = false;
        foreach (LabelledPiece piece in pieces)
        {
            if (strip && piece.IsPunctuation)
            {
                begins |= piece.Begins;
                continue;
            }

            if (strip && piece.OpensWord && random.NextDouble() < recipe.Fillers)
            {
                noisy.Add(new LabelledPiece(fillers[random.Next(fillers.Count)], piece.Begins ? (sbyte)-1 : piece.Kind, piece.Begins ? (sbyte)-1 : piece.Topic, false, false, true));
            }

            int id = random.NextDouble() < recipe.Misheard ? Misheard(pieces, random) : piece.Id;
            noisy.Add(piece with { Id = id, Begins = piece.Begins || (begins && piece.Kind >= 0) });
            begins = false;
        }

        return [.. noisy];
    }

    /// <summary>Half of the time nothing the dictionary knows, else another piece of the same turn.</summary>
    private int Misheard(LabelledPiece[] pieces, Random random) => random.Next(2) == 0 ? unknown : pieces[random.Next(pieces.Length)].Id;
}

/// <summary>How much noise is added, as shares from 0 to 1.</summary>
/// <param name="Stripped">Share of typed calls read without punctuation and with fillers.</param>
/// <param name="Fillers">Share of the words of such a call with a filler before them.</param>
/// <param name="Misheard">Share of pieces of any call replaced by the unknown piece or another.</param>
/// <param name="SidesHidden">Share of calls read without knowing who speaks for which side.</param>
internal sealed record NoiseRecipe(double Stripped, double Fillers, double Misheard, double SidesHidden);
