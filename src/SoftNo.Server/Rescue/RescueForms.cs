using System.Globalization;
using NodaTime;
using SoftNo.Rescue;
using SoftNo.Rescue.Files;
using SoftNo.Server.Calls;
using SoftNo.Server.Faults;
using SoftNo.Server.Shell;

namespace SoftNo.Server.Rescue;

/// <summary>One move of a call: said in three tones, its mail edited and taken away, its time chosen. Nothing is sent.</summary>
internal static class RescueForms
{
    private const int LongestMail = 20_000;

    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/calls/{id}/rescue/{move}", Show);
        routes.MapGet("/calls/{id}/rescue/{move}/{file}", Take);
        routes.MapPost("/calls/{id}/rescue/{move}/mail.eml", TakeEdited);
    }

    private static async Task Show(string id, string move, HttpContext context, CallDesk desk, Readers readers)
    {
        if (await Found(id, move, context, desk).ConfigureAwait(false) is not ({ } call, { } rescue)) return;
        await PageResult.Of<RescuePage>(context, ("Read", call), ("Rescue", rescue), ("Clock", readers.Playbook.Clock), ("OurZone", readers.Settings.OurZone.Value)).ExecuteAsync(context).ConfigureAwait(false);
    }

    /// <summary>A file of the move; <c>at</c> chooses one of the other times, from 1.</summary>
    private static async Task Take(string id, string move, string file, HttpContext context, CallDesk desk, Readers readers)
    {
        if (await Found(id, move, context, desk).ConfigureAwait(false) is not ({ } call, { } rescue)) return;
        var chosen = At(rescue, context.Request.Query["at"].ToString(), readers.Settings.OurZone.Value);
        await Answer(context, readers, call, chosen, file).ConfigureAwait(false);
    }

    private static async Task TakeEdited(string id, string move, HttpContext context, CallDesk desk, Readers readers)
    {
        if (await Found(id, move, context, desk).ConfigureAwait(false) is not ({ } call, { } rescue)) return;
        if (await CallForms.Form(context).ConfigureAwait(false) is not { } form) return;
        var (subject, body) = (CallForms.Field(form, "subject"), form["body"].ToString().ReplaceLineEndings("\n"));
        // A header is one line: what follows a line's end would be another header.
        if (subject is null || subject.Any(char.IsControl) || body.Length is 0 or > LongestMail) await Fault.Answer(context, StatusCodes.Status400BadRequest, "bad-request").ConfigureAwait(false);
        else await Answer(context, readers, call, rescue with { Mail = rescue.Mail with { Subject = subject, Body = body } }, "mail.eml").ConfigureAwait(false);
    }

    private static FilledRescue At(FilledRescue rescue, string at, DateTimeZone ours)
    {
        if (rescue.Hold is not { } hold || !int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place < 1 || place > hold.Alternatives.Count) return rescue;
        var start = hold.Alternatives[place - 1];
        return rescue with { Hold = hold with { Start = start, End = start.Plus(hold.End - hold.Start), OurStart = start.WithZone(ours), Alternatives = [], Note = null } };
    }

    private static async Task<(DeskCall Call, FilledRescue Rescue)?> Found(string id, string move, HttpContext context, CallDesk desk)
    {
        if (await CallForms.Shown(id, context, desk).ConfigureAwait(false) is not { } call) return null;
        if (call.Report.Advice.Rescues.FirstOrDefault(rescue => rescue.Move.Name() == move) is { } found) return (call, found);
        await Fault.Answer(context, StatusCodes.Status404NotFound, "no-such-file", move).ConfigureAwait(false);
        return null;
    }

    private static async Task Answer(HttpContext context, Readers readers, DeskCall call, FilledRescue rescue, string file)
    {
        var found = RescueFiles.Of(readers.Playbook, call.Report.Reading, rescue, readers.Us, readers.Settings.OurZone.Value, readers.Now).FirstOrDefault(one => one.Name == file);
        if (found is null) await Fault.Answer(context, StatusCodes.Status404NotFound, "no-such-file", file).ConfigureAwait(false);
        else await Results.Bytes(found.Bytes, found.MediaType, found.Name).ExecuteAsync(context).ConfigureAwait(false);
    }
}
