using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SoftNo.Training.Network;

/// <summary>
/// The two-stage reader: each row alone through the encoder; the rows' means, opening pieces and sides through a recurrent
/// layer over the call; each piece with its row's state and side through the head.
/// </summary>
internal sealed class ListenerNetwork : IDisposable
{
    /// <summary>Width of a piece's vector.</summary>
    public const int Width = 384;

    /// <summary>Width of a row's vector: the mean of its pieces, then its opening piece, which learns to hold what a mean dilutes.</summary>
    public const int RowWidth = 2 * Width;

    /// <summary>Attention heads.</summary>
    public const int Heads = 12;

    /// <summary>Added to a variance before its root is taken.</summary>
    public const double Epsilon = 1e-12;

    private readonly Recipe _recipe;
    private readonly GRU _calls;
    private readonly Dictionary<string, Tensor> _weights = new(StringComparer.Ordinal);

    /// <summary>Starts from the base's arrays, its dictionary already cut, and from the recipe's seed for the rest.</summary>
    public ListenerNetwork(Recipe recipe, IReadOnlyDictionary<string, FloatArray> start)
    {
        _recipe = recipe;
        foreach ((string name, FloatArray array) in start)
        {
            _weights[name] = tensor(array.Values).reshape(array.Shape).requires_grad_(name != "words");
        }

        _calls = nn.GRU(RowWidth + recipe.SideWidth, recipe.CallWidth, batchFirst: true, bidirectional: true);
        foreach ((string name, Parameter parameter) in _calls.named_parameters())
        {
            string full = "calls." + name;
            if (_weights.TryGetValue(full, out Tensor? kept))
            {
                using (no_grad())
                {
                    parameter.copy_(kept);
                }
            }

            _weights[full] = parameter;
        }
    }

    /// <summary>All weights by name.</summary>
    public IReadOnlyDictionary<string, Tensor> Weights => _weights;

    /// <summary>
    /// Before any squashing, outputs for each piece (13 kinds, "begins", 33 topics), and for each row (13 kinds), which only training looks at.
    /// </summary>
    public (Tensor Pieces, Tensor Rows) Forward(Batch batch, bool training)
    {
        Tensor places = Encode(batch, training);
        Tensor means = Means(places, batch).index_select(0, batch.RowRank);
        Tensor side = _weights["side"].index_select(0, batch.RowSide);
        Tensor rows = cat([means, places.index_select(0, batch.RowOpening), side], 1);
        Tensor states = cat([.. batch.CallRows.Select(call => States(rows.narrow(0, call.First, call.Count)))], 0);
        Tensor context = cat([states, side], 1);
        Tensor ofRows = nn.functional.linear(
            nn.functional.dropout(context, _recipe.Dropout, training), _weights["turns.weight"], _weights["turns.bias"]);
        Tensor inputs = cat([places.index_select(0, batch.PiecePlace), context.index_select(0, batch.PieceRow)], 1);
        inputs = nn.functional.dropout(inputs, _recipe.Dropout, training);
        Tensor hidden = nn.functional.gelu(Product(inputs, "head")).to_type(ScalarType.Float32);
        hidden = nn.functional.dropout(hidden, _recipe.Dropout, training);
        return (nn.functional.linear(hidden, _weights["outputs.weight"], _weights["outputs.bias"]), ofRows);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _calls.Dispose();
        foreach (Tensor weight in _weights.Values)
        {
            weight.Dispose();
        }
    }

    private Tensor Encode(Batch batch, bool training)
    {
        Tensor words = _weights["words"].index_select(0, batch.Ids);
        Tensor x = Normed(words + _weights["positions"].index_select(0, batch.Positions), "start");
        Tensor?[] masks = [.. batch.Groups.Select(group => Mask(group, batch))];
        for (int layer = 0; layer < _recipe.Layers.Count; layer++)
        {
            string name = $"layer.{layer}.";
            Tensor mixed = Attend(Product(x, name + "qkv").to_type(ScalarType.Float32), batch.Groups, masks);
            x = Normed(x + Dropped(Product(mixed, name + "mixed"), training), name + "norm1");
            Tensor wide = nn.functional.gelu(Product(x, name + "up"));
            x = Normed(x + Dropped(Product(wide, name + "down"), training), name + "norm2");
        }

        return x;
    }

    private static Tensor? Mask(Group group, Batch batch)
    {
        Tensor present = batch.Present.narrow(0, group.Offset, (long)group.Rows * group.Length);
        return ((1 - present) * -1e9f).reshape(group.Rows, 1, 1, group.Length)
            .expand(group.Rows, 1, group.Length, group.Length);
    }

    private static Tensor Attend(Tensor qkv, List<Group> groups, Tensor?[] masks)
    {
        var mixed = new List<Tensor>(groups.Count);
        for (int g = 0; g < groups.Count; g++)
        {
            Group group = groups[g];
            Tensor[] parts = [.. qkv.narrow(0, group.Offset, (long)group.Rows * group.Length)
                .view(group.Rows, group.Length, 3, Heads, Width / Heads).permute(2, 0, 3, 1, 4).unbind(0)];
            Tensor heads = nn.functional.scaled_dot_product_attention(parts[0], parts[1], parts[2], masks[g]);
            mixed.Add(heads.transpose(1, 2).reshape((long)group.Rows * group.Length, Width));
        }

        return cat(mixed, 0);
    }

    private static Tensor Means(Tensor places, Batch batch)
    {
        Tensor kept = places * batch.Present.unsqueeze(1);
        return cat([.. batch.Groups.Select(group =>
        {
            long count = (long)group.Rows * group.Length;
            Tensor sums = kept.narrow(0, group.Offset, count).view(group.Rows, group.Length, Width).sum(1);
            return sums / batch.Present.narrow(0, group.Offset, count).view(group.Rows, group.Length).sum(1, keepdim: true);
        })], 0);
    }

    private Tensor States(Tensor rows)
    {
        (Tensor states, _) = _calls.call(rows.unsqueeze(0));
        return states.squeeze(0);
    }

    private Tensor Dropped(Tensor x, bool training) =>
        training && _recipe.EncoderDropout > 0 ? nn.functional.dropout(x, _recipe.EncoderDropout, training) : x;

    private Tensor Normed(Tensor x, string name) =>
        nn.functional.layer_norm(x, [Width], _weights[name + ".weight"], _weights[name + ".bias"], Epsilon);

    /// <summary>x · Wᵀ + b, in bfloat16 where the recipe says so: the processor's matrix unit takes only that.</summary>
    private Tensor Product(Tensor x, string name)
    {
        Tensor weight = _weights[name + ".weight"];
        Tensor bias = _weights[name + ".bias"];
        return _recipe.HalfProducts
            ? nn.functional.linear(x.to_type(ScalarType.BFloat16), weight.to_type(ScalarType.BFloat16), bias.to_type(ScalarType.BFloat16))
            : nn.functional.linear(x, weight, bias);
    }
}
