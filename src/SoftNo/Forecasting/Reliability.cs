namespace SoftNo.Forecasting;

/// <summary>A probability that was stated, what was known without it, and what came.</summary>
/// <param name="Deal">The deal's place: a deal's statements count together in the interval.</param>
/// <param name="Stated">0 to 1.</param>
/// <param name="Base">The base rate of its stage then.</param>
/// <param name="Won">What came.</param>
public sealed record Statement(int Deal, double Stated, double Base, bool Won);

/// <summary>One bin of a reliability plot.</summary>
/// <param name="Low">The bin's lower end.</param>
/// <param name="Stated">The mean of what was stated.</param>
/// <param name="Seen">The share that was won.</param>
/// <param name="Count">How many statements.</param>
public sealed record ReliabilityBin(double Low, double Stated, double Seen, int Count);

/// <summary>How good stated probabilities were.</summary>
/// <param name="Count">How many statements.</param>
/// <param name="Brier">The mean squared error: 0 is perfect (Brier, 1950).</param>
/// <param name="BaseBrier">That of the stages' base rates.</param>
/// <param name="SkillLow">The lower end of the 90 % interval of the skill, by drawing deals again.</param>
/// <param name="SkillHigh">The higher end.</param>
/// <param name="Error">The mean distance of stated and seen over ten bins (expected calibration error).</param>
/// <param name="PerfectError">The same distance that a perfect model shows at this size, on average: noise, not fault.</param>
/// <param name="Bins">The bins that hold something.</param>
public sealed record Reliability(
    int Count, double Brier, double BaseBrier, double SkillLow, double SkillHigh, double Error, double PerfectError, IReadOnlyList<ReliabilityBin> Bins)
{
    private const int BinCount = 10;
    private const int Draws = 1000;
    private const int NullDraws = 200;

    /// <summary>1 for perfect, 0 for no better than the base rates, below for worse.</summary>
    public double Skill => 1 - (Brier / BaseBrier);

    /// <summary>Measures statements.</summary>
    /// <param name="statements">At least one.</param>
    /// <param name="random">Draws the interval and the perfect model.</param>
    public static Reliability Of(IReadOnlyList<Statement> statements, Random random)
    {
        var deals = statements.GroupBy(statement => statement.Deal).Select(group => (Stated: Squares(group, one => one.Stated), Base: Squares(group, one => one.Base))).ToArray();
        var skills = Enumerable.Range(0, Draws).Select(_ => DrawnSkill(deals, random)).Where(double.IsFinite).Order().ToArray();
        double[] stated = [.. statements.Select(statement => statement.Stated)];
        return new Reliability(
            statements.Count, Squares(statements, one => one.Stated) / statements.Count, Squares(statements, one => one.Base) / statements.Count,
            At(skills, 0.05), At(skills, 0.95), ErrorOf(stated, [.. statements.Select(statement => statement.Won)]), PerfectErrorOf(stated, random),
            [.. BinsOf(statements)]);
    }

    private static double At(double[] ordered, double share) => ordered.Length == 0 ? double.NaN : ordered[(int)Math.Round(share * (ordered.Length - 1))];

    private static double Squares(IEnumerable<Statement> statements, Func<Statement, double> stated) =>
        statements.Sum(statement => Math.Pow(stated(statement) - (statement.Won ? 1 : 0), 2));

    private static double DrawnSkill((double Stated, double Base)[] deals, Random random)
    {
        var (stated, basis) = (0.0, 0.0);
        for (var draw = 0; draw < deals.Length; draw++)
        {
            var deal = deals[random.Next(deals.Length)];
            (stated, basis) = (stated + deal.Stated, basis + deal.Base);
        }
        return 1 - (stated / basis);
    }

    private static double PerfectErrorOf(double[] stated, Random random)
    {
        var won = new bool[stated.Length];
        var sum = 0.0;
        for (var draw = 0; draw < NullDraws; draw++)
        {
            for (var place = 0; place < won.Length; place++) won[place] = random.NextDouble() < stated[place];
            sum += ErrorOf(stated, won);
        }
        return sum / NullDraws;
    }

    private static double ErrorOf(double[] stated, bool[] won)
    {
        // In a bin, count × |mean stated − share won| is the distance of their sums.
        var distance = new double[BinCount];
        for (var place = 0; place < won.Length; place++) distance[BinOf(stated[place])] += stated[place] - (won[place] ? 1 : 0);
        return distance.Sum(Math.Abs) / won.Length;
    }

    private static int BinOf(double stated) => Math.Min((int)(stated * BinCount), BinCount - 1);

    private static IEnumerable<ReliabilityBin> BinsOf(IReadOnlyList<Statement> statements) => statements
        .GroupBy(statement => BinOf(statement.Stated))
        .OrderBy(group => group.Key)
        .Select(group => new ReliabilityBin((double)group.Key / BinCount, group.Average(one => one.Stated), group.Average(one => one.Won ? 1.0 : 0), group.Count()));
}
