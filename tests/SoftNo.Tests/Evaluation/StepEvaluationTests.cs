using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues.Moments;
using SoftNo.Evaluation;

namespace SoftNo.Tests.Evaluation;

public class StepEvaluationTests
{
    [Fact]
    public void The_exchanges_of_the_corpus_are_read_without_a_problem()
    {
        var (exchanges, problems) = StepExchange.Load(Repository.Folder("corpus/steps/steps.jsonl"));

        Assert.Empty(problems);
        Assert.Equal(320, exchanges.Count);
        var second = exchanges.Single(one => one.Id == "st-002");
        Assert.Equal((Grade.Booked, "2027-02-25T10:00-05:00", "minute", Bound.Prospect), (second.Grade, second.When, second.Grain, second.Bound));
        Assert.Equal([Side.Prospect, Side.Seller], second.Call.Speakers.Select(speaker => speaker.Side));
    }

    [Fact]
    public void Figures_are_those_counted_by_hand()
    {
        var exchanges = StepExchange.Load(Repository.Folder("corpus/steps/steps.jsonl")).Exchanges.Where(one => one.Id is "st-001" or "st-002" or "st-003").ToList();
        var booked = new NextStep { Grade = Grade.Booked, Grain = Grain.Minute, Bound = Bound.Prospect, When = new Moment.AtMinute(new OffsetDateTime(new LocalDateTime(2027, 2, 25, 10, 0), Offset.FromHours(-5))) };

        var result = StepEvaluation.Run(exchanges, _ => booked);

        // st-001 sets nothing, st-002 is the booked one, st-003 is firm at another time.
        Assert.Equal(1.0 / 3, result.Grade);
        Assert.Equal(0.5, result.Time);
        Assert.Equal(0.0, result.NullsKept);
        Assert.Equal(2.0 / 3, result.Bound);
        using var writer = new StringWriter();
        result.WriteErrors(writer);
        Assert.Equal(2, writer.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void A_broken_line_is_a_problem_with_its_number()
    {
        var file = Path.Combine(Path.GetTempPath(), "softno-broken-steps.jsonl");
        File.WriteAllText(file, "\n{\"id\": 3}\n");

        var (exchanges, problems) = StepExchange.Load(file);

        Assert.Empty(exchanges);
        Assert.Equal(("bad-exchange", 2), (problems[0].Code, problems[0].Line));
        File.Delete(file);
    }
}
