using SoftNo.Deals;

namespace SoftNo.Simulation;

/// <summary>One simulated deal: what a CRM, a mailbox and a reader of calls would show of it, and the truth.</summary>
/// <param name="History">From its first day to its end.</param>
/// <param name="Truth">What nobody sees.</param>
/// <param name="Trace">The same history, day by day, as the oracle counts it.</param>
internal sealed record SimulatedDeal(DealHistory History, DealTruth Truth, DealTrace Trace);

/// <summary>What nobody sees of a deal. Days are counted as in <see cref="BuyingDays"/>.</summary>
/// <param name="Group">The buyer's group, by its place.</param>
/// <param name="Industrial">Whether everything takes longer.</param>
/// <param name="Signs">Whether it will be signed.</param>
/// <param name="Leaves">The day of the signature, or the day on which the buyer is gone.</param>
/// <param name="Closed">The day on which the CRM closes it.</param>
internal sealed record DealTruth(int Group, bool Industrial, bool Signs, int Leaves, int Closed)
{
    /// <summary>Whether a buyer who does not sign says so on leaving.</summary>
    public bool SaysNo { get; init; }

    /// <summary>Whether the buyer is gone at the end of a day, while the CRM still has the deal.</summary>
    public bool IsGone(int day) => !Signs && Leaves <= day;
}

/// <summary>A conversation.</summary>
/// <param name="Day">Its day.</param>
/// <param name="Praise">Generic enthusiasm.</param>
/// <param name="TechPraise">Praise of the technology.</param>
/// <param name="Topics">How many hard topics.</param>
/// <param name="Brings">A person or document brought in.</param>
/// <param name="Pain">A problem or figure of theirs.</param>
/// <param name="Step">The place of the step's grade in <see cref="TeamTraits.Grades"/>.</param>
/// <param name="SaidNo">Whether it reads as a no.</param>
/// <param name="WasBooked">Whether it was booked before.</param>
internal sealed record ToldCall(int Day, bool Praise, bool TechPraise, int Topics, bool Brings, bool Pain, int Step, bool SaidNo, bool WasBooked);

/// <summary>What could be seen of a deal day by day: when an answer or a conversation could have come, and when it did.</summary>
internal sealed class DealTrace(int created, int declared)
{
    private readonly List<Waited> _answers = [new(0, 0)];
    private readonly List<Waited> _meetings = [new(0, 0)];

    /// <summary>Its first day.</summary>
    public int Created => created;

    /// <summary>The day first declared.</summary>
    public int Declared => declared;

    /// <summary>Every conversation.</summary>
    public List<ToldCall> Conversations { get; } = [];

    /// <summary>The days of answers.</summary>
    public List<int> Answers { get; } = [];

    /// <summary>The days of booked conversations that did not take place.</summary>
    public List<int> Missed { get; } = [];

    /// <summary>Adds the day's waits: its weight where an answer, or a conversation, could have come.</summary>
    public void Add(double answer, double meeting)
    {
        _answers.Add(_answers[^1].With(answer));
        _meetings.Add(_meetings[^1].With(meeting));
    }

    /// <summary>The days on which an answer could have come, from the first day up to a day, included.</summary>
    public Waited WaitedForAnswers(int day) => At(_answers, day);

    /// <summary>The same of a conversation that was not booked.</summary>
    public Waited WaitedForMeetings(int day) => At(_meetings, day);

    private Waited At(List<Waited> waited, int day) => waited[Math.Clamp(day - created + 1, 0, waited.Count - 1)];
}

/// <summary>Counted days, whole and slow.</summary>
internal readonly record struct Waited(int Whole, int Slow)
{
    /// <summary>One more day of a weight; none where it is 0.</summary>
    public Waited With(double weight) => weight switch { 0 => this, 1 => new(Whole + 1, Slow), _ => new(Whole, Slow + 1) };
}
