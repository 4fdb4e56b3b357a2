using System.Text.Json;

namespace SoftNo.Transcripts.Json;

/// <summary>
/// Walks a JSON file as a stream, without holding more of it than one item that somebody takes. The first walk learns the shape; the second hands out the
/// values of the places that have takers.
/// </summary>
internal sealed class JsonWalk
{
    /// <summary>The largest single value that is taken, in bytes.</summary>
    public const int LargestItem = 64 * 1024 * 1024;

    /// <summary>How deep a file may be nested: real exports stay below twenty.</summary>
    public const int MostLevels = 128;

    private static readonly JsonReaderOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        AllowMultipleValues = true,
        MaxDepth = MostLevels,
    };

    private readonly ShapeNode _root;
    private readonly List<Frame> _frames = [];
    private byte[] _buffer = new byte[64 * 1024];
    private ShapeNode? _property;
    private int _value = -1;

    private JsonWalk(ShapeNode root) => _root = root;

    private sealed class Frame(ShapeNode node, bool array)
    {
        public ShapeNode Node { get; } = node;

        public bool Array { get; } = array;

        public int Index { get; set; } = -1;
    }

    /// <summary>Walks the stream from where it stands.</summary>
    /// <exception cref="JsonException">Where it is no JSON, with line and place.</exception>
    /// <exception cref="JsonLimitException">Where it goes beyond what an export does.</exception>
    public static void Run(Stream stream, ShapeNode root) => new JsonWalk(root).Run(stream);

    private void Run(Stream stream)
    {
        int filled = 0;
        bool first = true;
        var state = new JsonReaderState(Options);
        while (true)
        {
            int read = stream.Read(_buffer, filled, _buffer.Length - filled);
            filled += read;
            int skip = first && _buffer.AsSpan(0, filled).StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
            first = false;
            var reader = new Utf8JsonReader(_buffer.AsSpan(skip, filled - skip), read == 0, state);
            bool starved = ReadTokens(ref reader);
            int consumed = skip + (int)reader.BytesConsumed;
            state = reader.CurrentState;
            if (read == 0) return;
            Buffer.BlockCopy(_buffer, consumed, _buffer, 0, filled - consumed);
            filled -= consumed;
            if ((starved || consumed == 0) && filled > _buffer.Length / 2) Grow();
        }
    }

    private void Grow()
    {
        if (_buffer.Length >= LargestItem) throw new JsonLimitException(deep: false);
        Array.Resize(ref _buffer, _buffer.Length * 2);
    }

    // False where the buffer ran out between two tokens, true where it ran out inside a value that somebody takes.
    private bool ReadTokens(ref Utf8JsonReader reader)
    {
        while (true)
        {
            Utf8JsonReader before = reader;
            if (!Advance(ref reader)) return false;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    _property = _frames[^1].Node.Child(ref reader);
                    break;
                case JsonTokenType.EndArray or JsonTokenType.EndObject:
                    _frames.RemoveAt(_frames.Count - 1);
                    break;
                default:
                    if (TakeValue(ref reader)) break;
                    reader = before;
                    return true;
            }
        }
    }

    private static bool Advance(ref Utf8JsonReader reader)
    {
        bool deepest = reader.CurrentDepth >= MostLevels - 2;
        try
        {
            return reader.Read();
        }
        catch (JsonException) when (deepest)
        {
            throw new JsonLimitException(deep: true);
        }
    }

    private bool TakeValue(ref Utf8JsonReader reader)
    {
        Frame? parent = _frames.Count == 0 ? null : _frames[^1];
        ShapeNode node = parent is null ? _root : parent.Array ? parent.Node.MakeItems() : _property!;
        JsonDocument? value = null;
        bool container = reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject;
        bool array = reader.TokenType == JsonTokenType.StartArray;
        if (node.Takers.Count > 0 && !TryTake(ref reader, out value)) return false;
        if (parent is null) _value++;
        else if (parent.Array) parent.Index++;
        if (value is not null)
        {
            using (value)
            {
                int[] place = Place();
                foreach (Action<JsonElement, int[]> take in node.Takers) take(value.RootElement, place);
            }
        }
        else if (container)
        {
            _frames.Add(new Frame(node, array));
        }

        return true;
    }

    private static bool TryTake(ref Utf8JsonReader reader, out JsonDocument? value)
    {
        Utf8JsonReader again = reader;
        try
        {
            return JsonDocument.TryParseValue(ref reader, out value);
        }
        catch (JsonException)
        {
            while (Advance(ref again))
            {
                // Walked to where it breaks, which tells a file nested too deep from a broken one.
            }

            throw;
        }
    }

    private int[] Place()
    {
        var place = new List<int>(4) { _value };
        foreach (Frame frame in _frames)
        {
            if (frame.Array) place.Add(frame.Index);
        }

        return [.. place];
    }
}

/// <summary>A JSON file that goes beyond what any export does.</summary>
internal sealed class JsonLimitException(bool deep) : Exception("The JSON is beyond the limits.")
{
    /// <summary>Whether it is nested too deep; else a single value is too large.</summary>
    public bool Deep { get; } = deep;

    /// <summary>What to tell the user.</summary>
    public Problem Problem(string file) => Deep ? TranscriptProblems.TooDeep(file, JsonWalk.MostLevels) : TranscriptProblems.ValueTooLarge(file, JsonWalk.LargestItem);
}
