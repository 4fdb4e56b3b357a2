using System.Text;

namespace SoftNo.Tests.Transcripts;

/// <summary>Found by fuzzing: what is no character broke the folding of headers and names.</summary>
public class NormalFormTests
{
    [Theory]
    [InlineData("Amélie", "Ame\u0301lie")]
    [InlineData("a\uFFFEb", "a\uFFFDb")]
    [InlineData("😀", "😀")]
    [InlineData("", "")]
    public void What_is_no_character_is_replaced_and_the_rest_is_normal(string text, string normal) => Assert.Equal(normal, NormalForm.Of(text, NormalizationForm.FormD));

    // An attribute cannot hold half a pair.
    [Fact]
    public void Half_a_pair_is_replaced()
    {
        Assert.Equal("a\uFFFDb", NormalForm.Of(new string(['a', '\uD83D', 'b']), NormalizationForm.FormD));
        Assert.Equal("\uFFFD", NormalForm.Of(new string('\uDE00', 1), NormalizationForm.FormD));
    }
}
