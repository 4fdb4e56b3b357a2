using SoftNo.Calls;

namespace SoftNo.Cues.Moments.Steps;

/// <content>What the prospect says to what was put.</content>
internal sealed partial class Dialogue
{
    private void ProspectSays(Reply reply, Sentence sentence)
    {
        var slots = Put(sentence, reply.At, Side.Prospect, _offers.IsAny || _owes || _offers.AsksForThing);
        if (sentence.Has(Act.Sends)) slots = [.. slots.OrderByDescending(slot => slot.Day is not null)];
        var slot = slots.Count == 0 ? null : Merged(slots) is [var first, .. var rest] ? first with { Others = [.. rest] } : null;
        _utterances[^1] = _utterances[^1] with { Own = slot ?? Slot.Empty, Named = _named, Whole = slot is not null ? Complete(slot) : _named.IsEmpty ? Slot.Empty : Complete(_named) };
        if (sentence.Has(Act.Withdraws) && IsLive(sentence) && !(slot is { HasHour: true } && sentence.Has(Act.OpensSlot))) Withdraw(reply, sentence);
        else if (sentence.Has(Act.SendsInvite) || sentence.Has(Act.AcceptsInvite)) Book(reply, sentence, slot);
        else if (IsTask(sentence, slot)) Owe(reply, sentence, slot);
        else if (sentence.Has(Act.RefusesAll) && slot is not { Day: not null } && !reply.IsDone && (_stepsTalk > 0 || IsShort)) Refuse(reply, sentence);
        else if (slot is not null && !IsEcho(reply, sentence, slot)) Set(reply, sentence, slot);
        else if (sentence.Has(Act.RefusesAll) && !reply.IsDone && (_stepsTalk > 0 || IsShort)) Refuse(reply, sentence);
        else if (sentence.Has(Act.Refuses) && !reply.IsDone && !sentence.IsIdiom() && _offersAge == 0 && (_offers.Slots.Count > 0 || _offers.IsUndated || _offers.AsksWhen && _offersAge == 0)) Refuse(reply, sentence);
        else if (reply.IsDone && _meeting is { Grade: Grade.Firm } firm && firm.Turn == reply.Turn.Index && sentence.Has(Act.Hedges)) Change(firm with { Grade = Grade.Tentative, Rule = "hedged-after" });
    }

    // The day offered, only named again in a turn that puts it off.
    private bool IsEcho(Reply reply, Sentence sentence, Slot slot) =>
        !slot.HasHour && slot.Period is null && reply.Has(Act.Postpones) && _offers.Slots.Count > 0 && !sentence.Has(Act.Agrees) && !sentence.Has(Act.SuitsTime) && !sentence.Has(Act.Hedges);

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

    // "Your three o'clock, then. That's nine here."
    private bool IsOwnHour(Slot slot) => slot is { HasHour: true, Zone: { } zone } && resolver.IsProspects(zone, slot.ZoneBy);

    private void Set(Reply reply, Sentence sentence, Slot slot)
    {
        var whole = Complete(slot);
        if (reply.IsDone && _meeting is { } before && before.Turn == reply.Turn.Index && before.Grade >= Grade.Tentative)
        {
            if (before.Slot.HasHour && before.Slot.HasDay && !(slot.HasHour && slot.Day is not null) && !sentence.IsCorrection() && !IsOwnHour(slot)) return;
            whole = WithHour(slot).Completed(before.Slot);
            if (before.Grade == Grade.Booked)
            {
                Change(before with { Slot = whole });
                return;
            }
        }

        if (IsRecap(whole, reply.At) || (slot.Day is null && slot.Offset is null && slot.Period is null && !slot.IsTopOfHour && !_offers.IsAny && !_heldDay && !IsShort)) return;
        var hedged = sentence.Has(Act.Hedges) || sentence.Has(Act.Conditions) || reply.Sentences.Any(other => other != sentence && other.Times.Count == 0 && other.Find(Act.Hedges) is { } hedge && hedge.First <= other.First + 3);
        var grade = !whole.HasDay && whole.Day is null ? Grade.Vague
            : whole.Grain is Grain.Week or Grain.Month or Grain.Quarter or Grain.Year or Grain.None ? Grade.Vague
            : whole.Grain != Grain.Minute || hedged || whole.Others.Count > 0 ? Grade.Tentative : Grade.Firm;
        if (!IsLate(reply.Turn, 0.4) && !(_offers.IsAny && IsLate(reply.Turn, 0.3))) return;
        if (grade == Grade.Vague && !sentence.Has(Act.Contact) && !(!IsShort ? _offers.IsAny && _offersAge == 0 : _offers.IsAny || sentence.Has(Act.OpensSlot))) return;
        var bound = grade == Grade.Vague ? (sentence.PromisesCall() ? Bound.Prospect : Bound.None) : Bound.Prospect;
        Add(new Standing(grade, whole, reply.At, bound, reply.Turn.Index, sentence.Whole, "slot-given"));
        reply.IsDone = true;
    }
}
