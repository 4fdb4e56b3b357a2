using System.Text;
using SoftNo.Calls;
using SoftNo.Rescue;
using SoftNo.Rescue.Files;
using SoftNo.Server.Faults;
using SoftNo.Server.Shell;

namespace SoftNo.Server.Calls;

/// <summary>The pages of calls and their forms. Each works without a script.</summary>
internal static class CallForms
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (HttpContext context, CallDesk desk, ServeSettings settings) =>
            PageResult.Of<DropPage>(context, ("Calls", desk.All), ("Refused", desk.Refused), ("LargestMegabytes", (int)(settings.MaxUpload / 1_000_000))));
        routes.MapPost("/calls", Drop);
        routes.MapGet("/calls/{id}", Show);
        routes.MapPost("/calls/{id}/sides", Correct);
        routes.MapPost("/calls/{id}/forget", (string id, HttpContext context, CallDesk desk) =>
        {
            desk.Forget(id);
            SeeOther(context, "/");
        });
        routes.MapGet("/calls/{id}/rescue/{move}/{file}", Take);
    }

    /// <summary>Sends the browser to a page after a form, so that a reload posts nothing twice.</summary>
    public static void SeeOther(HttpContext context, string path)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = path;
    }

    private static async Task Drop(HttpContext context, CallDesk desk)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        var files = form.Files.Where(file => file.Length > 0).Select(file => (Name: NameOf(file.FileName), Bytes: file.OpenReadStream())).ToList();
        var pasted = form["text"].ToString();
        if (pasted.Trim().Length > 0) files.Add((DeskLanguage.Of(context) == "fr" ? "texte collé" : "pasted text", new MemoryStream(Encoding.UTF8.GetBytes(pasted))));
        if (files.Count == 0)
        {
            await Fault.Answer(context, StatusCodes.Status400BadRequest, "no-file").ConfigureAwait(false);
            return;
        }

        var dropped = await desk.Drop(files, Given.Nothing, context.RequestAborted).ConfigureAwait(false);
        SeeOther(context, dropped is { Calls: [var only], Problems.Count: 0 } ? $"/calls/{only}" : "/");
    }

    /// <summary>The last part of a name: what a browser sends may hold folders.</summary>
    public static string NameOf(string sent) => sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..] is { Length: > 0 } name ? name : "-";

    private static async Task Show(string id, HttpContext context, CallDesk desk, Readers readers)
    {
        if (desk.Find(id) is not { } read)
        {
            await Fault.Answer(context, StatusCodes.Status404NotFound, "no-call").ConfigureAwait(false);
            return;
        }

        await PageResult.Of<CallPage>(context, ("Read", read), ("Clock", readers.Playbook.Clock)).ExecuteAsync(context).ConfigureAwait(false);
    }

    private static async Task Correct(string id, HttpContext context, CallDesk desk)
    {
        if (desk.Find(id) is not { } read)
        {
            await Fault.Answer(context, StatusCodes.Status404NotFound, "no-call").ConfigureAwait(false);
            return;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        var sides = read.Call.Speakers.Select((_, at) => form[$"side-{at}"].ToString() switch { "seller" => Side.Seller, "prospect" => Side.Prospect, _ => Side.Unknown }).ToList();
        var again = await desk.Correct(read, sides, context.RequestAborted).ConfigureAwait(false);
        SeeOther(context, $"/calls/{again.Id}");
    }

    private static async Task Take(string id, string move, string file, HttpContext context, CallDesk desk, Readers readers)
    {
        if (desk.Find(id) is not { } read)
        {
            await Fault.Answer(context, StatusCodes.Status404NotFound, "no-call").ConfigureAwait(false);
            return;
        }

        if (read.Report.Advice.Rescues.FirstOrDefault(rescue => rescue.Move.Name() == move) is not { } rescue
            || FilesOf(readers, read, rescue).FirstOrDefault(one => one.Name == file) is not { } found)
        {
            await Fault.Answer(context, StatusCodes.Status404NotFound, "no-such-file", file).ConfigureAwait(false);
            return;
        }

        await Results.Bytes(found.Bytes, found.MediaType, found.Name).ExecuteAsync(context).ConfigureAwait(false);
    }

    private static IReadOnlyList<RescueFile> FilesOf(Readers readers, DeskCall read, FilledRescue rescue) =>
        RescueFiles.Of(readers.Playbook, read.Report.Reading, rescue, readers.Us, readers.Settings.OurZone.Value, readers.Now);
}
