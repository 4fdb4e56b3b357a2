using SoftNo.Cues;
using SoftNo.Signals;

namespace SoftNo.Evaluation;

/// <summary>Everything that is counted of a call, or of many: figures are ratios of sums, so a resample of calls is a sum of counts.</summary>
public sealed class Counts
{
    /// <summary>How many kinds there are.</summary>
    internal static readonly int Kinds = Enum.GetValues<CueKind>().Length;

    /// <summary>How many verdicts there are.</summary>
    internal static readonly int Verdicts = Enum.GetValues<Verdict>().Length;

    /// <summary>How many signals there are.</summary>
    internal static readonly int Signals = Enum.GetValues<SignalKind>().Length;

    /// <summary>By kind: labels found.</summary>
    public int[] Found { get; } = new int[Kinds];

    /// <summary>By kind: labels nobody found.</summary>
    public int[] Missed { get; } = new int[Kinds];

    /// <summary>By kind: cues on no label.</summary>
    public int[] FalseAlarms { get; } = new int[Kinds];

    /// <summary>By kind: found labels with a topic, and the topic right.</summary>
    public int[] TopicRight { get; } = new int[Kinds];

    /// <summary>By kind: found labels with a topic.</summary>
    public int[] TopicAsked { get; } = new int[Kinds];

    /// <summary>By signal: present, and read as present.</summary>
    public int[] SignalFound { get; } = new int[Signals];

    /// <summary>By signal: present, and not read as present.</summary>
    public int[] SignalMissed { get; } = new int[Signals];

    /// <summary>By signal: not present, and read as present.</summary>
    public int[] SignalFalse { get; } = new int[Signals];

    /// <summary>Calls by labelled verdict (row) and verdict read (column).</summary>
    public int[,] Confusion { get; } = new int[Verdicts, Verdicts];

    /// <summary>Whole calls.</summary>
    public int Calls { get; set; }

    /// <summary>Whole calls whose end grade is right.</summary>
    public int GradeRight { get; set; }

    /// <summary>Found steps whose label has a time, and the time right.</summary>
    public int TimeRight { get; set; }

    /// <summary>Found steps whose label has a time.</summary>
    public int TimeAsked { get; set; }

    /// <summary>Whole calls that end on a labelled step with a time of the header's grade, and the reading's time equals it.</summary>
    public int EndTimeRight { get; set; }

    /// <summary>Whole calls that end on a labelled step with a time of the header's grade.</summary>
    public int EndTimeAsked { get; set; }

    /// <summary>Sum of the squared errors of the verdict's probabilities.</summary>
    public double Brier { get; set; }

    /// <summary>The same of the shares of train.</summary>
    public double BrierOfShares { get; set; }

    /// <summary>Speakers on the right side.</summary>
    public int SideRight { get; set; }

    /// <summary>Speakers with a labelled side.</summary>
    public int SideAsked { get; set; }

    /// <summary>Engaged calls.</summary>
    public int Engaged { get; set; }

    /// <summary>Engaged calls read as soft-no.</summary>
    public int EngagedAsSoftNo { get; set; }

    /// <summary>Engaged calls given a bold rescue.</summary>
    public int EngagedBold { get; set; }

    /// <summary>By kind of buyer (<see cref="Buyers.Names"/>): engaged calls.</summary>
    public int[] EngagedOf { get; } = new int[Buyers.Names.Count];

    /// <summary>By kind of buyer: engaged calls read as soft-no.</summary>
    public int[] SoftNoOf { get; } = new int[Buyers.Names.Count];

    /// <summary>By kind of buyer: engaged calls given a bold rescue.</summary>
    public int[] BoldOf { get; } = new int[Buyers.Names.Count];

    /// <summary>Adds another's counts to these.</summary>
    public void Add(Counts other)
    {
        Sum(Found, other.Found);
        Sum(Missed, other.Missed);
        Sum(FalseAlarms, other.FalseAlarms);
        Sum(TopicRight, other.TopicRight);
        Sum(TopicAsked, other.TopicAsked);
        Sum(SignalFound, other.SignalFound);
        Sum(SignalMissed, other.SignalMissed);
        Sum(SignalFalse, other.SignalFalse);
        Sum(EngagedOf, other.EngagedOf);
        Sum(SoftNoOf, other.SoftNoOf);
        Sum(BoldOf, other.BoldOf);
        for (var row = 0; row < Verdicts; row++)
        {
            for (var column = 0; column < Verdicts; column++) Confusion[row, column] += other.Confusion[row, column];
        }

        Calls += other.Calls;
        GradeRight += other.GradeRight;
        TimeRight += other.TimeRight;
        TimeAsked += other.TimeAsked;
        EndTimeRight += other.EndTimeRight;
        EndTimeAsked += other.EndTimeAsked;
        Brier += other.Brier;
        BrierOfShares += other.BrierOfShares;
        SideRight += other.SideRight;
        SideAsked += other.SideAsked;
        Engaged += other.Engaged;
        EngagedAsSoftNo += other.EngagedAsSoftNo;
        EngagedBold += other.EngagedBold;
    }

    /// <summary>The sum of many.</summary>
    public static Counts Of(IEnumerable<Counts> counts)
    {
        var sum = new Counts();
        foreach (var one in counts) sum.Add(one);
        return sum;
    }

    private static void Sum(int[] into, int[] from)
    {
        for (var at = 0; at < into.Length; at++) into[at] += from[at];
    }
}
