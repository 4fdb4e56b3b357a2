using SoftNo.Training.Network;

namespace SoftNo.Training.Export;

/// <summary>Floats as bytes from −127 to 127 and a scale that multiplies them.</summary>
internal sealed record ByteArray(long[] Shape, sbyte[] Values, FloatArray Scale)
{
    /// <summary>One scale for each column of a matrix.</summary>
    public static ByteArray ByColumn(FloatArray matrix)
    {
        int columns = (int)matrix.Shape[^1];
        var scale = new float[columns];
        for (int i = 0; i < matrix.Values.Length; i++)
        {
            scale[i % columns] = Math.Max(scale[i % columns], Math.Abs(matrix.Values[i]) / 127);
        }

        return Rounded(matrix, new FloatArray([columns], scale), i => i % columns);
    }

    /// <summary>One scale for each row: for each index of all dimensions but the last.</summary>
    public static ByteArray ByRow(FloatArray array)
    {
        int columns = (int)array.Shape[^1];
        var scale = new float[array.Values.Length / columns];
        for (int i = 0; i < array.Values.Length; i++)
        {
            scale[i / columns] = Math.Max(scale[i / columns], Math.Abs(array.Values[i]) / 127);
        }

        return Rounded(array, new FloatArray([.. array.Shape[..^1], 1], scale), i => i / columns);
    }

    private static ByteArray Rounded(FloatArray array, FloatArray scale, Func<int, int> scaleAt)
    {
        var bytes = new sbyte[array.Values.Length];
        for (int i = 0; i < bytes.Length; i++)
        {
            float unit = scale.Values[scaleAt(i)];
            bytes[i] = unit == 0 ? (sbyte)0 : (sbyte)MathF.Round(array.Values[i] / unit);
        }

        return new ByteArray(array.Shape, bytes, scale);
    }
}
