using System.Globalization;
using SoftNo.Calls;
using SoftNo.Deals;

namespace SoftNo.Simulation;

/// <summary>Lives one deal after the other through its days: conversations, questions, answers, stage moves, pushes, the end.</summary>
internal sealed class DealSimulator
{
    private const int PassedDays = 3;
    private const int StepFrom = 4;
    private const int StepWithin = 6;
    private readonly TeamTraits _team;
    private readonly BuyingDays _days;
    private readonly Draws _draws;
    private readonly double[][] _steps;
    private readonly double[] _shares;

    public DealSimulator(TeamTraits team, BuyingDays days, Draws draws)
    {
        (_team, _days, _draws) = (team, days, draws);
        _steps = [.. team.Groups.Select(TeamTraits.Steps)];
        _shares = [.. team.Groups.Select(group => group.Share)];
    }

    /// <summary>Lives a deal that begins on a day.</summary>
    public SimulatedDeal Of(int number, int created)
    {
        var declared = FirstDeclared(created);
        var truth = Fate(created, declared);
        var life = new Life(this, truth, new DealTrace(created, declared), Begun(number, created, declared, truth));
        return life.Lived();
    }

    private int FirstDeclared(int created)
    {
        var closing = _team.Settings.Closing;
        var planned = closing.PlannedDays * _team.Slower * Math.Exp(closing.PlannedSpread * _draws.Normal());
        var day = Math.Min(created + Math.Max(closing.EarliestDays, (int)planned), _days.Count - 1);
        return _draws.Happens(closing.MonthEnd) ? _days.MonthEnd(day) : day;
    }

    private DealTruth Fate(int created, int declared)
    {
        var endings = _team.Settings.Endings;
        var place = _draws.Place(_shares);
        var group = _team.Groups[place];
        var industrial = _draws.Happens(_team.Settings.Industrial.Share);
        var slower = SlowerOf(industrial);
        if (_draws.Happens(group.Signs))
        {
            var day = created + _draws.Place(_team.SigningChances(_days, created, declared, slower));
            return new DealTruth(place, industrial, true, day, day);
        }
        var gone = created + _draws.Days(group.GoneDays * slower);
        var said = _draws.Happens(group.SaysNo);
        return new DealTruth(place, industrial, false, gone, gone + _draws.Days(said ? endings.SaidNoDays : endings.SilentDays * slower)) { SaysNo = said };
    }

    private double SlowerOf(bool industrial) => _team.Slower * (industrial ? _team.Settings.Industrial.Slower : 1);

    private DealTelling Begun(int number, int created, int declared, DealTruth truth)
    {
        var (settings, names) = (_team.Settings, _team.Settings.Names);
        var company = $"{_draws.Of(names.Companies)} {_draws.Of(names.Trades)}";
        var amount = settings.Amounts.Median * Math.Exp(settings.Amounts.Spread * _draws.Normal()) * (truth.Industrial ? settings.Industrial.Larger : 1);
        return new DealTelling(_days, new Deal
        {
            Id = number.ToString("'S-'00000", CultureInfo.InvariantCulture), Name = $"{company} {number}", Company = company, Stage = settings.Stages.Names[0],
            Amount = new Money(Math.Max(500, Math.Round((decimal)amount / 500) * 500), "USD"), Currency = "USD", Probability = settings.Stages.Declared[0], CloseDate = _days.Day(declared),
            Owner = _draws.Of(names.Sellers), Created = _days.Day(created),
        }, $"{_draws.Of(names.Buyers)} ({number.ToString(CultureInfo.InvariantCulture)})");
    }

    /// <summary>One deal's days.</summary>
    private sealed class Life(DealSimulator from, DealTruth truth, DealTrace trace, DealTelling telling)
    {
        private readonly TeamTraits _team = from._team;
        private readonly BuyingDays _days = from._days;
        private readonly Draws _draws = from._draws;
        private readonly BuyerGroup _group = Person(from._team.Groups[truth.Group], from._team.Settings.People.Concentration, from._draws);
        private readonly double[] _steps = from._draws.Around(from._steps[truth.Group], from._team.Settings.People.Concentration);
        private readonly double _slower = from.SlowerOf(truth.Industrial);
        private readonly double _optimism = from._team.Settings.Stages.Spread * from._draws.Normal();
        private int _stage;
        private int? _booked;
        private int? _asked;
        private int _writes;

        // One buyer's calls are alike, beyond what the group is.
        private static BuyerGroup Person(BuyerGroup group, double concentration, Draws draws) => group with
        {
            Praise = draws.Around(group.Praise, concentration), TechPraise = draws.Around(group.TechPraise, concentration), Topics = draws.Around(group.Topics, concentration),
            Brings = draws.Around(group.Brings, concentration), Pain = draws.Around(group.Pain, concentration),
        };

        public SimulatedDeal Lived()
        {
            Talk(trace.Created, false);
            trace.Add(0, 0);
            for (var day = trace.Created + 1; day < truth.Closed && day < _days.Count; day++) Live(day);
            End();
            return new SimulatedDeal(telling.Told(), truth, trace);
        }

        private void Live(int day)
        {
            var (weight, isIn, talked) = (_days.Weight(day), day < truth.Leaves, false);
            var (answering, meeting) = (_asked is not null ? weight : 0, _booked is null ? weight : 0);
            if (_booked == day)
            {
                talked = isIn && !_draws.Happens(_team.Settings.Endings.NoShow);
                if (talked) Talk(day, true);
                else Missed(day);
            }
            else if (isIn && meeting > 0 && _draws.Happens(_group.Meets / _slower * meeting))
            {
                talked = true;
                Talk(day, false);
            }
            // One act a day: who talks does not write as well.
            if (talked) answering = 0;
            else if (isIn && answering > 0 && _draws.Happens(_group.Answers / _slower * answering)) Answered(day);
            trace.Add(answering, meeting);
            if (day == truth.Leaves && truth.SaysNo) Talk(day, false, goodbye: true);
            if (day >= _writes && weight > 0 && !talked) Writes(day);
            if (_days.Place(telling.Declared) + PassedDays < day && weight > 0) telling.Pushed(day, _days.Day(_days.MonthEnd(Math.Min(day + _team.Settings.Closing.PushDays, _days.Count - 40))));
        }

        private void Talk(int day, bool wasBooked, bool goodbye = false)
        {
            var step = _draws.Place(_steps);
            var told = new ToldCall(
                day, _draws.Happens(_group.Praise), _draws.Happens(_group.TechPraise), _draws.Place([.. _group.Topics]), _draws.Happens(_group.Brings), _draws.Happens(_group.Pain), step,
                goodbye || _draws.Happens(_team.Settings.Endings.MisreadNo), wasBooked);
            trace.Conversations.Add(told);
            int? stepDay = step < 3 ? _days.After(day, StepFrom + _draws.Below(StepWithin)) : null;
            telling.Talk(told, stepDay);
            _booked = step < 2 ? stepDay : null;
            _asked = null;
            _writes = _days.After(day, _team.Settings.Writing.After);
            var stages = _team.Settings.Stages;
            if (goodbye || !_draws.Happens(stages.Advance) || _stage == stages.Names.Count - 1) return;
            _stage++;
            telling.MovesTo(day, stages.Names[_stage], Math.Clamp(Math.Round(stages.Declared[_stage] + _optimism, 2), 0.05, 0.95));
        }

        private void Missed(int day)
        {
            trace.Missed.Add(day);
            _booked = null;
        }

        private void Answered(int day)
        {
            trace.Answers.Add(day);
            telling.Mail(day, Side.Prospect);
            _asked = null;
            _writes = _days.After(day, _team.Settings.Writing.After);
        }

        private void Writes(int day)
        {
            telling.Mail(day, Side.Seller);
            _asked ??= day;
            _writes = _days.After(day, _team.Settings.Writing.Again);
        }

        private void End()
        {
            var stages = _team.Settings.Stages;
            telling.Closed(truth.Closed, truth.Signs, truth.Signs ? stages.Won : stages.Lost, truth.SaysNo);
        }
    }
}
