using SoftNo.Calls;

namespace SoftNo.Cues;

/// <summary>Gives merged cues their ids and their reasons.</summary>
internal static class CueWriter
{
    /// <summary>In order of turn and start.</summary>
    public static List<Cue> Write(Call call, IEnumerable<FoundCue> found)
    {
        var fingerprint = CallFingerprint.Of(call);
        return [.. found.Select(cue => Write(cue, fingerprint)).OrderBy(cue => cue.Turn).ThenBy(cue => cue.Span.Start).ThenBy(cue => cue.Kind)];
    }

    private static Cue Write(FoundCue found, string fingerprint)
    {
        var main = found.Main;
        return new Cue
        {
            Id = CallFingerprint.CueId(fingerprint, main.Turn, main.Span.Start, found.Kind),
            Kind = found.Kind,
            Topic = found.Topic,
            Turn = main.Turn,
            Span = main.Span,
            Quote = main.Quote,
            Parts = found.Parts,
            Speaker = found.Speaker,
            Side = found.Side,
            Strength = found.Strength,
            FoundBy = found.Probability is null || found.FoundBy == FoundBy.Listener ? [found.FoundBy] : [found.FoundBy, FoundBy.Listener],
            Probability = found.Probability,
            NearestRule = found.Nearest?.Id,
            MovedBy = found.MovedBy,
            Rule = found.Rule?.Id ?? found.Step?.Rule,
            Why = Why(found),
            Resolved = found.Step?.When,
            Grain = found.Step?.Grain ?? Moments.Grain.None,
            Gloss = (found.Rule ?? found.Nearest)?.Gloss,
        };
    }

    private static Bilingual Why(FoundCue found) => found.FoundBy == FoundBy.User ? new Bilingual("Corrigé à la main", "Corrected by hand")
        : found.Step is { } step
        ? new Bilingual($"Grammaire des prochaines étapes : {step.Rule}", $"Grammar of next steps: {step.Rule}")
        : found.Rule is null ? new Bilingual("Entendu par le lecteur entraîné, dans son contexte", "Heard in its context by the trained reader")
        : new Bilingual($"Règle du lexique : {found.Rule.Id}", $"Rule of the lexicon: {found.Rule.Id}");
}
