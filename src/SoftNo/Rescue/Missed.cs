using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Moments;
using SoftNo.Rescue.Templates;
using SoftNo.Rescue.Words;
using SoftNo.Signals;

namespace SoftNo.Rescue;

/// <summary>Finds the moments at which a move was there to be made: vagueness accepted, praise left unprobed, no slot at the goodbye.</summary>
internal sealed class Missed
{
    private readonly int _praiseAtMost;
    private readonly List<string[]> _asks;
    private readonly Compliment _compliment;

    public Missed(PlaybookFiles.MissedFile data, int praiseAtMost, Compliment compliment)
    {
        (_praiseAtMost, _compliment) = (praiseAtMost, compliment);
        _asks = data.Asks.ConvertAll(SpokenWords.Sequence);
        (Vagueness, Praise, Technology, Goodbye) = (Template(data.Vagueness), Template(data.Praise), Template(data.Technology), Template(data.Goodbye));
    }

    public MissedTemplate Vagueness { get; }

    public MissedTemplate Praise { get; }

    public MissedTemplate Technology { get; }

    public MissedTemplate Goodbye { get; }

    /// <summary>The missed moments of a reading, in order of turn; none where there is too little to tell.</summary>
    public IReadOnlyList<MissedMoment> In(Reading reading, Func<CallSlots> slots)
    {
        if (reading.Verdict == Verdict.Insufficient) return [];
        var moments = new List<MissedMoment>();
        moments.AddRange(AcceptedVagueness(reading).Select(turn => Filled(Vagueness, turn, slots())));
        moments.AddRange(Unprobed(reading, SignalKind.GenericEnthusiasm, CueKind.GenericPraise, Praise, slots));
        moments.AddRange(Unprobed(reading, SignalKind.TechInfatuation, CueKind.TechPraise, Technology, slots));
        if (GoodbyeWithoutSlot(reading) is { } goodbye) moments.Add(Filled(Goodbye, goodbye, slots()));
        return [.. moments.DistinctBy(moment => (moment.Turn, moment.Move)).OrderBy(moment => moment.Turn).ThenBy(moment => moment.Move)];
    }

    private static IEnumerable<int> AcceptedVagueness(Reading reading)
    {
        if (reading.StepAhead.Grade is Grade.Booked or Grade.Firm or Grade.Task) return [];
        return reading.Cues.Where(cue => cue.Kind == CueKind.AcceptsVagueness && !MadeAfter(reading, Move.MicroCommitment, cue.Turn)).Select(cue => cue.Turn);
    }

    private IEnumerable<MissedMoment> Unprobed(Reading reading, SignalKind kind, CueKind praise, MissedTemplate template, Func<CallSlots> slots)
    {
        if (!reading.Signals.Any(signal => signal.Kind == kind && signal.State == SignalState.Present)) return [];
        return reading.Cues.Where(cue => cue.Kind == praise && cue.Side == Side.Prospect && cue.ClearedBy is null)
            .Select(cue => (Cue: cue, Answer: AnswerTo(reading, cue.Turn)))
            .Where(found => found.Answer is not null && !MadeAfter(reading, template.Move, found.Cue.Turn))
            .DistinctBy(found => found.Answer).OrderByDescending(found => found.Cue.Strength).ThenBy(found => found.Cue.Turn).Take(_praiseAtMost)
            .Select(found =>
            {
                var filling = slots();
                if (_compliment.Quoted(found.Cue) is { } quoted)
                {
                    filling.Set("compliment", quoted.Text, quoted.From);
                    filling.SetInSentence("compliment", _compliment.InSentence(quoted.Text));
                }

                return Filled(template, found.Answer!.Value, filling);
            });
    }

    /// <summary>The first turn of the seller's next run, where that run asks nothing; else null.</summary>
    private int? AnswerTo(Reading reading, int turn)
    {
        var call = reading.Call;
        var first = call.Turns.Skip(turn + 1).FirstOrDefault(next => call.SideOf(next) == Side.Seller);
        if (first is null) return null;
        var run = call.Turns.Skip(first.Index).TakeWhile(next => next.Speaker == first.Speaker).ToList();
        return run.Exists(next => Asks(next.Text)) ? null : first.Index;
    }

    private bool Asks(string text)
    {
        if (text.Contains('?')) return true;
        var words = SpokenWords.Of(text);
        return _asks.Exists(sequence => SpokenWords.Find(words, sequence) >= 0);
    }

    private static int? GoodbyeWithoutSlot(Reading reading)
    {
        if (reading.Verdict == Verdict.ClearNo || reading.StepAhead.Grade is not (Grade.None or Grade.Vague)) return null;
        return reading.Call.Turns.LastOrDefault(turn => reading.Call.SideOf(turn) == Side.Seller && turn.LeftOut is null)?.Index;
    }

    private static bool MadeAfter(Reading reading, Move move, int turn) =>
        reading.Seller.Moves.Any(made => made.Turn > turn && made.Move == move.Name());

    private static MissedMoment Filled(MissedTemplate template, int turn, CallSlots slots) =>
        new(turn, template.Move, slots.Fill(template.Say.First(variant => slots.Has(variant.Needs)).Text, []), template.Coaching);

    private static MissedTemplate Template(PlaybookFiles.MissedText text) =>
        new(Moves.Parse(text.Move) ?? Move.AskOneQuestion, text.Say.ConvertAll(variant => variant.Variant), text.Coaching.Bilingual);
}
