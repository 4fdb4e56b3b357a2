namespace SoftNo.Server.Access;

/// <summary>What every answer tells the browser it may not do.</summary>
internal static class SecurityHeaders
{
    /// <summary>The policy of our own pages: only our files, no inline script or style, no frame, no request to anywhere else.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Sets them.</summary>
    public static Task Set(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        // Not "no-referrer": with it browsers hide the origin of our own forms, too, and the gate needs to see it.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        // Words of calls stay out of the browser's cache on disk.
        headers.CacheControl = "no-store";
        return next(context);
    }
}
