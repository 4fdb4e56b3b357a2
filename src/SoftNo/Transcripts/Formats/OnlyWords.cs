using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts.Formats;

/// <summary>A call of which the source has only words: its turns are runs.</summary>
internal class OnlyWords : JsonCall
{
    private readonly Dictionary<string, string> _pool = [];

    /// <summary>Adds a word; equal words and labels are kept once.</summary>
    public void Say(SpokenWord word) => Spoken.Add(word with { Text = Pooled(word.Text)!, Speaker = Pooled(word.Speaker) });

    /// <summary>The words, in the source's order.</summary>
    public List<SpokenWord> Spoken { get; } = [];

    /// <summary>Whether the source cuts the words into segments itself.</summary>
    public bool Segmented { get; set; }

    private string? Pooled(string? text)
    {
        if (text is null) return null;
        if (_pool.TryGetValue(text, out string? known)) return known;
        if (_pool.Count < 100_000) _pool.Add(text, text);
        return text;
    }

    public override CallDraft Finish()
    {
        SpokenWords.Fill(Draft, Spoken, Segmented);
        // A long call has a million of them.
        Spoken.Clear();
        Spoken.TrimExcess();
        return Draft;
    }
}
