using Microsoft.AspNetCore.Components;
using SoftNo.Reports.Deals;
using SoftNo.Server.Shell;

namespace SoftNo.Server.Deals;

/// <summary>The pipeline as the evidence has it, and what to do today: for people as pages, for programs as <c>softno.pipeline/1</c> and <c>softno.plan/1</c>.</summary>
internal static class PipelineApi
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/pipeline", (HttpContext context, StoredPipeline stored) => Page<PipelinePage>(context, stored));
        routes.MapGet("/today", (HttpContext context, StoredPipeline stored) => Page<TodayPage>(context, stored));
        routes.MapGet("/api/v1/forecast", (StoredPipeline stored) =>
        {
            var now = stored.Read();
            return Results.Content(PipelineJson.Of(now.Pipeline, now.Forecasts), "application/json; charset=utf-8");
        });
        routes.MapGet("/api/v1/today", (StoredPipeline stored) =>
            Results.Content(string.Concat(stored.Read().Today.Select(card => $"{PipelineJson.Of(card.Change, card.Stake?.Amount)}\n")), "application/x-ndjson; charset=utf-8"));
    }

    private static Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult Page<TPage>(HttpContext context, StoredPipeline stored)
        where TPage : IComponent => PageResult.Of<TPage>(context, ("Now", stored.Read()));
}
