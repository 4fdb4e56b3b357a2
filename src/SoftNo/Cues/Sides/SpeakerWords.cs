using SoftNo.Calls;

namespace SoftNo.Cues.Sides;

/// <summary>What each speaker of a call says of the roles' phrases, and who answers whom.</summary>
/// <param name="Hits">By speaker, every hit in order.</param>
/// <param name="Values">By speaker and feature, ln(1 + times said).</param>
/// <param name="Answers">By pair of speakers, how often one speaks right after the other.</param>
public sealed record SpeakerWords(
    IReadOnlyList<IReadOnlyList<(int Feature, int Turn, TextSpan Span)>> Hits, IReadOnlyList<double[]> Values, int[,] Answers)
{
    /// <summary>
    /// How often two speakers answer each other, as a logarithm, less a share of what chance would give: people of one side
    /// answer the other, so the lower, the likelier they are of one side.
    /// </summary>
    /// <param name="one">A speaker.</param>
    /// <param name="other">Another.</param>
    /// <param name="chance">How much of what chance would give is taken off: 0 none, 1 all.</param>
    public double Affinity(int one, int other, double chance)
    {
        var all = 0.0;
        var ofOne = 0.0;
        var ofOther = 0.0;
        for (var row = 0; row < Values.Count; row++)
        {
            ofOne += Answers[one, row];
            ofOther += Answers[other, row];
            for (var column = 0; column < row; column++) all += Answers[row, column];
        }

        return all == 0 ? 0 : Math.Log(1 + Answers[one, other]) - (chance * Math.Log(1 + (ofOne * ofOther / (2 * all))));
    }

    /// <summary>Reads a call.</summary>
    public static SpeakerWords Of(Call call, SideModel model)
    {
        var found = new List<RoleHit>();
        var hits = call.Speakers.Select(_ => new List<(int, int, TextSpan)>()).ToList();
        var values = call.Speakers.Select(_ => new double[model.Features.Count]).ToList();
        var answers = new int[call.Speakers.Count, call.Speakers.Count];
        var before = Call.Nobody;
        foreach (var turn in call.Turns)
        {
            if (turn.Speaker == Call.Nobody) continue;
            found.Clear();
            model.Phrases.Find(turn, model.Features.Count, found);
            foreach (var hit in found)
            {
                hits[turn.Speaker].Add((hit.Feature, hit.Turn, hit.Span));
                values[turn.Speaker][hit.Feature]++;
            }

            if (before != Call.Nobody && before != turn.Speaker)
            {
                answers[before, turn.Speaker]++;
                answers[turn.Speaker, before]++;
            }

            before = turn.Speaker;
        }

        foreach (var row in values)
        {
            for (var feature = 0; feature < row.Length; feature++) row[feature] = Math.Log(1 + row[feature]);
        }

        return new([.. hits], values, answers);
    }
}
