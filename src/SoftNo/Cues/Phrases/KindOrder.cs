namespace SoftNo.Cues.Phrases;

/// <summary>What <c>lexicon/en/kinds.yml</c> holds: which kind stays where two claim the same words, and what clears each for signals.</summary>
/// <param name="Order">The stronger first.</param>
/// <param name="ClearedBy">By kind: classes of anchors, kinds of cues, <c>firm-step</c>.</param>
/// <param name="Beside">What stands beside the trained reader.</param>
internal sealed record KindOrder(IReadOnlyList<CueKind> Order, IReadOnlyDictionary<CueKind, IReadOnlyList<string>> ClearedBy, BesideListener Beside)
{
    /// <summary>No order, nothing cleared, nothing that stands.</summary>
    public static KindOrder None { get; } = new([], new Dictionary<CueKind, IReadOnlyList<string>>(), BesideListener.Nothing);

    private readonly int[] _ranks = Ranks(Order);

    /// <summary>The place in the order; the end where it is not named.</summary>
    public int RankOf(CueKind kind) => _ranks[(int)kind];

    /// <summary>What clears a cue of this rule, or of its kind where the rule does not say.</summary>
    public IReadOnlyList<string> ClearersOf(CueKind kind, Rule? rule) =>
        rule is { ClearedBy.Count: > 0 } ? rule.ClearedBy : ClearedBy.TryGetValue(kind, out var own) ? own : [];

    private static int[] Ranks(IReadOnlyList<CueKind> order)
    {
        var ranks = new int[CueKinds.All.Count];
        Array.Fill(ranks, order.Count);
        for (var i = 0; i < order.Count; i++) ranks[(int)order[i]] = i;
        return ranks;
    }
}

/// <summary>What of the phrases stands beside the trained reader.</summary>
/// <param name="Sure">From this weight on, 0 to 1, a rule's phrase counts without it, and under its own kind where it hears another.</param>
/// <param name="Topic">From this probability on, 0 to 1, its topic stands against a phrase's.</param>
internal sealed record BesideListener(double Sure, double Topic)
{
    /// <summary>No phrase stands against it.</summary>
    public static BesideListener Nothing { get; } = new(double.PositiveInfinity, 0);
}
