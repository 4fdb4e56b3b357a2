using SoftNo.Calls;

namespace SoftNo.Cues.Moments.Steps;

/// <summary>Turns judged sentences into steps with their times.</summary>
internal sealed class Judgement(IReadOnlyList<Judged> judged, Dialogue dialogue)
{
    // Where a sentence counts as a step of its own [the best F1 on authors left out lies between 0.3 and 0.5], and as what an end that is known rests on.
    private const double Doubt = 0.4;
    private const double ReadyDoubt = 0.1;

    /// <summary>Every sentence that sets or changes a step.</summary>
    public List<Standing> Steps() => [.. judged.Where(one => one.Pick(Doubt) != Grade.None).Select(one => StepOf(one, one.Pick(Doubt)))];

    /// <summary>The step of a known grade that stands at the end, in a few turns as far as its time allows that grade; null where there is none.</summary>
    public Standing? Final(Grade grade) => Found(grade) is not { } step ? null : dialogue.IsShort ? Allowed(step) : step;

    // Without an hour nothing is firm, and a period is vague. A whole call may have said the hour where the grammar did not hear it.
    private static Standing Allowed(Standing step) => step.Grade switch
    {
        Grade.Firm when step.Slot is { Day: not null, HasHour: false } => step with { Grade = Grade.Tentative },
        Grade.Tentative or Grade.Firm when step.Slot is { Day: null, Period: not null, Offset: null } => step with { Grade = Grade.Vague, Bound = Bound.None },
        _ => step,
    };

    private Standing? Found(Grade grade)
    {
        if (grade == Grade.None) return null;
        var known = dialogue.Final;
        var last = judged.LastOrDefault(one => Fits(one, grade) && one.Pick(ReadyDoubt) == grade) ?? judged.Where(one => Fits(one, grade)).MaxBy(one => one.Chances[(int)grade]);
        if (known?.Grade == grade && (last is null || known.Turn >= last.Said.Turn.Index || last.Pick(ReadyDoubt) != grade)) return known;
        if (known is { Grade: Grade.Vague, Bound: Bound.Seller } && grade == Grade.Vague && last?.Said is { Side: Side.Prospect, Own.IsEmpty: true } said && !said.Sentence.Acts.Any(act => act.Act is Act.Contact or Act.Postpones)) return known;
        if (last is null) return known is null ? null : known with { Grade = grade };
        var step = StepOf(last, grade);
        if (known is null) return step;
        if (step.Slot.IsEmpty && grade != Grade.Refused && known.Grade != Grade.Refused) step = step with { Slot = known.Slot };
        if (!IsMeeting(known.Grade) || !IsMeeting(grade)) return step;
        return known.Turn > step.Turn || IsFuller(known.Slot, step.Slot) ? known with { Grade = grade } : step;
    }

    private static bool IsFuller(Slot one, Slot other) => other.IsEmpty || (one.Grain == Grain.Minute && other.Grain != Grain.Minute);

    private static bool IsMeeting(Grade grade) => grade is Grade.Tentative or Grade.Firm or Grade.Booked;

    // Only the prospect binds the prospect; a seller alone leaves it vague.
    private static bool Fits(Judged one, Grade grade) => one.Said.Side == Side.Prospect || grade == Grade.Vague;

    private static Standing StepOf(Judged one, Grade grade)
    {
        var said = one.Said;
        if (said.Step is { } known && known.Grade == grade) return known;
        var slot = SlotOf(said, grade);
        return new Standing(grade, slot, said.At, BoundOf(said, grade), said.Turn.Index, said.Step?.Span ?? said.Sentence.Whole, "weighed") { Owed = grade == Grade.Task ? said.Sentence.Whole : null };
    }

    private static Bound BoundOf(Utterance said, Grade grade) => said.Side == Side.Seller ? Bound.Seller
        : grade >= Grade.Tentative || (grade == Grade.Vague && said.Sentence.PromisesCall()) ? Bound.Prospect : Bound.None;

    private static Slot SlotOf(Utterance said, Grade grade)
    {
        if (grade == Grade.Refused) return Slot.Empty;
        var own = said.Own.IsEmpty ? said.Named : said.Own;
        if (grade == Grade.Vague) return said.Side == Side.Seller || !said.Own.IsEmpty ? said.Own : said.Named.Period is not null && !said.Named.IsDeadline ? said.Named : Slot.Empty;
        if (grade == Grade.Task) return own;
        if (!said.Whole.IsEmpty && (said.Whole.HasDay || said.Whole.HasHour)) return said.Whole;
        return said.Side == Side.Seller ? own : Offered(said);
    }

    private static Slot Offered(Utterance said) =>
        said.Offers.Best is { } offered ? offered.Completed(said.Topic)
        : said.Stands is { Slot.IsEmpty: false } stands ? stands.Slot : said.Topic;
}
