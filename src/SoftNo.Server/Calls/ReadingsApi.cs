using System.Text;
using SoftNo.Reports;
using SoftNo.Server.Access;
using SoftNo.Server.Faults;
using SoftNo.Transcripts;

namespace SoftNo.Server.Calls;

/// <summary>Calls to readings for programs. Stores nothing.</summary>
internal static class ReadingsApi
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/v1/readings", Read).WithMetadata(Scope.Read);
        routes.MapGet("/api/v1/formats", () => Results.Json(TranscriptReader.Known.Select(format => new { name = format.Name, title = format.Title }))).WithMetadata(Scope.Read);
    }

    /// <summary>What the request sent, found in it; null where it was refused, which is answered.</summary>
    /// <remarks>The body is one file of any format, as it is, whatever its content type; or a <c>multipart/form-data</c> form with one file in it.</remarks>
    public static async Task<(TranscriptResult Found, Given Given)?> Sent(HttpContext context, Readers readers)
    {
        var (given, problem) = Given.Of(context.Request.Query);
        if (problem is not null)
        {
            await Fault.Answer(context, StatusCodes.Status400BadRequest, problem).ConfigureAwait(false);
            return null;
        }

        var name = context.Request.Query["name"] is [{ Length: > 0 } said] ? CallForms.NameOf(said) : "-";
        using var bytes = new MemoryStream();
        // curl's --data-binary says x-www-form-urlencoded of any file: only a form with parts is one.
        if (CallForms.HasParts(context.Request))
        {
            if (await CallForms.Form(context).ConfigureAwait(false) is not { } form) return null;
            if (form.Files.Count > 0)
            {
                name = CallForms.NameOf(form.Files[0].FileName);
                await form.Files[0].CopyToAsync(bytes, context.RequestAborted).ConfigureAwait(false);
            }
        }
        else
        {
            await context.Request.Body.CopyToAsync(bytes, context.RequestAborted).ConfigureAwait(false);
        }

        if (bytes.Length == 0)
        {
            await Fault.Answer(context, StatusCodes.Status400BadRequest, "no-file").ConfigureAwait(false);
            return null;
        }

        bytes.Position = 0;
        var found = readers.Calls(bytes, name, given);
        if (found.Calls.Count > 0) return (found, given);
        await Fault.Answer(context, StatusCodes.Status422UnprocessableEntity, found.Problems[0], found.Problems).ConfigureAwait(false);
        return null;
    }

    private static async Task Read(HttpContext context, Readers readers)
    {
        if (await Sent(context, readers).ConfigureAwait(false) is not ({ } found, { } given)) return;
        var language = DeskLanguage.Of(context);
        var one = found is { Calls.Count: 1, Problems.Count: 0 };
        context.Response.ContentType = one ? "application/json; charset=utf-8" : "application/x-ndjson; charset=utf-8";
        // As the command writes them: a line a call, then a line a problem.
        foreach (var call in found.Calls)
        {
            var report = await readers.Read(call, given.Declared, context.RequestAborted).ConfigureAwait(false);
            await context.Response.WriteAsync($"{ReportJson.Write(report, language)}\n", Encoding.UTF8, context.RequestAborted).ConfigureAwait(false);
        }

        foreach (var problem in found.Problems) await context.Response.WriteAsync($"{ReportJson.Write(problem, language)}\n", Encoding.UTF8, context.RequestAborted).ConfigureAwait(false);
    }
}
