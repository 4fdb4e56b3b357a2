using SoftNo.Reports;
using SoftNo.Rescue;
using SoftNo.Rescue.Files;
using SoftNo.Server.Access;
using SoftNo.Server.Calls;
using SoftNo.Server.Faults;

namespace SoftNo.Server.Rescue;

/// <summary>What to say, send and book for a call, for programs: as <c>softno.rescue/1</c>, or one of its files. Sends nothing.</summary>
internal static class RescueApi
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/v1/rescue", Fill).WithMetadata(Scope.Read);

    private static async Task Fill(HttpContext context, Readers readers)
    {
        var named = context.Request.Query["move"].ToString();
        var move = named.Length == 0 ? null : Moves.Parse(named);
        if (named.Length > 0 && move is null)
        {
            await Fault.Answer(context, StatusCodes.Status400BadRequest, "bad-move", named, string.Join(", ", Moves.All.Select(Moves.Name))).ConfigureAwait(false);
            return;
        }

        if (await ReadingsApi.Sent(context, readers).ConfigureAwait(false) is not ({ } found, { } given)) return;
        if (found.Calls.Count > 1)
        {
            await Fault.Answer(context, StatusCodes.Status422UnprocessableEntity, "several-calls", found.Calls.Count).ConfigureAwait(false);
            return;
        }

        var report = await readers.Read(found.Calls[0], given.Declared, context.RequestAborted).ConfigureAwait(false);
        var options = readers.Advice with { To = context.Request.Query["to"] is [{ Length: > 0 } to] ? to : null };
        var advice = readers.Playbook.Advise(report.Reading, options);
        var rescue = move is { } other && other != advice.Recommended?.Move ? readers.Playbook.Fill(other, report.Reading, options) : advice.Recommended!;
        var wanted = context.Request.Query["file"].ToString();
        if (wanted.Length == 0)
        {
            await Results.Content(ReportJson.Write(rescue), "application/json; charset=utf-8").ExecuteAsync(context).ConfigureAwait(false);
            return;
        }

        var file = RescueFiles.Of(readers.Playbook, report.Reading, rescue, readers.Us, readers.Settings.OurZone.Value, readers.Now).FirstOrDefault(one => one.Name == wanted);
        if (file is null) await Fault.Answer(context, StatusCodes.Status404NotFound, "no-such-file", wanted).ConfigureAwait(false);
        else await Results.Bytes(file.Bytes, file.MediaType, file.Name).ExecuteAsync(context).ConfigureAwait(false);
    }
}
