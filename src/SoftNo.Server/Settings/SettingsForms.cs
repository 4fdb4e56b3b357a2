using SoftNo.Reports.Practice;
using SoftNo.Server.Access;
using SoftNo.Server.Calls;
using SoftNo.Server.Faults;
using SoftNo.Server.Shell;

namespace SoftNo.Server.Settings;

/// <summary>A key just made, to be shown once.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Key">The key itself.</param>
public sealed record MadeKey(string Name, string Key);

/// <summary>The settings as they are read, and the keys of the API.</summary>
internal static class SettingsForms
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/settings", (HttpContext context, Readers readers, ApiKeys keys) => Page(context, readers, keys, null));
        routes.MapPost("/settings/keys", Make);
        routes.MapPost("/settings/keys/revoke", async (HttpContext context, ApiKeys keys) =>
        {
            if (await CallForms.Form(context).ConfigureAwait(false) is not { } form) return;
            keys.Revoke(form["name"].ToString());
            CallForms.SeeOther(context, "/settings");
        });
    }

    private static async Task Make(HttpContext context, Readers readers, ApiKeys keys)
    {
        if (await CallForms.Form(context).ConfigureAwait(false) is not { } form) return;
        var name = form["name"].ToString().Trim();
        if (keys.Add(name, form["write"] == "yes" ? [.. Scope.All] : [Scope.Read]) is not { } key)
        {
            await Fault.Answer(context, StatusCodes.Status400BadRequest, "key-name").ConfigureAwait(false);
            return;
        }

        await Page(context, readers, keys, new MadeKey(name, key)).ExecuteAsync(context).ConfigureAwait(false);
    }

    private static Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult Page(HttpContext context, Readers readers, ApiKeys keys, MadeKey? made) => PageResult.Of<SettingsPage>(
        context, ("File", readers.Settings.File), ("Lines", SettingsLine.All(readers.Settings, DeskLanguage.Of(context))), ("Keys", keys.All), ("Made", made));
}
