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
        // What stands within a time closes nothing: "2 p.m. Eastern".
        var within = times.SelectMany(time => Enumerable.Range(time.First, Math.Max(0, time.Next - 1 - time.First))).ToHashSet();
        var ends = Enumerable.Range(0, words.Count).Where(at => Closes(words, at) && !within.Contains(at)).Select(at => at + 1).Append(words.Count).ToList();
        var (timesOf, actsOf) = (times.ToLookup(time => PlaceOf(ends, time.First)), found.ToLookup(act => PlaceOf(ends, act.First)));
        var sentences = new List<Sentence>();
        for (var place = 0; place < ends.Count; place++)
        {
            var (first, next) = (place == 0 ? 0 : ends[place - 1], ends[place]);
            if (!Enumerable.Range(first, next - first).Any(at => !words[at].IsSign)) continue;
            sentences.Add(new Sentence(words, first, next, words.Is(next - 1, "?"), [.. timesOf[place]], [.. actsOf[place].Where(act => !act.IsWide)]) { Wide = [.. actsOf[place].Where(act => act.IsWide)] });
        }

        return sentences;
    }

    /// <summary>The place of the sentence in which a word stands.</summary>
    private static int PlaceOf(List<int> ends, int word)
    {
        var place = ends.BinarySearch(word + 1);
        return place < 0 ? ~place : place;
    }

    private static bool Closes(Wording words, int at)
    {
        var sign = words[at].Text;
        if (sign is not ("." or "?" or "!" or ";")) return false;
        return sign != "." || !words[at + 1].Glued || words[at + 1].IsSign;
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
