using System.Numerics;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace SoftNo.Training.Learning;

/// <summary>
/// AdamW in one pass over memory (clipping, moments, decay and step at once): torch's own takes a dozen passes, which on
/// two cores is a quarter of a training step. Source: Loshchilov and Hutter, "Decoupled Weight Decay Regularization". It also
/// keeps a running average of the weights over the last steps, which reads better than the weights of any one step.
/// </summary>
internal sealed class AdamW
{
    /// <summary>What the running averages' names begin with in a checkpoint.</summary>
    public const string Average = "average.";

    private const float Beta1 = 0.9f;
    private const float Beta2 = 0.999f;
    private const float Epsilon = 1e-8f;
    private const int Chunk = 1 << 16;

    private readonly IReadOnlyList<(string Name, Tensor Weight, double Rate, double Decay)> _weights;
    private readonly float[][] _means;
    private readonly float[][] _squares;
    private readonly float[][] _averages;
    private readonly double _average;

    /// <summary>Takes the weights to train, each with its highest rate and its decay.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="average">Share of the running average that each step keeps, 0 to 1; 0 follows the weights.</param>
    public AdamW(IReadOnlyList<(string Name, Tensor Weight, double Rate, double Decay)> weights, double average)
    {
        _weights = weights;
        _average = average;
        _averages = [.. weights.Select(w => Floats(w.Weight).ToArray())];
        _means = [.. weights.Select(w => new float[w.Weight.numel()])];
        _squares = [.. weights.Select(w => new float[w.Weight.numel()])];
    }

    /// <summary>Steps taken so far.</summary>
    public int Steps { get; private set; }

    /// <summary>The moments by name, for a checkpoint.</summary>
    public IEnumerable<(string Name, float[] Values)> State()
    {
        for (int i = 0; i < _weights.Count; i++)
        {
            yield return ("mean." + _weights[i].Name, _means[i]);
            yield return ("square." + _weights[i].Name, _squares[i]);
            yield return (Average + _weights[i].Name, _averages[i]);
        }
    }

    /// <summary>Exchanges the weights and their running averages; a second call undoes the first.</summary>
    public void Exchange()
    {
        for (int i = 0; i < _weights.Count; i++)
        {
            Span<float> weight = Floats(_weights[i].Weight);
            float[] kept = weight.ToArray();
            _averages[i].CopyTo(weight);
            _averages[i] = kept;
        }
    }

    /// <summary>Goes on from a checkpoint.</summary>
    public void Resume(int steps, Func<string, float[]> values)
    {
        Steps = steps;
        foreach ((string name, float[] state) in State())
        {
            values(name).CopyTo(state, 0);
        }
    }

    /// <summary>Takes one step at <paramref name="scale"/> of the highest rates, clips the gradient's norm, and clears the gradients.</summary>
    public void Step(double scale, double clipNorm)
    {
        Steps++;
        double norm = Math.Sqrt(_weights.Sum(w => Gradient(w.Weight) is Tensor g ? SumOfSquares(Floats(g)) : 0));
        float clip = norm > clipNorm ? (float)(clipNorm / norm) : 1;
        for (int i = 0; i < _weights.Count; i++)
        {
            if (Gradient(_weights[i].Weight) is Tensor gradient)
            {
                Update(i, gradient, scale, clip);
            }
        }
    }

    private static Tensor? Gradient(Tensor weight) => weight.grad is { IsInvalid: false } gradient ? gradient : null;

    private void Update(int index, Tensor gradient, double scale, float clip)
    {
        (_, Tensor weight, double rate, double decay) = _weights[index];
        float step = (float)(rate * scale / (1 - Math.Pow(Beta1, Steps)));
        float root = (float)Math.Sqrt(1 - Math.Pow(Beta2, Steps));
        float keep = (float)(1 - rate * scale * decay);
        // Early on the average must not remember the start.
        float follow = (float)(1 - Math.Min(_average, (1.0 + Steps) / (10 + Steps)));
        int length = _means[index].Length;
        Parallel.For(0, (length + Chunk - 1) / Chunk, chunk =>
        {
            int start = chunk * Chunk;
            int count = Math.Min(Chunk, length - start);
            Update(
                Floats(weight).Slice(start, count), Floats(gradient).Slice(start, count),
                _means[index].AsSpan(start, count), _squares[index].AsSpan(start, count), clip, step, root, keep);
            Follow(_averages[index].AsSpan(start, count), Floats(weight).Slice(start, count), follow);
        });
    }

    private static void Update(Span<float> w, Span<float> g, Span<float> m, Span<float> v, float clip, float step, float root, float keep)
    {
        int i = 0;
        var rootV = new Vector<float>(1 / root);
        for (; i <= w.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector<float> gradient = new Vector<float>(g[i..]) * clip;
            Vector<float> mean = new Vector<float>(m[i..]) * Beta1 + gradient * (1 - Beta1);
            Vector<float> square = new Vector<float>(v[i..]) * Beta2 + gradient * gradient * (1 - Beta2);
            Vector<float> moved = new Vector<float>(w[i..]) * keep - mean * step / (Vector.SquareRoot(square) * rootV + new Vector<float>(Epsilon));
            mean.CopyTo(m[i..]);
            square.CopyTo(v[i..]);
            moved.CopyTo(w[i..]);
            Vector<float>.Zero.CopyTo(g[i..]);
        }

        for (; i < w.Length; i++)
        {
            float gradient = g[i] * clip;
            m[i] = m[i] * Beta1 + gradient * (1 - Beta1);
            v[i] = v[i] * Beta2 + gradient * gradient * (1 - Beta2);
            w[i] = w[i] * keep - m[i] * step / (MathF.Sqrt(v[i]) / root + Epsilon);
            g[i] = 0;
        }
    }

    private static void Follow(Span<float> average, Span<float> w, float share)
    {
        int i = 0;
        for (; i <= w.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var kept = new Vector<float>(average[i..]);
            (kept + (new Vector<float>(w[i..]) - kept) * share).CopyTo(average[i..]);
        }

        for (; i < w.Length; i++)
        {
            average[i] += (w[i] - average[i]) * share;
        }
    }

    private static double SumOfSquares(Span<float> values)
    {
        double sum = 0;
        for (int start = 0; start < values.Length; start += Chunk)
        {
            Span<float> part = values.Slice(start, Math.Min(Chunk, values.Length - start));
            sum += System.Numerics.Tensors.TensorPrimitives.SumOfSquares<float>(part);
        }

        return sum;
    }

    private static Span<float> Floats(Tensor contiguous) => MemoryMarshal.Cast<byte, float>(contiguous.bytes);
}
