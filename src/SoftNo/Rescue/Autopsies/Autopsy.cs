using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Signals;

namespace SoftNo.Rescue.Autopsies;

/// <summary>An old deal: its calls, in order of time.</summary>
/// <param name="Name">The folder's or file's name.</param>
/// <param name="Won">Whether it was signed.</param>
/// <param name="Calls">Its calls.</param>
public sealed record OldDeal(string Name, bool Won, IReadOnlyList<Call> Calls);

/// <summary>The moment at which the program would have spoken, knowing only what was known then.</summary>
/// <param name="Call">The call's place in the deal, from 0.</param>
/// <param name="Day">The call's local day, or null where no file says it.</param>
/// <param name="Reading">The reading of that call alone.</param>
/// <param name="Sentence">The prospect's words that decide, or null where an absence does.</param>
/// <param name="Rescue">The sentence that would have got the no.</param>
public sealed record Alarm(int Call, LocalDate? Day, Reading Reading, Cue? Sentence, FilledRescue Rescue);

/// <summary>One deal after the fact.</summary>
/// <param name="Deal">The deal.</param>
/// <param name="Alarm">When it would have spoken; null: never.</param>
/// <param name="CallsAfter">Calls spent after it.</param>
/// <param name="DaysAfter">Days from it to the deal's last call; null where a date is missing.</param>
public sealed record DealAutopsy(OldDeal Deal, Alarm? Alarm, int CallsAfter, int? DaysAfter)
{
    /// <summary>Whether a plain no was said in a call, so that nothing was left to guess.</summary>
    public bool NoWasSaid { get; init; }
}

/// <summary>All deals, in counts.</summary>
/// <param name="Deals">Lost deals first, each group in the order given.</param>
public sealed record AutopsyResult(IReadOnlyList<DealAutopsy> Deals)
{
    /// <summary>Lost deals.</summary>
    public int Lost => Deals.Count(deal => !deal.Deal.Won);

    /// <summary>Lost deals on which it would have spoken.</summary>
    public int LostHeard => Deals.Count(deal => deal is { Deal.Won: false, Alarm: not null });

    /// <summary>Calls spent on lost deals after it would have spoken.</summary>
    public int CallsSpent => Deals.Where(deal => !deal.Deal.Won).Sum(deal => deal.CallsAfter);

    /// <summary>Won deals.</summary>
    public int Won => Deals.Count(deal => deal.Deal.Won);

    /// <summary>Won deals on which it would have cried wolf.</summary>
    public int CriedWolf => Deals.Count(deal => deal is { Deal.Won: true, Alarm: not null });
}

/// <summary>Reads old deals as they would have been read at the time.</summary>
/// <param name="Reader">Reads a call.</param>
/// <param name="Playbook">Says what to do.</param>
public sealed record Autopsy(CallReader Reader, Playbook Playbook)
{
    /// <summary>Every deal, read call by call; a call is read without those that followed.</summary>
    /// <param name="deals">The deals.</param>
    /// <param name="options">Who we are; the moment of each advice is its own call's end where that is known.</param>
    public AutopsyResult Of(IReadOnlyList<OldDeal> deals, AdviceOptions options) =>
        new([.. deals.OrderBy(deal => deal.Won).Select(deal => Of(deal, options))]);

    private DealAutopsy Of(OldDeal deal, AdviceOptions options)
    {
        var noWasSaid = false;
        for (var place = 0; place < deal.Calls.Count; place++)
        {
            var reading = Reader.Read(deal.Calls[place]);
            noWasSaid |= reading.Verdict == Verdict.ClearNo;
            if (Alarm(reading, place, options) is not { } alarm) continue;
            var last = deal.Calls[^1].Source.StartedAt?.Date;
            var days = alarm.Day is { } day && last is { } end ? Period.DaysBetween(day, end) : (int?)null;
            return new DealAutopsy(deal, alarm, deal.Calls.Count - 1 - place, days);
        }
        return new DealAutopsy(deal, null, 0, null) { NoWasSaid = noWasSaid };
    }

    /// <summary>It speaks where a call reads as a polite exit, at the stated confidence.</summary>
    private Alarm? Alarm(Reading reading, int place, AdviceOptions options)
    {
        var call = reading.Call;
        if (reading.Verdict != Verdict.SoftNo || reading.Confidence < Playbook.StatedConfidence) return null;
        var then = call.Source.StartedAt is { } started ? options with { Now = started.ToInstant() } : options with { MomentUnknown = true };
        var rescue = Playbook.Advise(reading, then).Recommended;
        return rescue is null ? null : new Alarm(place, call.Source.StartedAt?.Date, reading, Deciding(reading, rescue.Move), rescue);
    }

    /// <summary>The prospect's most telling words for the signal that the move answers, else for any present signal: ways out before praise, the fuller before the shorter.</summary>
    private static Cue? Deciding(Reading reading, Move move)
    {
        var present = reading.Signals.Where(signal => signal.State == SignalState.Present).OrderByDescending(signal => Moves.Answering(signal.Kind) == move);
        return present.SelectMany(signal => signal.For.Select(reading.CueOf).Where(cue => cue.Side == Side.Prospect)
            .OrderByDescending(cue => cue.Kind is CueKind.SoftNo or CueKind.NextStep).ThenByDescending(cue => cue.Span.Length).ThenByDescending(cue => cue.Turn)).FirstOrDefault();
    }
}
