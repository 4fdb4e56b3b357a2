using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Signals;

namespace SoftNo.Rescue.Autopsies;

/// <summary>An old deal: its calls and threads of mails, in order of their start.</summary>
/// <param name="Name">The folder's or file's name.</param>
/// <param name="Won">Whether it was signed.</param>
/// <param name="Exchanges">Its calls and threads.</param>
public sealed record OldDeal(string Name, bool Won, IReadOnlyList<Call> Exchanges)
{
    /// <summary>Whether it is open by name only: it looks alive and is not.</summary>
    public bool Dead { get; init; }

    /// <summary>Its calls.</summary>
    public IReadOnlyList<Call> Calls { get; } = [.. Exchanges.Where(one => one.Exchange is null)];

    /// <summary>The messages that people wrote, of all its threads.</summary>
    public IReadOnlyList<(Side Side, Instant? At)> Mails { get; } =
    [
        .. Exchanges.Where(one => one.Exchange is not null).SelectMany(thread => thread.Turns.Where(turn => turn.LeftOut is null).Select(turn => (thread.SideOf(turn), turn.At?.ToInstant()))),
    ];
}

/// <summary>The moment at which the program would have spoken, knowing only what was known then.</summary>
/// <param name="Call">The call's place among the deal's calls, from 0; null where a thread of mails decided.</param>
/// <param name="Day">The local day of the call or message, or null where no file says it.</param>
/// <param name="Reading">The reading of that call alone, or of that thread as it was known then.</param>
/// <param name="Sentence">The prospect's words that decide, or null where an absence does.</param>
/// <param name="Rescue">The sentence that would have got the no.</param>
public sealed record Alarm(int? Call, LocalDate? Day, Reading Reading, Cue? Sentence, FilledRescue Rescue);

/// <summary>What the CRM declared on the day on which the program would have spoken, as far as its history tells.</summary>
/// <param name="Stage">The stage, or null.</param>
/// <param name="Probability">0 to 1, or null.</param>
/// <param name="CloseDate">The declared day of signature, or null.</param>
/// <param name="Amount">In units of the currency, or null.</param>
/// <param name="Currency">ISO 4217, or null.</param>
/// <param name="Ended">The day it was won or lost, or null.</param>
public sealed record DeclaredThen(string? Stage, double? Probability, LocalDate? CloseDate, decimal? Amount, string? Currency, LocalDate? Ended);

/// <summary>One deal after the fact.</summary>
/// <param name="Deal">The deal.</param>
/// <param name="Alarm">When it would have spoken; null: never.</param>
/// <param name="CallsAfter">Calls spent after it.</param>
/// <param name="MailsAfter">Messages that the seller wrote after it; those without a date are not counted.</param>
/// <param name="DaysAfter">Days from it to the deal's last call or message; null where a date is missing.</param>
public sealed record DealAutopsy(OldDeal Deal, Alarm? Alarm, int CallsAfter, int MailsAfter, int? DaysAfter)
{
    /// <summary>Whether a plain no was said, so that nothing was left to guess.</summary>
    public bool NoWasSaid { get; init; }

    /// <summary>What the CRM declared that day; null where no CRM's export is on file, or there is no alarm with a date.</summary>
    public DeclaredThen? Declared { get; init; }
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

    /// <summary>Messages written on lost deals after it would have spoken.</summary>
    public int MailsSpent => Deals.Where(deal => !deal.Deal.Won).Sum(deal => deal.MailsAfter);

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
    /// <summary>Every deal, read call by call and message by message, without what followed.</summary>
    /// <param name="deals">The deals.</param>
    /// <param name="options">Who we are; the moment of each advice is that of its call or message where that is known.</param>
    public AutopsyResult Of(IReadOnlyList<OldDeal> deals, AdviceOptions options) =>
        new([.. deals.OrderBy(deal => deal.Won).Select(deal => Of(deal, options))]);

    private DealAutopsy Of(OldDeal deal, AdviceOptions options)
    {
        var noWasSaid = false;
        foreach (var (exchange, at) in Moments(deal))
        {
            var reading = exchange.Exchange is null ? Reader.Read(exchange) : Reader.Read(exchange, at?.ToInstant(), explain: false);
            noWasSaid |= reading.Verdict == Verdict.ClearNo;
            if (RescueOf(reading, at, options) is not { } rescue) continue;
            var place = exchange.Exchange is null ? deal.Calls.ToList().IndexOf(exchange) : (int?)null;
            return After(deal, new Alarm(place, at?.Date, reading, Deciding(reading, rescue.Move), rescue), at);
        }
        return new DealAutopsy(deal, null, 0, 0, null) { NoWasSaid = noWasSaid };
    }

    /// <summary>Each call, and each message of either side (vagueness is also accepted in writing), in order of time; what has no date comes last.</summary>
    private static IEnumerable<(Call Exchange, OffsetDateTime? At)> Moments(OldDeal deal) => deal.Exchanges
        .SelectMany(exchange => exchange.Exchange is null
            ? [(exchange, exchange.Source.StartedAt)]
            : exchange.Turns.Where(turn => turn.LeftOut is null).Select(turn => (exchange, turn.At)))
        .OrderBy(moment => moment.Item2 is null).ThenBy(moment => moment.Item2?.ToInstant());

    private static DealAutopsy After(OldDeal deal, Alarm alarm, OffsetDateTime? at)
    {
        if (at is not { } spoken) return new DealAutopsy(deal, alarm, deal.Calls.Count - 1 - (alarm.Call ?? -1), 0, null);
        var calls = deal.Calls.Where((call, place) => call.Source.StartedAt is { } start ? start.ToInstant() > spoken.ToInstant() : place > alarm.Call).ToList();
        var mails = deal.Mails.Where(mail => mail.Side == Side.Seller && mail.At > spoken.ToInstant()).ToList();
        var ends = deal.Calls.Select(call => call.Source.StartedAt?.ToInstant()).Concat(deal.Mails.Select(mail => mail.At)).ToList();
        var days = ends.Contains(null) ? (int?)null : Period.DaysBetween(spoken.Date, ends.Max()!.Value.WithOffset(spoken.Offset).Date);
        return new DealAutopsy(deal, alarm, calls.Count, mails.Count, days);
    }

    /// <summary>It speaks where an exchange reads as a polite exit, at the stated confidence.</summary>
    private FilledRescue? RescueOf(Reading reading, OffsetDateTime? at, AdviceOptions options)
    {
        if (reading.Verdict != Verdict.SoftNo || reading.Confidence < Playbook.StatedConfidence) return null;
        return Playbook.Advise(reading, at is { } then ? options with { Now = then.ToInstant() } : options with { MomentUnknown = true }).Recommended;
    }

    /// <summary>The prospect's most telling words for the signal that the move answers, else for any present signal: ways out before praise, the fuller before the shorter.</summary>
    private static Cue? Deciding(Reading reading, Move move)
    {
        var present = reading.Signals.Where(signal => signal.State == SignalState.Present).OrderByDescending(signal => Moves.Answering(signal.Kind) == move);
        return present.SelectMany(signal => signal.For.Select(reading.CueOf).Where(cue => cue.Side == Side.Prospect)
            .OrderByDescending(cue => cue.Kind is CueKind.SoftNo or CueKind.NextStep).ThenByDescending(cue => cue.Span.Length).ThenByDescending(cue => cue.Turn)).FirstOrDefault();
    }
}
