using System.Text;

namespace SoftNo.Transcripts.Json;

/// <summary>One word with its time.</summary>
/// <param name="Speaker">The speaker's key, or null.</param>
/// <param name="Text">The word as written.</param>
/// <param name="StartMs">Milliseconds, or null for what is spoken with the word before (punctuation, words without times).</param>
/// <param name="EndMs">Milliseconds, or null.</param>
/// <param name="Confidence">0 to 1, or null.</param>
/// <param name="Glued">Whether it stands at the word before without a blank.</param>
/// <param name="Opens">Whether the source begins a segment of its own here.</param>
internal readonly record struct SpokenWord(string? Speaker, string Text, long? StartMs, long? EndMs, double? Confidence = null, bool Glued = false, bool Opens = false);

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
        long? end = run.FindLast(before => before.EndMs is not null || before.StartMs is not null) is { } last ? last.EndMs ?? last.StartMs : null;
        return end is { } ended && start - ended >= Pause;
    }

    private static IEnumerable<SpokenWord> InOrder(IReadOnlyList<SpokenWord> words)
    {
        var keyed = new (long Key, SpokenWord Word)[words.Count];
        long last = long.MinValue;
        bool ordered = true;
        for (int i = 0; i < words.Count; i++)
        {
            long key = words[i].StartMs ?? last;
            ordered &= key >= last;
            last = key;
            keyed[i] = (key, words[i]);
        }

        return ordered ? words : keyed.OrderBy(entry => entry.Key).Select(entry => entry.Word);
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

        call.Utterances.Add(new Utterance(run[0].Speaker, text.ToString(), run.Find(word => word.StartMs is not null).StartMs, run.FindLast(word => word.EndMs is not null).EndMs)
        {
            Confidence = told == 0 ? null : sum / told,
        });
        run.Clear();
    }
}
