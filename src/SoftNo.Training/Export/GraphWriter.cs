using System.Runtime.InteropServices;
using Google.Protobuf;
using Onnx;
using SoftNo.Training.Network;

namespace SoftNo.Training.Export;

/// <summary>Builds one ONNX graph, node by node. Matrices are stored as bytes with a scale and expanded where they are used, so that arithmetic stays in floats.</summary>
internal sealed class GraphWriter(string name)
{
    private const int IrVersion = 8;
    private const int OperatorSet = 20;

    private readonly GraphProto _graph = new() { Name = name };
    private int _names;

    /// <summary>Declares an input; a dimension is a number or a name.</summary>
    public string Input(string input, TensorProto.Types.DataType type, params object[] shape)
    {
        _graph.Input.Add(Value(input, type, shape));
        return input;
    }

    /// <summary>Declares an output that a node has made.</summary>
    public void Output(string output, params object[] shape) => _graph.Output.Add(Value(output, TensorProto.Types.DataType.Float, shape));

    /// <summary>Adds a node of one output and returns that output's name.</summary>
    public string Node(string operation, string[] inputs, params AttributeProto[] attributes) => Nodes(operation, 1, inputs, attributes)[0];

    /// <summary>Adds a node whose only output is called <paramref name="output"/>.</summary>
    public void Named(string output, string operation, params string[] inputs)
    {
        var node = new NodeProto { OpType = operation, Name = output };
        node.Input.AddRange(inputs);
        node.Output.Add(output);
        _graph.Node.Add(node);
    }

    /// <summary>Adds a node of several outputs.</summary>
    public string[] Nodes(string operation, int outputs, string[] inputs, params AttributeProto[] attributes)
    {
        var node = new NodeProto { OpType = operation, Name = Fresh(operation) };
        node.Input.AddRange(inputs);
        string[] names = [.. Enumerable.Range(0, outputs).Select(_ => Fresh("t"))];
        node.Output.AddRange(names);
        node.Attribute.AddRange(attributes);
        _graph.Node.Add(node);
        return names;
    }

    /// <summary>An array stored in 32-bit floats.</summary>
    public string Floats(string label, FloatArray array)
    {
        var tensor = new TensorProto
        {
            Name = label,
            DataType = (int)TensorProto.Types.DataType.Float,
            RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes<float>(array.Values)),
        };
        tensor.Dims.AddRange(array.Shape);
        _graph.Initializer.Add(tensor);
        return label;
    }

    /// <summary>A small list of whole numbers, such as a shape.</summary>
    public string Integers(params long[] values)
    {
        var tensor = new TensorProto
        {
            Name = Fresh("n"),
            DataType = (int)TensorProto.Types.DataType.Int64,
            RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes<long>(values)),
        };
        tensor.Dims.Add(values.Length);
        _graph.Initializer.Add(tensor);
        return tensor.Name;
    }

    /// <summary>Bytes with a scale: the names of both.</summary>
    public (string Bytes, string Scale) Bytes(string label, ByteArray array)
    {
        var tensor = new TensorProto
        {
            Name = label,
            DataType = (int)TensorProto.Types.DataType.Int8,
            RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes<sbyte>(array.Values)),
        };
        tensor.Dims.AddRange(array.Shape);
        _graph.Initializer.Add(tensor);
        return (label, Floats(label + ".scale", array.Scale));
    }

    /// <summary>A matrix stored as bytes, expanded to floats. ONNX Runtime folds the two nodes into a constant when it loads.</summary>
    public string Expanded(string label, ByteArray array)
    {
        (string bytes, string scale) = Bytes(label, array);
        string floats = Node("Cast", [bytes], Integer("to", (long)TensorProto.Types.DataType.Float));
        return Node("Mul", [floats, scale]);
    }

    /// <summary>x · W + b, with W stored as bytes in the order inputs × outputs.</summary>
    public string Product(string x, string label, FloatArray weight, FloatArray bias)
    {
        string w = Expanded(label + ".weight", ByteArray.ByColumn(weight.Transposed()));
        return Node("Add", [Node("MatMul", [x, w]), Floats(label + ".bias", bias)]);
    }

    /// <summary>Writes the model to a file.</summary>
    public void Save(string path)
    {
        var model = new ModelProto { IrVersion = IrVersion, ProducerName = "softno-train", Graph = _graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = OperatorSet });
        File.WriteAllBytes(path, model.ToByteArray());
    }

    /// <summary>An attribute of one whole number.</summary>
    public static AttributeProto Integer(string attribute, long value) =>
        new() { Name = attribute, Type = AttributeProto.Types.AttributeType.Int, I = value };

    /// <summary>An attribute of several whole numbers.</summary>
    public static AttributeProto IntegerList(string attribute, params long[] values)
    {
        var list = new AttributeProto { Name = attribute, Type = AttributeProto.Types.AttributeType.Ints };
        list.Ints.AddRange(values);
        return list;
    }

    /// <summary>An attribute of one float.</summary>
    public static AttributeProto Single(string attribute, float value) =>
        new() { Name = attribute, Type = AttributeProto.Types.AttributeType.Float, F = value };

    /// <summary>An attribute of one text.</summary>
    public static AttributeProto Text(string attribute, string value) =>
        new() { Name = attribute, Type = AttributeProto.Types.AttributeType.String, S = ByteString.CopyFromUtf8(value) };

    private string Fresh(string stem) => $"{stem}_{_names++}";

    private static ValueInfoProto Value(string value, TensorProto.Types.DataType type, object[] shape)
    {
        var dimensions = new TensorShapeProto();
        dimensions.Dim.AddRange(shape.Select(size => size is string symbol
            ? new TensorShapeProto.Types.Dimension { DimParam = symbol }
            : new TensorShapeProto.Types.Dimension { DimValue = Convert.ToInt64(size, System.Globalization.CultureInfo.InvariantCulture) }));
        return new ValueInfoProto
        {
            Name = value,
            Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)type, Shape = dimensions } },
        };
    }
}
