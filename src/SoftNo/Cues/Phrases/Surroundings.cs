namespace SoftNo.Cues.Phrases;

/// <summary>What stands around a phrase and decides whether it is this speaker's own, meant, present word.</summary>
internal sealed class Surroundings(TokenRun run, IReadOnlyList<ContextHit> contexts, bool answers)
{
    /// <summary>A denial reaches over this many tokens between it and the phrase.</summary>
    private const int DenialReach = 2;

    /// <summary>Somebody else's words are introduced at most this many tokens before.</summary>
    private const int ReportReach = 10;

    /// <summary>A question's opening stands at most this many tokens before what is asked, where no mark is written.</summary>
    private const int QuestionReach = 8;

    /// <summary>Whether the rule may fire here.</summary>
    public bool Allow(Rule rule, TokenSpan span) => KeepsToOnly(rule, span) && !Denied(rule, span) && !SomebodyElses(rule, span) && !Ironic(rule, span);

    /// <summary>The tokens a rule quotes.</summary>
    public TokenSpan Quoted(Rule rule, TokenSpan span) => rule.Quoted switch
    {
        QuotedSpan.Phrase => span,
        QuotedSpan.Clause => Clause(span),
        QuotedSpan.Sentence => SentenceOf(span),
    };

    /// <summary>What stands in these tokens: the list is in order, so only its stretch is looked at.</summary>
    private IEnumerable<ContextHit> Within(TokenSpan span)
    {
        for (var i = Ordered.From(contexts, context => context.Span.First, span.First); i < contexts.Count && contexts[i].Span.First < span.End; i++)
            yield return contexts[i];
    }

    private TokenSpan SentenceOf(TokenSpan span) =>
        new(run.Sentences[run.SentenceAt(span.First)].Span.First, run.Sentences[run.SentenceAt(span.End - 1)].Span.End);

    private TokenSpan Clause(TokenSpan span)
    {
        var sentence = SentenceOf(span);
        var (first, end) = (span.First, span.End);
        while (first > sentence.First && !run.Tokens[first].Has(TokenTraits.AfterComma)) first--;
        while (end < sentence.End && !run.Tokens[end].Has(TokenTraits.AfterComma)) end++;
        return new TokenSpan(first, end);
    }

    private bool KeepsToOnly(Rule rule, TokenSpan span)
    {
        if (rule.Only == FiresOnly.Anywhere) return true;
        if (rule.Only.HasFlag(FiresOnly.Question) && !Asked(span)) return false;
        if (rule.Only.HasFlag(FiresOnly.Statement) && Asked(span)) return false;
        if (rule.Only.HasFlag(FiresOnly.Answer) && !answers) return false;
        if (rule.Only.HasFlag(FiresOnly.Alone) && !Alone(span)) return false;
        return !rule.Only.HasFlag(FiresOnly.Own) || InSentence(span, ContextRole.Anchor);
    }

    /// <summary>Whether nothing that says anything stands beside the phrase in its clause.</summary>
    private bool Alone(TokenSpan span)
    {
        var clause = Clause(span);
        for (var i = clause.First; i < clause.End; i++)
        {
            if ((i < span.First || i >= span.End) && !run.Tokens[i].Has(TokenTraits.Call) && !Skipped(i, clause)) return false;
        }

        return true;
    }

    private bool Skipped(int token, TokenSpan clause)
    {
        for (var back = 0; back < Skipper.LongestSkip && token - back >= clause.First; back++)
        {
            var skips = run.Skips[token - back];
            if ((skips & 0xFF) >> (back + 1) != 0 || skips >> (back + 1 + Skipper.RepeatShift) != 0) return true;
        }

        return false;
    }

    /// <summary>Whether the run's last sentence asks.</summary>
    public bool EndsAsked()
    {
        if (run.Sentences.Count == 0) return false;
        var last = run.Sentences[^1];
        return last.Asked || (!IsTold(last.Span) && InSentence(new TokenSpan(last.Span.End - 1, last.Span.End), ContextRole.Question));
    }

    /// <summary>A question mark closes the sentence; or a question's opening stands before the words, near them. Where a point closes it, only one that opens the sentence counts.</summary>
    private bool Asked(TokenSpan span)
    {
        if (run.Sentences[run.SentenceAt(span.End - 1)].Asked) return true;
        var sentence = SentenceOf(span);
        var latest = IsTold(sentence) ? sentence.First + 1 : span.First + 1;
        foreach (var context in Within(sentence))
        {
            if (context.Rule.Role == ContextRole.Question && sentence.Contains(context.Span) && context.Span.First <= Math.Min(latest, span.First + 1)
                && context.Span.First >= span.First - QuestionReach) return true;
        }

        return false;
    }

    /// <summary>Whether a point or an exclamation mark is written after the sentence.</summary>
    private bool IsTold(TokenSpan sentence)
    {
        var last = run.Tokens[sentence.End - 1];
        var after = run.Texts[last.Part].AsSpan(last.End).TrimStart(" \"\u201D)");
        return after is ['.' or '!', ..];
    }

    private bool InSentence(TokenSpan span, ContextRole role)
    {
        var sentence = SentenceOf(span);
        foreach (var context in Within(sentence))
        {
            if (context.Rule.Role == role && sentence.Contains(context.Span)) return true;
        }

        return false;
    }

    private bool Denied(Rule rule, TokenSpan span)
    {
        if (rule.Kind is CueKind.Refusal or CueKind.Objection or CueKind.HardQuestion or CueKind.Pain) return false;
        foreach (var context in Within(SentenceOf(span)))
        {
            if (context.Rule.Role == ContextRole.Negation && context.Span.End <= span.First && context.Span.End >= span.First - DenialReach
                && run.SentenceAt(context.Span.First) == run.SentenceAt(span.First)) return true;
        }

        return false;
    }

    private bool SomebodyElses(Rule rule, TokenSpan span)
    {
        if (rule.Kind is not (CueKind.GenericPraise or CueKind.TechPraise or CueKind.SoftNo or CueKind.Refusal or CueKind.BuyingStep)) return false;
        if (run.Tokens[span.First].Has(TokenTraits.Quoted)) return true;
        foreach (var context in Within(SentenceOf(span)))
        {
            if (context.Rule.Role == ContextRole.Reported && context.Span.First < span.First && context.Span.End >= span.First - ReportReach
                && run.SentenceAt(context.Span.First) == run.SentenceAt(span.First)) return true;
        }

        return false;
    }

    private bool Ironic(Rule rule, TokenSpan span) =>
        rule.Kind is CueKind.GenericPraise or CueKind.TechPraise && InSentence(span, ContextRole.Irony);
}
