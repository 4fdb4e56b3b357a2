using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SoftNo.Calls;
using SoftNo.Cues.Moments;
using SoftNo.Deals;
using SoftNo.Signals;

namespace SoftNo.Simulation;

/// <summary>Writes down a simulated deal as a CRM, a mailbox and a reader of calls would show it.</summary>
internal sealed class DealTelling
{
    private static readonly string[] Topics = ["integration", "pricing", "deployment-time", "roi", "security"];
    private static readonly LocalTime Hour = new(10, 0);
    private static readonly Offset Eastern = Offset.FromHours(-5);

    private readonly BuyingDays _days;
    private readonly string _buyer;
    private readonly List<DealChange> _changes = [];
    private readonly List<DealAct> _acts = [];
    private Deal _deal;

    public DealTelling(BuyingDays days, Deal deal, string buyer) => (_days, _deal, _buyer) = (days, deal, buyer);

    /// <summary>The day the deal is declared to close.</summary>
    public LocalDate Declared => _deal.CloseDate!.Value;

    /// <summary>The deal moves to a stage and its default probability.</summary>
    public void MovesTo(int day, string stage, double probability)
    {
        Change(day, DealField.Stage, _deal.Stage, stage);
        Change(day, DealField.Probability, Text(_deal.Probability!.Value), Text(probability));
        _deal = _deal with { Stage = stage, Probability = probability };
    }

    /// <summary>The declared day is moved.</summary>
    public void Pushed(int day, LocalDate to)
    {
        Change(day, DealField.CloseDate, LocalDatePattern.Iso.Format(Declared), LocalDatePattern.Iso.Format(to));
        _deal = _deal with { CloseDate = to };
    }

    /// <summary>The CRM closes the deal.</summary>
    public void Closed(int day, bool won, string stage, bool decided)
    {
        MovesTo(day, stage, won ? 1 : 0);
        if (Declared != _days.Day(day)) Pushed(day, _days.Day(day));
        var status = won ? DealStatus.Won : DealStatus.Lost;
        Change(day, DealField.Status, nameof(DealStatus.Open), status.ToString());
        _deal = _deal with { Status = status, LostReason = won || decided ? null : "no-decision" };
    }

    /// <summary>A message.</summary>
    public void Mail(int day, Side side) => _acts.Add(new DealAct(new Act(At(day), ActKind.Mail, side, side == Side.Prospect ? _buyer : _deal.Owner), null, side == Side.Seller));

    /// <summary>A conversation with its reading.</summary>
    /// <param name="told">What was heard.</param>
    /// <param name="stepDay">The day of the step, or null.</param>
    public void Talk(ToldCall told, int? stepDay)
    {
        var grade = TeamTraits.Grades[told.Step];
        var signals = new List<SignalKind>();
        if (told.Praise) signals.Add(SignalKind.GenericEnthusiasm);
        if (grade is Grade.Vague or Grade.None or Grade.Refused) signals.Add(SignalKind.VagueNextStep);
        if (told.TechPraise) signals.Add(SignalKind.TechInfatuation);
        _acts.Add(new DealAct(new Act(At(told.Day), ActKind.Call, Side.Prospect, _buyer), new ReadingFigures
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{_deal.Id}-{_acts.Count}"), Verdict = VerdictOf(told, grade), Confidence = 0.8, Signals = signals, Step = grade,
            StepDate = stepDay is { } day ? _days.Day(day) : null, HardTopics = [.. Enumerable.Range(0, told.Topics).Select(place => Topics[(place + told.Day) % Topics.Length])],
            HardQuestions = told.Topics, BuyingSteps = told.Brings ? 1 : 0, PainNamed = told.Pain, RefusedFifteenMinutes = grade == Grade.Refused,
        }));
    }

    /// <summary>Everything that was told.</summary>
    public DealHistory Told() => new(_deal with { Changes = [.. _changes] }, [.. _acts], []);

    private static Verdict VerdictOf(ToldCall told, Grade grade)
    {
        if (told.SaidNo) return Verdict.ClearNo;
        var firm = grade is Grade.Booked or Grade.Firm or Grade.Task;
        if (told.Topics > 0 && firm) return Verdict.Engaged;
        return (told.Praise || told.TechPraise) && told.Topics < 2 && !firm ? Verdict.SoftNo : Verdict.Wavering;
    }

    private void Change(int day, DealField field, string? from, string? to) => _changes.Add(new DealChange(_days.Day(day), field, from, to));

    private OffsetDateTime At(int day) => (_days.Day(day) + Hour).WithOffset(Eastern);

    private static string Text(double share) => share.ToString("0.####", CultureInfo.InvariantCulture);
}
