using SoftNo.Server.Faults;

namespace SoftNo.Server.Access;

/// <summary>The way in and out.</summary>
internal static class EnterApi
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/enter", Enter).WithMetadata(OpenToAll.Mark);
        routes.MapPost("/leave", Leave);
    }

    private static async Task Enter(HttpContext context, Sessions sessions)
    {
        if (context.Request.Query["key"] is not [{ Length: > 0 } key] || sessions.Exchange(key) is not { } token)
        {
            await Fault.Answer(context, StatusCodes.Status401Unauthorized, "used-key").ConfigureAwait(false);
            return;
        }

        context.Response.Cookies.Append(
            Sessions.CookieOf(context), token,
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = "/", IsEssential = true });
        context.Response.Redirect("/");
    }

    private static void Leave(HttpContext context, Sessions sessions)
    {
        var name = Sessions.CookieOf(context);
        if (context.Request.Cookies[name] is { } token) sessions.Leave(token);
        context.Response.Cookies.Delete(name);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = "/";
    }
}
