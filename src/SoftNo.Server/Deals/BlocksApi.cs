using NodaTime;
using SoftNo.Deals;
using SoftNo.Deals.Imports;
using SoftNo.Reports.Deals;
using SoftNo.Server.Access;
using SoftNo.Server.Calls;
using SoftNo.Server.Shell;
using SoftNo.Storage.Calls;

namespace SoftNo.Server.Deals;

/// <summary>Where it blocks, the talk or the process: for people as a page, for programs as <c>softno.diagnosis/1</c>.</summary>
internal static class BlocksApi
{
    private static readonly Lazy<DiagnosisRules> Rules = new(() => DiagnosisRules.Load(CrmWords.DefaultFolder));

    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/blocks", (HttpContext context, DeskStore database, Readers readers, StoredPipeline pipeline) =>
        {
            var (found, people) = Of(context, database, readers, pipeline);
            return PageResult.Of<BlocksPage>(context, ("Found", found), ("People", people), ("Rules", Rules.Value), ("Me", context.Request.Query["me"].ToString()));
        });
        routes.MapGet("/api/v1/diagnosis", (HttpContext context, DeskStore database, Readers readers, StoredPipeline pipeline) =>
            Of(context, database, readers, pipeline) is ({ } found, var people) ? Results.Content(DiagnosisReport.Json(found, people) + "\n", "application/json; charset=utf-8") : Results.StatusCode(StatusCodes.Status204NoContent))
            .WithMetadata(Scope.Read);
    }

    private static (Diagnosis? Found, int? People) Of(HttpContext context, DeskStore database, Readers readers, StoredPipeline pipeline)
    {
        var settings = readers.Settings;
        var usual = settings.Names.Value.Count > 0 ? settings.Names.Value[0] : settings.Address.Value;
        var me = context.Request.Query["me"] is [{ Length: > 0 } said] ? said : null;
        return database.Read<(Diagnosis?, int?)>(store => TeamDiagnosis.Of(store, LocalDate.MinIsoValue, pipeline.Day, me, usual, Rules.Value), (null, null));
    }
}
