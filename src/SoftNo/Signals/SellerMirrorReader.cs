using SoftNo.Calls;
using SoftNo.Cues;

namespace SoftNo.Signals;

/// <summary>The mirror: what the seller did, and what came back.</summary>
internal static class SellerMirrorReader
{
    public static SellerMirror Of(CallEvidence evidence)
    {
        var told = evidence.ProspectWords + evidence.SellerWords;
        var known = evidence.Call.Speakers.Count > 0 && evidence.Call.Speakers.All(speaker => speaker.Side != Side.Unknown);
        return new(
            evidence.RunsOf(CueKind.FeaturePitch),
            evidence.RunsOf(CueKind.OutcomePitch),
            known && told > 0 ? (double)evidence.SellerWords / told : null,
            [.. evidence.Of(CueKind.AcceptsVagueness).Select(cue => cue.Id)],
            [.. evidence.Of(CueKind.Rescue).Where(cue => cue.Topic is not null).Select(cue => new MadeMove(cue.Topic!, cue.Turn, Answer(evidence, cue)))]);
    }

    /// <summary>The cues of the prospect's next run: their answer.</summary>
    private static List<string> Answer(CallEvidence evidence, Cue move)
    {
        for (var run = evidence.RunOf(move.Turn) + 1; run < evidence.Runs.Count; run++)
        {
            if (evidence.Runs[run].Side != Side.Prospect) continue;
            var turns = evidence.Runs[run].Turns.Select(turn => turn.Index).ToHashSet();
            return [.. evidence.Heard.Cues.Where(cue => turns.Contains(cue.Turn)).Select(cue => cue.Id)];
        }

        return [];
    }
}
