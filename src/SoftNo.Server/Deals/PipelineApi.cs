using Microsoft.AspNetCore.Components;
using SoftNo.Reports.Deals;
using SoftNo.Server.Faults;
using SoftNo.Server.Shell;

namespace SoftNo.Server.Deals;

/// <summary>The pipeline as the evidence has it, and what to do today: for people as pages, for programs as <c>softno.pipeline/1</c> and <c>softno.plan/1</c>.</summary>
internal static class PipelineApi
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/pipeline", (HttpContext context, StoredPipeline stored) => Show<PipelinePage>(context, stored));
        routes.MapGet("/today", (HttpContext context, StoredPipeline stored) => Show<TodayPage>(context, stored));
        routes.MapGet("/api/v1/forecast", (HttpContext context, StoredPipeline stored) =>
            Answer(context, stored, "application/json; charset=utf-8", now => PipelineJson.Of(now.Pipeline, now.Forecasts)));
        routes.MapGet("/api/v1/today", (HttpContext context, StoredPipeline stored) =>
            Answer(context, stored, "application/x-ndjson; charset=utf-8", now => string.Concat(now.Today.Select(card => $"{PipelineJson.Of(card.Change, card.Stake?.Amount)}\n"))));
    }

    private static async Task Show<TPage>(HttpContext context, StoredPipeline stored)
        where TPage : IComponent
    {
        var (now, problem) = stored.Read();
        if (now is null) await Fault.Answer(context, StatusCodes.Status503ServiceUnavailable, problem!).ConfigureAwait(false);
        else await PageResult.Of<TPage>(context, ("Now", now)).ExecuteAsync(context).ConfigureAwait(false);
    }

    private static async Task Answer(HttpContext context, StoredPipeline stored, string type, Func<PipelineNow, string> write)
    {
        var (now, problem) = stored.Read();
        if (now is null) await Fault.Answer(context, StatusCodes.Status503ServiceUnavailable, problem!).ConfigureAwait(false);
        else await Results.Content(write(now), type).ExecuteAsync(context).ConfigureAwait(false);
    }
}
