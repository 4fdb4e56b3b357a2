using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues.Moments.Dates;

namespace SoftNo.Cues.Moments.Steps;

/// <content>What becomes of the step: booked, owed, withdrawn, refused, put off.</content>
internal sealed partial class Dialogue
{
    private void Book(Reply reply, Sentence sentence, Slot? slot)
    {
        var whole = slot is null ? _offers.Best ?? (_meeting?.Slot is { IsEmpty: false } set ? set : _topic) : Complete(slot);
        if (reply.IsDone && slot is null && _meeting?.Turn == reply.Turn.Index) whole = _meeting.Slot;
        if (whole.Day is null && whole.Offset is null) whole = whole.Completed(_topic);
        var tentative = sentence.Has(Act.Hedges);
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
        if (slot is { HasHour: true, IsDeadline: false } && sentence.Has(Act.Agrees)) return false;
        if (sentence.Has(Act.Sends) && (deadline || slot is null || !(slot.HasHour && sentence.Has(Act.OpensSlot)) && (!sentence.Has(Act.OpensSlot) || !sentence.IsStrictlyMeeting()))) return true;
        if (sentence.Has(Act.HasReady) && deadline && !sentence.IsMeeting()) return true;
        if (slot is { HasHour: false, Day: not null } && (sentence.Promises() || (deadline && !sentence.IsMeeting() && !sentence.Has(Act.Contact) && !sentence.Has(Act.OpensSlot)))) return true;
        return slot is not null && (deadline || !slot.HasHour) && _offers.Slots.Count == 0 && (_owes || _offers.AsksForThing) && !sentence.IsStrictlyMeeting() && !sentence.Has(Act.Contact);
    }

    private void Withdraw(Reply reply, Sentence sentence)
    {
        var later = (reply.Has(Act.Postpones) || reply.Has(Act.Contact)) && !reply.Has(Act.RefusesAll);
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

    private static bool PromisesCall(Reply reply) => reply.Sentences.Any(Phrasing.PromisesCall);

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

    private bool SameDay(Standing a, Standing b) => a.Slot.Day is not null && b.Slot.Day is not null && resolver.DayOf(a.Slot, a.At) == resolver.DayOf(b.Slot, b.At);

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
}
