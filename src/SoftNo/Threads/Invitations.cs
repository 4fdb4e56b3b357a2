using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues.Moments;

namespace SoftNo.Threads;

/// <summary>Tells where an invitation stands after everything that was done to it.</summary>
/// <param name="people">The people and their sides.</param>
/// <param name="asOf">The moment it is read at.</param>
internal sealed class Invitations(Participants people, Instant asOf)
{
    /// <summary>An invitation that nobody answers loses a grade from this business day on (docs: EVIDENCE, "after 2 business days").</summary>
    private const int LosesGradeFrom = 3;

    /// <summary>The standing of one.</summary>
    public InvitationStanding Of(Invitation invitation)
    {
        var state = new State(invitation.Organizer);
        foreach (var change in invitation.Changes) state.Take(change, GradeOf);
        var guests = state.Answers.Keys.Where(person => person != state.Organizer).ToList();
        return new InvitationStanding
        {
            Start = state.Day is { } day ? new Moment.OnDay(NextDay(state, day)) : Next(state) is { } start ? new Moment.AtMinute(start.InZone(people.Zone).ToOffsetDateTime()) : null,
            Grade = GradeOf(state),
            Bound = BoundOf(state),
            Accepted = Named(state, guests, GuestAnswer.Accepted),
            Tentative = Named(state, guests, GuestAnswer.Tentative),
            Declined = Named(state, guests, GuestAnswer.Declined),
            Silent = Named(state, guests, GuestAnswer.None),
            Moved = state.Moved,
            Cancelled = state.Cancelled,
            Changed = state.Changed,
        };
    }

    // Of a series the meeting that comes next, else the last.
    private Instant? Next(State state) => state.Repeats.Count == 0 || state.Start >= asOf ? state.Start : state.Repeats.Select(later => (Instant?)later).FirstOrDefault(later => later >= asOf) ?? state.Repeats[^1];

    private LocalDate NextDay(State state, LocalDate day)
    {
        var today = asOf.InZone(people.Zone).Date;
        if (state.Repeats.Count == 0 || day >= today) return day;
        LocalDate[] days = [.. state.Repeats.Select(later => later.InZone(people.Zone).Date)];
        var next = Array.FindIndex(days, later => later >= today);
        return next < 0 ? days[^1] : days[next];
    }

    private List<string> Named(State state, List<int> guests, GuestAnswer answer) => [.. guests.Where(guest => state.Answers[guest] == answer).Select(people.Name)];

    private Grade GradeOf(State state)
    {
        if (state.Cancelled) return state.CancelledBy is { } by && people.Side(by) == Side.Prospect ? Grade.Refused : Grade.None;
        var answers = Deciding(state);
        if (state.Organizer is { } organizer && people.Side(organizer) == Side.Prospect) return Moved(Grade.Booked, state);
        if (answers.Contains(GuestAnswer.Accepted)) return Grade.Booked;
        if (answers.Contains(GuestAnswer.Tentative)) return Grade.Tentative;
        if (answers.Count > 0 && answers.TrueForAll(answer => answer == GuestAnswer.Declined)) return Grade.Refused;
        if (state.Before is { } before && before != Grade.Refused && before != Grade.None) return Moved(before, state);
        return IsUnanswered(state) ? Grade.Vague : Grade.Tentative;
    }

    // A first move keeps the grade, a second loses one.
    private static Grade Moved(Grade grade, State state) => state.Moved < 2 ? grade : grade switch
    {
        Grade.Booked => Grade.Firm,
        Grade.Firm => Grade.Tentative,
        _ => Grade.Vague,
    };

    private bool IsUnanswered(State state) => state.Sent is { } sent && people.BusinessDays(sent, asOf) >= LosesGradeFrom;

    // The prospect's guests decide; where no side is known, every guest but the organizer.
    private List<GuestAnswer> Deciding(State state)
    {
        var guests = state.Answers.Where(answer => answer.Key != state.Organizer).ToList();
        var prospects = guests.Where(answer => people.Side(answer.Key) == Side.Prospect).ToList();
        return [.. (prospects.Count > 0 ? prospects : guests.Where(answer => people.Side(answer.Key) == Side.Unknown)).Select(answer => answer.Value)];
    }

    private Bound BoundOf(State state)
    {
        if (state.Cancelled) return Bound.None;
        var answers = Deciding(state);
        if (answers.Contains(GuestAnswer.Accepted)) return Bound.Both;
        if (state.Organizer is { } organizer && people.Side(organizer) == Side.Prospect) return Bound.Prospect;
        return answers.Contains(GuestAnswer.Tentative) ? Bound.Prospect : GradeOf(state) == Grade.Refused ? Bound.None : Bound.Seller;
    }

    /// <summary>An invitation as its messages leave it.</summary>
    private sealed class State(int? organizer)
    {
        private int _sequence = -1;
        private int _movedAt = -1;

        public int? Organizer => organizer;

        public Dictionary<int, GuestAnswer> Answers { get; } = [];

        public Instant? Start { get; private set; }

        public LocalDate? Day { get; private set; }

        public IReadOnlyList<Instant> Repeats { get; private set; } = [];

        public Instant? Sent { get; private set; }

        public Instant? Changed { get; private set; }

        public int Moved { get; private set; }

        public bool Cancelled { get; private set; }

        public int? CancelledBy { get; private set; }

        /// <summary>The grade it had before its last move, where nobody has answered since.</summary>
        public Grade? Before { get; private set; }

        public void Take(InvitationChange change, Func<State, Grade> gradeOf)
        {
            if (change.Kind == InvitationChangeKind.Sent) Send(change, gradeOf);
            else if (change.Kind == InvitationChangeKind.Cancelled) Cancel(change);
            else Answer(change);
            Changed = change.At?.ToInstant() ?? Changed;
        }

        private void Send(InvitationChange change, Func<State, Grade> gradeOf)
        {
            if (change.Sequence < _sequence) return;
            Cancelled = false;
            if (Start is not null && change.Start is { } next && next != Start)
            {
                (Before, Moved, _movedAt) = (gradeOf(this), Moved + 1, change.Sequence);
                foreach (var guest in Answers.Keys.ToList()) Answers[guest] = GuestAnswer.None;
            }

            (Start, Day, _sequence) = (change.Start ?? Start, change.Start is null ? Day : change.Day, change.Sequence);
            if (change.Start is not null) Repeats = change.Repeats;
            Sent ??= change.At?.ToInstant();
            foreach (var guest in change.Guests)
            {
                if (guest.Answer != GuestAnswer.None || !Answers.ContainsKey(guest.Person)) Answers[guest.Person] = guest.Answer;
            }
        }

        private void Answer(InvitationChange change)
        {
            // Said to a time that no longer stands.
            if (_movedAt >= 0 && change.Sequence < _movedAt) return;
            var answering = change.Guests.Where(guest => guest.Person == change.By).DefaultIfEmpty(change.Guests.Count > 0 ? change.Guests[0] : null).First();
            if (answering is not null)
                Answers[answering.Person] = change.Kind == InvitationChangeKind.Proposed && answering.Answer is GuestAnswer.None or GuestAnswer.Accepted && change.Kind == InvitationChangeKind.Proposed ? GuestAnswer.Tentative : answering.Answer;
            if (Start is null) (Start, Day, Repeats) = (change.Start, change.Day, change.Repeats);
        }

        private void Cancel(InvitationChange change)
        {
            if (change.Sequence < _sequence) return;
            (Cancelled, CancelledBy) = (true, change.By);
            Start ??= change.Start;
            Day ??= change.Day;
            foreach (var guest in change.Guests) Answers.TryAdd(guest.Person, guest.Answer);
        }
    }
}
