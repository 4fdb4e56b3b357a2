using SoftNo.Rescue;
using SoftNo.Signals;

namespace SoftNo.Tests.Rescue;

public class PainRecallTests
{
    [Theory]
    [InlineData("nine hours of unplanned downtime last week", "the unplanned downtime you mentioned")]
    [InlineData("i'm paying uh twenty two hours of overtime a week on the inland side", "the overtime you mentioned")]
    [InlineData("We turned forty thousand bushel last fall that never needed turning", "the 40,000 bushels you mentioned")]
    [InlineData("Four hundred sixty-two thousand dollars", "the $462,000 you mentioned")]
    [InlineData("About four hundred grand of boots I can't sell", "the $400,000 you mentioned")]
    [InlineData("We figure the suppressed stuff is costing us two point six million dollars", "the $2,600,000 you mentioned")]
    [InlineData("it cost us $40,000 in the spring", "the $40,000 you mentioned")]
    [InlineData("in the last verification we caught sixty eight percent", "the 68% you mentioned")]
    [InlineData("My nurses have got it in the ear all shift", "what you told me about your nurses")]
    [InlineData("our bread comes back dry", "what you told me about returns")]
    [InlineData("we can't keep our mobile checkouts in line", "what you told me about your mobile checkouts")]
    [InlineData("freight's gone nuts", "the problem you described")]
    [InlineData("freight is eating us", "what you told me about freight")]
    [InlineData("Nine people bought it. We honored it", "the problem you described")]
    [InlineData("my wife hates it", "the problem you described")]
    [InlineData("Two transformers aren't", "the problem you described")]
    public void A_pain_is_recalled_as_a_person_would(string said, string recalled)
    {
        var reading = Readings.Of(Verdict.SoftNo, "tech-infatuation", "none", $"Dana: {{{{pain|{said}}}}}.\nCamille: I see.");
        Assert.Equal(recalled, Assert.Single(Readings.Playbook.Fill(Move.BusinessPivot, reading, Readings.Options).Slots, slot => slot.Name == "pain").Value);
    }

    [Fact]
    public void The_pain_that_can_be_named_best_is_taken()
    {
        var reading = Readings.Of(Verdict.SoftNo, "tech-infatuation", "none", """
            Dana: {{pain|It flags everybody's mother}}.
            Dana: {{pain|We ate a hundred and ten in chargebacks in the spring}}.
            Camille: I see.
            """);
        Assert.Equal("the chargebacks you mentioned", Readings.Playbook.Fill(Move.BusinessPivot, reading, Readings.Options).Slots.Single(slot => slot.Name == "pain").Value);
    }
}
