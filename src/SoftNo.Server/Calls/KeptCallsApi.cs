using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;
using SoftNo.Reports;
using SoftNo.Server.Access;
using SoftNo.Server.Faults;
using SoftNo.Signals;
using SoftNo.Storage.Calls;

namespace SoftNo.Server.Calls;

/// <summary>Kept calls for programs: listed, read, given, corrected, tied to deals. Every write may be repeated: the same again changes nothing.</summary>
internal static class KeptCallsApi
{
    private const int Most = 500;

    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/calls", All).WithMetadata(Scope.Read);
        routes.MapPost("/api/v1/calls", Give).WithMetadata(Scope.Write);
        routes.MapGet("/api/v1/calls/{id}", One).WithMetadata(Scope.Read);
        routes.MapGet("/api/v1/calls/{id}/corrections", Corrections).WithMetadata(Scope.Read);
        routes.MapPost("/api/v1/calls/{id}/cues/{cue}", Correct).WithMetadata(Scope.Write);
        routes.MapDelete("/api/v1/calls/{id}/corrections/{number:long}", Undo).WithMetadata(Scope.Write);
        routes.MapGet("/api/v1/unmatched", (KeptCalls kept) => Results.Json(new { items = kept.Waiting().Select(call => new { number = call.Number, id = call.Fingerprint, file = call.File, title = call.Title }) })).WithMetadata(Scope.Read);
        routes.MapPost("/api/v1/unmatched/{number:long}", Settle).WithMetadata(Scope.Write);
    }

    /// <summary>The page that a request asks for: <c>skip</c> and <c>take</c>, at most 500; null where they are no numbers, which is answered.</summary>
    public static async Task<(int Skip, int Take)?> Page(HttpContext context)
    {
        var (skip, take) = (Number("skip", 0), Number("take", 100));
        if (skip is { } from && take is > 0 and <= Most) return (from, take.Value);
        await Fault.Answer(context, StatusCodes.Status400BadRequest, "bad-value", "skip, take", context.Request.QueryString.Value ?? "", $"0…, 1–{Most}").ConfigureAwait(false);
        return null;

        int? Number(string name, int usual) => context.Request.Query[name] is not [{ Length: > 0 } text] ? usual : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>The body's members, all texts; null where it is no JSON object, which is answered.</summary>
    public static async Task<IReadOnlyDictionary<string, string?>?> Body(HttpContext context)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted).ConfigureAwait(false);
            if (body.RootElement.ValueKind == JsonValueKind.Object)
                return body.RootElement.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString() : member.Value.ValueKind == JsonValueKind.Null ? null : member.Value.GetRawText());
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            // Answered below: no JSON, or a member twice.
        }

        await Fault.Answer(context, StatusCodes.Status400BadRequest, "bad-request").ConfigureAwait(false);
        return null;
    }

    private static async Task All(HttpContext context, DeskStore database)
    {
        if (await Page(context).ConfigureAwait(false) is not (var skip, var take)) return;
        var found = database.Read(store => ReadingList.Page(store, skip: skip, take: take + 1), []);
        await Results.Json(new
        {
            items = found.Take(take).Select(call => new
            {
                number = call.CallNumber, id = call.Id, file = call.File, title = call.Title, startedAt = call.StartedAt is { } at ? OffsetDateTimePattern.Rfc3339.Format(at) : null, verdict = call.Figures.Verdict.Name(),
                deal = call.DealNumber is { } number ? new { number, name = call.DealName } : null, matchedBy = call.MatchedBy, confidence = call.MatchConfidence, hasWords = call.HasWords,
            }),
            next = found.Count > take ? $"/api/v1/calls?skip={skip + take}&take={take}" : null,
        }).ExecuteAsync(context).ConfigureAwait(false);
    }

    private static async Task Give(HttpContext context, Readers readers, CallDesk desk, KeptCalls kept)
    {
        if (await ReadingsApi.Sent(context, readers).ConfigureAwait(false) is not ({ } found, { } given)) return;
        var (consent, deal) = (Text(context, "consent"), Text(context, "deal"));
        var lines = new List<string>();
        foreach (var call in found.Calls)
        {
            var shown = await desk.Add(call, given.Declared, context.RequestAborted).ConfigureAwait(false);
            var (stored, problem) = await kept.Keep(shown, consent, deal, context.RequestAborted).ConfigureAwait(false);
            if (stored is null)
            {
                desk.Forget(shown.Id);
                await Fault.Answer(context, StatusCodes.Status422UnprocessableEntity, problem!).ConfigureAwait(false);
                return;
            }

            lines.Add(Told(stored));
        }

        await Results.Content(string.Concat(lines.Select(line => line + "\n")), lines.Count == 1 ? "application/json; charset=utf-8" : "application/x-ndjson; charset=utf-8").ExecuteAsync(context).ConfigureAwait(false);
    }

    private static string Told(JustKept call) => JsonSerializer.Serialize(new
    {
        schema = "softno.call/1", id = call.Id, number = call.How.Number, verdict = call.Verdict.Name(), consent = call.How.Consent,
        deal = call.How.DealNumber is { } number ? new { number, name = call.How.DealName } : null, matchedBy = call.How.MatchedBy, confidence = call.How.Confidence,
    });

    private static async Task One(string id, HttpContext context, CallDesk desk)
    {
        if (await CallForms.Shown(id, context, desk).ConfigureAwait(false) is { } shown) await Reading(context, shown).ConfigureAwait(false);
    }

    /// <summary>The reading, unless who asks has it already (<c>If-None-Match</c>).</summary>
    private static async Task Reading(HttpContext context, DeskCall shown)
    {
        var text = ReportJson.Write(shown.Report, DeskLanguage.Of(context)) + "\n";
        var tag = $"\"{Secret.Hash(text)[..32]}\"";
        context.Response.Headers.ETag = tag;
        if (HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.IfNoneMatch.Contains(tag)) context.Response.StatusCode = StatusCodes.Status304NotModified;
        else await Results.Content(text, "application/json; charset=utf-8").ExecuteAsync(context).ConfigureAwait(false);
    }

    private static async Task Corrections(string id, HttpContext context, CallDesk desk)
    {
        if (await CallForms.Shown(id, context, desk).ConfigureAwait(false) is not { } shown) return;
        await Results.Json(new
        {
            items = shown.Corrections.Select(one => new
            {
                number = one.Number, kind = SoftNo.Cues.CueKinds.Name(one.Correction.Kind), turn = one.Correction.Turn, start = one.Correction.Span.Start, end = one.Correction.Span.End,
                instead = one.Correction.Instead is { } kind ? CueForms.Name((kind, one.Correction.Topic)) : null, quote = one.Quote,
            }),
        }).ExecuteAsync(context).ConfigureAwait(false);
    }

    private static async Task Correct(string id, string cue, HttpContext context, CallDesk desk)
    {
        if (await CallForms.Correctable(id, context, desk).ConfigureAwait(false) is not { } shown || await Body(context).ConfigureAwait(false) is not { } body) return;
        if (shown.Report.Reading.Cues.FirstOrDefault(one => one.Id == cue) is not { } found)
        {
            await Fault.Answer(context, StatusCodes.Status404NotFound, "no-cue").ConfigureAwait(false);
            return;
        }

        var (right, kind, topic) = CueForms.Said(body.GetValueOrDefault("as") ?? "", found);
        if (!right)
        {
            var choices = CueForms.Choices(found).Select(CueForms.Name).Prepend("none");
            await Fault.Answer(context, StatusCodes.Status400BadRequest, "bad-value", "as", body.GetValueOrDefault("as") ?? "", string.Join(", ", choices)).ConfigureAwait(false);
            return;
        }

        await desk.CorrectCue(shown, cue, kind, topic, body.GetValueOrDefault("why"), context.RequestAborted).ConfigureAwait(false);
        await One(id, context, desk).ConfigureAwait(false);
    }

    private static async Task Undo(string id, long number, HttpContext context, CallDesk desk)
    {
        if (await CallForms.Correctable(id, context, desk).ConfigureAwait(false) is not { } shown) return;
        await desk.Undo(shown, number, context.RequestAborted).ConfigureAwait(false);
        await One(id, context, desk).ConfigureAwait(false);
    }

    private static async Task Settle(long number, HttpContext context, KeptCalls kept)
    {
        if (await Body(context).ConfigureAwait(false) is not { } body) return;
        var (isCall, problem) = kept.Settle(number, body.GetValueOrDefault("deal") ?? "");
        if (!isCall) await Fault.Answer(context, StatusCodes.Status404NotFound, "no-call").ConfigureAwait(false);
        else if (problem is not null) await Fault.Answer(context, StatusCodes.Status422UnprocessableEntity, problem).ConfigureAwait(false);
        else context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static string? Text(HttpContext context, string name) => context.Request.Query[name] is [{ Length: > 0 } text] ? text : null;
}
