using SoftNo.Calls;

namespace SoftNo.Tests.Calls;

public class WrittenSentencesTests
{
    [Theory]
    [InlineData("Hi Dana, thanks. Could we meet at 2 p.m. on Tuesday? Best", "Hi Dana, thanks.|Could we meet at 2 p.m. on Tuesday?|Best")]
    [InlineData("Mr. Hale said no (twice!). Really?! Yes", "Mr. Hale said no (twice!).|Really?!|Yes")]
    [InlineData("It costs 1.5 times more, e.g. for J. Doe.", "It costs 1.5 times more, e.g. for J. Doe.")]
    [InlineData("...", "...")]
    [InlineData("", "")]
    public void A_text_is_cut_after_its_points_but_not_after_short_forms(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', WrittenSentences.Of(text).Select(span => span.Of(text))));
}
