using System.Text;
using SoftNo.Calls;
using SoftNo.Server.Faults;
using SoftNo.Server.Shell;

namespace SoftNo.Server.Calls;

/// <summary>The pages of calls and their forms. Each works without a script.</summary>
internal static class CallForms
{
    /// <summary>The most fields and files of one form: a folder of calls is dropped at once.</summary>
    public const int MostParts = 20_000;

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (HttpContext context, CallDesk desk, KeptCalls kept, DeskStore database, Readers readers, ServeSettings settings) => PageResult.Of<DropPage>(
            context, ("Calls", desk.InMemory), ("Last", desk.Last), ("Kept", kept.All()), ("Waiting", kept.Waiting()), ("Deals", kept.DealNames()), ("Consent", readers.Settings.ConsentDemanded.Value),
            ("IsDemo", database.IsDemo), ("IsEmpty", !database.Exists), ("LargestMegabytes", (int)(settings.MaxUpload / 1_000_000))));
        routes.MapPost("/calls", Give);
        routes.MapGet("/calls/{id}", Show);
        routes.MapPost("/calls/{id}/sides", Correct);
        routes.MapPost("/calls/{id}/forget", (string id, HttpContext context, CallDesk desk) =>
        {
            desk.Forget(id);
            SeeOther(context, "/");
        });
        routes.MapPost("/calls/{id}/keep", Keep);
        routes.MapPost("/unmatched/{number:long}", Settle);
    }

    /// <summary>Sends the browser to a page after a form, so that a reload posts nothing twice.</summary>
    public static void SeeOther(HttpContext context, string path)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = path;
    }

    /// <summary>The form that was sent; null where there is none, or it is broken or over a limit, which is answered.</summary>
    public static async Task<IFormCollection?> Form(HttpContext context)
    {
        var (status, code) = (StatusCodes.Status400BadRequest, "broken-form");
        try
        {
            if (context.Request.HasFormContentType) return await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        }
        catch (InvalidDataException wrong)
        {
            // The reader of forms tells a limit from a broken form by its words alone. Only the number of fields and files has a limit of its own: the others are the body's.
            if (wrong.Message.Contains("count limit", StringComparison.Ordinal)) (status, code) = (StatusCodes.Status413PayloadTooLarge, "too-many-parts");
        }
        catch (IOException cut) when (cut is not BadHttpRequestException)
        {
            // It ends in the middle of a part.
        }

        await Fault.Answer(context, status, code, MostParts).ConfigureAwait(false);
        return null;
    }

    /// <summary>Whether a request is a form with parts, which may hold files.</summary>
    public static bool HasParts(HttpRequest request) => request.GetTypedHeaders().ContentType?.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>A field of a form, trimmed; null where it is empty.</summary>
    public static string? Field(IFormCollection form, string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The call of a page; null where there is none, which is answered.</summary>
    public static async Task<DeskCall?> Shown(string id, HttpContext context, CallDesk desk)
    {
        if (desk.Find(id) is { } shown) return shown;
        await Fault.Answer(context, StatusCodes.Status404NotFound, "no-call").ConfigureAwait(false);
        return null;
    }

    /// <summary>The call of a page, to be corrected; null where there is none, or it is from memory, which is answered.</summary>
    public static async Task<DeskCall?> Correctable(string id, HttpContext context, CallDesk desk)
    {
        if (await Shown(id, context, desk).ConfigureAwait(false) is not { } shown) return null;
        if (!shown.Remembered) return shown;
        await Fault.Answer(context, StatusCodes.Status409Conflict, "from-memory").ConfigureAwait(false);
        return null;
    }

    private static async Task Give(HttpContext context, Drop drop)
    {
        if (await Form(context).ConfigureAwait(false) is not { } form) return;
        var files = new List<(string Name, byte[] Bytes)>();
        foreach (var file in form.Files.Where(file => file.Length > 0)) files.Add((NameOf(file.FileName), await BytesOf(file, context).ConfigureAwait(false)));
        var pasted = form["text"].ToString();
        if (pasted.Trim().Length > 0) files.Add((DeskLanguage.Of(context) == "fr" ? "texte collé" : "pasted text", Encoding.UTF8.GetBytes(pasted)));
        if (files.Count == 0)
        {
            await Fault.Answer(context, StatusCodes.Status400BadRequest, "no-file").ConfigureAwait(false);
            return;
        }

        var consent = Field(form, "consent");
        var dropped = await drop.Take(files, Given.Nothing, consent is not null || form["keep"] == "yes", consent, context.RequestAborted).ConfigureAwait(false);
        SeeOther(context, dropped is { Calls: [var only], Problems.Count: 0, Notes.Count: 0 } ? $"/calls/{only}" : "/");
    }

    private static async Task<byte[]> BytesOf(IFormFile file, HttpContext context)
    {
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, context.RequestAborted).ConfigureAwait(false);
        return bytes.ToArray();
    }

    /// <summary>The last part of a name: what a browser sends may hold folders.</summary>
    public static string NameOf(string sent) => sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..] is { Length: > 0 } name ? name : "-";

    private static async Task Show(string id, HttpContext context, CallDesk desk, KeptCalls kept, Readers readers)
    {
        if (await Shown(id, context, desk).ConfigureAwait(false) is not { } read) return;
        await PageResult.Of<CallPage>(
            context, ("Read", read), ("Clock", readers.Playbook.Clock), ("Deals", kept.DealNames()), ("Consent", readers.Settings.ConsentDemanded.Value)).ExecuteAsync(context).ConfigureAwait(false);
    }

    private static async Task Correct(string id, HttpContext context, CallDesk desk)
    {
        if (await Correctable(id, context, desk).ConfigureAwait(false) is not { } read) return;
        if (await Form(context).ConfigureAwait(false) is not { } form) return;
        var sides = read.Call.Speakers.Select((_, at) => form[$"side-{at}"].ToString() switch { "seller" => Side.Seller, "prospect" => Side.Prospect, _ => Side.Unknown }).ToList();
        if (await desk.CorrectSides(read, sides, context.RequestAborted).ConfigureAwait(false) is { } again) SeeOther(context, $"/calls/{again.Id}");
        else await Fault.Answer(context, StatusCodes.Status404NotFound, "no-call").ConfigureAwait(false);
    }

    private static async Task Keep(string id, HttpContext context, CallDesk desk, KeptCalls kept)
    {
        if (await Shown(id, context, desk).ConfigureAwait(false) is not { } read) return;
        if (await Form(context).ConfigureAwait(false) is not { } form) return;
        if (read.Kept is not null)
        {
            SeeOther(context, $"/calls/{read.Id}");
            return;
        }

        var (stored, problem) = await kept.Keep(read, Field(form, "consent"), Field(form, "deal"), context.RequestAborted).ConfigureAwait(false);
        if (problem is not null) await Fault.Answer(context, StatusCodes.Status422UnprocessableEntity, problem).ConfigureAwait(false);
        else SeeOther(context, stored switch { { HasWords: true } => $"/calls/{stored.Id}", { How.DealNumber: { } deal } => $"/deals/{deal}", _ => "/" });
    }

    private static async Task Settle(long number, HttpContext context, KeptCalls kept)
    {
        if (await Form(context).ConfigureAwait(false) is not { } form) return;
        var (isCall, problem) = kept.Settle(number, form["deal"].ToString());
        if (!isCall) await Fault.Answer(context, StatusCodes.Status404NotFound, "no-call").ConfigureAwait(false);
        else if (problem is not null) await Fault.Answer(context, StatusCodes.Status422UnprocessableEntity, problem).ConfigureAwait(false);
        else SeeOther(context, DeskLanguage.IsOurPath(form["back"].ToString()) ? form["back"].ToString() : "/");
    }
}
