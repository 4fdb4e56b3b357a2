using SoftNo.Cues.Listener;
using SoftNo.Cues.Phrases;

namespace SoftNo.Cues;

/// <summary>Words that a rule of the lexicon names and its own <c>unless</c> excuses: what the trained reader hears there is overruled.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Words">Where its phrase stands.</param>
/// <param name="By">Where its <c>unless</c> stands.</param>
internal sealed record Excuse(Rule Rule, Place Words, Place By)
{
    /// <summary>The excuses of a run.</summary>
    public static IEnumerable<Excuse> Of(TurnRun turns, RunReading reading) => reading.Silenced
        .Select(silenced => new Excuse(silenced.Rule, PlaceOf(turns, reading.Run, silenced.Matched), PlaceOf(turns, reading.Run, silenced.By)));

    /// <summary>The share of what was heard that the phrase must name to excuse it: a phrase that is there by chance says nothing of the rest [expert prior].</summary>
    private const double Named = 0.5;

    /// <summary>Whether it excuses what was heard.</summary>
    public bool Covers(HeardCue heard) => Rule.Kind == heard.Kind && Words.Turn == heard.Turn
        && Math.Min(Words.Span.End, heard.Span.End) - Math.Max(Words.Span.Start, heard.Span.Start) >= Named * heard.Span.Length;

    /// <summary>Tokens as a place: their part in the turn where they begin.</summary>
    public static Place PlaceOf(TurnRun turns, TokenRun run, TokenSpan span)
    {
        var first = run.Tokens[span.First];
        var last = span.End - 1;
        while (run.Tokens[last].Part != first.Part) last--;
        return new(turns.Turns[first.Part].Index, new(first.Start, run.Tokens[last].End));
    }
}

/// <summary>Tells which words the lexicon has overruled.</summary>
internal static class OverruledWarnings
{
    /// <summary>One for each cue that was heard and excused.</summary>
    public static IEnumerable<Warning> Of(Calls.Call call, IEnumerable<(HeardCue Heard, Excuse Excuse)> overruled)
    {
        foreach (var (heard, excuse) in overruled)
        {
            var (quote, by) = (heard.Span.Of(call.Turns[heard.Turn].Text), excuse.By.Span.Of(call.Turns[excuse.By.Turn].Text));
            yield return new(
                "listener-overruled",
                new(
                    $"« {quote} » : le lecteur entraîné y entendait {heard.Kind.Name()} ; la règle {excuse.Rule.Id} du lexique l’écarte, car on y dit « {by} ».",
                    $"\"{quote}\": the trained reader heard {heard.Kind.Name()} there; the lexicon's rule {excuse.Rule.Id} rules it out, for \"{by}\" is said."),
                new("Si c’est à tort, retirez ces mots du « unless » de la règle.", "If that is wrong, take those words out of the rule's unless."));
        }
    }
}
