using System.Reflection;
using SoftNo.Reports;
using SoftNo.Reports.Deals;
using SoftNo.Server.Access;

namespace SoftNo.Server.Shell;

/// <summary>Style and scripts, embedded: nothing comes from a folder or from outside.</summary>
internal static class Assets
{
    /// <summary>Maps them. They hold no word of a call, so they are open and may be cached while the page is up to date.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        Serve("/desk.css", "text/css; charset=utf-8", $"{ReportHtml.StyleSheet}\n{PipelineHtml.PartStyle}\n{Text("desk.css")}");
        Serve("/desk.js", "text/javascript; charset=utf-8", Text("desk.js"));
        Serve("/reading.js", "text/javascript; charset=utf-8", ReportHtml.PageScript);
        Serve("/desk.svg", "image/svg+xml", Text("desk.svg"));
        routes.MapGet("/api/v1/openapi.json", () => Results.Content(Text("openapi.json"), "application/json; charset=utf-8")).WithMetadata(Scope.Read);

        void Serve(string path, string type, string text) => routes.MapGet(path, () => Results.Content(text, type)).WithMetadata(OpenToAll.Mark);
    }

    /// <summary>The text of an embedded file.</summary>
    public static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"SoftNo.Server.{name}") ?? throw new InvalidOperationException($"No {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
