using SoftNo.Cues;
using SoftNo.Rescue.Memory;
using SoftNo.Server.Calls;
using SoftNo.Server.Faults;
using SoftNo.Server.Shell;

namespace SoftNo.Server.Memory;

/// <summary>The debrief: five answers where there is no recording.</summary>
internal static class DebriefForm
{
    private static readonly IReadOnlyList<string> Topics = [.. CueKind.HardQuestion.Topics().Where(topic => topic != "other"), "other"];

    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/debrief", (HttpContext context) => PageResult.Of<DebriefPage>(context, ("Topics", Topics)));
        routes.MapPost("/debrief", Read);
    }

    private static async Task Read(HttpContext context, Readers readers, CallDesk desk)
    {
        if (await CallForms.Form(context).ConfigureAwait(false) is not { } form) return;
        var said = Text("percent");
        var percent = said is null ? null : Given.Percent(said);
        if (said is not null && percent is null)
        {
            await Fault.Answer(context, StatusCodes.Status400BadRequest, "bad-value", "%", said, "0–100").ConfigureAwait(false);
            return;
        }

        var report = readers.Read(new DebriefAnswers
        {
            Words = Text("words") ?? "",
            HardQuestions = [.. form["questions"].OfType<string>().Where(Topics.Contains)],
            DateNamer = form["date"].ToString() switch { "them" => DateNamer.Them, "us" => DateNamer.Us, _ => DateNamer.Nobody },
            DateWords = Text("when"),
            Result = Text("result"),
            Percent = percent,
            Prospect = Text("prospect"),
        });
        CallForms.SeeOther(context, $"/calls/{desk.Add(report).Id}");

        string? Text(string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;
    }
}
