using FsCheck;
using FsCheck.Fluent;
using SoftNo.Forecasting;

namespace SoftNo.Tests.Forecasting;

public class SignedAmountTests
{
    [Fact]
    public void Every_subset_of_two_deals_is_counted()
    {
        var signed = SignedAmount.Of([new Chance(100, 0.5), new Chance(40, 0.25)]);

        Assert.Equal(140, signed.Total);
        Assert.Equal(60m, signed.Expected);
        Assert.Equal(0, signed.Bound);
        Assert.Equal(0.375, signed.AtMost(0), 12);
        Assert.Equal(0.375, signed.AtMost(39.99m), 12);
        Assert.Equal(0.5, signed.AtMost(40), 12);
        Assert.Equal(0.875, signed.AtMost(100), 12);
        Assert.Equal(1, signed.AtMost(140), 12);
        Assert.Equal([0m, 0m, 40m, 100m, 140m], new[] { 0.1, 0.375, 0.5, 0.876 - 0.002, 0.9 }.Select(signed.Quantile));
    }

    [Fact]
    public void No_deal_signs_nothing()
    {
        var signed = SignedAmount.Of([]);
        Assert.Equal(0, signed.Total);
        Assert.Equal(0, signed.Quantile(0.9));
        Assert.Equal(1, signed.AtMost(0));
    }

    [Fact]
    public void Twenty_deals_of_one_size_are_a_binomial()
    {
        var signed = SignedAmount.Of([.. Enumerable.Repeat(new Chance(10, 0.5), 20)]);
        Assert.Equal(616666 / 1048576.0, signed.AtMost(100), 12);
        Assert.Equal(70, signed.Quantile(0.1));
        Assert.Equal(130, signed.Quantile(0.9));
    }

    /// <summary>The grid against the binomial, whose sums fall between grid points.</summary>
    [Theory]
    [InlineData(200, 0.3)]
    [InlineData(2000, 0.2)]
    public void Many_deals_stay_within_the_printed_bound_of_a_binomial(int count, double probability)
    {
        const decimal amount = 12345.67m;
        var signed = SignedAmount.Of([.. Enumerable.Repeat(new Chance(amount, probability), count)]);
        Assert.InRange(signed.Bound, 1e-9, 0.001);
        var binomial = new MathNet.Numerics.Distributions.Binomial(probability, count);
        foreach (var share in new[] { 0.1, 0.5, 0.9 })
        {
            var exact = amount * Enumerable.Range(0, count + 1).First(signings => binomial.CumulativeDistribution(signings) >= share);
            Assert.InRange(Math.Abs(signed.Quantile(share) - exact), 0, (decimal)signed.Bound * signed.Total);
        }
    }

    [Fact]
    public void A_hundred_thousand_small_deals_meet_the_bound_too()
    {
        var signed = SignedAmount.Of([.. Enumerable.Range(0, 100_000).Select(place => new Chance(1000 + (place % 97 * 50), 0.05 + (place % 13 * 0.05)))]);
        Assert.InRange(signed.Bound, 1e-9, 0.001);
        Assert.InRange((double)(signed.Quantile(0.5) / signed.Expected), 0.999, 1.001);
    }

    [Fact]
    public void Any_few_deals_give_the_same_by_subsets_and_by_the_grid_within_its_bound()
    {
        var deals = ArbMap.Default.GeneratorFor<byte>().Three()
            .Select(three => new Chance(1 + three.Item1, (1 + three.Item2) / 257.0)).ListOf(21);
        Prop.ForAll(deals.ToArbitrary(), list =>
        {
            var grid = SignedAmount.Of([.. list]);
            var exact = SignedAmount.Of([.. list.Take(20)]);
            var last = list[20];
            return new[] { 0.1, 0.5, 0.9 }.All(share =>
            {
                var reach = (decimal)grid.Bound * grid.Total;
                var amount = grid.Quantile(share);
                return Cumulative(exact, last, amount + reach) >= share - 1e-5 && Cumulative(exact, last, amount - reach - 0.001m) <= share + 1e-5;
            });
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    [Fact]
    public void A_shared_factor_keeps_the_mean_and_widens_the_spread()
    {
        Chance[] deals = [.. Enumerable.Repeat(new Chance(10, 0.3), 15)];
        var alone = SignedAmount.Of(deals);
        var together = SignedAmount.Correlated(deals, 0.3);
        Assert.Equal(alone.Expected, together.Expected);
        Assert.Equal((20m, 70m), (alone.Quantile(0.1), alone.Quantile(0.9)));
        Assert.True(together.Quantile(0.1) < 20 && together.Quantile(0.9) > 70, $"{together.Quantile(0.1)}, {together.Quantile(0.9)}");
    }

    private static double Cumulative(SignedAmount without, Chance last, decimal amount) =>
        (without.AtMost(amount) * (1 - last.Probability)) + (amount - last.Amount < 0 ? 0 : without.AtMost(amount - last.Amount) * last.Probability);
}
