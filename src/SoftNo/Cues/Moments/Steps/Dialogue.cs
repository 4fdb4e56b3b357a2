using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues.Moments.Dates;

namespace SoftNo.Cues.Moments.Steps;

/// <summary>Follows a call turn by turn: what is offered, taken, hedged, promised, refused, and taken back.</summary>
internal sealed partial class Dialogue(Resolver resolver, Relevance relevance, int turns)
{
    private readonly List<Standing> _steps = [];
    private Standing? _meeting;
    private Standing? _task;
    private Standing? _sellers;
    private Offers _offers = Offers.None;
    private int _offersAge;
    private int _stepsTalk;
    private bool _owes;
    private int _owesAge;
    private LocalDate? _anchor;
    private PeriodTerm? _lastPeriod;
    private Slot _topic = Slot.Empty;
    private bool _heldDay;
    private Slot _held = Slot.Empty;
    private readonly List<Utterance> _utterances = [];
    private IReadOnlyList<Sentence> _before = [];
    private Slot _named = Slot.Empty;

    /// <summary>Every step found, in order.</summary>
    public IReadOnlyList<Standing> Steps => _steps;

    /// <summary>Every sentence, in order, with what stood when it was said.</summary>
    public IEnumerable<Utterance> Utterances => _utterances.Select(one => one with { Step = StepOf(one) });

    /// <summary>What stands: a meeting before a task, a task before anything looser, the seller's promise last.</summary>
    public Standing? Final =>
        _meeting is { Grade: Grade.Tentative, Slot.Grain: not Grain.Minute } && _task is not null ? _task
        : _meeting is { Grade: >= Grade.Tentative } ? _meeting
        : _task is not null ? _task with { Bound = _sellers is { } own && Math.Abs(own.Turn - _task.Turn) <= 2 ? Bound.Both : _task.Bound }
        : _meeting ?? _sellers;

    /// <summary>Reads the seller's turn.</summary>
    public void Seller(Turn turn, IReadOnlyList<Sentence> sentences, OffsetDateTime? at)
    {
        _turn = turn.Index;
        var from = _utterances.Count;
        foreach (var sentence in sentences) _utterances.Add(Heard(turn, Side.Seller, sentence, sentences, at));
        var slots = new List<Slot>();
        bool undated = false, asksWhen = false, asksThing = false, acts = false;
        foreach (var sentence in sentences)
        {
            var said = Put(sentence, at, Side.Seller, _stepsTalk > 0);
            var own = said.Count == 0 ? Slot.Empty : Merged(said)[0];
            _utterances[from] = _utterances[from] with { Own = own, Named = _named, Whole = own.Day is null ? own.Completed(_topic) : own };
            from++;
            asksWhen |= AsksWhen(sentence);
            undated |= said.Count == 0 && IsMeeting(sentence) && (sentence.Has(Act.Proposes) || (sentence.Has(Act.OpensSlot) && sentence.Asked));
            asksThing |= said.Count == 0 && AsksForThing(sentence);
            if (said.Count > 0 && IsOffer(sentence, said) && !said.TrueForAll(slot => slot.IsDeadline && slot.Day is null) && (said.Exists(slot => !slot.Equals(Slot.Empty) && (slot.Day is not null || slot.Period is not null || slot.Offset is not null || slot.IsTopOfHour)) || _stepsTalk > 0)) slots.AddRange(Merged(said));
            else if (IsLate(turn, 0.6) && sentence.Has(Act.SellerActs) && !sentence.Asked && !sentence.Has(Act.Past)) acts |= SellerPromises(turn, sentence, said, at);
        }

        _before = sentences;
        slots.RemoveAll(slot => IsRecapOf(_task, slot, at) || (_meeting is { Grade: >= Grade.Firm } && IsRecapOf(_meeting, slot, at)));
        if (slots.Count > 0 || undated || asksWhen || asksThing)
        {
            _offers = new Offers { Slots = slots, IsUndated = undated, AsksWhen = asksWhen, AsksForThing = asksThing };
            _offersAge = 0;
            _stepsTalk = 4;
            if (slots.Count > 0) Offer(turn, sentences, slots[0], at);
        }
        else
        {
            _offersAge++;
            _stepsTalk--;
            if (_offersAge > 1 || acts) _offers = Offers.None;
        }
    }

    /// <summary>Reads the prospect's turn.</summary>
    public void Prospect(Turn turn, IReadOnlyList<Sentence> sentences, OffsetDateTime? at)
    {
        _turn = turn.Index;
        (_heldDay, _held) = (false, Slot.Empty);
        var reply = new Reply(turn, sentences, at);
        foreach (var sentence in sentences)
        {
            _utterances.Add(Heard(turn, Side.Prospect, sentence, sentences, at));
            ProspectSays(reply, sentence);
        }

        if (!reply.IsDone) Answer(reply);
        if (reply.IsDone || sentences.Any(sentence => sentence.Has(Act.MereYes))) _offers = Offers.None;
        if (reply.IsDone) _stepsTalk = 4;
        if (_owesAge++ > 1) _owes = false;
    }

    private Utterance Heard(Turn turn, Side side, Sentence sentence, IReadOnlyList<Sentence> siblings, OffsetDateTime? at) => new()
    {
        Turn = turn,
        Side = side,
        Sentence = sentence,
        Siblings = siblings,
        At = at,
        Turns = turns,
        Offers = _offers,
        OffersAge = _offersAge,
        Before = _before,
        Stands = _meeting ?? _task,
        Topic = _topic,
    };

    private Standing? StepOf(Utterance one) => _steps.Find(step => step.Turn == one.Turn.Index && step.Span.Start >= one.Sentence.Whole.Start && step.Span.End <= one.Sentence.Whole.End);

    // A seller's dated sentence offers where it asks, proposes, or says nothing else.
    private bool IsOffer(Sentence sentence, List<Slot> said)
    {
        if (IsInvite(sentence)) return true;
        if (sentence.Has(Act.Past) && !sentence.Has(Act.Proposes)) return false;
        if (sentence.Has(Act.SellerActs) && !IsMeeting(sentence)) return false;
        if (said.TrueForAll(slot => slot.Day is null && slot.Offset is null && !slot.HasHour)) return (sentence.Has(Act.Proposes) || sentence.Asked) && IsMeeting(sentence);
        return sentence.Has(Act.Proposes) || sentence.Has(Act.OpensSlot) || sentence.Asked || said.Exists(slot => slot.Grain == Grain.Minute) || sentence.Times.Any(time => relevance.IsPutForward(sentence, time, _stepsTalk > 0));
    }

    private sealed class Reply(Turn turn, IReadOnlyList<Sentence> sentences, OffsetDateTime? at)
    {
        public Turn Turn => turn;

        public IReadOnlyList<Sentence> Sentences => sentences;

        public OffsetDateTime? At => at;

        public bool IsDone { get; set; }

        public bool Has(Act act) => sentences.Any(sentence => sentence.Has(act));
    }

    private void ProspectSays(Reply reply, Sentence sentence)
    {
        var slots = Put(sentence, reply.At, Side.Prospect, _offers.IsAny || _owes || _offers.AsksForThing);
        if (sentence.Has(Act.Sends)) slots = [.. slots.OrderByDescending(slot => slot.Day is not null)];
        var slot = slots.Count == 0 ? null : Merged(slots) is [var first, .. var rest] ? first with { Others = [.. rest] } : null;
        _utterances[^1] = _utterances[^1] with { Own = slot ?? Slot.Empty, Named = _named, Whole = slot is not null ? Complete(slot) : _named.IsEmpty ? Slot.Empty : Complete(_named) };
        if (sentence.Has(Act.Withdraws) && IsLive(sentence) && !(slot is { HasHour: true } && sentence.Has(Act.OpensSlot))) Withdraw(reply, sentence);
        else if (sentence.Has(Act.SendsInvite) || sentence.Has(Act.AcceptsInvite)) Book(reply, sentence, slot);
        else if (IsTask(sentence, slot)) Owe(reply, sentence, slot);
        else if (slot is not null && !IsEcho(reply, sentence, slot)) Set(reply, sentence, slot);
        else if (sentence.Has(Act.RefusesAll) && !reply.IsDone && (_stepsTalk > 0 || turns <= 30)) Refuse(reply, sentence);
        else if (sentence.Has(Act.Refuses) && !reply.IsDone && !IsIdiom(sentence) && _offersAge == 0 && (_offers.Slots.Count > 0 || _offers.IsUndated || _offers.AsksWhen && _offersAge == 0)) Refuse(reply, sentence);
        else if (reply.IsDone && _meeting is { Grade: Grade.Firm } firm && firm.Turn == reply.Turn.Index && HedgesIt(sentence)) Change(firm with { Grade = Grade.Tentative, Rule = "hedged-after" });
    }

    // The day offered, only named again in a turn that puts it off.
    private bool IsEcho(Reply reply, Sentence sentence, Slot slot) =>
        !slot.HasHour && slot.Period is null && reply.Has(Act.Postpones) && _offers.Slots.Count > 0 && !sentence.Has(Act.Agrees) && !sentence.Has(Act.SuitsTime) && !sentence.Has(Act.Hedges);

    // "No problem", "no idea": no answer to the step.
    private static bool IsIdiom(Sentence sentence)
    {
        for (var at = sentence.First; at < sentence.Next; at++)
            if (sentence.Acts.Count(act => act.Act == Act.Refuses) == 1 && sentence.Words.Is(at, "no") && sentence.Words[at + 1].Text is "problem" or "idea" or "offense" or "worries" or "kidding" or "rush" or "doubt" or "harm" or "joke" or "wonder") return true;
        return false;
    }

    // What the turn as a whole says to an offer, where no sentence set anything.
    private void Answer(Reply reply)
    {
        var agrees = reply.Sentences.Take(2).Any(sentence => sentence.Has(Act.Agrees));
        if (_offers.Best is { } offered)
        {
            if ((reply.Has(Act.Postpones) && !agrees) || reply.Sentences.Any(sentence => sentence.Has(Act.Contact) && sentence.Has(Act.Postpones))) Vague(reply, Slot.Empty);
            else if (agrees || SaysYes(reply)) Accept(reply, offered, agrees && !reply.Has(Act.Hedges) && !reply.Has(Act.Conditions));
            else if (_meeting is null && reply.Has(Act.Contact)) Vague(reply, Slot.Empty);
        }
        else if ((_stepsTalk > 0 || IsLate(reply.Turn, 0.5)) && reply.Sentences.Any(sentence => sentence.Has(Act.Postpones) && sentence.Has(Act.Contact)) || (reply.Has(Act.Postpones) && _offers.IsAny) || (reply.Has(Act.Contact) && _offers.IsAny && !reply.Has(Act.MereYes)))
        {
            Vague(reply, Slot.Empty);
        }
        else if (_meeting is { Grade: Grade.Firm } firm && reply.Sentences.Any(sentence => sentence.Find(Act.Hedges) is { } hedge && hedge.First <= sentence.First + 3) && _offersAge <= 1 && reply.Turn.Index - firm.Turn <= 3)
        {
            Change(firm with { Grade = Grade.Tentative, Rule = "hedged-after" });
        }
    }

    // A yes stands at the turn's beginning, or the turn is nothing but a hedge.
    private static bool SaysYes(Reply reply) =>
        reply.Sentences.Take(2).Any(sentence => sentence.Has(Act.MereYes)) || reply.Sentences.Take(2).Any(sentence => sentence.Has(Act.Hedges) && sentence.Next - sentence.First <= 14);

    private void Accept(Reply reply, Slot offered, bool firmly)
    {
        if (!IsLate(reply.Turn, 0.3)) return;
        offered = offered.Day is null && offered.Period is null && offered.Offset is null ? offered.Completed(_topic) : offered;
        if (offered.Day is null && offered.Period is null && offered.Offset is null && !offered.IsTopOfHour) return;
        var grade = !offered.HasDay && !offered.HasHour ? Grade.Vague : firmly && offered.Grain == Grain.Minute && offered.Others.Count == 0 ? Grade.Firm : Grade.Tentative;
        Add(new Standing(grade, offered, reply.At, grade == Grade.Vague ? Bound.None : Bound.Prospect, reply.Turn.Index, reply.Sentences[0].Whole, "offer-taken"));
        reply.IsDone = true;
    }

    private void Set(Reply reply, Sentence sentence, Slot slot)
    {
        var whole = Complete(slot);
        if (reply.IsDone && _meeting is { } before && before.Turn == reply.Turn.Index && before.Grade >= Grade.Tentative)
        {
            if (before.Slot.HasHour && before.Slot.HasDay && !(slot.HasHour && slot.Day is not null) && !IsCorrection(sentence)) return;
            whole = slot.Completed(before.Slot);
            if (before.Grade == Grade.Booked)
            {
                Change(before with { Slot = whole });
                return;
            }
        }

        if (IsRecap(whole, reply.At) || (slot.Day is null && slot.Offset is null && slot.Period is null && !slot.IsTopOfHour && !_offers.IsAny && !_heldDay && turns > 30)) return;
        var hedged = HedgesIt(sentence) || sentence.Has(Act.Conditions) || reply.Sentences.Any(other => other != sentence && other.Times.Count == 0 && other.Find(Act.Hedges) is { } hedge && hedge.First <= other.First + 3);
        var grade = !whole.HasDay && whole.Day is null ? Grade.Vague
            : whole.Grain is Grain.Week or Grain.Month or Grain.Quarter or Grain.Year or Grain.None ? Grade.Vague
            : whole.Grain != Grain.Minute || hedged || whole.Others.Count > 0 ? Grade.Tentative : Grade.Firm;
        if (!IsLate(reply.Turn, 0.4) && !(_offers.IsAny && IsLate(reply.Turn, 0.3))) return;
        if (grade == Grade.Vague && !sentence.Has(Act.Contact) && !(turns > 30 ? _offers.IsAny && _offersAge == 0 : _offers.IsAny || sentence.Has(Act.OpensSlot))) return;
        var bound = grade == Grade.Vague ? (PromisesCall(sentence) ? Bound.Prospect : Bound.None) : Bound.Prospect;
        Add(new Standing(grade, whole, reply.At, bound, reply.Turn.Index, sentence.Whole, "slot-given"));
        reply.IsDone = true;
    }

    private bool IsRecapOf(Standing? step, Slot slot, OffsetDateTime? at) =>
        step?.Slot.Day is { } day && slot.Day is { } again && resolver.DayOf(day, step.At) is { } stands && resolver.DayOf(again, at) == stands;

    // The day of a step that stands, said again without an hour of its own.
    private bool IsRecap(Slot slot, OffsetDateTime? at) =>
        _meeting is { Grade: >= Grade.Firm, Slot.Day: { } day } && slot.Day is { } again && resolver.DayOf(day, at) is { } stands && resolver.DayOf(again, at) == stands
        && (slot.Clock is null || slot.Clock.Hour == _meeting.Slot.Clock?.Hour);

    // A day or an hour alone is of the offer or of the step spoken of.
    private Slot Complete(Slot slot)
    {
        if (_offers.Slots.Count > 0)
        {
            var same = _offers.Slots.FirstOrDefault(offer => Agrees(slot, offer));
            if (slot.IsSameHour && _topic.Clock is not null) slot = slot with { IsSameHour = false, Clock = _topic.Clock, Zone = _topic.Zone, ZoneBy = _topic.ZoneBy };
            if (same is not null && slot.Day is DayTerm.OfWeek { Which: Which.Any }) slot = slot with { Day = same.Day ?? slot.Day };
            if (same is not null) return slot.Completed(same).Completed(slot.Day is null && same.Day is null ? _topic : Slot.Empty);
            return slot.Day is null && slot.Period is null ? slot.Completed(_offers.Slots[0]).Completed(_topic) : slot;
        }

        if (slot.IsSameHour && _topic.Clock is not null) slot = slot with { IsSameHour = false, Clock = _topic.Clock, Zone = _topic.Zone, ZoneBy = _topic.ZoneBy };
        if (slot.Day is null && slot.Period is null && _held.Day is not null) return slot.Completed(_held);
        return slot.Day is null && slot.Period is null || (!slot.HasHour && slot.Part is null && slot.Period is null) ? slot.Completed(_topic) : slot;
    }

    private static bool Agrees(Slot slot, Slot offer) =>
        (slot.Day is null || Equals(slot.Day, offer.Day) || SameWeekday(slot.Day, offer.Day)) && (slot.Clock is null || slot.Clock.Hour == offer.Clock?.Hour) && slot.Period is null;

    private static bool SameWeekday(DayTerm? a, DayTerm? b) => (WeekdayOf(a), WeekdayOf(b)) is ({ } first, { } second) ? first == second : NumberOf(a) is { } one && NumberOf(b) is { } two && one == two;

    private static IsoDayOfWeek? WeekdayOf(DayTerm? day) => day switch { DayTerm.OfWeek week => week.Weekday, DayTerm.WeekdayOfMonth month => month.Weekday, DayTerm.OfOtherWeek other => other.Weekday, _ => null };

    private static int? NumberOf(DayTerm? day) => day switch { DayTerm.OfThisOrNextMonth month => month.Number, DayTerm.WeekdayOfMonth week => week.Number, DayTerm.OfMonth date => date.Number, DayTerm.Full full => full.Number, _ => null };

    private void Book(Reply reply, Sentence sentence, Slot? slot)
    {
        var whole = slot is null ? _offers.Best ?? (_meeting?.Slot is { IsEmpty: false } set ? set : _topic) : Complete(slot);
        if (reply.IsDone && slot is null && _meeting?.Turn == reply.Turn.Index) whole = _meeting.Slot;
        if (whole.Day is null && whole.Offset is null) whole = whole.Completed(_topic);
        var tentative = HedgesIt(sentence) && sentence.Has(Act.Hedges);
        Add(new Standing(tentative ? Grade.Tentative : Grade.Booked, whole, reply.At, Bound.Prospect, reply.Turn.Index, sentence.Whole, "invitation"));
        reply.IsDone = true;
    }

    private void Owe(Reply reply, Sentence sentence, Slot? slot)
    {
        if (slot is null || slot.IsEmpty || (slot.Day is null && slot.Period is null && slot.Offset is null))
        {
            (_owes, _owesAge) = (true, 0);
            return;
        }

        _owes = false;
        if (slot.Day is null && slot.Offset is null && slot.Period is not PeriodTerm.Part && !sentence.Has(Act.Contact)) return;
        var dated = slot.Day is not null || slot.Offset is not null || slot.Period is PeriodTerm.Part { Stretch: Stretch.End, Whole.Grain: Grain.Week or Grain.Month };
        if (!IsLate(reply.Turn, 0.3)) return;
        var step = new Standing(dated ? Grade.Task : Grade.Vague, slot, reply.At, Bound.Prospect, reply.Turn.Index, sentence.Whole, "deliverable") { Owed = sentence.Whole };
        _steps.Add(step);
        if (dated) _task = step;
        else _meeting ??= step;
        reply.IsDone = true;
    }

    private bool IsTask(Sentence sentence, Slot? slot)
    {
        var deadline = slot is { IsDeadline: true };
        if (sentence.Has(Act.Sends) && (deadline || slot is null || !(slot.HasHour && sentence.Has(Act.OpensSlot)) && (!sentence.Has(Act.OpensSlot) || !Says(sentence, StepWords.Default.Strict.Contains)))) return true;
        if (sentence.Has(Act.HasReady) && deadline && !IsMeeting(sentence)) return true;
        if (slot is { HasHour: false, Day: not null } && (Promises(sentence) || (deadline && !IsMeeting(sentence) && !sentence.Has(Act.Contact) && !sentence.Has(Act.OpensSlot)))) return true;
        return slot is not null && (deadline || !slot.HasHour) && _offers.Slots.Count == 0 && (_owes || _offers.AsksForThing) && !Says(sentence, StepWords.Default.Strict.Contains) && !sentence.Has(Act.Contact);
    }

    // "I'll …" with a day and no word of meeting: something is owed.
    private static bool Promises(Sentence sentence)
    {
        var words = sentence.Words;
        for (var at = sentence.First; at < sentence.Next; at++)
        {
            var will = words.Is(at + 1, "will") ? at + 2 : words.Are(at + 1, "am", "going", "to") ? at + 4 : -1;
            if (will < 0 || words[at].Text is not ("i" or "we" or "he" or "she" or "they")) continue;
            if (words[will].Text is "just" or "also" or "uh" or "go") will++;
            if (!StepWords.Default.MeetingVerbs.Contains(words[will].Text)) return true;
        }

        return false;
    }

    private void Withdraw(Reply reply, Sentence sentence)
    {
        var later = reply.Has(Act.Postpones) || reply.Has(Act.Contact);
        Add(new Standing(later ? Grade.Vague : Grade.Refused, Slot.Empty, reply.At, PromisesCall(reply) ? Bound.Prospect : Bound.None, reply.Turn.Index, sentence.Whole, "withdrawn"));
        _topic = Slot.Empty;
        reply.IsDone = true;
    }

    private bool IsLive(Sentence sentence) => _meeting is { Grade: >= Grade.Tentative } || _offers.IsAny || sentence.Times.Any(time => time.Day is not null);

    private void Refuse(Reply reply, Sentence sentence)
    {
        if ((sentence.Has(Act.Postpones) && sentence.Has(Act.Contact) || (reply.Sentences.Count > 1 && reply.Sentences.Any(other => other != sentence && other.Has(Act.Postpones)))) && !sentence.Has(Act.RefusesAll) && sentence.Words[sentence.First].Text is not ("no" or "nope" or "nah"))
        {
            Vague(reply, Slot.Empty);
            return;
        }

        if (!IsLate(reply.Turn, 0.3)) return;
        Add(new Standing(Grade.Refused, Slot.Empty, reply.At, Bound.None, reply.Turn.Index, sentence.Whole, "refused"));
        reply.IsDone = true;
    }

    private void Vague(Reply reply, Slot slot)
    {
        var sentence = reply.Sentences.FirstOrDefault(found => found.Has(Act.Postpones)) ?? reply.Sentences.FirstOrDefault(found => found.Has(Act.Contact)) ?? reply.Sentences[0];
        Add(new Standing(Grade.Vague, slot, reply.At, PromisesCall(reply) ? Bound.Prospect : Bound.None, reply.Turn.Index, sentence.Whole, "later"));
        reply.IsDone = true;
    }

    private bool SellerPromises(Turn turn, Sentence sentence, List<Slot> said, OffsetDateTime? at)
    {
        var slot = said.Count > 0 ? said[0] : Slot.Empty;
        _sellers = new Standing(Grade.Vague, slot, at, Bound.Seller, turn.Index, sentence.Whole, "seller-promises");
        return true;
    }

    private void Offer(Turn turn, IReadOnlyList<Sentence> sentences, Slot slot, OffsetDateTime? at)
    {
        _topic = slot.Completed(slot.Day is null ? _topic : Slot.Empty);
        if (slot.Day is null || sentences.Any(found => found.Has(Act.Cancellable))) return;
        var sentence = sentences.First(found => found.Times.Count > 0);
        _steps.Add(new Standing(Grade.Tentative, _topic, at, Bound.Seller, turn.Index, sentence.Whole, "offer"));
    }

    // What stands firm is not undone by goodbyes, nor a no by small talk.
    private bool Overrides(Standing stands, Standing step)
    {
        if (step.Rule == "withdrawn" || step.Turn == stands.Turn) return true;
        if (stands.Grade >= Grade.Firm)
        {
            return step.Grade switch
            {
                Grade.Booked => true,
                Grade.Firm => !SameDay(stands, step) || stands.Grade == Grade.Firm,
                Grade.Vague or Grade.Tentative => (step.Rule == "slot-given" || (step.Rule == "later" && stands.Grade == Grade.Firm && _stepsTalk > 0)) && step.Turn - stands.Turn <= 4 && !SameDay(stands, step),
                _ => false,
            };
        }

        return stands.Grade != Grade.Refused || step.Rule != "slot-given" || step.Grade >= Grade.Firm || _offers.Slots.Count > 0;
    }

    private bool SameDay(Standing a, Standing b) => a.Slot.Day is { } one && b.Slot.Day is { } two && resolver.DayOf(one, a.At) == resolver.DayOf(two, b.At);

    private void Add(Standing step)
    {
        if (_meeting is { } stands && !Overrides(stands, step)) return;
        _steps.Add(step);
        _meeting = step;
        if (!step.Slot.IsEmpty) _topic = step.Slot;
    }

    private void Change(Standing step)
    {
        _meeting = step;
        if (_steps.Count > 0) _steps[^1] = step;
    }

    private static bool HedgesIt(Sentence sentence) => sentence.Has(Act.Hedges);

    private static bool IsCorrection(Sentence sentence) => sentence.Words[sentence.First].Text is "actually" or "no" or "sorry" or "wait" or "make";

    private static bool IsMeeting(Sentence sentence) => Says(sentence, StepWords.Default.Meeting.Contains);

    private static bool IsInvite(Sentence sentence) => Says(sentence, word => word is "invite" or "invitation" or "placeholder");

    private static bool Says(Sentence sentence, Func<string, bool> word) => Enumerable.Range(sentence.First, sentence.Next - sentence.First).Any(at => word(sentence.Words[at].Text));

    public static bool PromisesCall(Sentence sentence)
    {
        var words = sentence.Words;
        for (var at = sentence.First; at < sentence.Next; at++)
            if (words[at].Text is "i" or "we" && (words.Is(at + 1, "will") || words.Are(at + 1, "am", "going") || words.Is(at + 1, "would")) && Enumerable.Range(at + 2, 4).Any(next => words[next].Text is "call" or "ring" or "reach" or "find" or "holler" or "get" or "give" or "pick")) return true;
        return false;
    }

    private static bool PromisesCall(Reply reply) => reply.Sentences.Any(PromisesCall);

    private static bool AsksWhen(Sentence sentence)
    {
        for (var at = sentence.First; at < sentence.Next; at++)
            if (sentence.Words[at].Text is "when" && IsAboutUs(sentence) || sentence.Words[at].Text is "date" || (sentence.Words[at].Text is "what" or "which" && sentence.Words[at + 1].Text is "day" or "time" or "hour" or "date" or "moment" or "timing" or "week")) return sentence.Asked || !sentence.Words.Text.Contains('?', StringComparison.Ordinal);
        return false;
    }

    private static bool IsAboutUs(Sentence sentence)
    {
        for (var at = sentence.First; at < sentence.Next; at++)
            if (sentence.Words[at].Text is "we" or "us" or "see" or "speak" or "talk" or "meet" or "receive" or "show" or "begin" or "free" or "back" or "available" or "session" or "meeting" or "call" or "i" or "visit" or "readout" or "good" or "moment" or "again") return true;
        return sentence.Next - sentence.First <= 3;
    }

    private static bool AsksForThing(Sentence sentence)
    {
        for (var at = sentence.First; at < sentence.Next; at++)
            if (sentence.Words[at].Text is "need" or "receive" or "missing" or "useful" or "without" or "export" or "share" || sentence.Words.Are(at, "i", "have", "the") || sentence.Words.Are(at, "send", "me") || sentence.Words.Are(at, "send", "us")) return true;
        return false;
    }
}
