using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;
using NodaTime;
using SoftNo.Server.Access;
using SoftNo.Server.Assistant;
using SoftNo.Server.Calls;
using SoftNo.Settings;
using SoftNo.Storage;

namespace SoftNo.Server;

/// <summary>The program: opens the desk and tells its address. Exit codes as of the command: 0 done, 1 our bug, 2 what the user gave.</summary>
internal static class Serving
{
    private const int Done = 0;
    private const int YourInput = 2;

    /// <summary>Runs until it is stopped.</summary>
    public static async Task<int> Run(string[] args)
    {
        if (args is ["mcp", ..]) return await Assist(args[1..]).ConfigureAwait(false);
        var (serve, wrong) = ServeSettings.Parse(args);
        var found = SettingsReader.Read(Environment.GetEnvironmentVariable, new SettingsFlags());
        var language = serve.Language ?? found.Settings?.Language.Value ?? (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "fr");
        if (wrong is not null) return Refuse(language, wrong);
        if (found.Settings is not { } settings) return Refuse(language, [.. found.Problems]);
        using var random = RandomNumberGenerator.Create();
#pragma warning disable RS0030 // The host's entry point names the system clock.
        var clock = SystemClock.Instance;
#pragma warning restore RS0030
        var words = DeskWords.In(language).Terminal;
        var (keys, broken) = ApiKeys.Open(Path.GetDirectoryName(settings.File)!, random, clock);
        if (keys is null) return Refuse(language, broken!);
        if (serve.NewKey is { } name)
        {
            if (keys.Add(name, [.. serve.Scopes]) is not { } key) return Refuse(language, DeskWords.Problem("key-name", "--new-key"));
            Console.WriteLine(string.Format(CultureInfo.InvariantCulture, words.NewKey, name));
            Console.WriteLine(key);
            return Done;
        }

        var (readers, problems) = Readers.Load(settings, clock);
        if (readers is null) return Refuse(language, [.. problems]);
        using (readers) return await Open(serve, readers, new Sessions(random), keys, new DeskStore(StoreAddress.Of(null, Environment.GetEnvironmentVariable), StoreAddress.Demo(Environment.GetEnvironmentVariable), clock), language).ConfigureAwait(false);
    }

    private static async Task<int> Assist(string[] args)
    {
        var (options, wrong) = AssistantOptions.Parse(args);
        var found = SettingsReader.Read(Environment.GetEnvironmentVariable, new SettingsFlags());
        var language = options.Language ?? found.Settings?.Language.Value ?? (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "fr");
        if (wrong is not null) return Refuse(language, wrong);
        if (found.Settings is not { } settings) return Refuse(language, [.. found.Problems]);
#pragma warning disable RS0030 // The host's entry point names the system clock.
        var clock = SystemClock.Instance;
#pragma warning restore RS0030
        var (readers, problems) = Readers.Load(settings, clock);
        if (readers is null) return Refuse(language, [.. problems]);
        using (readers) await AssistantServer.Run(options, readers, new DeskStore(StoreAddress.Of(null, Environment.GetEnvironmentVariable), StoreAddress.Demo(Environment.GetEnvironmentVariable), clock), language).ConfigureAwait(false);
        return Done;
    }

    private static async Task<int> Open(ServeSettings serve, Readers readers, Sessions sessions, ApiKeys keys, DeskStore database, string language)
    {
        await using var app = DeskHost.Build(serve, readers, sessions, keys, database);
        try
        {
            await app.StartAsync().ConfigureAwait(false);
        }
        catch (IOException error) when (error.InnerException is AddressInUseException or SocketException)
        {
            return Refuse(language, DeskWords.Problem("port-taken", "--port", serve.Port));
        }

        var words = DeskWords.In(language).Terminal;
        Console.WriteLine($"{words.Open}\n");
        TellAddress();
        Console.WriteLine($"\n{words.Fresh} {words.Local}");
        // A thread of its own: reading the terminal blocks, and must not keep the program from ending.
        new Thread(() =>
        {
            while (Console.In.ReadLine() is not null) TellAddress();
        }) { IsBackground = true }.Start();
        await app.WaitForShutdownAsync().ConfigureAwait(false);
        return Done;

        void TellAddress() => Console.WriteLine($"  {app.Urls.First()}/enter?key={sessions.NewEntryKey()}");
    }

    private static int Refuse(string language, params Problem[] problems)
    {
        foreach (var problem in problems) Console.Error.WriteLine($"softno: {problem.Place}: {problem.Text.In(language)} → {problem.Cure.In(language)}");
        return YourInput;
    }
}
