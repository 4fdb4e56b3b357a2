using System.Text.Json;
using SoftNo.Reports.Practice;
using SoftNo.Server.Access;
using SoftNo.Server.Calls;
using SoftNo.Server.Faults;
using SoftNo.Server.Shell;

namespace SoftNo.Server.Decoding;

/// <summary>What an American means by some words: for people as a page or a part of one, for programs as <c>softno.decode/1</c>.</summary>
internal static class DecodeApi
{
    /// <summary>The most letters that are explained at once: a long mail.</summary>
    public const int LongestText = 100_000;

    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/decode", Explain);
        routes.MapPost("/api/v1/decode", ExplainToProgram).WithMetadata(Scope.Read);
    }

    private static async Task Explain(HttpContext context, Readers readers)
    {
        if (await CallForms.Form(context).ConfigureAwait(false) is not { } form) return;
        var words = form["words"].ToString();
        if (words.Trim().Length == 0 || words.Length > LongestText)
        {
            await Fault.Answer(context, StatusCodes.Status400BadRequest, words.Length > LongestText ? "too-large" : "no-words").ConfigureAwait(false);
            return;
        }

        var decoded = readers.Decoder.Explain(words, "-");
        if (context.Request.Query["part"] == "1") await Results.Content(DecodeHtml.Write(decoded, DeskLanguage.Of(context)), "text/html; charset=utf-8").ExecuteAsync(context).ConfigureAwait(false);
        else await PageResult.Of<DecodePage>(context, ("Explained", decoded)).ExecuteAsync(context).ConfigureAwait(false);
    }

    private static async Task ExplainToProgram(HttpContext context, Readers readers)
    {
        string? words;
        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted).ConfigureAwait(false);
            words = body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty("words", out var said) && said.ValueKind == JsonValueKind.String ? said.GetString() : null;
        }
        catch (JsonException)
        {
            await Fault.Answer(context, StatusCodes.Status400BadRequest, "bad-request").ConfigureAwait(false);
            return;
        }

        if (words is null || words.Trim().Length == 0)
        {
            await Fault.Answer(context, StatusCodes.Status400BadRequest, "no-words").ConfigureAwait(false);
            return;
        }

        if (words.Length > LongestText)
        {
            await Fault.Answer(context, StatusCodes.Status413PayloadTooLarge, "too-large").ConfigureAwait(false);
            return;
        }

        await Results.Content(DecodeReport.Json(readers.Decoder.Explain(words, "-"), DeskLanguage.Of(context)), "application/json; charset=utf-8").ExecuteAsync(context).ConfigureAwait(false);
    }
}
