using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues.Moments.Dates;

namespace SoftNo.Cues.Moments.Steps;

/// <content>Which times of a sentence are a step's, and what they are once "that day" is known.</content>
internal sealed partial class Dialogue
{
    /// <summary>For how many turns a day that was spoken of is still meant by its name or number alone [expert prior].</summary>
    private const int MemoryOfDays = 8;

    /// <summary>How many days are remembered at most, however long a turn is.</summary>
    private const int DaysRemembered = 40;

    private readonly List<(int Turn, LocalDate Date, bool ByWeekday)> _spoken = [];
    private Slot _clockSaid = Slot.Empty;
    private PeriodTerm? _week;
    private int _weekTurn;
    private OffsetDateTime? _weekAt;
    private int _turn;

    // The times of a sentence that are put forward, a day and an hour brought together, made free of "that day" and the like.
    private List<Slot> Put(Sentence sentence, OffsetDateTime? at, Side side, bool isReply)
    {
        var put = new List<Slot>();
        _named = Slot.Empty;
        foreach (var group in Groups(sentence, isReply))
        {
            var slot = group.OrderBy(time => time.Zone is { } zone && !resolver.IsProspects(zone, side)).Select(time => Fixed(Slot.Of(time, side), time, sentence, at)).Aggregate((whole, more) => whole.Completed(more)) with { IsAlsoOwn = side == Side.Prospect && GivesOwnHour(sentence, group) };
            if (slot.IsDated) slot = slot with { SaidAt = slot.SaidAt ?? at };
            _named = _named.Completed(slot);
            if (slot is { Clock: not null, Day: not null }) _clockSaid = slot;
            if (group.All(time => Relevance.IsBlocked(sentence, time))) continue;
            if (slot.Day is DayTerm.Named && !slot.HasHour && !sentence.Acts.Any(act => act.Act is Act.OpensSlot or Act.Sends && act.Next >= group[0].First - 1 && act.First < group[0].First)) continue;
            if (IsPast(slot, at) || IsIdle(sentence, group, slot, side, isReply, at)) continue;
            if (side == Side.Prospect && !sentence.Has(Act.Sends) && !(isReply && (IsShort || _owes || _offers.AsksForThing) && slot.Day is not null && group.Exists(time => time.IsEndOfDay || time.Limit == Limit.By)) && !group.Any(time => relevance.IsPutForward(sentence, time, isReply)) && !(slot.Grain == Grain.Minute && !sentence.Has(Act.Past) && (isReply || (IsShort && (sentence.Has(Act.Conditions) || SpeaksOfUs(sentence, group[0])))))) continue;
            put.Add(slot with { OrNext = IsOrNext(sentence, group) });
            if (slot is { Day: not null, IsDeadline: false } && group.TrueForAll(time => time.Limit is Limit.None or Limit.About) && _spoken is [.., var last] && last.Turn == _turn) _spoken[^1] = last with { ByWeekday = group.Exists(time => NamesWeekday(sentence, time)) };
        }

        return put;
    }

    // A date said with its weekday may be meant by the weekday alone afterwards.
    private static bool NamesWeekday(Sentence sentence, TimeExpression time) => Enumerable.Range(time.First, time.Next - time.First).Any(at => Spoken.Default.Weekdays.ContainsKey(sentence.Words[at].Text));

    // "The 14th or the 15th, at eleven": the hour is of both.
    private static bool IsOrNext(Sentence sentence, List<TimeExpression> group)
    {
        var next = group.Max(time => time.Next);
        return sentence.Words.Is(next, "or") && sentence.Times.Any(other => other.First >= next && other.First <= next + 2);
    }

    // "Noon Eastern, that's eight up here": the same hour on their own clock.
    private static bool GivesOwnHour(Sentence sentence, List<TimeExpression> group) => group.Exists(time => time.Zone?.Named is not null)
        && Enumerable.Range(sentence.First, sentence.Next - sentence.First).Any(at => at > group[0].First && (sentence.Words.Are(at, "that", "'s") || sentence.Words.Are(at, "for", "me") || (sentence.Words.Is(at, "here") && sentence.Times.Count > 1)));

    // Their own doing, or ours: "he's got an all hands Friday at nine" is neither.
    private static bool SpeaksOfUs(Sentence sentence, TimeExpression time) =>
        Enumerable.Range(sentence.First, time.First - sentence.First).Any(at => sentence.Words[at].Text is "i" or "we" or "you" or "let's");

    // Steps are set late in a call; a short exchange is all late.
    private bool IsLate(Turn turn, double share) => IsShort || turn.Index >= turns * share;

    // "Today" alone, an hour of no day, a date that only names another: talk, not a step.
    private bool IsIdle(Sentence sentence, List<TimeExpression> group, Slot slot, Side side, bool isReply, OffsetDateTime? at)
    {
        if (slot.Day is DayTerm.FromToday { Count: <= 0 } && !slot.HasHour) return side == Side.Seller ? !sentence.Has(Act.SellerActs) : !sentence.Has(Act.Sends) && !_owes;
        if (slot.Day is null && slot.Period is null && slot.Offset is null && !slot.IsTopOfHour) return !_heldDay && (!(isReply || _stepsTalk > 0) || !(_topic.HasDay || _offers.IsAny || (side == Side.Seller && _stepsTalk > 0)));
        if (slot.Day is null && slot.Period is { } period && at is { } now && Periods.Of(period, new Said(now.LocalDateTime)) is { } during && during.LastDate < now.Date) return true;
        if (slot.Day is null && slot.Period is PeriodTerm.Calendar { Offset: <= 0, Kind: Unit.Year or Unit.Quarter } && !IsShort) return true;
        if (slot.Offset is not null || slot.Day is DayTerm.Shifted { IsLoose: true } or DayTerm.Shifted { From: DayTerm.FromToday } && sentence.Words.Is(group[0].First, "in"))
            return !sentence.Acts.Any(act => act.Act is Act.OpensSlot or Act.Contact or Act.Sends or Act.Proposes && act.First < group[0].First) && sentence.OtherWords(StepWords.Default.Small) > 0 && !(isReply && group[0].First <= sentence.First + 1);
        var last = group[^1];
        return sentence.Words[last.Next].Text is "'s" or "is" && sentence.Times.Any(other => other.First == last.Next + 1 && other.Day is not null) && slot.Clock is null;
    }

    private List<List<TimeExpression>> Groups(Sentence sentence, bool isReply)
    {
        var groups = new List<List<TimeExpression>>();
        foreach (var time in sentence.Times)
        {
            if (time.Length is not null || time.IsRecurring || time.IsNow) continue;
            if (time.Clock is { IsBare: true } && time.Day is null && time.Part is null && time.Until is null && !MayBeHour(sentence, isReply)) continue;
            var open = groups.FindIndex(group => Fits(group, time));
            if (open >= 0) groups[open].Add(time);
            else groups.Add([time]);
        }

        return groups;
    }

    private bool MayBeHour(Sentence sentence, bool isReply) => isReply || (_topic.HasDay && !_topic.HasHour) || _heldDay || sentence.Times.Any(other => other.Day is not null);

    // An hour without a day belongs to a day without an hour.
    private static bool Fits(List<TimeExpression> group, TimeExpression time)
    {
        bool hasDay = group.Exists(one => one.HasDate || one.Offset is not null), hasHour = group.Exists(one => one.HasHour || one.Part is not null);
        bool day = time.HasDate || time.Offset is not null, hour = time.HasHour || time.Part is not null;
        return (hasDay && !hasHour && !day && hour) || (!hasDay && hasHour && day && !hour)
            || (!day && time.Zone is not null && group.Exists(one => one.Zone is not null) && hasHour);
    }

    // A date without a year may lie behind: one far ahead that was a few weeks ago is that one.
    private bool IsPast(Slot slot, OffsetDateTime? at)
    {
        if (slot.Day is not { } day || at is not { } now || resolver.DayOf(slot, at) is not { } date) return false;
        if (date < now.Date) return true;
        return day is DayTerm.WeekdayOfMonth or DayTerm.OfMonth && Period.DaysBetween(now.Date, date) > 150 && Period.DaysBetween(date.PlusYears(-1), now.Date) < 45
            || day is DayTerm.WeekdayOfMonth && Period.DaysBetween(now.Date, date) > 100 || Period.DaysBetween(now.Date, date) > 300;
    }

    private Slot Fixed(Slot slot, TimeExpression time, Sentence sentence, OffsetDateTime? at)
    {
        if (slot.Period is not null)
        {
            if (sentence.Words[time.First].Text is "that" or "same" && _lastPeriod is not null) return slot with { Period = _lastPeriod };
            if (at is { } heard && slot.Period is PeriodTerm.WeekOf { Day: DayTerm.ThatDay } week && _anchor is { } day) return slot with { Period = new PeriodTerm.WeekOf(new DayTerm.Full(day.Year, day.Month, day.Day), week.Offset) };
            if (!slot.IsDeadline) _lastPeriod = slot.Period;
            if (slot.Period is PeriodTerm.Calendar { Kind: Unit.Week or Unit.Workweek, Offset: > 0 } or PeriodTerm.WeekOf) (_week, _weekTurn, _weekAt) = (slot.Period, _turn, at);
            return slot;
        }

        if (slot.Day is null || at is not { } spoken) return slot;
        if (SpokenOf(slot.Day, spoken) is { } before) slot = slot with { Day = before };
        else if (slot.Day is DayTerm.OfThisOrNextMonth { Month: null } number && _lastPeriod is PeriodTerm.NamedMonth named) slot = slot with { Day = number with { Month = named } };
        else if (slot.Day is DayTerm.OfWeek { Which: Which.Any, Weekday: var weekday } && _week is { } week && _turn - _weekTurn <= 1 && week.Range(new Said(spoken.LocalDateTime)) is not null) slot = slot with { Day = new DayTerm.OfPeriod(weekday, 1, week), SaidAt = _weekAt };
        _heldDay = true;
        _held = new Slot { Day = slot.Day, SaidAt = slot.SaidAt ?? at };
        var term = slot.Day;
        if (!term.StandsAlone && term.Day(new Said(spoken.LocalDateTime, _anchor)) is { } known) term = new DayTerm.Full(known.Year, known.Month, known.Day);
        if (resolver.DayOf(term, slot.SaidAt ?? at) is not { } said) return slot with { Day = term };
        _anchor = said;
        if (slot.Day is not DayTerm.OfWeek { Which: Which.Any }) _spoken.Add((_turn, said, false));
        return slot with { Day = term };
    }

    // "The fifteenth", "Thursday": the day of that number or name which was spoken of a moment ago, where one was.
    private DayTerm.Full? SpokenOf(DayTerm day, OffsetDateTime now)
    {
        for (var last = _spoken.Count - 1; last >= Math.Max(0, _spoken.Count - DaysRemembered) && _turn - _spoken[last].Turn <= MemoryOfDays; last--)
        {
            var date = _spoken[last].Date;
            if (date < now.Date) continue;
            var same = day switch
            {
                DayTerm.OfWeek { Which: Which.Any } week => week.Weekday == date.DayOfWeek && _spoken[last].ByWeekday,
                DayTerm.OfThisOrNextMonth { Month: null } number => number.Number == date.Day,
                DayTerm.WeekdayOfMonth both => both.Weekday == date.DayOfWeek && both.Number == date.Day,
                _ => false,
            };
            if (same) return new DayTerm.Full(date.Year, date.Month, date.Day);
        }

        return null;
    }

    // Day here, hour there, in one sentence: one slot; two days: two.
    private static List<Slot> Merged(List<Slot> slots)
    {
        var merged = new List<Slot>();
        foreach (var slot in slots)
        {
            if (merged.Count > 0 && merged[^1].HasHour && slot is { Part: not null, Day: null, Clock: null }) continue;
            if (merged.Count > 0 && Fits(merged[^1], slot)) merged[^1] = merged[^1].Completed(slot);
            else merged.Add(slot);
        }

        for (var at = merged.Count - 2; at >= 0; at--)
            if (merged[at] is { OrNext: true, Day: not null, HasHour: false, Part: null } && merged[at + 1].HasHour) merged[at] = merged[at] with { Clock = merged[at + 1].Clock, Zone = merged[at + 1].Zone, ZoneBy = merged[at + 1].ZoneBy };
        if (merged.Exists(slot => slot.Grain == Grain.Minute)) merged.RemoveAll(slot => slot.Grain is not (Grain.Minute or Grain.None));
        return [.. merged.Select((slot, place) => place > 0 && slot.Day is not null && slot.Clock is null && slot.Part is null ? slot : slot.Day is null && merged.Exists(other => other.Day is not null) ? slot.Completed(merged.First(other => other.Day is not null)) : slot)];
    }

    private static bool Fits(Slot a, Slot b) => (a.Day is null || b.Day is null || SameWeekday(a.Day, b.Day)) && (a.Clock is null || b.Clock is null) && (a.Period is null || b.Period is null);
}
