namespace SoftNo.Cues.Moments.Steps;

/// <summary>What a sentence is about, by the word sets of <c>lexicon/moments/words.yml</c>.</summary>
internal static class Phrasing
{
    // How far after "I'll" the verb of calling may stand.
    private const int Reach = 4;

    private static StepWords Words => StepWords.Default;

    public static bool IsMeeting(this Sentence sentence) => sentence.Says(Words.Meeting);

    /// <summary>Of a meeting and of nothing owed.</summary>
    public static bool IsStrictlyMeeting(this Sentence sentence) => sentence.Says(Words.Strict);

    public static bool IsInvite(this Sentence sentence) => sentence.Says(Words.Invites);

    public static bool IsCorrection(this Sentence sentence) => Words.Corrections.Contains(sentence.Words[sentence.First].Text);

    /// <summary>"No problem", "no idea": no answer to the step.</summary>
    public static bool IsIdiom(this Sentence sentence) =>
        sentence.Acts.Count(act => act.Act == Act.Refuses) == 1 && sentence.Places.Any(at => sentence.Words.Is(at, "no") && Words.NoIdioms.Contains(sentence.Words[at + 1].Text));

    /// <summary>"I'll …" with no verb of meeting: something is owed.</summary>
    public static bool Promises(this Sentence sentence)
    {
        var words = sentence.Words;
        foreach (var at in sentence.Places)
        {
            var will = words.Is(at + 1, "will") ? at + 2 : words.Are(at + 1, "am", "going", "to") ? at + 4 : -1;
            if (will < 0 || !Words.Promisers.Contains(words[at].Text)) continue;
            if (Words.BeforeVerb.Contains(words[will].Text)) will++;
            if (!Words.MeetingVerbs.Contains(words[will].Text)) return true;
        }

        return false;
    }

    /// <summary>"I'll give you a ring": the prospect will call.</summary>
    public static bool PromisesCall(this Sentence sentence)
    {
        var words = sentence.Words;
        return sentence.Places.Any(at => words[at].Text is "i" or "we" && (words[at + 1].Text is "will" or "would" || words.Are(at + 1, "am", "going"))
            && Enumerable.Range(at + 2, Reach).Any(next => Words.CallVerbs.Contains(words[next].Text)));
    }

    /// <summary>"Which day?", "When could we speak?"</summary>
    public static bool AsksWhen(this Sentence sentence)
    {
        foreach (var at in sentence.Places)
        {
            var word = sentence.Words[at].Text;
            if ((word is "when" && sentence.IsAboutUs()) || word is "date" || (word is "what" or "which" && Words.AskedFor.Contains(sentence.Words[at + 1].Text)))
                return sentence.Asked || !sentence.Words.Text.Contains('?', StringComparison.Ordinal);
        }

        return false;
    }

    private static bool IsAboutUs(this Sentence sentence) => sentence.Says(Words.Together) || sentence.Next - sentence.First <= 3;

    private static bool Says(this Sentence sentence, HashSet<string> set) => sentence.Places.Any(at => set.Contains(sentence.Words[at].Text));
}
