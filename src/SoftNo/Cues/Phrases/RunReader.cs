using SoftNo.Calls;

namespace SoftNo.Cues.Phrases;

/// <summary>Finds the rules that fire in consecutive turns of one speaker: matches, less what silences them.</summary>
internal sealed class RunReader(Lexicon lexicon)
{
    /// <param name="texts">The turns' texts.</param>
    /// <param name="side">Kinds of the other side stay silent; all may fire on an unknown one.</param>
    /// <param name="answers">The run before, of somebody else, asked to commit to something.</param>
    /// <param name="before">The run right before, of somebody else; null where there is none.</param>
    public RunReading Read(IReadOnlyList<string> texts, Side side, bool answers, RunReading? before = null)
    {
        var run = lexicon.Cut(texts);
        var accompanied = new HashSet<Rule>(ReferenceEqualityComparer.Instance);
        var prepares = new HashSet<Rule>(ReferenceEqualityComparer.Instance);
        var fires = new List<(PatternOwner Owner, TokenSpan Span)>();
        var silencers = new List<(Rule Rule, TokenSpan Span)>();
        var contexts = new List<ContextHit>();
        foreach (var match in lexicon.Find(run))
        {
            var owner = lexicon.OwnerOf(match);
            if (owner.Use == PatternUse.Silences) silencers.Add((owner.Rule, match.Span));
            else if (owner.Use == PatternUse.Accompanies) accompanied.Add(owner.Rule);
            else if (owner.Use == PatternUse.Precedes) prepares.Add(owner.Rule);
            else if (owner.Rule.Kind is null) contexts.Add(new ContextHit(owner.Rule, match.Span));
            else if (KeepsToSide(owner.Rule, side)) fires.Add((owner, match.Span));
        }

        contexts.RemoveAll(context => SilencerOf(run, context.Rule, context.Span, silencers) is not null);
        var surroundings = new Surroundings(run, contexts, answers);
        var hits = new List<PhraseHit>();
        var silenced = new List<SilencedHit>();
        foreach (var (owner, span) in fires)
        {
            if (owner.Rule.With.Count > 0 && !accompanied.Contains(owner.Rule)) continue;
            if (!Follows(owner.Rule, before) || !surroundings.Allow(owner.Rule, span)) continue;
            if (SilencerOf(run, owner.Rule, span, silencers) is { } by) silenced.Add(new(owner.Rule, span, by));
            else Keep(hits, new PhraseHit(owner.Rule, owner.Phrase, span, surroundings.Quoted(owner.Rule, span)));
        }

        return new RunReading(run, hits, contexts, prepares, surroundings.EndsAsked()) { Silenced = silenced };
    }

    private static bool Follows(Rule rule, RunReading? before)
    {
        if (rule.After.Count > 0 && before?.Prepares.Contains(rule) != true) return false;
        return !rule.Only.HasFlag(FiresOnly.Unasked) || before?.EndsAsked != true;
    }

    private static bool KeepsToSide(Rule rule, Side side) => side == Side.Unknown || rule.Kind!.Value.SideOf() is not { } own || own == side;

    /// <summary>The words of the rule's <c>unless</c> in the sentences of its phrase, or null.</summary>
    private static TokenSpan? SilencerOf(TokenRun run, Rule rule, TokenSpan span, List<(Rule Rule, TokenSpan Span)> silencers)
    {
        if (rule.Unless.Count == 0) return null;
        var first = run.Sentences[run.SentenceAt(span.First)].Span.First;
        var end = run.Sentences[run.SentenceAt(span.End - 1)].Span.End;
        for (var i = Ordered.From(silencers, silencer => silencer.Span.First, first); i < silencers.Count && silencers[i].Span.First < end; i++)
        {
            if (ReferenceEquals(silencers[i].Rule, rule)) return silencers[i].Span;
        }

        return null;
    }

    /// <summary>Of one rule's hits that overlap, the longer stays.</summary>
    private static void Keep(List<PhraseHit> hits, PhraseHit hit)
    {
        for (var i = hits.Count - 1; i >= 0 && i >= hits.Count - 64; i--)
        {
            if (!ReferenceEquals(hits[i].Rule, hit.Rule) || !hits[i].Span.Overlaps(hit.Span)) continue;
            if (hits[i].Span.End - hits[i].Span.First < hit.Span.End - hit.Span.First) hits[i] = hit;
            return;
        }

        hits.Add(hit);
    }
}
