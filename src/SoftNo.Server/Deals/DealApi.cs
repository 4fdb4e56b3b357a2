using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using SoftNo.Forecasting;
using SoftNo.Rescue;
using SoftNo.Server.Calls;
using SoftNo.Server.Faults;
using SoftNo.Server.Shell;
using SoftNo.Storage.Deals;

namespace SoftNo.Server.Deals;

/// <summary>One deal: its story, where it stands, what the user notes of it.</summary>
internal static class DealApi
{
    /// <summary>How a deal may end.</summary>
    public static readonly string[] Outcomes = ["won", "lost", "no-decision"];
    /// <summary>What may come of a move.</summary>
    public static readonly string[] Answers = ["answered", "accepted", "clear-no"];

    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/deals/{number:long}", Show);
        routes.MapPost("/deals/{number:long}/outcome", (long number, HttpContext context, DeskStore database, StoredPipeline pipeline) => Note(number, context, database, pipeline, (notes, deal, day, form) =>
        {
            if (!Outcomes.Contains(form["outcome"].ToString())) return false;
            notes.Outcome(deal, form["outcome"].ToString(), day);
            return true;
        }));
        routes.MapPost("/deals/{number:long}/sent", (long number, HttpContext context, DeskStore database, StoredPipeline pipeline) => Note(number, context, database, pipeline, (notes, deal, day, form) =>
        {
            var answer = CallForms.Field(form, "answer");
            if (Moves.Parse(form["move"].ToString()) is not { } move || (answer is not null && !Answers.Contains(answer))) return false;
            notes.Sent(deal, move.Name(), day, answer);
            return true;
        }));
    }

    private static async Task Show(long number, HttpContext context, DeskStore database, StoredPipeline pipeline)
    {
        var (story, assessed, plan) = database.Read<(DealStory?, AssessedDeal?, IReadOnlyList<PlannedChange>)>(store =>
        {
            if (DealStory.Of(store, number) is not { } found) return (null, null, []);
            var now = pipeline.Of(store);
            var deal = now.Pipeline.Deals.FirstOrDefault(one => one.Deal.Number == number);
            return (found, deal, deal is null ? [] : now.PlanOf(deal));
        }, (null, null, []));
        if (story is null) await Fault.Answer(context, StatusCodes.Status404NotFound, "no-deal").ConfigureAwait(false);
        else await PageResult.Of<DealPage>(context, ("Story", story), ("Assessed", assessed), ("Plan", plan)).ExecuteAsync(context).ConfigureAwait(false);
    }

    private static async Task Note(long number, HttpContext context, DeskStore database, StoredPipeline pipeline, Func<DealNotes, StoredDeal, LocalDate, IFormCollection, bool> note)
    {
        if (await CallForms.Form(context).ConfigureAwait(false) is not { } form) return;
        var day = CallForms.Field(form, "on") is not { } said ? pipeline.Day : LocalDatePattern.Iso.Parse(said) is { Success: true } parsed ? parsed.Value : (LocalDate?)null;
        if (!database.Exists)
        {
            await Fault.Answer(context, StatusCodes.Status404NotFound, "no-deal").ConfigureAwait(false);
            return;
        }

        using var store = database.Open();
        if (store.Deals.SingleOrDefault(one => one.Number == number) is not { } deal) await Fault.Answer(context, StatusCodes.Status404NotFound, "no-deal").ConfigureAwait(false);
        else if (day is not { } on || !note(new DealNotes(store, database.Clock), deal, on, form)) await Fault.Answer(context, StatusCodes.Status400BadRequest, "bad-request").ConfigureAwait(false);
        else CallForms.SeeOther(context, DeskLanguage.IsOurPath(form["back"].ToString()) ? form["back"].ToString() : $"/deals/{number}");
    }
}
