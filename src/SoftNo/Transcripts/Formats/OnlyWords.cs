using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts.Formats;

/// <summary>A call of which the source has only words: its turns are runs.</summary>
internal class OnlyWords : JsonCall
{
    /// <summary>The words, in the source's order.</summary>
    public List<SpokenWord> Spoken { get; } = [];

    /// <summary>Whether the source cuts the words into segments itself.</summary>
    public bool Segmented { get; set; }

    public override CallDraft Finish()
    {
        SpokenWords.Fill(Draft, Spoken, Segmented);
        return Draft;
    }
}
