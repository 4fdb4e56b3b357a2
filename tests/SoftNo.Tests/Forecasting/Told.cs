using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues.Moments;
using SoftNo.Deals;
using SoftNo.Forecasting;
using SoftNo.Signals;
using static SoftNo.Tests.Deals.SilenceClockTests;

namespace SoftNo.Tests.Forecasting;

/// <summary>Deals as the tests of forecasting tell them.</summary>
internal static class Told
{
    public static DealPriors Priors { get; } = DealPriors.Load(DealPriors.DefaultFile);

    public static Deal Open(decimal amount = 100_000, double? probability = 0.8, string close = "2026-12-18") => new()
    {
        Id = "D1", Name = "Larkspur", Stage = "Proposal", Amount = new Money(amount, "USD"), Probability = probability, CloseDate = Day(close), Created = Day("2026-09-01"),
    };

    public static DealAct Call(string day, Verdict verdict, Func<ReadingFigures, ReadingFigures>? more = null)
    {
        var figures = new ReadingFigures { Id = day, Verdict = verdict, Confidence = 0.9 };
        return new DealAct(new Act(At(day), ActKind.Call, Side.Prospect, "Dana"), more is null ? figures : more(figures));
    }

    public static DealAct Mail(string day, Side side) => new(new Act(At(day), ActKind.Mail, side, side == Side.Prospect ? "Dana" : "Camille"));

    public static DealHistory With(this Deal deal, params DealAct[] acts) => new(deal, acts, []);

    public static AssessedDeal Read(DealHistory history, string asOf) => new PipelineReader(Priors, "weeks").At([history], Day(asOf)).Deals.Single();

    /// <summary>A polite exit: praise of the technology, nothing asked, nothing set.</summary>
    public static ReadingFigures Warm(ReadingFigures figures) => figures with
    {
        Signals = [SignalKind.GenericEnthusiasm, SignalKind.VagueNextStep, SignalKind.TechInfatuation], Step = Grade.Vague, Sentence = "We'll circle back.",
    };

    /// <summary>A buyer: two hard topics, a colleague, a booked step.</summary>
    public static ReadingFigures Testing(ReadingFigures figures) => figures with
    {
        HardQuestions = 3, HardTopics = ["integration", "pricing"], Objections = 1, BuyingSteps = 1, PainNamed = true, Step = Grade.Booked, StepDate = Day("2026-11-24"),
    };

    private static OffsetDateTime At(string day) => (Day(day) + new LocalTime(10, 0)).WithOffset(Offset.FromHours(-5));
}
