using FsCheck;
using FsCheck.Fluent;
using SoftNo.Evaluation;

namespace SoftNo.Tests.Evaluation;

public class MaximumMatchingTests
{
    [Fact]
    public void Greedy_would_find_one_where_two_can_be_matched()
    {
        // The first label overlaps both cues and prefers the first, the only one that the second label overlaps.
        Assert.Equal([1, 0], MaximumMatching.Match([[0, 1], [0]], 2));
    }

    [Fact]
    public void A_chain_is_pushed_along_to_its_end() =>
        Assert.Equal([3, 2, 1, 0], MaximumMatching.Match([[2, 3], [1, 2], [0, 1], [0]], 4));

    [Fact]
    public void What_overlaps_nothing_stays_alone() =>
        Assert.Equal([-1, 0, -1], MaximumMatching.Match([[], [0], [0]], 1));

    [Fact]
    public void It_is_as_large_as_the_best_of_all_matchings() => Prop.ForAll<int>(seed =>
    {
        var random = new System.Random(seed);
        var right = random.Next(1, 6);
        var edges = Enumerable.Range(0, random.Next(1, 6))
            .Select(_ => (IReadOnlyList<int>)[.. Enumerable.Range(0, right).Where(_ => random.Next(3) == 0)]).ToList();
        var match = MaximumMatching.Match(edges, right);
        var used = match.Where(other => other >= 0).ToList();
        return used.Count == Best(edges, 0, 0)
            && used.Distinct().Count() == used.Count
            && match.Index().All(one => one.Item < 0 || edges[one.Index].Contains(one.Item));
    }).QuickCheckThrowOnFailure();

    private static int Best(List<IReadOnlyList<int>> edges, int left, int taken)
    {
        if (left == edges.Count) return 0;
        var best = Best(edges, left + 1, taken);
        foreach (var other in edges[left].Where(other => (taken & (1 << other)) == 0))
            best = Math.Max(best, 1 + Best(edges, left + 1, taken | (1 << other)));
        return best;
    }
}
