using FsCheck;
using FsCheck.Fluent;
using SoftNo.Calls;
using SoftNo.Transcripts.Formats;

namespace SoftNo.Tests.Evaluation;

public class LabelledTextTests
{
    [Fact]
    public void Labels_are_taken_out_and_point_at_their_words()
    {
        var text = LabelledText.Read(" {{generic-praise|Wow, super}}, {{hard-question:integration|does it write back}}? {{next-step:firm@2026-11-24T14:00-05:00|Tuesday at two}}.");

        Assert.Equal("Wow, super, does it write back? Tuesday at two.", text.Text);
        Assert.Equal(
            [
                new InlineLabel("generic-praise", null, null, new TextSpan(0, 10)),
                new InlineLabel("hard-question", "integration", null, new TextSpan(12, 30)),
                new InlineLabel("next-step", "firm", "2026-11-24T14:00-05:00", new TextSpan(32, 46)),
            ],
            text.Labels);
    }

    [Theory]
    [InlineData("a {{ b }} c", "a {{ b }} c")]
    [InlineData("a {{pain| b", "a {{pain| b")]
    [InlineData("  a \t b  ", "a b")]
    [InlineData("", "")]
    public void What_is_no_label_stays_words(string raw, string expected)
    {
        var text = LabelledText.Read(raw);

        Assert.Equal(expected, text.Text);
        Assert.Empty(text.Labels);
    }

    [Fact]
    public void White_space_inside_a_label_collapses_and_is_left_out_of_its_ends()
    {
        var text = LabelledText.Read("So  {{pain|  we  lose   two }} a day");

        Assert.Equal("So we lose two a day", text.Text);
        Assert.Equal("we lose two", Assert.Single(text.Labels).Span.Of(text.Text));
    }

    [Fact]
    public void Any_text_gives_spans_inside_itself() => Prop.ForAll<string[]>(words =>
    {
        var raw = string.Join("{{pain|", words.Select(word => (word ?? "") + "}} "));
        var text = LabelledText.Read(raw);
        return text.Labels.All(label => label.Span.End <= text.Text.Length) && text.Text == text.Text.Trim(' ');
    }).QuickCheckThrowOnFailure();
}
