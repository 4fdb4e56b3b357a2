using SoftNo.Calls;
using SoftNo.Cues.Phrases;

namespace SoftNo.Cues;

/// <summary>
/// Makes one cue of what does one thing: of several phrases of a kind in a sentence the strongest stays; of two kinds on the same
/// words, the one that stands first in the lexicon's order.
/// </summary>
internal sealed class CueMerger(Lexicon lexicon)
{
    /// <summary>On an unknown side any kind may fire, so it weighs less [expert prior].</summary>
    private const double UnknownSide = 0.6;

    /// <summary>A cue weaker than this yields to any other on the same words, whatever the order of kinds [expert prior].</summary>
    private const double Weak = 0.36;

    /// <summary>Tokens within which several phrases of one kind do one thing. In corpus/train a kind is labelled 1.01 times a run, ways out once a topic.</summary>
    private const int Breath = 60;

    /// <summary>The cues of one run: one for each kind in a breath, for ways out one for each topic.</summary>
    public IEnumerable<FoundCue> MergeRun(TurnRun turns, RunReading reading)
    {
        var reasons = ReasonedParts(reading);
        var kept = new List<PhraseHit>();
        var near = new Dictionary<int, List<PhraseHit>>();
        foreach (var hit in reading.Hits.OrderByDescending(hit => hit.Rule.Weight).ThenByDescending(hit => hit.Span.End - hit.Span.First))
        {
            if (IsReasonedPraise(hit, reading, reasons)) continue;
            if (near.TryGetValue(hit.Span.First / Breath, out var there) && there.Exists(other => IsOneThing(hit, other))) continue;
            kept.Add(hit);
            Register(near, hit);
        }

        return kept.OrderBy(hit => lexicon.Kinds.RankOf(hit.Rule.Kind!.Value)).Select(hit => Found(turns, reading.Run, hit));
    }

    /// <summary>Notes a hit in every stretch of the run from which another may reach it, so that no hit is held against all others.</summary>
    private static void Register(Dictionary<int, List<PhraseHit>> near, PhraseHit hit)
    {
        for (var stretch = Math.Max(0, (hit.Span.First / Breath) - 3); stretch <= (hit.Span.End / Breath) + 1; stretch++)
        {
            if (!near.TryGetValue(stretch, out var there)) near.Add(stretch, there = []);
            there.Add(hit);
        }
    }

    private static bool IsOneThing(PhraseHit hit, PhraseHit other) =>
        hit.Rule.Kind == other.Rule.Kind
        && (hit.Rule.Kind != CueKind.SoftNo || hit.Rule.Topic == other.Rule.Topic)
        && hit.Span.First < other.Span.End + Breath && other.Span.First < hit.Span.End + Breath;

    /// <summary>The cues of the call, without overlaps.</summary>
    public List<FoundCue> MergeCall(List<FoundCue> found)
    {
        var kept = new List<FoundCue>();
        var byTurn = new Dictionary<int, List<FoundCue>>();
        foreach (var cue in found.OrderBy(cue => cue.Strength < Weak).ThenBy(cue => lexicon.Kinds.RankOf(cue.Kind)).ThenByDescending(cue => cue.Strength).ThenByDescending(cue => cue.Main.Span.Length))
        {
            if (cue.Parts.Any(part => byTurn.TryGetValue(part.Turn, out var there) && there.Exists(cue.Overlaps))) continue;
            kept.Add(cue);
            foreach (var part in cue.Parts)
            {
                if (!byTurn.TryGetValue(part.Turn, out var there)) byTurn.Add(part.Turn, there = []);
                there.Add(cue);
            }
        }

        return kept;
    }

    /// <summary>Parts of the run that give a reason of their own: praise there is not generic.</summary>
    private static HashSet<int> ReasonedParts(RunReading reading) =>
        [.. reading.Contexts.Where(context => context.Rule.Role == ContextRole.Reason).Select(context => reading.Run.Tokens[context.Span.First].Part)];

    private static bool IsReasonedPraise(PhraseHit hit, RunReading reading, HashSet<int> reasons) =>
        hit.Rule.Kind is CueKind.GenericPraise or CueKind.TechPraise && reasons.Contains(reading.Run.Tokens[hit.Span.First].Part);

    private static FoundCue Found(TurnRun turns, TokenRun run, PhraseHit hit) => new()
    {
        Kind = hit.Rule.Kind!.Value,
        Topic = hit.Rule.Topic,
        Parts = Parts(turns, run, hit.Span),
        Speaker = turns.Speaker,
        Side = turns.Side,
        Strength = turns.Side == Side.Unknown ? hit.Rule.Weight * UnknownSide : hit.Rule.Weight,
        FoundBy = FoundBy.Phrase,
        Rule = hit.Rule,
    };

    private static List<CuePart> Parts(TurnRun turns, TokenRun run, TokenSpan span)
    {
        var parts = new List<CuePart>();
        for (var i = span.First; i < span.End;)
        {
            var part = run.Tokens[i].Part;
            var start = run.Tokens[i].Start;
            while (i < span.End && run.Tokens[i].Part == part) i++;
            var place = new TextSpan(start, run.Tokens[i - 1].End);
            parts.Add(new CuePart(turns.Turns[part].Index, place, place.Of(run.Texts[part])));
        }

        return parts;
    }
}
