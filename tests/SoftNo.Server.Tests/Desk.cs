using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SoftNo.Deals.Imports;
using SoftNo.Server.Access;
using SoftNo.Server.Calls;
using SoftNo.Server.Tests;
using SoftNo.Settings;
using SoftNo.Storage;
using SoftNo.Storage.Deals;
using Xunit;

[assembly: AssemblyFixture(typeof(Desk))]

namespace SoftNo.Server.Tests;

/// <summary>A real desk on a free port, its data in a folder of its own; one for all tests.</summary>
public sealed class Desk : IAsyncLifetime
{
    private static readonly Lazy<Readers> Loaded = new(() => Readers.Load(SettingsReader.Parse("us:\n  names: [Claire]\n", "settings.yml").Settings!, Clock, withListener: false).Readers!);
    private readonly string _folder = Directory.CreateTempSubdirectory("softno-desk-").FullName;
    private readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();
    private readonly SemaphoreSlim _entering = new(1);
    private readonly ServeSettings _settings;
    private WebApplication? _app;

    public Desk() => _settings = new ServeSettings { Port = 0, MaxUpload = 2_000_000, RequestsAMinute = 0 };

    internal Desk(ServeSettings settings) => _settings = settings;

#pragma warning disable RS0030 // The tests' own entry point.
    internal static SystemClock Clock => SystemClock.Instance;
#pragma warning restore RS0030

    /// <summary>Where the stored deals are, once a test has imported some.</summary>
    public string Database => Path.Combine(_folder, "softno.db");

    public string Address { get; private set; } = "";

    public int Port => new Uri(Address).Port;

    /// <summary>A key with every scope.</summary>
    public string Key { get; private set; } = "";

    /// <summary>A key that only reads.</summary>
    public string ReadKey { get; private set; } = "";

    internal Sessions Sessions { get; private set; } = null!;

    internal ApiKeys Keys { get; private set; } = null!;

    /// <summary>Every route of the host, as METHOD and pattern.</summary>
    public IReadOnlyList<(string Method, string Pattern, bool Open)> Routes => [.. ((IEndpointRouteBuilder)_app!).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .SelectMany(route => (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Select(method => (method, $"/{route.RoutePattern.RawText!.TrimStart('/')}", route.Metadata.GetMetadata<OpenToAll>() is not null)))];

    public async ValueTask InitializeAsync()
    {
        Keys = ApiKeys.Open(_folder, _random, Clock).Keys!;
        Key = Keys.Add("tests", [.. Scope.All])!;
        ReadKey = Keys.Add("tests, reading")!;
        Sessions = new Sessions(_random);
        _app = DeskHost.Build(_settings, Loaded.Value, Sessions, Keys, new DeskStore(StoreAddress.Sqlite(Database, _folder), StoreAddress.Demo(name => name == "SOFTNO_HOME" ? _folder : null), Clock));
        await _app.StartAsync();
        Address = _app.Urls.Single();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        _random.Dispose();
        _entering.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A client that knows nobody and follows no redirect.</summary>
    public HttpClient Stranger() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Address) };

    /// <summary>The scope that each route of the API takes; null where it names none.</summary>
    public IReadOnlyDictionary<string, string?> Scopes => ((IEndpointRouteBuilder)_app!).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Where(route => route.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
        .ToDictionary(route => $"{route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]} {route.RoutePattern.RawText}", route => route.Metadata.GetMetadata<Scope>()?.Name);

    /// <summary>A client with a key of the API; the one with every scope where none is said.</summary>
    public HttpClient Program(string? key = null)
    {
        var client = Stranger();
        client.DefaultRequestHeaders.Authorization = new("Bearer", key ?? Key);
        return client;
    }

    /// <summary>A client that entered as a person does, in a language.</summary>
    public async Task<HttpClient> Person(string language = "en")
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = true, UseCookies = true, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(Address) };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        client.DefaultRequestHeaders.Add("Origin", Address);
        // A fresh key of the terminal ends the one before: tests at the same time enter one by one.
        await _entering.WaitAsync();
        try
        {
            using var entered = await client.GetAsync($"/enter?key={Sessions.NewEntryKey()}");
            Assert.Equal(HttpStatusCode.OK, entered.StatusCode);
        }
        finally
        {
            _entering.Release();
        }

        return client;
    }

    /// <summary>What is kept, to look into.</summary>
    public Store Store() => StoreOpening.Open(StoreAddress.Sqlite(Database, _folder), Clock).Store!;

    /// <summary>Imports an export where nothing is kept yet.</summary>
    public void ImportOnce(string export)
    {
        lock (_random)
        {
            if (!File.Exists(Database)) Import(export);
        }
    }

    /// <summary>Imports a CRM's export, as <c>softno import deals</c> does.</summary>
    public void Import(string export)
    {
        var file = Path.Combine(_folder, "deals.csv");
        File.WriteAllText(file, export);
        using var store = Store();
        var read = new DealFileReader(CrmWords.Load(CrmWords.DefaultFolder)).ReadFile(file, new DealFileOptions { Today = Clock.GetCurrentInstant().InUtc().Date });
        new DealImporter(store, Clock, DateTimeZone.Utc).Import(read.File!);
    }

    public static string Sample(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SoftNo.slnx"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "samples", name);
    }
}
