using FsCheck;
using FsCheck.Fluent;
using SoftNo.Reports;
using SoftNo.Reports.Text;

namespace SoftNo.Tests.Reports;

public class PlainTests
{
    [Theory]
    [InlineData("Plain words, É and 日本", "Plain words, É and 日本")]
    [InlineData("\u001b[2Jgone", "\uFFFD[2Jgone")]
    [InlineData("a\u202Eb\u2066c", "a\uFFFDb\uFFFDc")]
    [InlineData("two\nlines\tand a tab", "two lines and a tab")]
    [InlineData("thumbs \U0001F44D up", "thumbs \U0001F44D up")]
    [InlineData("tag \U000E0041 hidden", "tag \uFFFD\uFFFD hidden")]
    public void What_could_move_the_terminal_is_made_visible(string hostile, string safe) => Assert.Equal(safe, Plain.Of(hostile));

    // Not a row above: a lone surrogate does not survive in an attribute.
    [Fact]
    public void Half_a_character_is_made_visible() => Assert.Equal("lone \uFFFD half", Plain.Of("lone " + (char)0xD83D + " half"));

    [Fact]
    public void No_control_survives_whatever_the_text() => Prop.ForAll<string>(ArbMap.Default.ArbFor<string>().Filter(text => text is not null), text =>
        Plain.Of(text).All(c => !char.IsControl(c))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("one two three", 7, "one two|three")]
    [InlineData("abcdefghij", 4, "abcd|efgh|ij")]
    [InlineData("日本語 ok", 4, "日本|語|ok")]
    [InlineData("a\u00A0b c", 3, "a\u00A0b|c")]
    public void Words_wrap_by_the_columns_they_take(string text, int width, string lines) => Assert.Equal(lines, string.Join('|', Columns.Wrap(text, width)));

    [Theory]
    [InlineData(0, "0:00")]
    [InlineData(59_999, "0:59")]
    [InlineData(3_599_000, "59:59")]
    [InlineData(3_600_000, "1:00:00")]
    [InlineData(37_062_000, "10:17:42")]
    [InlineData(-500, "0:00")]
    public void Times_are_written_as_people_do(long milliseconds, string written) => Assert.Equal(written, TurnTime.Of(milliseconds));

    [Theory]
    [InlineData("# no heading [no](link) *no* <b>", "\\# no heading \\[no\\](link) \\*no\\* &lt;b&gt;")]
    public void Words_cannot_write_Markdown(string words, string escaped) => Assert.Equal(escaped, ReportMarkdown.Escaped(words));
}
