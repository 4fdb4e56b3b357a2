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

    /// <summary>Given each call once all of it has gone by, so that none is kept while the next one comes.</summary>
    public Action<CallDraft>? Deliver { get; set; }

    /// <summary>Delivers the last call, once the file has gone by.</summary>
    public abstract void Finish();
}

/// <summary>Binds a place of the file to calls: each instance of that place is one call.</summary>
internal sealed class JsonBinding<TCall>(ShapeNode root, Func<TCall> make) : JsonBinding
    where TCall : JsonCall
{
    private readonly List<TCall> _order = [];
    private int[]? _place;
    private TCall? _open;

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

    /// <summary>What came by, in order; kept only where nothing is delivered.</summary>
    public IReadOnlyList<TCall> Calls => _order;

    public override void Finish()
    {
        if (_open is not null && Deliver is not null && _open.Finish() is { } draft) Deliver(draft);
        _open = null;
    }

    // A walk goes through a file in its order: where another place begins, the one before is complete.
    private TCall CallAt(int[] place)
    {
        ReadOnlySpan<int> own = place.AsSpan(0, root.ArraysAbove);
        if (_open is not null && own.SequenceEqual(_place)) return _open;
        Finish();
        _place = own.ToArray();
        _open = make();
        if (Deliver is null) _order.Add(_open);
        return _open;
    }
}
