using SoftNo.Calls;
using SoftNo.Cues.Sides;
using SoftNo.Evaluation;
using SoftNo.Tests.Transcripts;
using SoftNo.Transcripts;

namespace SoftNo.Tests.Cues.Sides;

public class SaleModelTests
{
    private static readonly SideModel Sides = SideModel.Load(Repository.Folder("lexicon/sides.yml"), Repository.Folder("models/sides.json")).Model!;

    private static readonly SaleModel Model = SaleModel.Load(Repository.Folder("lexicon/sale.yml"), Sides).Model!;

    [Fact]
    public void A_long_talk_in_which_nothing_is_sold_is_no_sale_and_one_of_invoices_is()
    {
        var meeting = Of(Talk("change"));
        var sale = Of(Talk("invoice"));

        Assert.Equal((0, 0), (meeting.Words, meeting.Mentions));
        Assert.InRange(meeting.Probability, 0, 0.01);
        Assert.Equal((60, 60), (sale.Words, sale.Mentions));
        Assert.InRange(sale.Probability, 0.99, 1);
    }

    [Fact]
    public void A_few_words_say_too_little_to_doubt_the_prior() => Assert.InRange(Of(Lines("The branch is green.", "Then we can merge the change.")).Probability, 0.98, 0.99);

    [Fact]
    public void What_a_seller_does_counts_like_words_of_a_sale()
    {
        var said = Of(Lines("Our platform is on.", "And the budget?"));

        Assert.Equal((1, 2), (said.Words, said.Mentions));
    }

    [Fact]
    public void Every_call_that_was_labelled_is_one_whatever_its_headers_say()
    {
        var calls = Corpus.Load(Repository.Folder("corpus/train")).Calls.Where(call => call.Whole is not null).ToList();

        Assert.All(calls, call => Assert.InRange(Of(call.Hidden).Probability, 0.9, 1));
    }

    [Fact]
    public void Technical_meetings_are_none()
    {
        foreach (var meeting in Directory.GetDirectories(TestData.Folder("zoom")))
        {
            using var bytes = File.OpenRead(Path.Combine(meeting, "transcript.vtt"));
            Assert.InRange(Of(Assert.Single(TranscriptReader.Read(bytes, "transcript.vtt", new()).Calls)).Probability, 0, 0.2);
        }
    }

    [Theory]
    [InlineData("words: []\nroles: [sings]\nper-thousand: { sale: 2, other: 1 }\nprior: 0.9\nspread: 1\nmost-words: 1", "sings")]
    [InlineData("words: []\nroles: []\nper-thousand: { sale: 1, other: 2 }\nprior: 0.9\nspread: 1\nmost-words: 1", "per-thousand")]
    [InlineData("words: []\ncolour: red", "colour")]
    public void What_is_wrong_with_the_file_is_said(string text, string named)
    {
        var file = Path.Combine(Path.GetTempPath(), $"softno-sale-{text.Length}-{named}.yml");
        File.WriteAllText(file, text);

        var problem = SaleModel.Load(file, Sides).Problem!;

        Assert.Equal("bad-sale", problem.Code);
        Assert.Contains(named, problem.Text.En, StringComparison.Ordinal);
        File.Delete(file);
    }

    private static SaleChance Of(Call call) => Model.Of(call, SpeakerWords.Of(call, Sides));

    private static Call Talk(string word) => Lines([.. Enumerable.Range(0, 60).SelectMany(_ => new[] { "The test of the client is green on the branch.", $"Then we can merge the {word} and close it." })]);

    private static Call Lines(params string[] lines) => new()
    {
        Source = new CallSource { File = "-", Format = "lines" },
        Speakers = [new Speaker { Name = "Ann" }, new Speaker { Name = "Luc" }],
        Turns = [.. lines.Select((text, at) => new Turn { Index = at, Speaker = at % 2, Text = text })],
    };
}
