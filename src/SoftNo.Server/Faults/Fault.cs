using System.Text.Encodings.Web;
using System.Text.Json;
using SoftNo.Server.Access;
using SoftNo.Server.Shell;

namespace SoftNo.Server.Faults;

/// <summary>Refusals: for programs as problem details (RFC 9457) in both languages, for people as a page that says the cure.</summary>
internal static class Fault
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers with a refusal of our own words.</summary>
    public static Task Answer(HttpContext context, int status, string code, params object[] parts) =>
        Answer(context, status, DeskWords.Problem(code, context.Request.Path, parts));

    /// <summary>Answers with what is wrong with something the user gave.</summary>
    public static async Task Answer(HttpContext context, int status, Problem problem, IReadOnlyList<Problem>? all = null)
    {
        if (context.Response.HasStarted) return;
        context.Response.StatusCode = status;
        if (Gate.IsApi(context))
        {
            await context.Response.WriteAsJsonAsync(Details(status, problem, all ?? [problem], DeskLanguage.Of(context)), Readable, "application/problem+json").ConfigureAwait(false);
            return;
        }

        await PageResult.Of<FaultPage>(context, ("Problem", problem)).ExecuteAsync(context).ConfigureAwait(false);
    }

    /// <summary>Catches what no route expected: our bug, told without a word of the user's data.</summary>
    public static async Task Catch(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context).ConfigureAwait(false);
            if (context.GetEndpoint() is null && !context.Response.HasStarted && context.Response.StatusCode == StatusCodes.Status404NotFound)
                await Answer(context, StatusCodes.Status404NotFound, "no-page").ConfigureAwait(false);
            else if (context.Response is { StatusCode: StatusCodes.Status405MethodNotAllowed, HasStarted: false })
                await Answer(context, StatusCodes.Status405MethodNotAllowed, "no-page").ConfigureAwait(false);
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            await Answer(context, refused.StatusCode, refused.StatusCode == StatusCodes.Status413PayloadTooLarge ? "too-large" : "bad-request").ConfigureAwait(false);
        }
        catch (ShutException shut) when (!context.Response.HasStarted)
        {
            await Answer(context, StatusCodes.Status503ServiceUnavailable, shut.Problem).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Who asked has gone.
        }
#pragma warning disable CA1031 // The last resort: whatever nobody expected is our bug.
        catch (Exception unexpected) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            // The message may quote the user's data: the type and the trace are enough to find a bug.
            await Console.Error.WriteLineAsync($"{unexpected.GetType().FullName}\n{unexpected.StackTrace}").ConfigureAwait(false);
            await Answer(context, StatusCodes.Status500InternalServerError, "our-bug").ConfigureAwait(false);
        }
    }

    private static object Details(int status, Problem problem, IReadOnlyList<Problem> all, string language) => new
    {
        type = $"urn:softno:problem:{problem.Code}",
        title = problem.Text.In(language),
        status,
        detail = problem.Cure.In(language),
        code = problem.Code,
        problem = problem.Text,
        cure = problem.Cure,
        problems = all.Select(one => new { file = one.File, line = one.Line, column = one.Column, code = one.Code, problem = one.Text, cure = one.Cure }),
    };
}
