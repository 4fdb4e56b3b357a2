using SoftNo.Server.Calls;
using SoftNo.Settings;

namespace SoftNo.Server;

/// <summary>The language of an answer: what the request says, else what was chosen at the desk, else the settings', else the browser's, else French.</summary>
internal static class DeskLanguage
{
    private const string Cookie = "softno-language";

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public static string Of(HttpContext context)
    {
        if (context.Request.Query["lang"] is ["fr" or "en"] asked) return asked!;
        if (context.Request.Cookies[Cookie] is "fr" or "en") return context.Request.Cookies[Cookie]!;
        if (context.RequestServices.GetService<TeamSettings>()?.Language.Value is { } set) return set;
        foreach (var accepted in context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(one => one.Quality ?? 1))
        {
            if (accepted.Value.StartsWith("fr", StringComparison.OrdinalIgnoreCase)) return "fr";
            if (accepted.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase)) return "en";
        }

        return "fr";
    }

    /// <summary>Maps the switch.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/language", async context =>
    {
        if (await CallForms.Form(context).ConfigureAwait(false) is not { } form) return;
        var language = form["language"] == "fr" ? "fr" : "en";
        context.Response.Cookies.Append(
            Cookie, language, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = "/", IsEssential = true, MaxAge = TimeSpan.FromDays(365) });
        var back = form["back"].ToString();
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = IsOurPath(back) ? back : "/";
    });

    // "//elsewhere" and "/\elsewhere" are other sites' addresses to a browser.
    internal static bool IsOurPath(string back) => back is ['/', ..] and not ['/', '/' or '\\', ..] && back.All(letter => letter is > ' ' and < (char)127);
}
