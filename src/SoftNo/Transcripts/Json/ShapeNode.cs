using System.Text.Json;

namespace SoftNo.Transcripts.Json;

/// <summary>
/// A place in a JSON file, the same for all items of an array: <c>results.utterances[].text</c> is one place however many utterances there are. Formats are
/// told by the places that exist, and hang what they read on them.
/// </summary>
internal sealed class ShapeNode
{
    // An object with more keys than this is a table keyed by ids; its further values share one place.
    private const int MostKeys = 256;

    private readonly List<ShapeNode> _children = [];
    private ShapeNode? _rest;

    private ShapeNode(string name, ShapeNode? parent, int depth)
    {
        Name = name;
        Parent = parent;
        ArraysAbove = depth;
    }

    public string Name { get; }

    public ShapeNode? Parent { get; }

    /// <summary>Whether single values stand here, and nothing below.</summary>
    public bool IsLeaf => Items is null && _children.Count == 0;

    /// <summary>How many arrays lie between the root and this place: how many indices tell its instances apart.</summary>
    public int ArraysAbove { get; }

    /// <summary>The place of an array's items, or null where this is no array with items.</summary>
    public ShapeNode? Items { get; private set; }

    /// <summary>What takes each value found here, with its indices.</summary>
    public List<Action<JsonElement, int[]>> Takers { get; } = [];

    // The file itself counts as one level of items: it may hold several values, one a line.
    public static ShapeNode NewRoot() => new("", null, 1);

    /// <summary>The place of a property, made where it is new.</summary>
    public ShapeNode Child(ref Utf8JsonReader property)
    {
        foreach (ShapeNode child in _children)
        {
            if (property.ValueTextEquals(child.Name)) return child;
        }

        if (_children.Count >= MostKeys) return _rest ??= new ShapeNode("*", this, ArraysAbove);
        var made = new ShapeNode(property.GetString()!, this, ArraysAbove);
        _children.Add(made);
        return made;
    }

    /// <summary>The place of the items of this array, made where it is new.</summary>
    public ShapeNode MakeItems() => Items ??= new ShapeNode("[]", this, ArraysAbove + 1);

    /// <summary>The place at a path from here (<c>data[].speaker.name</c>), or null.</summary>
    public ShapeNode? At(string path)
    {
        ShapeNode? node = this;
        foreach (string step in path.Replace("[]", ".[]", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            node = step == "[]" ? node.Items : node._children.Find(child => child.Name.Equals(step, StringComparison.OrdinalIgnoreCase));
            if (node is null) return null;
        }

        return node;
    }

    public bool Has(string path) => At(path) is not null;

    /// <summary>Whether any of the paths exists.</summary>
    public bool HasAny(params ReadOnlySpan<string> paths)
    {
        foreach (string path in paths)
        {
            if (Has(path)) return true;
        }

        return false;
    }

    /// <summary>The nearest place to the root, itself included, of which a test is true; whatever wraps it does not matter.</summary>
    public ShapeNode? Find(Predicate<ShapeNode> test)
    {
        var level = new Queue<ShapeNode>([this]);
        while (level.TryDequeue(out ShapeNode? node))
        {
            if (test(node)) return node;
            if (node.Items is { } items) level.Enqueue(items);
            foreach (ShapeNode child in node._children) level.Enqueue(child);
        }

        return null;
    }

    /// <summary>The nearest place that has all the paths.</summary>
    public ShapeNode? FindWith(params string[] paths) => Find(node => Array.TrueForAll(paths, node.Has));

    /// <summary>Takes every taker off again, here and below.</summary>
    public void Release()
    {
        Takers.Clear();
        Items?.Release();
        _rest?.Release();
        foreach (ShapeNode child in _children) child.Release();
    }

    /// <summary>The paths of what lies below, nearest first, to show.</summary>
    public IEnumerable<string> Paths()
    {
        var level = new Queue<(string Path, ShapeNode Node)>([("", this)]);
        while (level.TryDequeue(out var at))
        {
            if (at.Path.Length > 0 && at.Node.Items is null) yield return at.Path;
            if (at.Node.Items is { } items) level.Enqueue((at.Path + "[]", items));
            foreach (ShapeNode child in at.Node._children) level.Enqueue((at.Path.Length == 0 ? child.Name : $"{at.Path}.{child.Name}", child));
        }
    }
}
