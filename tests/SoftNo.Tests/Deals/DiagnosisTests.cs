using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues.Moments;
using SoftNo.Deals;
using SoftNo.Deals.Imports;
using SoftNo.Reports.Deals;
using SoftNo.Signals;

namespace SoftNo.Tests.Deals;

public class DiagnosisTests
{
    private static readonly LocalDate Today = new(2026, 11, 25);
    private static readonly DiagnosisRules Rules = DiagnosisRules.Load(CrmWords.DefaultFolder);

    private static Talk Call(int features = 0, int results = 0, int vague = 0, Grade step = Grade.None, LocalDate? date = null, Verdict verdict = Verdict.Wavering) =>
        new(new ReadingFigures { Id = "x", Verdict = verdict, Confidence = 0.8, FeaturePitch = features, OutcomePitch = results, AcceptedVagueness = vague, Step = step, StepDate = date }, new(2026, 11, 10), ["camille"]);

    private static Talk Exchange(Side? open, LocalDate on) => new(new ReadingFigures { Id = "x", Verdict = Verdict.Wavering, Confidence = 0.8, IsExchange = true, OpenQuestionBy = open }, on, ["camille"]);

    private static Diagnosis Of(params Talk[] talks) => Diagnosis.Of(talks, [], Today, Rules);

    private static Talk[] Eight(Func<Talk> call) => [.. Enumerable.Range(0, 8).Select(_ => call())];

    [Fact]
    public void Features_instead_of_results_block_in_the_talk() =>
        Assert.Equal(Block.Talk, Of(Eight(() => Call(features: 3, results: 1, step: Grade.Firm, date: Today))).Where);

    [Fact]
    public void Calls_without_a_slot_and_questions_left_block_in_the_process()
    {
        var found = Of([.. Eight(() => Call(features: 1, results: 2)), Exchange(Side.Prospect, new(2026, 11, 16)), Exchange(Side.Prospect, new(2026, 11, 24)), Exchange(Side.Seller, new(2026, 11, 16))]);
        Assert.Equal((Block.Process, new Share(0, 8), new Share(8, 8)), (found.Where, found.DatedStep, found.NoSlot));
        // A question of yesterday is not left yet.
        Assert.Equal((new Share(1, 3), new Share(1, 3)), (found.LeftQuestions, found.OurOpenQuestions));
    }

    [Fact]
    public void Both_neither_and_too_few_are_told_apart()
    {
        Assert.Equal(Block.Both, Of(Eight(() => Call(vague: 1))).Where);
        Assert.Equal(Block.Neither, Of(Eight(() => Call(results: 1, step: Grade.Booked, date: Today))).Where);
        Assert.Equal(Block.TooFew, Of([.. Eight(() => Call(vague: 1)).Skip(1), Call(verdict: Verdict.Insufficient)]).Where);
    }

    [Fact]
    public void A_no_that_was_said_needs_no_slot() => Assert.Equal(new Share(0, 0), Of(Call(verdict: Verdict.ClearNo)).NoSlot);

    [Fact]
    public void Rescues_are_counted_with_what_came_of_them()
    {
        var made = Call();
        made = made with { Figures = made.Figures with { Moves = [new("micro-commitment", "accepted"), new("micro-commitment", null), new("business-pivot", "answered")] } };
        var found = Diagnosis.Of([made], [new("micro-commitment", "clear-no")], Today, Rules);
        Assert.Equal([new("micro-commitment", 3, 0, 1, 1), new MoveOutcome("business-pivot", 1, 1, 0, 0)], found.Moves);
    }

    [Fact]
    public void A_share_comes_with_its_interval()
    {
        // Wilson, z = 1.2816: 3 of 8.
        Assert.Equal((0.195, 0.597), (Math.Round(new Share(3, 8).Low, 3), Math.Round(new Share(3, 8).High, 3)));
        Assert.Equal((0.0, 1.0), (new Share(0, 0).Low, new Share(0, 0).High));
    }

    [Fact]
    public void The_report_names_nobody_and_says_over_how_many()
    {
        var found = Of(Eight(() => Call(vague: 1)));
        var text = DiagnosisReport.Text(found, 6, Rules, "fr", 100, false);
        Assert.Contains("8 appels et 0 échange de courriels, de 6 personnes.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("camille", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\"over\":\"own\",\"where\":\"both\"", DiagnosisReport.Json(found, null), StringComparison.Ordinal);
    }
}
