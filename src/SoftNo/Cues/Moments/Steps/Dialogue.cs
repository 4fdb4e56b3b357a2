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
    private SentenceActs _actsBefore = SentenceActs.None;
    private Slot _named = Slot.Empty;

    /// <summary>An exchange of a few turns, which speaks of little but the step.</summary>
    public bool IsShort => turns <= StepModel.ShortTalk;

    /// <summary>Every step found, in order.</summary>
    public IReadOnlyList<Standing> Steps => _steps;

    /// <summary>Every sentence, in order, with what stood when it was said.</summary>
    public IEnumerable<Utterance> Utterances
    {
        get
        {
            var steps = _steps.ToLookup(step => step.Turn);
            return _utterances.Select(one => one with { Step = StepOf(one, steps[one.Turn.Index]) });
        }
    }

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
        var ofTurn = SentenceActs.Of(sentences);
        foreach (var sentence in sentences) _utterances.Add(Heard(turn, Side.Seller, sentence, sentences, ofTurn, at));
        var slots = new List<Slot>();
        bool undated = false, asksWhen = false, asksThing = false, acts = false;
        foreach (var sentence in sentences)
        {
            var said = Put(sentence, at, Side.Seller, _stepsTalk > 0);
            var own = said.Count == 0 ? Slot.Empty : Merged(said)[0];
            _utterances[from] = _utterances[from] with { Own = own, Named = _named, Whole = own.Day is null ? own.Completed(_topic) : own };
            from++;
            asksWhen |= sentence.AsksWhen();
            undated |= said.Count == 0 && sentence.IsMeeting() && (sentence.Has(Act.Proposes) || (sentence.Has(Act.OpensSlot) && sentence.Asked));
            asksThing |= said.Count == 0 && sentence.Has(Act.AsksThing);
            if (said.Count > 0 && IsOffer(sentence, said) && !said.TrueForAll(slot => slot.IsDeadline && slot.Day is null) && (said.Exists(slot => !slot.Equals(Slot.Empty) && (slot.Day is not null || slot.Period is not null || slot.Offset is not null || slot.IsTopOfHour)) || _stepsTalk > 0)) slots.AddRange(Merged(said));
            else if (IsLate(turn, 0.6) && sentence.Has(Act.SellerActs) && !sentence.Asked && !sentence.Has(Act.Past)) acts |= SellerPromises(turn, sentence, said, at);
        }

        (_before, _actsBefore) = (sentences, ofTurn);
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
        var ofTurn = SentenceActs.Of(sentences);
        foreach (var sentence in sentences)
        {
            _utterances.Add(Heard(turn, Side.Prospect, sentence, sentences, ofTurn, at));
            ProspectSays(reply, sentence);
        }

        if (!reply.IsDone) Answer(reply);
        if (reply.IsDone || sentences.Any(sentence => sentence.Has(Act.MereYes))) _offers = Offers.None;
        if (reply.IsDone) _stepsTalk = 4;
        if (_owesAge++ > 1) _owes = false;
    }

    private Utterance Heard(Turn turn, Side side, Sentence sentence, IReadOnlyList<Sentence> siblings, SentenceActs acts, OffsetDateTime? at) => new()
    {
        Turn = turn,
        Side = side,
        Sentence = sentence,
        Siblings = siblings,
        Turned = acts,
        Preceding = _actsBefore,
        At = at,
        Turns = turns,
        Offers = _offers,
        OffersAge = _offersAge,
        Before = _before,
        Stands = _meeting ?? _task,
        Topic = _topic,
    };

    private static Standing? StepOf(Utterance one, IEnumerable<Standing> ofTurn)
    {
        var whole = one.Sentence.Whole;
        return ofTurn.FirstOrDefault(step => step.Span.Start >= whole.Start && step.Span.End <= whole.End);
    }

    // A seller's dated sentence offers where it asks, proposes, or says nothing else.
    private bool IsOffer(Sentence sentence, List<Slot> said)
    {
        if (sentence.IsInvite()) return true;
        if (sentence.Has(Act.Past) && !sentence.Has(Act.Proposes) && !(sentence.Asked && IsShort)) return false;
        if (sentence.Has(Act.SellerActs) && !sentence.IsMeeting()) return false;
        if (said.TrueForAll(slot => slot.Day is null && slot.Offset is null && !slot.HasHour)) return (sentence.Has(Act.Proposes) || sentence.Asked) && sentence.IsMeeting();
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

}
