using System.Text.Json;
using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts;

/// <summary>
/// What the companions among several files tell (Gong's parties, Meet's participants, Grain's and tl;dv's meetings): gathered first, then taken by the
/// transcripts whose ids join. A companion is no call by itself.
/// </summary>
public sealed class CallCompanions
{
    /// <summary>The largest file looked at for companions, in bytes: lists of people are small.</summary>
    private const long Largest = 20_000_000;

    private static readonly byte[][] Marks =
        [.. CallFacts.Marks.Select(mark => System.Text.Encoding.UTF8.GetBytes($"\"{mark}\""))];

    private readonly List<CallFacts> _facts = [];
    private readonly List<string> _files = [];

    /// <summary>The files that told something, as given to <see cref="Gather"/>.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>Whether nothing was found.</summary>
    public bool IsEmpty => _facts.Count == 0;

    /// <summary>Looks through files of the disk; what cannot be read is passed over here, and told when it is read as a transcript.</summary>
    public static CallCompanions Gather(IEnumerable<string> files)
    {
        var found = new CallCompanions();
        foreach (string file in files)
        {
            if (!Path.GetExtension(file).Equals(".json", StringComparison.OrdinalIgnoreCase) || !File.Exists(file)) continue;
            try
            {
                using FileStream bytes = File.OpenRead(file);
                int before = found._facts.Count;
                if (MayTell(bytes)) found.Add(bytes);
                if (found._facts.Count > before) found._files.Add(file);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                continue;
            }
        }

        return found;
    }

    // Among ten thousand transcripts the few companions are told by a word that each of them has; only those are walked.
    private static bool MayTell(FileStream bytes)
    {
        if (bytes.Length > Largest) return false;
        byte[] content = new byte[bytes.Length];
        bytes.ReadExactly(content);
        bytes.Position = 0;
        // UTF-16 is rare enough to be walked.
        return content.AsSpan(0, Math.Min(content.Length, 64)).Contains((byte)0) || Array.Exists(Marks, mark => content.AsSpan().IndexOf(mark) >= 0);
    }

    /// <summary>Takes what one file tells. The stream is read from where it stands.</summary>
    public void Add(Stream bytes)
    {
        using var source = new RereadStream(bytes);
        if (!source.IsJson || (bytes.CanSeek && bytes.Length > Largest)) return;
        try
        {
            Stream whole = source.Whole();
            long start = whole.Position;
            var shape = ShapeNode.NewRoot();
            JsonWalk.Run(whole, shape);
            if (CallFacts.Bind(shape) is not { } binding) return;
            whole.Position = start;
            JsonWalk.Run(whole, shape);
            _facts.AddRange(binding.Calls);
        }
        catch (Exception error) when (error is JsonException or JsonLimitException || error.InnerException is System.Text.DecoderFallbackException)
        {
            // A broken file is no companion; reading it as a transcript tells where it breaks.
        }
    }

    /// <summary>The same, to be added to without changing this.</summary>
    internal CallCompanions Copy()
    {
        var copy = new CallCompanions();
        copy._facts.AddRange(_facts);
        return copy;
    }

    internal void Complete(CallDraft call)
    {
        foreach (CallFacts facts in _facts)
        {
            if (facts.IsOf(call)) facts.Complete(call);
        }
    }
}
