using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace SoftNo.Training.Network;

/// <summary>One array of floats with its shape.</summary>
internal sealed record FloatArray(long[] Shape, float[] Values)
{
    /// <summary>A matrix with its rows as columns.</summary>
    public FloatArray Transposed()
    {
        int rows = (int)Shape[0];
        int columns = (int)Shape[1];
        var turned = new float[Values.Length];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                turned[column * rows + row] = Values[row * columns + column];
            }
        }

        return new FloatArray([columns, rows], turned);
    }
}

/// <summary>
/// The safetensors format (8-byte length, JSON header, raw little-endian values), for arrays of 32-bit floats.
/// Source: huggingface.co/docs/safetensors, "Format".
/// </summary>
internal static class SafeTensors
{
    /// <summary>Reads all arrays of floats; arrays of other types are left out.</summary>
    public static Dictionary<string, FloatArray> Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        int headerLength = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes);
        using JsonDocument header = JsonDocument.Parse(bytes.AsMemory(8, headerLength));
        var arrays = new Dictionary<string, FloatArray>(StringComparer.Ordinal);
        foreach (JsonProperty entry in header.RootElement.EnumerateObject())
        {
            if (entry.Name == "__metadata__" || entry.Value.GetProperty("dtype").GetString() != "F32")
            {
                continue;
            }

            long[] shape = [.. entry.Value.GetProperty("shape").EnumerateArray().Select(e => e.GetInt64())];
            long[] range = [.. entry.Value.GetProperty("data_offsets").EnumerateArray().Select(e => e.GetInt64())];
            Span<byte> values = bytes.AsSpan(8 + headerLength + (int)range[0], (int)(range[1] - range[0]));
            arrays[entry.Name] = new FloatArray(shape, MemoryMarshal.Cast<byte, float>(values).ToArray());
        }

        return arrays;
    }

    /// <summary>Writes the arrays in the order of their names, through a new file renamed over the old.</summary>
    public static void Write(string path, IReadOnlyDictionary<string, FloatArray> arrays)
    {
        string[] names = [.. arrays.Keys.Order(StringComparer.Ordinal)];
        var header = new Dictionary<string, object>();
        long offset = 0;
        foreach (string name in names)
        {
            long length = arrays[name].Values.LongLength * sizeof(float);
            header[name] = new { dtype = "F32", shape = arrays[name].Shape, data_offsets = new[] { offset, offset + length } };
            offset += length;
        }

        byte[] json = JsonSerializer.SerializeToUtf8Bytes(header);
        string fresh = path + ".new";
        using (FileStream file = File.Create(fresh))
        {
            Span<byte> length = stackalloc byte[8];
            BinaryPrimitives.WriteInt64LittleEndian(length, json.Length);
            file.Write(length);
            file.Write(json);
            foreach (string name in names)
            {
                file.Write(MemoryMarshal.AsBytes<float>(arrays[name].Values));
            }
        }

        File.Move(fresh, path, overwrite: true);
    }
}
