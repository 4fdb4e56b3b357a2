using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using SoftNo.Deals.Imports;
using SoftNo.Reports.Deals;
using SoftNo.Rescue;
using SoftNo.Server.Access;
using SoftNo.Server.Calls;
using SoftNo.Server.Faults;
using SoftNo.Storage.Deals;
using SoftNo.Storage.Plans;

namespace SoftNo.Server.Deals;

/// <summary>Deals, their plan and what is noted of them, for programs. Every write may be repeated: the same again changes nothing.</summary>
internal static class DealsApi
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/deals", All).WithMetadata(Scope.Read);
        routes.MapPost("/api/v1/deals", Import).WithMetadata(Scope.Write);
        routes.MapGet("/api/v1/deals/{number:long}", One).WithMetadata(Scope.Read);
        routes.MapPost("/api/v1/deals/{number:long}/outcome", (long number, HttpContext context, DeskStore database, StoredPipeline pipeline) => Note(number, context, database, pipeline, (notes, deal, day, body) =>
        {
            if (!DealApi.Outcomes.Contains(body.GetValueOrDefault("outcome"))) return false;
            notes.Outcome(deal, body["outcome"]!, day);
            return true;
        })).WithMetadata(Scope.Write);
        routes.MapPost("/api/v1/deals/{number:long}/sent", (long number, HttpContext context, DeskStore database, StoredPipeline pipeline) => Note(number, context, database, pipeline, (notes, deal, day, body) =>
        {
            var answer = body.GetValueOrDefault("answer");
            if (Moves.Parse(body.GetValueOrDefault("move") ?? "") is not { } move || (answer is not null && !DealApi.Answers.Contains(answer))) return false;
            notes.Sent(deal, move.Name(), day, answer);
            return true;
        })).WithMetadata(Scope.Write);
        routes.MapGet("/api/v1/plan", (HttpContext context, StoredPipeline pipeline) =>
        {
            var now = pipeline.Read();
            context.Response.Headers.ETag = $"\"{now.PlanId}\"";
            return Results.Content(string.Concat(now.Plan.Select(change => PipelineJson.Of(change) + "\n")), "application/x-ndjson; charset=utf-8");
        }).WithMetadata(Scope.Read);
        routes.MapPost("/api/v1/plan", Accept).WithMetadata(Scope.Write);
        routes.MapPost("/api/v1/plan/{number:long}/undo", Undo).WithMetadata(Scope.Write);
    }

    private static async Task All(HttpContext context, DeskStore database)
    {
        if (await KeptCallsApi.Page(context).ConfigureAwait(false) is not (var skip, var take)) return;
        var found = database.Read<IReadOnlyList<StoredDeal>>(store => [.. store.Deals.AsNoTracking().OrderBy(deal => deal.Number).Skip(skip).Take(take + 1)], []);
        var items = string.Join(',', found.Take(take).Select(deal => DealJson.Write(deal.ToDeal([])).Insert(1, string.Create(CultureInfo.InvariantCulture, $"\"number\":{deal.Number},"))));
        var next = found.Count > take ? $"\"/api/v1/deals?skip={skip + take}&take={take}\"" : "null";
        await Results.Content($"{{\"items\":[{items}],\"next\":{next}}}", "application/json; charset=utf-8").ExecuteAsync(context).ConfigureAwait(false);
    }

    private static async Task Import(HttpContext context, StoredPipeline pipeline, KeptCalls kept)
    {
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted).ConfigureAwait(false);
        var name = context.Request.Query["name"] is [{ Length: > 0 } said] ? CallForms.NameOf(said) : "-";
        var read = new DealFileReader(CrmWords.Load(CrmWords.DefaultFolder)).Read(bytes.ToArray(), name, new DealFileOptions { Today = pipeline.Day });
        if (read.File is not { } file)
        {
            await Fault.Answer(context, StatusCodes.Status422UnprocessableEntity, read.Problem!).ConfigureAwait(false);
            return;
        }

        await Results.Content(DealJson.Write(kept.Import(file)) + "\n", "application/json; charset=utf-8").ExecuteAsync(context).ConfigureAwait(false);
    }

    private static async Task One(long number, HttpContext context, DeskStore database, StoredPipeline pipeline)
    {
        var text = database.Read(store =>
        {
            if (store.Deals.AsNoTracking().SingleOrDefault(deal => deal.Number == number) is not { } stored) return null;
            return pipeline.Of(store).Pipeline.Deals.FirstOrDefault(deal => deal.Deal.Number == number) is { } open ? PipelineJson.Of(open) : DealJson.Write(stored.ToDeal([]));
        }, null);
        if (text is null) await Fault.Answer(context, StatusCodes.Status404NotFound, "no-deal").ConfigureAwait(false);
        else await Results.Content(text + "\n", "application/json; charset=utf-8").ExecuteAsync(context).ConfigureAwait(false);
    }

    private static async Task Note(long number, HttpContext context, DeskStore database, StoredPipeline pipeline, Func<DealNotes, StoredDeal, LocalDate, IReadOnlyDictionary<string, string?>, bool> note)
    {
        if (await KeptCallsApi.Body(context).ConfigureAwait(false) is not { } body) return;
        var day = body.GetValueOrDefault("on") is not { } said ? pipeline.Day : LocalDatePattern.Iso.Parse(said) is { Success: true } parsed ? parsed.Value : (LocalDate?)null;
        if (database.Exists)
        {
            using var store = database.Open();
            if (store.Deals.SingleOrDefault(one => one.Number == number) is { } deal)
            {
                if (day is { } on && note(new DealNotes(store, database.Clock), deal, on, body)) context.Response.StatusCode = StatusCodes.Status204NoContent;
                else await Fault.Answer(context, StatusCodes.Status400BadRequest, "bad-request").ConfigureAwait(false);
                return;
            }
        }

        await Fault.Answer(context, StatusCodes.Status404NotFound, "no-deal").ConfigureAwait(false);
    }

    private static async Task Accept(HttpContext context, DeskStore database, StoredPipeline pipeline)
    {
        if (await KeptCallsApi.Body(context).ConfigureAwait(false) is not { } body) return;
        List<int>? places = null;
        try
        {
            places = JsonSerializer.Deserialize<List<int>>(body.GetValueOrDefault("lines") ?? "");
        }
        catch (JsonException)
        {
            // Answered as another plan: no line of it can be meant.
        }

        if (places is { Count: > 0 } && database.Exists)
        {
            using var store = database.Open();
            var now = pipeline.Of(store);
            var plan = new ProposedPlan(now.Pipeline.AsOf, now.Plan);
            if (body.GetValueOrDefault("plan") == plan.Id && places.TrueForAll(place => place >= 1 && place <= plan.Lines.Count))
            {
                var (stored, lines) = new AppliedPlans(store, database.Clock).Apply(plan, places);
                await Results.Json(new { number = stored.Number, lines = lines.Count }).ExecuteAsync(context).ConfigureAwait(false);
                return;
            }
        }

        await Fault.Answer(context, StatusCodes.Status409Conflict, "other-plan").ConfigureAwait(false);
    }

    private static async Task Undo(long number, HttpContext context, DeskStore database)
    {
        if (database.Exists)
        {
            using var store = database.Open();
            if (new AppliedPlans(store, database.Clock).Undo(number) is { } undone)
            {
                await Results.Json(new { number = undone.Plan.Number, restored = undone.Restored.Count, left = undone.Left.Count }).ExecuteAsync(context).ConfigureAwait(false);
                return;
            }
        }

        await Fault.Answer(context, StatusCodes.Status404NotFound, "no-plan").ConfigureAwait(false);
    }
}
