using SoftNo.Cues.Listener;
using SoftNo.Training.Network;
using static Onnx.TensorProto.Types;
using static SoftNo.Training.Export.GraphWriter;

namespace SoftNo.Training.Export;

/// <summary>The second stage as ONNX: the rows of a call in order, and its pieces, to the probabilities of each piece.</summary>
internal static class CallGraph
{
    /// <summary>Writes the graph of <paramref name="weights"/>.</summary>
    public static void Save(string path, IReadOnlyDictionary<string, FloatArray> weights, Recipe recipe)
    {
        var graph = new GraphWriter("call");
        graph.Input("pieces", DataType.Float, "pieces", ListenerNetwork.Width);
        graph.Input("means", DataType.Float, "rows", ListenerNetwork.RowWidth);
        graph.Input("sides", DataType.Int64, "rows");
        graph.Input("rowOfPiece", DataType.Int64, "pieces");
        string side = graph.Node("Gather", [graph.Floats("side", weights["side"]), "sides"]);
        string rows = graph.Node("Concat", ["means", side], Integer("axis", 1));
        string context = graph.Node("Concat", [States(graph, rows, weights, recipe.CallWidth), side], Integer("axis", 1));
        string outputs = Head(graph, context, weights);
        int kinds = Outputs.Kinds;
        string[] parts = graph.Nodes("Split", 3, [outputs, graph.Integers(kinds, 1, Outputs.Topics.Count)], Integer("axis", -1));
        graph.Named("kinds", "Sigmoid", parts[0]);
        graph.Named("begins", "Sigmoid", parts[1]);
        graph.Named("topics", "Softmax", parts[2]);
        graph.Output("kinds", "pieces", kinds);
        graph.Output("begins", "pieces", 1);
        graph.Output("topics", "pieces", Outputs.Topics.Count);
        graph.Save(path);
    }

    private static string States(GraphWriter graph, string rows, IReadOnlyDictionary<string, FloatArray> weights, int width)
    {
        string sequence = graph.Node("Unsqueeze", [rows, graph.Integers(1)]);
        string w = graph.Expanded("calls.input", ByteArray.ByRow(BothWays(weights, "weight_ih_l0", width)));
        string r = graph.Expanded("calls.state", ByteArray.ByRow(BothWays(weights, "weight_hh_l0", width)));
        FloatArray inputBias = BothWays(weights, "bias_ih_l0", width);
        FloatArray stateBias = BothWays(weights, "bias_hh_l0", width);
        int gates = 3 * width;
        float[] biases = [.. inputBias.Values[..gates], .. stateBias.Values[..gates], .. inputBias.Values[gates..], .. stateBias.Values[gates..]];
        string b = graph.Floats("calls.bias", new FloatArray([2, 2 * gates], biases));
        string states = graph.Node(
            "GRU", [sequence, w, r, b],
            Text("direction", "bidirectional"), Integer("hidden_size", width), Integer("linear_before_reset", 1));
        string inOrder = graph.Node("Transpose", [states], IntegerList("perm", 0, 2, 1, 3));
        return graph.Node("Reshape", [inOrder, graph.Integers(-1, 2 * width)]);
    }

    /// <summary>Both directions of one array, its gates from torch's order (reset, update, new) to ONNX's (update, reset, new).</summary>
    private static FloatArray BothWays(IReadOnlyDictionary<string, FloatArray> weights, string name, int width)
    {
        FloatArray[] ways = [weights["calls." + name], weights[$"calls.{name}_reverse"]];
        float[] values = [.. ways.SelectMany(way =>
        {
            int gate = way.Values.Length / 3;
            return way.Values[gate..(2 * gate)].Concat(way.Values[..gate]).Concat(way.Values[(2 * gate)..]);
        })];
        return new FloatArray([2, 3 * width, .. ways[0].Shape.Skip(1)], values);
    }

    /// <summary>The head's first product is split: its rows' part is taken once a row, not once a piece.</summary>
    private static string Head(GraphWriter graph, string context, IReadOnlyDictionary<string, FloatArray> weights)
    {
        FloatArray whole = weights["head.weight"].Transposed();
        int inputs = (int)whole.Shape[0];
        int width = (int)whole.Shape[1];
        var ofPiece = new FloatArray([ListenerNetwork.Width, width], whole.Values[..(ListenerNetwork.Width * width)]);
        var ofRow = new FloatArray([inputs - ListenerNetwork.Width, width], whole.Values[(ListenerNetwork.Width * width)..]);
        string fromPieces = graph.Node("MatMul", ["pieces", graph.Expanded("head.piece", ByteArray.ByColumn(ofPiece))]);
        string fromRows = graph.Node("MatMul", [context, graph.Expanded("head.row", ByteArray.ByColumn(ofRow))]);
        string biased = graph.Node("Add", [fromRows, graph.Floats("head.bias", weights["head.bias"])]);
        string sum = graph.Node("Add", [fromPieces, graph.Node("Gather", [biased, "rowOfPiece"])]);
        string hidden = graph.Node("Gelu", [sum]);
        string product = graph.Node("MatMul", [hidden, graph.Floats("outputs.weight", weights["outputs.weight"].Transposed())]);
        return graph.Node("Add", [product, graph.Floats("outputs.bias", weights["outputs.bias"])]);
    }
}
