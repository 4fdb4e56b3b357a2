using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues.Moments;

namespace SoftNo.Threads;

/// <summary>Which step an exchange leaves: what the words agreed, or what an invitation says.</summary>
/// <param name="call">The exchange, its sides settled.</param>
/// <param name="zone">The prospect's zone.</param>
/// <param name="asOf">The moment it is read at.</param>
internal sealed class StepAhead(Call call, DateTimeZone zone, Instant asOf)
{
    private static readonly string[] Withdrawals = ["withdrawn", "refused"];

    /// <summary>The step that stands, expired where its time is past.</summary>
    /// <param name="steps">What the words set.</param>
    /// <param name="invitations">Where the invitations stand.</param>
    public NextStep Of(StepReading steps, IReadOnlyList<InvitationStanding> invitations)
    {
        var words = Expiring(Answered(steps));
        var said = words.Turn is { } turn ? call.Turns[turn].At?.ToInstant() : null;
        var withdrawn = words.Turn is not null && Withdrawals.Contains(RuleOf(steps, words));
        words = Undone(words, said, invitations) ?? words;
        var live = invitations.Where(one => one.Grade > Grade.Refused && !one.Cancelled).Select(one => (Standing: one, Step: Expiring(StepOf(one)))).ToList();
        var ahead = live.Where(one => !one.Step.Expired).OrderByDescending(one => one.Step.Grade).ThenByDescending(one => one.Standing.Changed ?? Instant.MinValue).ToList();
        if (ahead.Count > 0 && !(withdrawn && said > ahead[0].Standing.Changed)) return Firmer(words, ahead[0].Step);
        if (words is { Grade: > Grade.None, Expired: false }) return words;
        var past = live.Where(one => one.Step.Expired).OrderByDescending(one => one.Step.When!.LastDate).Select(one => one.Step).FirstOrDefault();
        return past is null || (words.Expired && words.When!.LastDate > past.When!.LastDate) ? words : past;
    }

    /// <summary>Marks a step whose time is past.</summary>
    public NextStep Expiring(NextStep step) => step.When is { } when && step.Grade > Grade.Refused && EndOf(when) < asOf ? step with { Expired = true } : step;

    // Of one meeting the firmer of both, with the invitation's hour; of two, the firmer, a task giving way to a meeting that has an hour.
    private static NextStep Firmer(NextStep words, NextStep invited)
    {
        if (words.Expired || words.Grade <= Grade.Refused) return invited;
        var same = words.When is { } when && invited.When is { } other && when.FirstDate <= other.FirstDate && other.FirstDate <= when.LastDate;
        if (words.Grade == Grade.Task) return invited.Grade >= Grade.Tentative ? invited : words;
        if (same && words.Grade > invited.Grade) return words;
        if (same) return invited with { Turn = words.Turn, Span = words.Span, Quote = words.Quote };
        return words.Grade > invited.Grade ? words : invited;
    }

    // A meeting that was called off or declined after it was agreed on in words.
    private static NextStep? Undone(NextStep words, Instant? said, IReadOnlyList<InvitationStanding> invitations)
    {
        if (invitations.LastOrDefault(one => one.Cancelled || one.Grade == Grade.Refused) is not { } off) return null;
        var nothing = off.Grade == Grade.Refused ? NextStep.Nothing with { Grade = Grade.Refused } : NextStep.Nothing;
        if (words.Grade <= Grade.Refused) return words.Grade == Grade.None ? nothing : null;
        var same = words.When is not { } when || off.Start is not { } start || (when.FirstDate <= start.FirstDate && start.FirstDate <= when.LastDate);
        return words.Grade != Grade.Task && same && said <= off.Changed ? nothing : null;
    }

    // A proposal in words that nobody answered is no step.
    private NextStep Answered(StepReading steps)
    {
        var step = steps.Final;
        if (step.Turn is not { } turn || step.Grade <= Grade.Refused) return step;
        var side = call.SideOf(call.Turns[turn]);
        var answered = call.Turns.Skip(turn + 1).Any(later => later.LeftOut is null && call.SideOf(later) is var other && other != side && other != Side.Unknown);
        if (answered) return step;
        if (side == Side.Seller) return Proposes(turn) || steps.Steps.Any(other => other.Turn >= turn && other.Rule == "offer") ? NextStep.Nothing : step;
        return RuleOf(steps, step) == "slot-given" && IsAsked(step) ? NextStep.Nothing : step;
    }

    private bool Proposes(int turn) => call.Turns.Skip(turn).Any(later => call.SideOf(later) == Side.Seller && Questions.In(later.Text).Any());

    private bool IsAsked(NextStep step)
    {
        if (step is not { Span: { } span, Turn: { } turn }) return false;
        var after = call.Turns[turn].Text.AsSpan(span.End - 1);
        var sign = after.IndexOfAny(".?!");
        return sign >= 0 && after[sign] == '?';
    }

    private static string? RuleOf(StepReading steps, NextStep step) => steps.Steps.LastOrDefault(other => other.Turn == step.Turn && other.Grade == step.Grade)?.Rule;

    private static NextStep StepOf(InvitationStanding standing) => new()
    {
        Grade = standing.Grade,
        When = standing.Start,
        Grain = standing.Start?.Grain ?? Grain.None,
        Bound = standing.Bound,
    };

    private Instant EndOf(Moment when) => when switch
    {
        Moment.AtMinute minute => minute.At.ToInstant(),
        Moment.InPart part => part.End.ToInstant(),
        _ => when.LastDate.PlusDays(1).AtStartOfDayInZone(zone).ToInstant(),
    };
}
