using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SoftNo.Server.Shell;

/// <summary>Makes a page's answer.</summary>
internal static class PageResult
{
    /// <summary>The page, in the language of who asks, with what it is given.</summary>
    public static RazorComponentResult Of<TPage>(HttpContext context, params ReadOnlySpan<(string Name, object? Value)> given)
        where TPage : IComponent
    {
        var language = DeskLanguage.Of(context);
        // Where a form was posted, the page to come back to is the one that holds the form.
        var path = HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments("/enter", StringComparison.Ordinal) ? $"{context.Request.Path}{context.Request.QueryString}" : "/";
        var parameters = new Dictionary<string, object?> { ["View"] = new View(DeskWords.In(language), language, path) };
        foreach (var (name, value) in given) parameters[name] = value;
        return new RazorComponentResult(typeof(TPage), parameters) { PreventStreamingRendering = true, StatusCode = context.Response.StatusCode };
    }
}
