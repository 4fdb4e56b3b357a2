using System.Text.Json;
using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Moments;
using SoftNo.Rescue;
using SoftNo.Signals;

namespace SoftNo.Reports.Json;

/// <summary>What was found: cues, signals, the next step, the verdict and its reasons.</summary>
internal static class FindingsJson
{
    /// <summary>Writes <c>cues</c> to <c>seller</c>.</summary>
    public static void Write(Utf8JsonWriter json, Reading reading, string language)
    {
        json.WriteStartArray("cues");
        foreach (var cue in reading.Cues) WriteCue(json, cue, reading.Call, language);
        json.WriteEndArray();
        json.WriteStartArray("signals");
        foreach (var signal in reading.Signals) WriteSignal(json, signal, reading);
        json.WriteEndArray();
        WriteNextStep(json, reading.NextStep);
        json.WriteString("verdict", reading.Verdict.Name());
        json.WriteRounded("confidence", reading.Confidence);
        json.WriteStartObject("probabilities");
        foreach (var verdict in Enum.GetValues<Verdict>()) json.WriteRounded(verdict.Name(), reading.Probabilities.GetValueOrDefault(verdict));
        json.WriteEndObject();
        WriteBecause(json, reading.Because);
        WriteFriction(json, reading.Friction);
        WriteSeller(json, reading.Seller);
    }

    internal static void WriteCue(Utf8JsonWriter json, Cue cue, Call call, string language)
    {
        json.WriteStartObject();
        json.WriteString("id", cue.Id);
        json.WriteString("kind", cue.Kind.Name());
        json.WriteString("topic", cue.Topic);
        json.WritePlaceParts(cue.Turn, cue.Span);
        json.WriteString("quote", cue.Quote);
        json.WriteStartArray("parts");
        foreach (var part in cue.Parts)
        {
            json.WriteStartObject();
            json.WritePlaceParts(part.Turn, part.Span);
            json.WriteString("quote", part.Quote);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("speaker", cue.Speaker == Call.Nobody ? null : call.Speakers[cue.Speaker].Name);
        json.WriteString("side", JsonParts.Lower(cue.Side));
        json.WriteRounded("strength", cue.Strength);
        json.WriteRounded("probability", cue.Probability);
        json.WriteStrings("foundBy", cue.FoundBy.Select(JsonParts.Lower));
        json.WriteString("rule", cue.Rule);
        json.WriteString("nearestRule", cue.NearestRule);
        json.WriteStartArray("movedBy");
        foreach (var moved in cue.MovedBy)
        {
            json.WriteStartObject();
            json.WriteNumber("start", moved.Span.Start);
            json.WriteNumber("end", moved.Span.End);
            json.WriteRounded("weight", moved.Weight);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("why", cue.Why.In(language));
        json.WritePlace("clearedBy", cue.ClearedBy?.Turn, cue.ClearedBy?.Span);
        json.WriteString("resolved", cue.Resolved?.ToString());
        json.WriteString("grain", JsonParts.Lower(cue.Grain));
        json.WriteBilingual("gloss", cue.Gloss);
        json.WriteEndObject();
    }

    private static void WriteSignal(Utf8JsonWriter json, Signal signal, Reading reading)
    {
        json.WriteStartObject();
        json.WriteString("signal", signal.Kind.Name());
        json.WriteString("state", signal.State.Name());
        json.WriteRounded("confidence", signal.Confidence);
        json.WriteStrings("for", signal.For);
        json.WriteStrings("against", signal.Against);
        json.WriteStrings("lookedFor", signal.LookedFor);
        json.WriteStartObject("otherReadings");
        json.WriteStrings("fr", signal.OtherReadings.Select(other => other.Fr));
        json.WriteStrings("en", signal.OtherReadings.Select(other => other.En));
        json.WriteEndObject();
        json.WriteWhole("rescuedBy", Playbook.RescuedBy(reading, signal.Kind));
        json.WriteEndObject();
    }

    private static void WriteNextStep(Utf8JsonWriter json, NextStep step)
    {
        json.WriteStartObject("nextStep");
        json.WriteString("grade", step.Grade.Name());
        json.WriteString("when", step.When?.ToString());
        json.WriteString("grain", JsonParts.Lower(step.Grain));
        json.WriteStartArray("candidates");
        foreach (var candidate in step.Candidates)
        {
            json.WriteStartObject();
            json.WriteString("when", candidate.ToString());
            json.WriteString("grain", JsonParts.Lower(candidate.Grain));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("bound", JsonParts.Lower(step.Bound));
        json.WriteString("owed", step.Owed);
        json.WriteBoolean("expired", step.Expired);
        json.WritePlaceParts(step.Turn, step.Span);
        json.WriteString("quote", step.Quote);
        json.WriteEndObject();
    }

    private static void WriteBecause(Utf8JsonWriter json, IReadOnlyList<Because> reasons)
    {
        json.WriteStartArray("because");
        foreach (var reason in reasons)
        {
            json.WriteStartObject();
            json.WriteString("of", reason.Of);
            json.WriteString("feature", reason.Feature);
            json.WriteRounded("value", reason.Value);
            json.WriteRounded("weight", reason.Weight);
            json.WriteRounded("share", reason.Share);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFriction(Utf8JsonWriter json, Friction friction)
    {
        json.WriteStartObject("friction");
        json.WriteNumber("hardQuestions", friction.HardQuestions);
        json.WriteStrings("topics", friction.Topics);
        json.WriteNumber("objections", friction.Objections);
        json.WriteRounded("perHundredProspectTurns", friction.PerHundredProspectTurns);
        json.WriteStartArray("byPerson");
        foreach (var person in friction.ByPerson)
        {
            json.WriteStartObject();
            json.WriteString("name", person.Name);
            json.WriteNumber("praise", person.Praise);
            json.WriteNumber("hardQuestions", person.HardQuestions);
            json.WriteNumber("objections", person.Objections);
            json.WriteNumber("buyingSteps", person.BuyingSteps);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSeller(Utf8JsonWriter json, SellerMirror seller)
    {
        json.WriteStartObject("seller");
        json.WriteNumber("featurePitch", seller.FeaturePitch);
        json.WriteNumber("outcomePitch", seller.OutcomePitch);
        json.WriteRounded("talkShare", seller.TalkShare);
        json.WriteStrings("acceptedVagueness", seller.AcceptedVagueness);
        json.WriteStartArray("moves");
        foreach (var made in seller.Moves)
        {
            json.WriteStartObject();
            json.WriteString("move", made.Move);
            json.WriteNumber("turn", made.Turn);
            json.WriteStrings("answer", made.Answer);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
