using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;
using SoftNo.Deals;
using SoftNo.Forecasting;
using SoftNo.Reports;
using SoftNo.Reports.Deals;
using SoftNo.Reports.Practice;
using SoftNo.Rescue;
using SoftNo.Server.Calls;
using SoftNo.Server.Deals;
using SoftNo.Signals;
using SoftNo.Storage.Calls;
using SoftNo.Storage.Deals;

namespace SoftNo.Server.Assistant;

/// <summary>What an assistant may call. Names and words of calls are left out unless they are allowed.</summary>
internal sealed class AssistantTools(Readers readers, DeskStore database, StoredPipeline pipeline, CallDesk desk, bool withWords, string language)
{
    private const int Listed = 100;
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Decode([Description("What they said or wrote, in English.")] string words) => DecodeReport.Json(readers.Decoder.Explain(words, "-"), language);

    public string Deals() => Json(new { deals = pipeline.Read().Pipeline.Deals.Select(Shape) });

    public string Deal([Description("The deal's number.")] long number)
    {
        var now = pipeline.Read();
        if (now.Pipeline.Deals.FirstOrDefault(deal => deal.Deal.Number == number) is not { } found) return Wrong("no-deal");
        return Json(new
        {
            deal = Shape(found),
            waterfall = found.Assessment.Waterfall.Select(step => new { evidence = step.Name, after = Math.Round(step.After, 4) }),
            plan = now.PlanOf(found).Select(change => new { move = change.Move.Name(), reason = change.Reason.Name(), closeDate = Day(change.NewCloseDate), probability = change.NewProbability }),
        });
    }

    public string Today() => Json(new
    {
        cards = pipeline.Read().Today.Select(card => new { deal = Shape(card.Change.Deal), reason = card.Change.Reason.Name(), stake = card.Stake?.Amount }),
    });

    public string Calls([Description("Only this deal's; none for all.")] long? deal = null) => Json(new
    {
        calls = database.Read(store => ReadingList.Page(store, deal, take: Listed), []).Select(call => new
        {
            id = call.Id, startedAt = call.StartedAt is { } at ? OffsetDateTimePattern.Rfc3339.Format(at) : null, deal = call.DealNumber, title = withWords ? call.Title ?? call.File : null, figures = Shape(call.Figures),
        }),
    });

    public string Reading([Description("The call's id.")] string id)
    {
        if (desk.Find(id) is not { Kept: not null } shown) return Wrong("no-call");
        return withWords ? ReportJson.Write(shown.Report, language) : Json(new { id = shown.Id, figures = Shape(FiguresOfReading.Of(shown.Report.Reading)) });
    }

    public string Draft([Description("The call's id.")] string id, [Description("The move; none for the recommended one.")] string? move = null)
    {
        if (desk.Find(id) is not { Kept: not null } shown) return Wrong("no-call");
        if (move is not null && Moves.Parse(move) is null) return Wrong("bad-move", move, string.Join(", ", Moves.All.Select(Moves.Name)));
        var rescue = move is null ? shown.Report.Advice.Recommended : readers.Playbook.Fill(Moves.Parse(move)!.Value, shown.Report.Reading, readers.Advice);
        return rescue is null ? Wrong("no-call") : ReportJson.Write(rescue);
    }

    public string NoteOutcome([Description("The deal's number.")] long number, [Description("won, lost or no-decision.")] string outcome) =>
        Noted(number, DealApi.Outcomes.Contains(outcome), (notes, deal) => notes.Outcome(deal, outcome, pipeline.Day));

    public string NoteSent([Description("The deal's number.")] long number, [Description("The move.")] string move, [Description("answered, accepted, clear-no, or none yet.")] string? answer = null) =>
        Noted(number, Moves.Parse(move) is not null && (answer is null || DealApi.Answers.Contains(answer)), (notes, deal) => notes.Sent(deal, move, pipeline.Day, answer));

    public async Task<string> Dismiss([Description("The call's id.")] string call, [Description("The cue's id.")] string cue, [Description("Why.")] string? why = null)
    {
        if (desk.Find(call) is not { Kept: not null } shown) return Wrong("no-call");
        return await desk.CorrectCue(shown, cue, null, null, why, CancellationToken.None).ConfigureAwait(false) ? Reading(call) : Wrong("no-cue");
    }

    private string Noted(long number, bool right, Action<DealNotes, StoredDeal> note)
    {
        if (!right) return Wrong("bad-request");
        if (!database.Exists) return Wrong("no-deal");
        using var store = database.Open();
        if (store.Deals.SingleOrDefault(deal => deal.Number == number) is not { } found) return Wrong("no-deal");
        note(new DealNotes(store, database.Clock), found);
        return Json(new { noted = true });
    }

    private object Shape(AssessedDeal deal) => new
    {
        number = deal.Deal.Number, name = withWords ? deal.Deal.Name : null, company = withWords ? deal.Deal.Company : null, stage = deal.Deal.Stage, amount = deal.Deal.Amount?.Amount, currency = deal.Deal.Currency,
        standing = deal.Standing.Name(), declared = deal.Deal.Probability, low = Math.Round(deal.Assessment.Low, 4), probability = Math.Round(deal.Assessment.Probability, 4), high = Math.Round(deal.Assessment.High, 4),
        silentBusinessDays = deal.Silence?.BusinessDays, stepAhead = Day(deal.StepAhead), suspect = deal.Suspect,
    };

    private static object Shape(ReadingFigures figures) => new
    {
        verdict = figures.Verdict.Name(), confidence = Math.Round(figures.Confidence, 4), signals = figures.Signals.Select(signal => signal.Name()), step = figures.Step.ToString().ToLowerInvariant(), stepDate = Day(figures.StepDate),
        hardQuestions = figures.HardQuestions, hardTopics = figures.HardTopics, objections = figures.Objections, buyingSteps = figures.BuyingSteps, painNamed = figures.PainNamed,
    };

    private static string? Day(NodaTime.LocalDate? day) => day is { } date ? LocalDatePattern.Iso.Format(date) : null;

    private string Wrong(string code, params object[] parts)
    {
        var problem = DeskWords.Problem(code, "-", parts);
        return Json(new { problem = problem.Text.In(language), cure = problem.Cure.In(language) });
    }

    private static string Json(object value) => JsonSerializer.Serialize(value, Readable);
}
