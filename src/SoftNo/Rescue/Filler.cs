using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Rescue.Templates;
using SoftNo.Rescue.Times;
using SoftNo.Rescue.Words;
using SoftNo.Signals;

namespace SoftNo.Rescue;

/// <summary>Fills the moves with one call's own words.</summary>
internal sealed class Filler
{
    private readonly PlaybookParts _parts;
    private readonly Reading _reading;
    private readonly AdviceOptions _options;
    private readonly ProposedTimes _times;
    private readonly Discretion _discretion;
    private readonly CaseStudy? _study;

    public Filler(PlaybookParts parts, Reading reading, AdviceOptions options, ProposedTimes times)
    {
        (_parts, _reading, _options, _times) = (parts, reading, options, times);
        _discretion = Discretion.Of(reading.Call);
        _study = CaseStudies.For(reading.Call, options);
    }

    /// <summary>One move, filled.</summary>
    /// <param name="template">The move.</param>
    /// <param name="chosen">Why and how hard, where it is the recommended one; else null.</param>
    public FilledRescue Fill(MoveTemplate template, Chosen? chosen)
    {
        var slots = Slots(template.Move);
        var used = new List<Slot>();
        var say = new Say(Said(template, Tone.Soft, slots, used), Said(template, Tone.Medium, slots, used), Said(template, Tone.Bold, slots, used));
        var mail = _parts.Mails.Write(template.Mail.First(variant => slots.Has(variant.Needs)), slots, _discretion, Address(template.Move), used);
        var then = template.Then.Select(answer => new Then(answer.Answer, answer.IfTheySay, slots.Fill(answer.Say, used), answer.Means, answer.Do)).ToList();
        return new FilledRescue
        {
            Move = template.Move,
            Recommended = chosen is not null,
            Tone = chosen?.Tone,
            Why = template.Why,
            Evidence = chosen?.Evidence,
            Say = say,
            Delivery = template.Delivery,
            Mail = mail,
            Coaching = template.Coaching,
            Avoid = template.Avoid,
            Then = then,
            Slots = used,
            Hold = template.Closes ? null : HoldFor(template.Move),
        };
    }

    /// <summary>The call's words for a move's places.</summary>
    public CallSlots Slots(Move move)
    {
        var call = _reading.Call;
        var slots = new CallSlots(_parts.OpenSlots);
        slots.Set("first", Addressee(move) is { } person ? _parts.Names.First(call.Speakers[person].Name) : null);
        var compliment = _parts.Compliment.Best(Praises(move));
        slots.Set("compliment", compliment?.Text, compliment?.From);
        if (compliment is { } quoted) slots.SetInSentence("compliment", _parts.Compliment.InSentence(quoted.Text));
        SetPain(slots);
        var colleague = _parts.Colleague.Named(call, _reading.Cues.Where(cue => cue.Kind is CueKind.SoftNo or CueKind.BuyingStep or CueKind.NextStep or CueKind.Objection));
        slots.Set("colleague", colleague?.Name, colleague?.From);
        slots.Set("case", _study?.Name);
        slots.Set("story", _study is null ? null : _study.Link is null ? _study.Name : $"{_study.Name} ({_study.Link})");
        var asked = _reading.Cues.FirstOrDefault(cue => cue.Kind == CueKind.HardQuestion && cue.Side == Side.Prospect);
        slots.Set("asked", asked?.Quote, asked is null ? null : new Place(asked.Turn, asked.Span));
        SetTimes(slots);
        SetFacts(slots, colleague is not null);
        slots.Set("signature", _options.Signature ?? (PersonNames.Talker(call, Side.Seller) is { } seller ? _parts.Names.First(call.Speakers[seller].Name) : null));
        return slots;
    }

    private void SetTimes(CallSlots slots)
    {
        slots.Set("when", _times.Proposed is { } hold ? _parts.Clock.Of(hold.Start) : null);
        slots.Set("day", _times.Proposed is { } day ? AmericanTime.Day(day.Start.Date) : null);
        slots.Set("when2", _times.Proposed is { Alternatives: [var other, ..] } ? _parts.Clock.Of(other) : null);
        slots.Set("agreed", _times.Agreed is { } agreed ? _parts.Clock.Of(agreed.Start) : null);
        slots.Set("agreedday", _times.Agreed is { } agreedDay ? AmericanTime.Day(agreedDay.Start.Date) : null);
    }

    /// <summary>The call's words for what could have been said in it: times lie after the call, and not after now.</summary>
    public CallSlots SlotsInTheCall()
    {
        var slots = Slots(Move.NegativeValidation);
        slots.Set("when", _times.InTheCall is { } hold ? _parts.Clock.Of(hold.Start) : null);
        return slots;
    }

    private void SetFacts(CallSlots slots, bool colleague)
    {
        var theirs = _reading.Cues.Where(cue => cue.Side == Side.Prospect).ToList();
        slots.SetFact("praised", theirs.Exists(cue => cue.Kind is CueKind.GenericPraise or CueKind.TechPraise));
        slots.SetFact("admired", theirs.Exists(cue => cue.Kind == CueKind.TechPraise));
        slots.SetFact("team", colleague || theirs.Exists(cue => cue is { Kind: CueKind.SoftNo, Topic: "digest" or "authority" or "circle-back" }));
        slots.SetFact("unchallenged", !theirs.Exists(cue => cue.Kind == CueKind.Objection || cue is { Kind: CueKind.HardQuestion, Topic: "pricing" }));
    }

    private void SetPain(CallSlots slots)
    {
        var pain = _parts.Pains.Best(_reading.Cues.Where(cue => cue.Kind == CueKind.Pain && cue.Side == Side.Prospect));
        if (pain is not { } found || _discretion.Betrays(found.Text)) slots.Set("pain", null);
        else slots.Set("pain", found.Text, new Place(found.From.Turn, found.From.Span));
    }

    private string Said(MoveTemplate template, Tone tone, CallSlots slots, List<Slot> used)
    {
        var variants = template.Say[tone];
        var fitting = variants.FirstOrDefault(variant => slots.Has(variant.Needs) && SpokenWords.Count(slots.Fill(variant.Text, [])) <= _parts.SpokenWords);
        return slots.Fill((fitting ?? variants[^1]).Text, used);
    }

    private Hold? HoldFor(Move move) => move == Move.ConfirmAndGo ? _times.Agreed ?? _times.Proposed : _times.Proposed;

    private IEnumerable<Cue> Praises(Move move)
    {
        var first = move == Move.BusinessPivot ? CueKind.TechPraise : CueKind.GenericPraise;
        var praises = _reading.Cues.Where(cue => cue.Kind is CueKind.GenericPraise or CueKind.TechPraise && cue.Side == Side.Prospect && cue.ClearedBy is null).ToList();
        return praises.Exists(cue => cue.Kind == first) ? praises.Where(cue => cue.Kind == first) : praises;
    }

    private int? Addressee(Move move)
    {
        var evidence = _reading.Signals.Where(signal => Moves.Answering(signal.Kind) == move).SelectMany(signal => signal.For).Select(_reading.CueOf);
        return PersonNames.Addressee(_reading.Call, evidence);
    }

    private string? Address(Move move) => _options.To ?? (Addressee(move) is { } person ? _reading.Call.Speakers[person].Address : null);
}
