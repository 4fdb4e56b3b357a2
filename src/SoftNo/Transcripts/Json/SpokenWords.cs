using System.Text;

namespace SoftNo.Transcripts.Json;

/// <summary>One word with its time. Kept small: a long call has a million of them.</summary>
internal readonly record struct SpokenWord
{
    private const int None = int.MinValue;

    private readonly int _start;
    private readonly int _end;
    private readonly float _confidence;

    /// <summary>Makes a word; times in milliseconds, null for what is spoken with the word before (punctuation, words without times); confidence 0 to 1, or null.</summary>
    public SpokenWord(string? speaker, string text, long? startMs, long? endMs, double? confidence = null, bool glued = false, bool opens = false)
    {
        Speaker = speaker;
        Text = text;
        _start = Small(startMs);
        _end = Small(endMs);
        _confidence = confidence is { } told ? (float)told : float.NaN;
        Glued = glued;
        Opens = opens;
    }

    /// <summary>The speaker's key, or null.</summary>
    public string? Speaker { get; init; }

    /// <summary>The word as written.</summary>
    public string Text { get; init; }

    public long? StartMs => _start == None ? null : _start;

    public long? EndMs => _end == None ? null : _end;

    public double? Confidence => float.IsNaN(_confidence) ? null : _confidence;

    /// <summary>Whether it stands at the word before without a blank.</summary>
    public bool Glued { get; init; }

    /// <summary>Whether the source begins a segment of its own here.</summary>
    public bool Opens { get; init; }

    // 24 days of milliseconds are enough for a call.
    private static int Small(long? milliseconds) => milliseconds is { } told ? (int)Math.Clamp(told, None + 1, int.MaxValue) : None;
}

/// <summary>Makes turns of words where a source has only words: a turn is one speaker's run, cut at the source's own segments, else at a pause.</summary>
internal static class SpokenWords
{
    /// <summary>The pause that cuts a turn, in milliseconds: the reading contract's 2 s.</summary>
    private const long Pause = 2000;

    /// <summary>Adds the runs to a call. <paramref name="segmented"/>: the source cuts them itself, so pauses do not.</summary>
    public static void Fill(CallDraft call, IReadOnlyList<SpokenWord> words, bool segmented)
    {
        var run = new List<SpokenWord>();
        foreach (SpokenWord word in InOrder(words))
        {
            if (run.Count > 0 && !word.Glued && Cuts(run, word, segmented)) Close(call, run);
            run.Add(word);
        }

        Close(call, run);
    }

    private static bool Cuts(List<SpokenWord> run, SpokenWord word, bool segmented)
    {
        if (word.Speaker != run[0].Speaker || word.Opens) return true;
        if (segmented || word.StartMs is not { } start) return false;
        int timed = run.FindLastIndex(before => before.EndMs is not null || before.StartMs is not null);
        long? end = timed < 0 ? null : run[timed].EndMs ?? run[timed].StartMs;
        return end is { } ended && start - ended >= Pause;
    }

    private static IEnumerable<SpokenWord> InOrder(IReadOnlyList<SpokenWord> words)
    {
        if (IsOrdered(words)) return words;
        var keyed = new (long Key, SpokenWord Word)[words.Count];
        long last = long.MinValue;
        for (int i = 0; i < words.Count; i++)
        {
            last = words[i].StartMs ?? last;
            keyed[i] = (last, words[i]);
        }

        return keyed.OrderBy(entry => entry.Key).Select(entry => entry.Word);
    }

    private static bool IsOrdered(IReadOnlyList<SpokenWord> words)
    {
        long last = long.MinValue;
        for (int i = 0; i < words.Count; i++)
        {
            long key = words[i].StartMs ?? last;
            if (key < last) return false;
            last = key;
        }

        return true;
    }

    private static void Close(CallDraft call, List<SpokenWord> run)
    {
        if (run.Count == 0) return;
        var text = new StringBuilder();
        double sum = 0;
        int told = 0;
        foreach (SpokenWord word in run)
        {
            if (text.Length > 0 && !word.Glued) text.Append(' ');
            text.Append(word.Text);
            if (word.Confidence is not { } confidence || word.StartMs is null) continue;
            sum += confidence;
            told++;
        }

        int first = run.FindIndex(word => word.StartMs is not null), last = run.FindLastIndex(word => word.EndMs is not null);
        call.Utterances.Add(new Utterance(run[0].Speaker, text.ToString(), first < 0 ? null : run[first].StartMs, last < 0 ? null : run[last].EndMs)
        {
            Confidence = told == 0 ? null : sum / told,
        });
        run.Clear();
    }
}
