using SoftNo.Calls;
using SoftNo.Reports;

namespace SoftNo.Tests.Reports;

public class MaskTests
{
    private static readonly Mask English = Mask.Of(
        new Call
        {
            Source = new CallSource { File = "x.txt", Format = "text" },
            Speakers =
            [
                new Speaker { Name = "Dana Whitfield", Side = Side.Prospect, Company = "Larkspur Freight" },
                new Speaker { Name = "Camille Roy", Side = Side.Seller },
                new Speaker { Name = "Will", Side = Side.Prospect },
            ],
            Turns =
            [
                new Turn { Index = 0, Speaker = 0, Text = "We run it against NetSuite, and on Monday our ERP slows down. Okay then." },
            ],
        },
        "en");

    [Theory]
    [InlineData("Dana Whitfield said so.", "[prospect 1] said so.")]
    [InlineData("dana's view", "[prospect 1]'s view")]
    [InlineData("Thanks, Camille.", "Thanks, [seller 1].")]
    [InlineData("Larkspur is big", "[company] is big")]
    [InlineData("Will will call", "[prospect 2] will call")]
    [InlineData("does it fit NetSuite?", "does it fit [name]?")]
    [InlineData("Monday, the ERP and the API", "Monday, the ERP and the API")]
    [InlineData("$84,000 a year", "[amount] a year")]
    [InlineData("about 60K or 12%", "about [amount] or [amount]")]
    [InlineData("sixty thousand dollars", "sixty [amount]")]
    [InlineData("2,140 cartons, 15 minutes, in 2026", "[amount] cartons, 15 minutes, in 2026")]
    [InlineData("write to dana@larkspur.com", "write to [address]")]
    [InlineData("That's really interesting", "That's really interesting")]
    public void People_companies_and_amounts_are_masked_and_nothing_else(string words, string masked) => Assert.Equal(masked, English.Over(words));
}
