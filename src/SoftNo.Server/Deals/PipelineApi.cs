using System.Globalization;
using Microsoft.AspNetCore.Components;
using NodaTime;
using SoftNo.Reports.Deals;
using SoftNo.Server.Access;
using SoftNo.Server.Calls;
using SoftNo.Server.Faults;
using SoftNo.Server.Shell;
using SoftNo.Simulation.Story;
using SoftNo.Storage.Demo;
using SoftNo.Storage.Plans;

namespace SoftNo.Server.Deals;

/// <summary>The pipeline as the evidence has it, its plan, and what to do today: for people as pages, for programs as <c>softno.pipeline/1</c> and <c>softno.plan/1</c>.</summary>
internal static class PipelineApi
{
    // A double click asks twice: the second waits for the story that the first tells.
    private static readonly SemaphoreSlim OneDemo = new(1);

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/pipeline", (HttpContext context, StoredPipeline stored) => Page<PipelinePage>(context, stored));
        routes.MapGet("/today", (HttpContext context, StoredPipeline stored) => Page<TodayPage>(context, stored));
        routes.MapPost("/plan", Accept);
        routes.MapPost("/plan/{number:long}/undo", async (long number, HttpContext context, DeskStore database) =>
        {
            if (database.Change(store => new AppliedPlans(store, database.Clock).Undo(number), null) is null) await Fault.Answer(context, StatusCodes.Status404NotFound, "no-plan").ConfigureAwait(false);
            else CallForms.SeeOther(context, "/pipeline#plan");
        });
        routes.MapPost("/demo", Demo);
        routes.MapPost("/demo/leave", (HttpContext context, DeskStore database) =>
        {
            database.LeaveDemo();
            CallForms.SeeOther(context, "/");
        });
        routes.MapGet("/api/v1/forecast", (StoredPipeline stored) =>
        {
            var now = stored.Read();
            return Results.Content(PipelineJson.Of(now.Pipeline, now.Forecasts), "application/json; charset=utf-8");
        }).WithMetadata(Scope.Read);
        routes.MapGet("/api/v1/today", (StoredPipeline stored) =>
            Results.Content(string.Concat(stored.Read().Today.Select(card => $"{PipelineJson.Of(card.Change, card.Stake?.Amount)}\n")), "application/x-ndjson; charset=utf-8")).WithMetadata(Scope.Read);
    }

    private static Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult Page<TPage>(HttpContext context, StoredPipeline stored)
        where TPage : IComponent => PageResult.Of<TPage>(context, ("Now", stored.Read()));

    private static async Task Accept(HttpContext context, StoredPipeline pipeline, DeskStore database)
    {
        if (await CallForms.Form(context).ConfigureAwait(false) is not { } form) return;
        if (!database.Exists)
        {
            await Fault.Answer(context, StatusCodes.Status409Conflict, "other-plan").ConfigureAwait(false);
            return;
        }

        using var store = database.Open();
        var now = pipeline.Of(store);
        var plan = new ProposedPlan(now.Pipeline.AsOf, now.Plan);
        var places = form["line"].Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : 0).ToList();
        // The numbers hold for the plan that was shown: another day or another import gives another.
        if (form["plan"] != plan.Id || places.Any(place => place < 1 || place > plan.Lines.Count)) await Fault.Answer(context, StatusCodes.Status409Conflict, "other-plan").ConfigureAwait(false);
        else
        {
            if (places.Count > 0) new AppliedPlans(store, database.Clock).Apply(plan, places);
            CallForms.SeeOther(context, "/pipeline#plan");
        }
    }

    /// <summary>The told story, in a database of its own; never over real data.</summary>
    private static async Task Demo(HttpContext context, StoredPipeline pipeline, DeskStore database, Readers readers)
    {
        await OneDemo.WaitAsync(context.RequestAborted).ConfigureAwait(false);
        try
        {
            if (database is { Exists: true, IsDemo: false })
            {
                await Fault.Answer(context, StatusCodes.Status409Conflict, "no-demo").ConfigureAwait(false);
                return;
            }

            if (!database.IsDemo) await readers.Use(reader => Told(database, reader, pipeline.Day), context.RequestAborted).ConfigureAwait(false);
            CallForms.SeeOther(context, "/today");
        }
        finally
        {
            OneDemo.Release();
        }
    }

    private static bool Told(DeskStore database, CallReader reader, LocalDate day)
    {
        var whole = false;
        try
        {
            using var store = database.BeginDemo();
            DemoStore.Tell(store, database.Clock, reader, DemoStory.DefaultFolder, day);
            return whole = true;
        }
        finally
        {
            // Half a story would be taken for the demo at the next asking.
            if (!whole) database.LeaveDemo();
        }
    }
}
