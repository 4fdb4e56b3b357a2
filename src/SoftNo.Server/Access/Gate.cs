using Microsoft.Net.Http.Headers;
using SoftNo.Server.Faults;

namespace SoftNo.Server.Access;

/// <summary>Marks a route that anybody on this machine may ask for: the way in, style and scripts.</summary>
internal sealed class OpenToAll
{
    /// <summary>The mark.</summary>
    public static OpenToAll Mark { get; } = new();
}

/// <summary>Decides on every request before any route runs: its host, its origin, who asks.</summary>
internal sealed class Gate(Sessions sessions, ApiKeys keys)
{
    /// <summary>A page of another name that resolves to this machine (DNS rebinding) shows itself by its host.</summary>
    public static bool IsOurHost(HttpContext context) =>
        context.Request.Host.Value is { } host && Names(context).Contains(host, StringComparer.OrdinalIgnoreCase);

    /// <summary>Lets a request through, or answers it.</summary>
    public async Task Pass(HttpContext context, RequestDelegate next)
    {
        if (!IsOurHost(context))
        {
            await Fault.Answer(context, StatusCodes.Status421MisdirectedRequest, "wrong-host").ConfigureAwait(false);
            return;
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<OpenToAll>() is not null)
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var (asker, byKey, scopes) = Who(context);
        if (asker is null)
        {
            if (IsApi(context)) context.Response.Headers.WWWAuthenticate = "Bearer";
            await Fault.Answer(context, StatusCodes.Status401Unauthorized, "who").ConfigureAwait(false);
            return;
        }

        if (!OriginIsOurs(context, byKey))
        {
            await Fault.Answer(context, StatusCodes.Status403Forbidden, "wrong-origin").ConfigureAwait(false);
            return;
        }

        // A route of the API that names no scope is open to no key.
        var scope = context.GetEndpoint()?.Metadata.GetMetadata<Scope>();
        if (byKey && context.GetEndpoint() is not null && (scope is null || !scopes.Contains(scope.Name)))
        {
            await Fault.Answer(context, StatusCodes.Status403Forbidden, "scope", scope?.Name ?? "–").ConfigureAwait(false);
            return;
        }

        context.Items[nameof(Gate)] = asker;
        await next(context).ConfigureAwait(false);
    }

    /// <summary>Who asks, for limits: a session's or a key's hash; null before the gate and on open routes.</summary>
    public static string? Asker(HttpContext context) => context.Items[nameof(Gate)] as string;

    /// <summary>Whether the answer is for a program.</summary>
    public static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    private (string? Asker, bool ByKey, IReadOnlyList<string> Scopes) Who(HttpContext context)
    {
        if (IsApi(context) && context.Request.Headers.Authorization is [{ } header])
            return header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && keys.Find(header[7..].Trim()) is { } key ? (key.Sha256, true, key.Scopes) : (null, true, []);
        return context.Request.Cookies[Sessions.CookieOf(context)] is { } token && sessions.Knows(token) ? (Secret.Hash(token), false, []) : (null, false, []);
    }

    /// <summary>Browsers name the origin of everything that changes something: without it, a session's cookie does not count there.</summary>
    private static bool OriginIsOurs(HttpContext context, bool byKey)
    {
        var origin = context.Request.Headers[HeaderNames.Origin].ToString();
        if (origin.Length > 0) return Names(context).Any(name => origin.Equals($"{context.Request.Scheme}://{name}", StringComparison.OrdinalIgnoreCase));
        return byKey || HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
    }

    private static string[] Names(HttpContext context) => [$"127.0.0.1:{context.Connection.LocalPort}", $"localhost:{context.Connection.LocalPort}"];
}
