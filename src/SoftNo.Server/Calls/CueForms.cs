using System.Globalization;
using System.Text.Encodings.Web;
using SoftNo.Cues;
using SoftNo.Reports;
using SoftNo.Server.Faults;
using SoftNo.Server.Shell;

namespace SoftNo.Server.Calls;

/// <summary>Cues dismissed and corrected by hand: the reading changes at once, and the word is kept.</summary>
internal static class CueForms
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/calls/{id}/cues/{cue}", Ask);
        routes.MapPost("/calls/{id}/cues/{cue}", Correct);
        routes.MapPost("/calls/{id}/corrections/{number:long}/undo", async (string id, long number, HttpContext context, CallDesk desk) =>
        {
            if (await CallForms.Correctable(id, context, desk).ConfigureAwait(false) is not { } shown) return;
            await desk.Undo(shown, number, context.RequestAborted).ConfigureAwait(false);
            CallForms.SeeOther(context, $"/calls/{id}#corrections");
        });
    }

    /// <summary>What a cue may be instead, as <c>kind</c> or <c>kind:topic</c>: kinds of its own side, without what it is.</summary>
    public static IEnumerable<(CueKind Kind, string? Topic)> Choices(Cue cue) =>
        CueKinds.All.Where(kind => cue.Side == SoftNo.Calls.Side.Unknown || kind.SideOf() is not { } side || side == cue.Side)
            .SelectMany(kind => kind.Topics() is { Count: > 0 } topics ? topics.Select(topic => (kind, (string?)topic)) : [(kind, null)])
            .Where(choice => choice != (cue.Kind, cue.Topic));

    /// <summary>The buttons under a cue's note.</summary>
    public static string UnderNote(string call, Cue cue, CallWords words)
    {
        var (place, quote) = ($"/calls/{call}/cues/{cue.Id}", HtmlEncoder.Default.Encode(Plain.Of(cue.Quote)));
        return $"<form method=\"post\" action=\"{place}\" class=\"fix\"><button type=\"submit\" name=\"as\" value=\"none\">{HtmlEncoder.Default.Encode(words.Dismiss)}<span class=\"unseen\"> {quote}</span></button>"
            + $" <a href=\"{place}\">{HtmlEncoder.Default.Encode(words.Correct)}<span class=\"unseen\"> {quote}</span></a></form>";
    }

    private static async Task Ask(string id, string cue, HttpContext context, CallDesk desk)
    {
        if (await CallForms.Correctable(id, context, desk).ConfigureAwait(false) is not { } shown) return;
        if (shown.Report.Reading.Cues.FirstOrDefault(one => one.Id == cue) is not { } found) await Fault.Answer(context, StatusCodes.Status404NotFound, "no-cue").ConfigureAwait(false);
        else await PageResult.Of<CuePage>(context, ("Read", shown), ("Cue", found)).ExecuteAsync(context).ConfigureAwait(false);
    }

    private static async Task Correct(string id, string cue, HttpContext context, CallDesk desk)
    {
        if (await CallForms.Correctable(id, context, desk).ConfigureAwait(false) is not { } shown) return;
        if (await CallForms.Form(context).ConfigureAwait(false) is not { } form) return;
        var found = shown.Report.Reading.Cues.FirstOrDefault(one => one.Id == cue);
        if (found is null)
        {
            await Fault.Answer(context, StatusCodes.Status404NotFound, "no-cue").ConfigureAwait(false);
            return;
        }

        var (right, kind, topic) = Said(form["as"].ToString(), found);
        if (!right) await Fault.Answer(context, StatusCodes.Status400BadRequest, "bad-request").ConfigureAwait(false);
        else if (!await desk.CorrectCue(shown, cue, kind, topic, CallForms.Field(form, "why"), context.RequestAborted).ConfigureAwait(false))
            await Fault.Answer(context, StatusCodes.Status404NotFound, "no-cue").ConfigureAwait(false);
        else CallForms.SeeOther(context, string.Create(CultureInfo.InvariantCulture, $"/calls/{id}#turn-{found.Turn}"));
    }

    /// <summary>What is said of a cue: <c>none</c>, <c>kind</c> or <c>kind:topic</c>.</summary>
    public static (bool Right, CueKind? Kind, string? Topic) Said(string said, Cue cue)
    {
        if (said == "none") return (true, null, null);
        var choice = Choices(cue).Where(one => Name(one) == said).Cast<(CueKind Kind, string? Topic)?>().FirstOrDefault();
        return (choice is not null, choice?.Kind, choice?.Topic);
    }

    /// <summary>A choice's name.</summary>
    public static string Name((CueKind Kind, string? Topic) choice) => choice.Topic is null ? choice.Kind.Name() : $"{choice.Kind.Name()}:{choice.Topic}";
}
