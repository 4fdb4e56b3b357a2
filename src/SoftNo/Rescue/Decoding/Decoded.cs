using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Phrases;

namespace SoftNo.Rescue.Decoding;

/// <summary>What one run of the words does.</summary>
/// <param name="Cue">The cue, as in a reading.</param>
/// <param name="Means">What an American usually means by it; null where the rule says nothing.</param>
/// <param name="AlsoMeans">What else it can mean.</param>
/// <param name="NotWhen">When it doesn't mean that.</param>
/// <param name="LookAlikes">Sentences in which like words mean nothing of the kind, the likest first.</param>
/// <param name="Ask">What to ask, in American English; null where nothing is to be asked.</param>
public sealed record DecodedCue(Cue Cue, Bilingual? Means, IReadOnlyList<Bilingual> AlsoMeans, Bilingual? NotWhen, IReadOnlyList<string> LookAlikes, string? Ask);

/// <summary>A known phrase beside words that are not known.</summary>
/// <param name="Rule">The lexicon's rule.</param>
/// <param name="Phrase">An example of it.</param>
/// <param name="Likeness">The share of words in common, 0 to 1.</param>
public sealed record NearPhrase(Rule Rule, string Phrase, double Likeness);

/// <summary>Words explained.</summary>
/// <param name="Call">The words as one turn a paragraph, all of them the prospect's.</param>
/// <param name="Cues">What they do, in order.</param>
/// <param name="Near">For words in which no phrase stands: the nearest known phrases, if any is near. Empty where one was found.</param>
public sealed record Decoded(Call Call, IReadOnlyList<DecodedCue> Cues, IReadOnlyList<NearPhrase> Near)
{
    /// <summary>Whether a phrase of the lexicon or the grammar of steps knows the words; else the trained reader heard what there is.</summary>
    public bool Known => Cues.Any(found => found.Cue.FoundBy.Any(by => by is FoundBy.Phrase or FoundBy.Grammar));
}
