using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues.Listener;
using SoftNo.Cues.Moments.Dates;
using SoftNo.Cues.Moments.Steps;

namespace SoftNo.Cues.Moments;

/// <summary>The grammar of next steps: who commits, proposes or hedges, to what, when, and what was withdrawn later.</summary>
public static class StepReader
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    /// <summary>
    /// Reads a call whose sides are settled. Turns of unknown sides set no step. Where nothing says when the call was held, times keep their grain and have no value;
    /// where the prospect's zone is unknown, America/New_York stands in for it.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="heard">What a trained reader hears in it; null where there is none.</param>
    public static StepReading Read(Call call, IReadOnlyList<HeardCue>? heard = null) => Read(call, StepModel.Default, heard);

    /// <summary>The same with other weights, or by the grammar alone.</summary>
    internal static StepReading Read(Call call, StepModel? model, IReadOnlyList<HeardCue>? heard)
    {
        var (dialogue, resolver) = Follow(call);
        if (model is null) return Told(dialogue.Steps, dialogue.Final, call, resolver);
        // The end of a few turns is weighed as it was fitted: on words alone.
        var judged = StepJudge.Of([.. dialogue.Utterances], model, dialogue.IsShort ? null : heard);
        var grade = StepEnd.Of(judged, dialogue.Final?.Grade ?? Grade.None, call.Turns.Count, model);
        var judgement = new Judgement(judged, dialogue);
        var final = judgement.Final(grade);
        return Told(judgement.Steps(), final, call, resolver);
    }

    private static StepReading Told(IReadOnlyList<Standing> steps, Standing? final, Call call, Resolver resolver)
    {
        var told = final is null || steps.Any(step => step.Turn == final.Turn && step.Span.Overlaps(final.Span)) ? steps : steps.Append(final);
        return new StepReading([.. told.OrderBy(step => step.Turn).ThenBy(step => step.Span.Start).Select(step => Found(step, call, resolver))], Next(final, call, resolver));
    }

    /// <summary>Every sentence of a call, with what stood when it was said.</summary>
    internal static IReadOnlyList<Utterance> Utterances(Call call) => [.. Follow(call).Dialogue.Utterances];

    private static (Dialogue Dialogue, Resolver Resolver) Follow(Call call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var resolver = new Resolver(call.Source.Zone ?? NewYork, call.Source.OurZone ?? Paris, call.Source.StartedAt);
        var dialogue = new Dialogue(resolver, new Relevance(StepWords.Default), call.Turns.Count);
        foreach (var turn in call.Turns)
        {
            var side = call.SideOf(turn);
            if (turn.LeftOut is not null || side == Side.Unknown) continue;
            var at = call.MomentOf(turn);
            var sentences = Sentences.Of(turn.Text, Spoken.Default, Acts.Default, at?.Date);
            if (sentences.Count == 0) continue;
            if (side == Side.Seller) dialogue.Seller(turn, sentences, at);
            else dialogue.Prospect(turn, sentences, at);
        }

        return (dialogue, resolver);
    }

    private static FoundStep Found(Standing step, Call call, Resolver resolver)
    {
        var resolved = resolver.Resolve(step.IsTask ? step.Slot.OfThing() : step.Slot, step.At);
        var text = call.Turns[step.Turn].Text;
        return new FoundStep
        {
            Turn = step.Turn,
            Span = step.Span,
            Quote = step.Span.Of(text),
            Grade = step.Grade,
            When = resolved.When,
            Grain = resolved.Grain,
            Candidates = resolved.Candidates,
            Bound = step.Bound,
            Owed = step.Owed?.Of(text),
            Rule = step.Rule,
        };
    }

    private static NextStep Next(Standing? step, Call call, Resolver resolver)
    {
        if (step is null) return NextStep.Nothing;
        var found = Found(step, call, resolver);
        return new NextStep
        {
            Grade = found.Grade,
            When = found.When,
            Grain = found.Grain,
            Candidates = found.Candidates,
            Bound = found.Bound,
            Owed = found.Owed,
            Turn = found.Turn,
            Span = found.Span,
            Quote = found.Quote,
        };
    }
}
