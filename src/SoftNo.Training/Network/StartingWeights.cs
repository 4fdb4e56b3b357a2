using SoftNo.Cues.Listener;

namespace SoftNo.Training.Network;

/// <summary>The weights a training starts from: the base's encoder, cut to the recipe's layers and dictionary, and drawn ones for the rest.</summary>
internal static class StartingWeights
{
    /// <summary>Bias of the kinds at the start: most pieces are in no cue.</summary>
    private const float KindBias = -3;

    /// <summary>Builds them; <paramref name="kept"/> are the base's ids of the pieces kept, in their new order.</summary>
    public static Dictionary<string, FloatArray> From(IReadOnlyDictionary<string, FloatArray> basis, IReadOnlyList<int> kept, Recipe recipe)
    {
        const int width = ListenerNetwork.Width;
        var random = new Random(recipe.Seed);
        var start = new Dictionary<string, FloatArray>(StringComparer.Ordinal)
        {
            ["words"] = Rows(basis["embeddings.word_embeddings.weight"], kept),
            ["positions"] = Positions(basis),
            ["start.weight"] = basis["embeddings.LayerNorm.weight"],
            ["start.bias"] = basis["embeddings.LayerNorm.bias"],
            ["side"] = Drawn(random, 0.02f * 5, 3, recipe.SideWidth),
        };
        for (int layer = 0; layer < recipe.Layers.Count; layer++)
        {
            AddLayer(start, basis, recipe.Layers[layer], layer);
        }

        int inputs = width + 2 * recipe.CallWidth + recipe.SideWidth;
        int outputs = Outputs.Kinds + 1 + Outputs.Topics.Count;
        start["head.weight"] = Drawn(random, 1 / MathF.Sqrt(inputs), recipe.HeadWidth, inputs);
        start["head.bias"] = new FloatArray([recipe.HeadWidth], new float[recipe.HeadWidth]);
        start["outputs.weight"] = Drawn(random, 1 / MathF.Sqrt(recipe.HeadWidth), outputs, recipe.HeadWidth);
        var bias = new float[outputs];
        Array.Fill(bias, KindBias, 0, Outputs.Kinds + 1);
        start["outputs.bias"] = new FloatArray([outputs], bias);
        int context = 2 * recipe.CallWidth + recipe.SideWidth;
        start["turns.weight"] = Drawn(random, 1 / MathF.Sqrt(context), Outputs.Kinds, context);
        start["turns.bias"] = new FloatArray([Outputs.Kinds], [.. Enumerable.Repeat(KindBias, Outputs.Kinds)]);
        return start;
    }

    private static void AddLayer(Dictionary<string, FloatArray> start, IReadOnlyDictionary<string, FloatArray> basis, int from, int to)
    {
        string source = $"encoder.layer.{from}.";
        string name = $"layer.{to}.";
        foreach (string part in new[] { "weight", "bias" })
        {
            start[$"{name}qkv.{part}"] = Joined(
                basis[$"{source}attention.self.query.{part}"],
                basis[$"{source}attention.self.key.{part}"],
                basis[$"{source}attention.self.value.{part}"]);
            start[$"{name}mixed.{part}"] = basis[$"{source}attention.output.dense.{part}"];
            start[$"{name}norm1.{part}"] = basis[$"{source}attention.output.LayerNorm.{part}"];
            start[$"{name}up.{part}"] = basis[$"{source}intermediate.dense.{part}"];
            start[$"{name}down.{part}"] = basis[$"{source}output.dense.{part}"];
            start[$"{name}norm2.{part}"] = basis[$"{source}output.LayerNorm.{part}"];
        }
    }

    private static FloatArray Rows(FloatArray all, IReadOnlyList<int> kept)
    {
        int width = (int)all.Shape[1];
        var values = new float[kept.Count * width];
        for (int i = 0; i < kept.Count; i++)
        {
            all.Values.AsSpan(kept[i] * width, width).CopyTo(values.AsSpan(i * width));
        }

        return new FloatArray([kept.Count, width], values);
    }

    /// <summary>Positions with the first token type added: there is never a second.</summary>
    private static FloatArray Positions(IReadOnlyDictionary<string, FloatArray> basis)
    {
        int width = ListenerNetwork.Width;
        int count = HeardRow.Longest + 2;
        float[] type = basis["embeddings.token_type_embeddings.weight"].Values;
        float[] values = basis["embeddings.position_embeddings.weight"].Values[..(count * width)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] += type[i % width];
        }

        return new FloatArray([count, width], values);
    }

    private static FloatArray Joined(params FloatArray[] parts) =>
        new([parts.Sum(p => p.Shape[0]), .. parts[0].Shape.Skip(1)], [.. parts.SelectMany(p => p.Values)]);

    private static FloatArray Drawn(Random random, float bound, params long[] shape)
    {
        var values = new float[shape.Aggregate(1L, (a, b) => a * b)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (float)(random.NextDouble() * 2 - 1) * bound;
        }

        return new FloatArray(shape, values);
    }
}
