using System.Text.Json;

namespace SoftNo.Transcripts.Json;

/// <summary>An export in JSON, told by the places that exist in it.</summary>
internal abstract class JsonFormat
{
    /// <summary>The format's name, such as <c>fireflies</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What the format is, for people.</summary>
    public abstract Bilingual Title { get; }

    /// <summary>Hangs the format's takers on the shape; null where the file is of another format.</summary>
    public abstract JsonBinding? Bind(ShapeNode file);
}

/// <summary>Takers hung on a shape, and the calls that come of them.</summary>
internal abstract class JsonBinding
{
    /// <summary>What convinced: the places found.</summary>
    public required string Seen { get; init; }

    /// <summary>The calls, once the file has gone by.</summary>
    public abstract IEnumerable<CallDraft> Finish();
}

/// <summary>Binds a place of the file to calls: each instance of that place is one call.</summary>
internal sealed class JsonBinding<TCall>(ShapeNode root, Func<TCall> make) : JsonBinding
    where TCall : JsonCall
{
    private readonly Dictionary<string, TCall> _calls = [];
    private readonly List<TCall> _order = [];

    /// <summary>Takes each value at a path under the call's own place; a path that does not exist is passed over.</summary>
    public JsonBinding<TCall> On(string path, Action<TCall, JsonElement> take) => On(path, (call, value, _) => take(call, value));

    /// <summary>The same, with the indices below the call's place.</summary>
    public JsonBinding<TCall> On(string path, Action<TCall, JsonElement, int[]> take)
    {
        int own = root.ArraysAbove;
        root.At(path)?.Takers.Add((value, place) => take(CallAt(place), value, place[own..]));
        return this;
    }

    /// <summary>The common facts: the title and the start under any of these names, the first of the list before the others wherever it stands.</summary>
    public JsonBinding<TCall> Titled(string[] titles, string[] starts)
    {
        for (int i = 0; i < titles.Length; i++)
        {
            int rank = i;
            On(titles[i], (call, value) => call.TakeTitle(value, rank));
        }

        for (int i = 0; i < starts.Length; i++)
        {
            int rank = i;
            On(starts[i], (call, value) => call.TakeStart(value, rank));
        }

        return this;
    }

    /// <summary>What came by so far, in order.</summary>
    public IReadOnlyList<TCall> Calls => _order;

    public override IEnumerable<CallDraft> Finish()
    {
        foreach (TCall call in _order)
        {
            if (call.Finish() is { } draft) yield return draft;
        }
    }

    private TCall CallAt(int[] place)
    {
        string key = string.Join('.', place.Take(root.ArraysAbove));
        if (_calls.TryGetValue(key, out TCall? call)) return call;
        call = make();
        _calls.Add(key, call);
        _order.Add(call);
        return call;
    }
}
