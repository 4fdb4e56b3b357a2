using SoftNo.Training.Network;
using static Onnx.TensorProto.Types;
using static SoftNo.Training.Export.GraphWriter;

namespace SoftNo.Training.Export;

/// <summary>The first stage as ONNX: a group of rows of one length to the vectors of their pieces, and of each row the mean and the opening piece.</summary>
internal static class EncoderGraph
{
    private const int HeadWidth = ListenerNetwork.Width / ListenerNetwork.Heads;

    /// <summary>Writes the graph of <paramref name="weights"/> with <paramref name="layers"/> layers.</summary>
    public static void Save(string path, IReadOnlyDictionary<string, FloatArray> weights, int layers)
    {
        var graph = new GraphWriter("encoder");
        graph.Input("ids", DataType.Int64, "rows", "length");
        graph.Input("positions", DataType.Int64, "length");
        graph.Input("present", DataType.Float, "rows", "length");
        string hidden = Mask(graph);
        string x = Normed(graph, graph.Node("Add", [Words(graph, weights["words"]), Positions(graph, weights["positions"])]), "start", weights);
        for (int layer = 0; layer < layers; layer++)
        {
            x = Layer(graph, x, hidden, $"layer.{layer}.", weights);
        }

        graph.Named("pieces", "Identity", x);
        graph.Named("means", "Identity", graph.Node("Concat", [Means(graph, x), Opening(graph, x)], Integer("axis", 1)));
        graph.Output("pieces", "rows", "length", ListenerNetwork.Width);
        graph.Output("means", "rows", ListenerNetwork.RowWidth);
        graph.Save(path);
    }

    /// <summary>0 where there is a piece, a large negative number where there is filling, as rows × 1 × 1 × length.</summary>
    private static string Mask(GraphWriter graph)
    {
        string absent = graph.Node("Sub", ["present", graph.Floats("one", new FloatArray([], [1]))]);
        string large = graph.Node("Mul", [absent, graph.Floats("large", new FloatArray([], [1e9f]))]);
        return graph.Node("Unsqueeze", [large, graph.Integers(1, 2)]);
    }

    /// <summary>Only the rows looked up are expanded: the dictionary stays in bytes while it runs.</summary>
    private static string Words(GraphWriter graph, FloatArray words)
    {
        (string bytes, string scale) = graph.Bytes("words", ByteArray.ByRow(words));
        string found = graph.Node("Cast", [graph.Node("Gather", [bytes, "ids"])], Integer("to", (long)DataType.Float));
        return graph.Node("Mul", [found, graph.Node("Gather", [scale, "ids"])]);
    }

    private static string Positions(GraphWriter graph, FloatArray positions) =>
        graph.Node("Gather", [graph.Floats("positions.weight", positions), "positions"]);

    private static string Layer(GraphWriter graph, string x, string hidden, string name, IReadOnlyDictionary<string, FloatArray> weights)
    {
        string mixed = Product(graph, Attend(graph, x, hidden, name, weights), name + "mixed", weights);
        string between = Normed(graph, graph.Node("Add", [x, mixed]), name + "norm1", weights);
        string wide = graph.Node("Gelu", [Product(graph, between, name + "up", weights)]);
        return Normed(graph, graph.Node("Add", [between, Product(graph, wide, name + "down", weights)]), name + "norm2", weights);
    }

    private static string Attend(GraphWriter graph, string x, string hidden, string name, IReadOnlyDictionary<string, FloatArray> weights)
    {
        string joined = Product(graph, x, name + "qkv", weights);
        string[] parts = graph.Nodes("Split", 3, [joined, graph.Integers(ListenerNetwork.Width, ListenerNetwork.Width, ListenerNetwork.Width)], Integer("axis", -1));
        string queries = Heads(graph, parts[0], 0, 2, 1, 3);
        string keys = Heads(graph, parts[1], 0, 2, 3, 1);
        string values = Heads(graph, parts[2], 0, 2, 1, 3);
        string scale = graph.Floats(name + "scale", new FloatArray([], [1 / MathF.Sqrt(HeadWidth)]));
        string scores = graph.Node("Add", [graph.Node("Mul", [graph.Node("MatMul", [queries, keys]), scale]), hidden]);
        string shares = graph.Node("Softmax", [scores], Integer("axis", -1));
        string back = graph.Node("Transpose", [graph.Node("MatMul", [shares, values])], IntegerList("perm", 0, 2, 1, 3));
        return graph.Node("Reshape", [back, graph.Integers(0, 0, ListenerNetwork.Width)]);
    }

    private static string Heads(GraphWriter graph, string part, params long[] order)
    {
        string split = graph.Node("Reshape", [part, graph.Integers(0, 0, ListenerNetwork.Heads, HeadWidth)]);
        return graph.Node("Transpose", [split], IntegerList("perm", order));
    }

    private static string Means(GraphWriter graph, string x)
    {
        string present = graph.Node("Unsqueeze", ["present", graph.Integers(-1)]);
        string sums = graph.Node("ReduceSum", [graph.Node("Mul", [x, present]), graph.Integers(1)], Integer("keepdims", 0));
        string counts = graph.Node("ReduceSum", ["present", graph.Integers(1)], Integer("keepdims", 1));
        return graph.Node("Div", [sums, counts]);
    }

    private static string Opening(GraphWriter graph, string x) =>
        graph.Node("Reshape", [graph.Node("Slice", [x, graph.Integers(0), graph.Integers(1), graph.Integers(1)]), graph.Integers(-1, ListenerNetwork.Width)]);

    private static string Product(GraphWriter graph, string x, string name, IReadOnlyDictionary<string, FloatArray> weights) =>
        graph.Product(x, name, weights[name + ".weight"], weights[name + ".bias"]);

    private static string Normed(GraphWriter graph, string x, string name, IReadOnlyDictionary<string, FloatArray> weights) =>
        graph.Node(
            "LayerNormalization",
            [x, graph.Floats(name + ".weight", weights[name + ".weight"]), graph.Floats(name + ".bias", weights[name + ".bias"])],
            Integer("axis", -1), Single("epsilon", (float)ListenerNetwork.Epsilon));
}
