using SoftNo.Evaluation;

namespace SoftNo.Tests.Evaluation;

public class BuyersTests
{
    [Theory]
    [InlineData("She gushes, but each time about her own returns.", "Ann: We have nine of those in the yard and each of them fails.", "warm")]
    [InlineData("He is curt and buys.", "Ann: We have nine of those in the yard and each of them fails in the winter.", "taciturn")]
    [InlineData("Tests it.", "Ann: We have nine of those in the yard and each of them fails.\n01:02 Luc: So?\n01:03 Bob: They freeze up before anybody is there to look at them.\n01:04 Cy: And then we all hear of it from the owner on the phone.", "committee")]
    [InlineData("Two drawings and a scrapped casting later they set a day.", "Ann: We have nine of those in the yard and each of them fails.", "industrial")]
    [InlineData("Tests it on her own returns.", "Ann: Fine. Go.", "taciturn")]
    [InlineData("Tests it on her own returns.", "Ann: We have nine of those in the yard and each of them fails.", "")]
    [InlineData("He warmed his hands, pressed on.", "Ann: We have nine of those in the yard and each of them fails.", "")]
    public void A_call_is_of_the_buyers_that_its_header_or_its_shape_tells(string why, string turns, string expected)
    {
        var call = LabelledCall.Parse("x1-01.call", $"""
            id: x1-01
            title: A call
            us: Luc
            them: Ann, Bob, Cy
            verdict: engaged
            signals: none
            next-step: none
            why: {why}

            01:00 Luc: Let us begin.
            01:01 {turns}
            """).Call!;

        Assert.Equal(expected, string.Join(" ", Buyers.Of(call).Select(at => Buyers.Names[at])));
    }

    [Fact]
    public void False_alarms_on_engaged_calls_are_counted_for_each()
    {
        var counts = new Counts { Engaged = 4 };
        counts.EngagedOf[0] = 4;
        counts.SoftNoOf[0] = 1;
        counts.BoldOf[0] = 2;
        var sum = Counts.Of([counts, counts]);

        Assert.Equal(0.25, Measures.EngagedAsSoftNo(sum, 0));
        Assert.Equal(0.5, Measures.EngagedBold(sum, 0));
        Assert.Null(Measures.EngagedBold(sum, 1));
        Assert.Equal(["warm", "taciturn", "committee", "industrial"], Buyers.Names);
    }
}
