using SoftNo.Calls;
using SoftNo.Cues.Moments.Dates;

namespace SoftNo.Cues.Moments.Steps;

/// <summary>One sentence of a turn: a half-open run of words, with its times and acts.</summary>
internal sealed record Sentence(Wording Words, int First, int Next, bool Asked, IReadOnlyList<TimeExpression> Times, IReadOnlyList<FoundAct> Acts)
{
    /// <summary>Acts by phrases that are not sure enough to set a step.</summary>
    public IReadOnlyList<FoundAct> Wide { get; init; } = [];

    /// <summary>The places of its words.</summary>
    public IEnumerable<int> Places => Enumerable.Range(First, Next - First);

    public bool Has(Act act) => Acts.Any(found => found.Act == act);

    /// <summary>Whether an act stands in the sentence before a word.</summary>
    public bool HasBefore(Act act, int word) => Acts.Any(found => found.Act == act && found.First < word);

    /// <summary>The first act of a kind, or null.</summary>
    public FoundAct? Find(Act act) => Acts.Where(found => found.Act == act).Select(found => (FoundAct?)found).FirstOrDefault();

    /// <summary>The characters from one word to before another.</summary>
    public TextSpan Span(int first, int next) => new(Words[first].Start, Words[next - 1].End);

    /// <summary>The characters of the whole sentence, its closing sign left out.</summary>
    public TextSpan Whole
    {
        get
        {
            var next = Next;
            while (next > First + 1 && Words[next - 1].IsSign) next--;
            var first = First;
            while (first < next - 1 && Words[first].IsSign) first++;
            return Span(first, next);
        }
    }

    /// <summary>How many of its words belong to no time and to none of the small words that mean nothing here.</summary>
    public int OtherWords(IReadOnlySet<string> small) =>
        Enumerable.Range(First, Next - First).Count(at => Words[at].IsLetters && !small.Contains(Words[at].Text) && !Times.Any(time => time.First <= at && at < time.Next));
}

/// <summary>Takes a turn apart.</summary>
internal static class Sentences
{
    public static IReadOnlyList<Sentence> Of(string text, Spoken spoken, Acts acts, NodaTime.LocalDate? today)
    {
        var words = Wording.Of(text, spoken);
        var times = TimeGrammar.Scan(words, spoken, today);
        var found = acts.In(words, at => Opens(words, at));
        var sentences = new List<Sentence>();
        var first = 0;
        for (var at = 0; at < words.Count; at++)
        {
            if (!Closes(words, at, times)) continue;
            Add(sentences, words, first, at + 1, times, found);
            first = at + 1;
        }

        Add(sentences, words, first, words.Count, times, found);
        return sentences;
    }

    private static void Add(List<Sentence> sentences, Wording words, int first, int next, IReadOnlyList<TimeExpression> times, List<FoundAct> acts)
    {
        if (!Enumerable.Range(first, next - first).Any(at => !words[at].IsSign)) return;
        sentences.Add(new Sentence(words, first, next, words.Is(next - 1, "?"),
            [.. times.Where(time => time.First >= first && time.First < next)], [.. acts.Where(act => !act.IsWide && act.First >= first && act.First < next)]) { Wide = [.. acts.Where(act => act.IsWide && act.First >= first && act.First < next)] });
    }

    private static bool Closes(Wording words, int at, IReadOnlyList<TimeExpression> times)
    {
        var sign = words[at].Text;
        if (sign is not ("." or "?" or "!" or ";")) return false;
        if (sign == "." && words[at + 1].Glued && !words[at + 1].IsSign) return false;
        return !times.Any(time => time.First <= at && at < time.Next - 1);
    }

    private static bool Opens(Wording words, int at)
    {
        for (var before = at - 1; before >= 0 && before >= at - 4; before--)
        {
            if (words[before].IsSign) return true;
            if (!StepWords.Default.Openers.Contains(words[before].Text)) return false;
        }

        return true;
    }
}
