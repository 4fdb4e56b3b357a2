using NodaTime;
using SoftNo.Cues.Moments.Dates;

namespace SoftNo.Cues.Moments.Steps;

/// <content>What a time said by halves is once the offer and the talk before complete it.</content>
internal sealed partial class Dialogue
{
    private bool IsRecapOf(Standing? step, Slot slot, OffsetDateTime? at) =>
        step is not null && resolver.DayOf(step.Slot, step.At) is { } stands && resolver.DayOf(slot, at) == stands;

    // The day of a step that stands, said again without an hour of its own.
    private bool IsRecap(Slot slot, OffsetDateTime? at) =>
        _meeting is { Grade: >= Grade.Firm } && resolver.DayOf(_meeting.Slot, at) is { } stands && resolver.DayOf(slot, at) == stands
        && (slot.Clock is null || slot.Clock.Hour == _meeting.Slot.Clock?.Hour);

    // A day or an hour alone is of the offer or of the step spoken of.
    private Slot Complete(Slot slot)
    {
        slot = WithHour(slot);
        if (_offers.Slots.Count > 0)
        {
            var same = _offers.Slots.FirstOrDefault(offer => Agrees(slot, offer));
            if (same is not null && slot.Day is DayTerm.OfWeek { Which: Which.Any }) slot = same.Day is { } offered ? slot with { Day = offered, SaidAt = same.SaidAt } : slot;
            if (same is not null) return slot.Completed(same).Completed(slot.Day is null && same.Day is null ? _topic : Slot.Empty);
            return slot.Day is null && slot.Period is null ? slot.Completed(_offers.Slots[0]).Completed(_topic) : slot;
        }

        if (slot.Day is null && slot.Period is null && _held.Day is not null) return slot.Completed(_held);
        return slot.Day is null && slot.Period is null || (!slot.HasHour && slot.Part is null && slot.Period is null) ? slot.Completed(_topic) : slot;
    }

    // "Same time": the hour spoken of, where one was.
    private Slot WithHour(Slot slot) => slot.IsSameHour && (_topic.Clock is not null ? _topic : _clockSaid) is { Clock: not null } spoken
        ? slot with { IsSameHour = false, Clock = spoken.Clock, Zone = spoken.Zone, ZoneBy = spoken.ZoneBy } : slot;

    private static bool Agrees(Slot slot, Slot offer) =>
        (slot.Day is null || Equals(slot.Day, offer.Day) || SameWeekday(slot.Day, offer.Day)) && (slot.Clock is null || slot.Clock.Hour == offer.Clock?.Hour) && slot.Period is null;

    private static bool SameWeekday(DayTerm? a, DayTerm? b) => (WeekdayOf(a), WeekdayOf(b)) is ({ } first, { } second) ? first == second : NumberOf(a) is { } one && NumberOf(b) is { } two && one == two;

    private static IsoDayOfWeek? WeekdayOf(DayTerm? day) => day switch { DayTerm.OfWeek week => week.Weekday, DayTerm.WeekdayOfMonth month => month.Weekday, DayTerm.OfOtherWeek other => other.Weekday, _ => null };

    private static int? NumberOf(DayTerm? day) => day switch { DayTerm.OfThisOrNextMonth month => month.Number, DayTerm.WeekdayOfMonth week => week.Number, DayTerm.OfMonth date => date.Number, DayTerm.Full full => full.Number, _ => null };
}
