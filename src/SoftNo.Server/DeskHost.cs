using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using SoftNo.Server.Access;
using SoftNo.Server.Calls;
using SoftNo.Server.Deals;
using SoftNo.Server.Decoding;
using SoftNo.Server.Faults;
using SoftNo.Server.Memory;
using SoftNo.Server.Phrases;
using SoftNo.Server.Rescue;
using SoftNo.Server.Settings;
using SoftNo.Server.Shell;

namespace SoftNo.Server;

/// <summary>Puts the desk together: what every request passes, and every route.</summary>
internal static class DeskHost
{
    /// <summary>The host, not yet started. It listens on 127.0.0.1 and nowhere else.</summary>
    /// <param name="settings">How it is opened.</param>
    /// <param name="readers">What reads.</param>
    /// <param name="sessions">Who is at the desk.</param>
    /// <param name="keys">The keys of the API.</param>
    /// <param name="database">What is kept.</param>
    public static WebApplication Build(ServeSettings settings, Readers readers, Sessions sessions, ApiKeys keys, DeskStore database)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        // No address, limit or file may come from the environment: what is not here is not so.
        ((IConfigurationBuilder)builder.Configuration).Sources.Clear();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Error).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = settings.MaxUpload;
            server.Listen(IPAddress.Loopback, settings.Port);
        });
        builder.Services.AddSingleton(settings).AddSingleton(readers).AddSingleton(readers.Settings).AddSingleton(sessions).AddSingleton(keys).AddSingleton(database)
            .AddSingleton<StoredPipeline>().AddSingleton<CallDesk>().AddSingleton<KeptCalls>().AddSingleton<Drop>();
        builder.Services.Configure<FormOptions>(form =>
        {
            form.MultipartBodyLengthLimit = settings.MaxUpload;
            form.ValueCountLimit = CallForms.MostParts;
            form.ValueLengthLimit = (int)settings.MaxUpload;
            // Uploads stay in memory: words of a call never lie in a temporary file.
            form.MemoryBufferThreshold = (int)settings.MaxUpload;
        });
        builder.Services.AddRazorComponents();
        // Its keys would otherwise be written to the user's folder; our forms rest on the session and the origin.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddRateLimiter(limits => Limit(limits, settings));

        var app = builder.Build();
        var gate = new Gate(sessions, keys);
        app.Use(SecurityHeaders.Set);
        app.Use(Fault.Catch);
        app.UseRouting();
        app.Use(gate.Pass);
        app.UseRateLimiter();
        Assets.Map(app);
        EnterApi.Map(app);
        DeskLanguage.Map(app);
        CallForms.Map(app);
        CueForms.Map(app);
        PipelineApi.Map(app);
        DealApi.Map(app);
        DebriefForm.Map(app);
        DecodeApi.Map(app);
        PhrasesApi.Map(app);
        SettingsForms.Map(app);
        ReadingsApi.Map(app);
        RescueApi.Map(app);
        RescueForms.Map(app);
        BlocksApi.Map(app);
        KeptCallsApi.Map(app);
        DealsApi.Map(app);
        return app;
    }

    private static void Limit(Microsoft.AspNetCore.RateLimiting.RateLimiterOptions limits, ServeSettings settings)
    {
        limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            settings.RequestsAMinute == 0 || Gate.Asker(context) is not { } asker
                ? RateLimitPartition.GetNoLimiter("open")
                : RateLimitPartition.GetFixedWindowLimiter(asker, _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.RequestsAMinute, Window = TimeSpan.FromMinutes(1) }));
        limits.OnRejected = async (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            await Fault.Answer(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "too-many").ConfigureAwait(false);
        };
    }
}
