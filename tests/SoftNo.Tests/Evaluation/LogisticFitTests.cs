using SoftNo.Evaluation;

namespace SoftNo.Tests.Evaluation;

public class LogisticFitTests
{
    private static readonly double[][] Values = [[0, 9], [1, 9], [2, 9], [3, 9], [4, 9], [5, 9]];
    private static readonly int[] Classes = [0, 0, 1, 0, 1, 1];

    [Fact]
    public void It_finds_the_minimum_of_its_loss()
    {
        var weights = new LogisticFit(Penalty: 1, Steps: 4000).Fit(Values, Classes, 2);
        var least = Loss(weights[0][0], weights[0][2]);

        Assert.True(weights[1][0] > 0);
        Assert.Equal(-weights[0][0], weights[1][0], 9);
        foreach (var (slope, bias) in new[] { (0.01, 0.0), (-0.01, 0.0), (0.0, 0.01), (0.0, -0.01) })
            Assert.True(Loss(weights[0][0] + slope, weights[0][2] + bias) > least);

        // Class 0 has the negative of class 1's weights; the penalty is on standardised values, whose spread is the root of 35/12.
        static double Loss(double slope, double bias) =>
            Values.Zip(Classes, (row, one) => Math.Log(1 + Math.Exp((one == 0 ? -1 : 1) * 2 * ((slope * row[0]) + bias)))).Sum() + (slope * slope * 35 / 12);
    }

    [Fact]
    public void A_value_that_never_changes_weighs_nothing() => Assert.Equal(0, new LogisticFit().Fit(Values, Classes, 2)[1][1]);

    [Fact]
    public void Two_fits_are_equal_bit_for_bit() => Assert.Equal(new LogisticFit().Fit(Values, Classes, 2), new LogisticFit().Fit(Values, Classes, 2));
}
