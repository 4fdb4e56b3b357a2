using MathNet.Numerics;

namespace SoftNo.Simulation;

/// <summary>What one who knows a team's parameters, and sees what the product sees, says of an open deal.</summary>
/// <param name="Signs">The chance that it will be signed.</param>
/// <param name="Gone">The chance that the buyer is gone already.</param>
/// <param name="Within">The chance that it will be signed in the period asked for.</param>
internal readonly record struct OracleView(double Signs, double Gone, double Within);

/// <summary>
/// Bayes' rule over everything hidden: the buyer's group, whether the deal is industrial, whether and when it ends. It knows the team's parameters, not the deal's
/// fate; no forecast from the same observations can be better on average.
/// </summary>
internal sealed class Oracle
{
    private readonly TeamTraits _team;
    private readonly BuyingDays _days;
    private readonly double _slow;
    private readonly double[][] _steps;

    /// <param name="team">The team's parameters.</param>
    /// <param name="days">Its days.</param>
    /// <param name="slowDay">What a slow day counts.</param>
    public Oracle(TeamTraits team, BuyingDays days, double slowDay)
    {
        (_team, _days, _slow) = (team, days, slowDay);
        _steps = [.. team.Groups.Select(TeamTraits.Steps)];
    }

    /// <summary>The view of a deal that is open at the end of a day.</summary>
    /// <param name="trace">What could be seen of it.</param>
    /// <param name="day">The day.</param>
    /// <param name="first">The period's first day, after <paramref name="day"/>.</param>
    /// <param name="last">Its last day, included.</param>
    public OracleView Of(DealTrace trace, int day, int first, int last)
    {
        var seen = new Seen(trace, day, _days);
        var sum = new Weighed();
        foreach (var industrial in new[] { false, true })
        {
            var share = _team.Settings.Industrial.Share;
            var slower = _team.Slower * (industrial ? _team.Settings.Industrial.Slower : 1);
            var signing = _team.SigningChances(_days, trace.Created, trace.Declared, slower);
            var later = Between(signing, day + 1 - trace.Created, signing.Length - 1);
            var within = later == 0 ? 0 : Between(signing, first - trace.Created, last - trace.Created) / later;
            for (var place = 0; place < _team.Groups.Count; place++)
            {
                Weigh(sum, seen, place, slower, Math.Log(_team.Groups[place].Share * (industrial ? share : 1 - share)), later, within);
            }
        }
        return sum.View();
    }

    private void Weigh(Weighed sum, Seen seen, int place, double slower, double prior, double later, double within)
    {
        var group = _team.Groups[place];
        var endings = _team.Settings.Endings;
        var heard = prior + Heard(seen, group, _steps[place]);
        var rates = new Rates(group.Answers / slower, group.Meets / slower, _slow, endings.NoShow);
        var still = heard + rates.Log(seen, seen.Day, goodbye: false);
        sum.AddSigned(still + Math.Log(group.Signs) + Math.Log(later), within);
        // A buyer who will not sign leaves any day with the same chance.
        var leaves = 1 / Math.Max(1, group.GoneDays * slower);
        var (stays, lost) = (Math.Log(1 - leaves), Math.Log(1 - group.Signs));
        sum.AddThere(still + lost + ((seen.Day - seen.Trace.Created) * stays));
        var keeps = Math.Log(1 - (1 / Math.Max(1.000001, endings.SilentDays * slower)));
        for (var gone = seen.LastAct + 1; gone <= seen.Day; gone++)
        {
            sum.AddGone(heard + lost + Math.Log(leaves) + ((gone - seen.Trace.Created - 1) * stays) + Math.Log(1 - group.SaysNo) + rates.Log(seen, gone - 1, goodbye: false) + ((seen.Day - gone) * keeps));
        }
        if (!seen.MayHaveSaidNo) return;
        var ended = Math.Log(1 - (1 / Math.Max(1.000001, endings.SaidNoDays)));
        sum.AddGone(
            heard + lost + Math.Log(leaves) + ((seen.LastAct - seen.Trace.Created - 1) * stays) + Math.Log(group.SaysNo / endings.MisreadNo) + rates.Log(seen, seen.LastAct - 1, goodbye: true)
            + ((seen.Day - seen.LastAct) * ended));
    }

    /// <summary>How likely a group's buyers say what was heard, whoever of them it is; a no counts as misread here.</summary>
    private double Heard(Seen seen, BuyerGroup group, double[] steps)
    {
        var (misread, told) = (_team.Settings.Endings.MisreadNo, seen.Conversations);
        return Drawn(group.Praise, told.Count(one => one.Praise), told.Length) + Drawn(group.TechPraise, told.Count(one => one.TechPraise), told.Length)
            + Drawn(group.Brings, told.Count(one => one.Brings), told.Length) + Drawn(group.Pain, told.Count(one => one.Pain), told.Length)
            + Drawn(group.Topics, told.CountBy(one => one.Topics)) + Drawn(steps, told.CountBy(one => one.Step))
            + told.Sum(one => Math.Log(one.SaidNo ? misread : 1 - misread));
    }

    /// <summary>The logarithm of the chance of so many of so many calls, over all people of a group (Beta-binomial).</summary>
    private double Drawn(double chance, int count, int of) => Drawn([chance, 1 - chance], [new(0, count), new(1, of - count)]);

    /// <summary>The same of several kinds of calls (Dirichlet-multinomial).</summary>
    private double Drawn(IReadOnlyList<double> chances, IEnumerable<KeyValuePair<int, int>> counts)
    {
        var (concentration, sum, of) = (_team.Settings.People.Concentration, 0.0, 0);
        foreach (var (place, count) in counts)
        {
            if (count == 0) continue;
            var weight = chances[place] * concentration;
            sum += SpecialFunctions.GammaLn(weight + count) - SpecialFunctions.GammaLn(weight);
            of += count;
        }
        return sum + SpecialFunctions.GammaLn(concentration) - SpecialFunctions.GammaLn(concentration + of);
    }

    private static double Between(double[] chances, int first, int last)
    {
        var sum = 0.0;
        for (var place = Math.Max(first, 0); place <= Math.Min(last, chances.Length - 1); place++) sum += chances[place];
        return sum;
    }

    /// <summary>What was seen of a deal up to a day.</summary>
    private sealed class Seen
    {
        public Seen(DealTrace trace, int day, BuyingDays days)
        {
            (Trace, Day, Days) = (trace, day, days);
            Conversations = [.. trace.Conversations.Where(told => told.Day <= day)];
            Answers = [.. trace.Answers.Where(answer => answer <= day)];
            Missed = [.. trace.Missed.Where(missed => missed <= day)];
            LastAct = Math.Max(Conversations[^1].Day, Answers.Length == 0 ? 0 : Answers[^1]);
            MayHaveSaidNo = Conversations is [_, .., { SaidNo: true, WasBooked: false } last] && last.Day == LastAct;
        }

        public DealTrace Trace { get; }

        public int Day { get; }

        public BuyingDays Days { get; }

        public ToldCall[] Conversations { get; }

        public int[] Answers { get; }

        public int[] Missed { get; }

        public int LastAct { get; }

        public bool MayHaveSaidNo { get; }
    }

    /// <summary>How likely acts come when they came, and not when they did not, from a buyer who was there up to a day.</summary>
    private readonly record struct Rates(double Answers, double Meets, double Slow, double NoShow)
    {
        public double Log(Seen seen, int until, bool goodbye)
        {
            var sum = 0.0;
            var (answers, meetings) = (seen.Trace.WaitedForAnswers(until), seen.Trace.WaitedForMeetings(until));
            foreach (var day in seen.Answers) sum += Came(Answers, seen.Days.Weight(day), ref answers);
            for (var place = 1; place < seen.Conversations.Length - (goodbye ? 1 : 0); place++)
            {
                var told = seen.Conversations[place];
                sum += told.WasBooked ? Math.Log(1 - NoShow) : Came(Meets, seen.Days.Weight(told.Day), ref meetings);
            }
            foreach (var missed in seen.Missed) sum += missed <= until ? Math.Log(NoShow) : 0;
            return sum + Waited(Answers, answers) + Waited(Meets, meetings);
        }

        private static double Came(double rate, double weight, ref Waited waited)
        {
            waited = weight < 1 ? waited with { Slow = waited.Slow - 1 } : waited with { Whole = waited.Whole - 1 };
            return Math.Log(rate * weight);
        }

        private double Waited(double rate, Waited days) => (days.Whole * Math.Log(1 - rate)) + (days.Slow * Math.Log(1 - (rate * Slow)));
    }

    /// <summary>Sums of what is weighed, kept from vanishing.</summary>
    private sealed class Weighed
    {
        private readonly List<(double Log, double Signs, double Gone, double Within)> _all = [];

        public void AddSigned(double log, double within) => _all.Add((log, 1, 0, within));

        public void AddThere(double log) => _all.Add((log, 0, 0, 0));

        public void AddGone(double log) => _all.Add((log, 0, 1, 0));

        public OracleView View()
        {
            var most = _all.Max(one => one.Log);
            var (sum, signs, gone, within) = (0.0, 0.0, 0.0, 0.0);
            foreach (var one in _all)
            {
                var weight = Math.Exp(one.Log - most);
                (sum, signs, gone, within) = (sum + weight, signs + (weight * one.Signs), gone + (weight * one.Gone), within + (weight * one.Within));
            }
            return new OracleView(signs / sum, gone / sum, within / sum);
        }
    }
}
