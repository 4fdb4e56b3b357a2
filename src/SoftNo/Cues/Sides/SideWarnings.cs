using SoftNo.Calls;

namespace SoftNo.Cues.Sides;

/// <summary>What to know of the sides of a call.</summary>
internal static class SideWarnings
{
    /// <summary>Log-odds from which the words contradict what was said of a speaker: about 1 in 400 by the fitted odds.</summary>
    private const double Contradicts = 6;

    /// <summary>Sides that rest on words alone, that nothing tells, or that the words contradict.</summary>
    public static IEnumerable<Warning> Of(Call call, Side[] sides, double[] odds)
    {
        for (var speaker = 0; speaker < sides.Length; speaker++)
        {
            var stated = call.Speakers[speaker].Side;
            if (stated == Side.Unknown || Math.Abs(odds[speaker]) < Contradicts || (odds[speaker] > 0) == (stated == Side.Seller)) continue;
            var name = call.Speakers[speaker].Name;
            yield return new(
                "side-conflict",
                new($"{name} : le côté indiqué ne s’accorde pas avec ses paroles.", $"{name}: the side that is stated disagrees with the words."),
                new("Précisez-le avec --us ou --them.", "Say it with --us or --them."));
        }

        var guessed = Names(speaker => call.Speakers[speaker].Side == Side.Unknown && sides[speaker] != Side.Unknown);
        if (guessed.Length > 0) yield return new(
            "sides-inferred",
            new($"Côtés déduits des paroles : {guessed}.", $"Sides inferred from the words: {guessed}."),
            new("Précisez-les avec --us ou --them.", "Say them with --us or --them."));
        var nobody = call.Turns.Any(turn => turn.Speaker == Call.Nobody);
        if (!nobody && sides.All(side => side != Side.Unknown)) yield break;
        yield return new(
            "sides-unknown",
            new("On ne sait pas de quel côté se trouvent certains interlocuteurs.", "It is not known on which side some speakers are."),
            new("Précisez-les avec --us ou --them, ou prenez une transcription qui nomme qui parle.", "Say them with --us or --them, or use a transcript that names who speaks."));

        string Names(Func<int, bool> which) => string.Join(", ", Enumerable.Range(0, sides.Length).Where(which).Select(speaker => call.Speakers[speaker].Name));
    }
}
