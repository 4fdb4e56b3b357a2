using System.Diagnostics;
using NodaTime;
using NodaTime.Testing;
using Npgsql;

namespace SoftNo.Storage.Tests;

/// <summary>Which database a test runs on.</summary>
public enum Kind
{
    Sqlite,
    PostgreSql,
}

/// <summary>A data folder of its own with a database, gone after the test.</summary>
internal sealed class TestStore : IDisposable
{
    private readonly string? _server;

    public TestStore(Kind kind)
    {
        Folder = Directory.CreateTempSubdirectory("softno-store-").FullName;
        if (kind == Kind.PostgreSql)
        {
            _server = Server.Of.NewDatabase();
            Address = new StoreAddress(_server, false, Folder);
        }
        else
        {
            Address = StoreAddress.Of(null, name => name == "SOFTNO_HOME" ? Folder : null);
        }
    }

    public string Folder { get; }

    public StoreAddress Address { get; }

    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 11, 26, 9, 0));

    public Store Open()
    {
        var opened = StoreOpening.Open(Address, Clock);
        Assert.True(opened.Store is not null, opened.Problem?.Text.En);
        return opened.Store;
    }

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>A PostgreSQL server of the tests' own, on a folder and a port of its own, run by an unprivileged user.</summary>
internal sealed class Server
{
    private static readonly Lazy<Server> One = new(() => new Server());
    private readonly string _connection;
    private int _databases;

    private Server()
    {
        var programs = Programs() ?? throw new InvalidOperationException("There is no PostgreSQL here.");
        var folder = Directory.CreateTempSubdirectory("softno-pg-").FullName;
        var root = Environment.UserName == "root";
        if (root) Run("chown", "postgres", folder);
        AsUser(root, Path.Combine(programs, "initdb"), "-D", Path.Combine(folder, "data"), "-U", "softno", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8");
        var port = FreePort();
        AsUser(root, Path.Combine(programs, "pg_ctl"), "-D", Path.Combine(folder, "data"), "-l", Path.Combine(folder, "log"), "-w", "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off", "start");
        _connection = $"Host=127.0.0.1;Port={port};Username=softno";
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            AsUser(root, Path.Combine(programs, "pg_ctl"), "-D", Path.Combine(folder, "data"), "-m", "immediate", "stop");
            Directory.Delete(folder, recursive: true);
        };
    }

    public static Server Of => One.Value;

    /// <summary>Whether a server can be started; Debian keeps its programs off the path.</summary>
    public static bool Exists => Programs() is not null;

    public string NewDatabase()
    {
        var name = $"softno{Interlocked.Increment(ref _databases)}";
        using var connection = new NpgsqlConnection(_connection + ";Database=postgres");
        connection.Open();
        using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        create.ExecuteNonQuery();
        return $"{_connection};Database={name}";
    }

    private static string? Programs()
    {
        string[] places = [.. Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")) : [],
            .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)];
        return places.FirstOrDefault(place => File.Exists(Path.Combine(place, "initdb")) && File.Exists(Path.Combine(place, "pg_ctl")));
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void AsUser(bool root, string program, params string[] words)
    {
        if (root) Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. words]);
        else Run(program, words);
    }

    private static void Run(string program, params string[] words)
    {
        // The server keeps the streams it is born with: they must not be pipes that this process waits for.
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/" };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("exec \"$@\" >/dev/null 2>&1 </dev/null");
        start.ArgumentList.Add("sh");
        start.ArgumentList.Add(program);
        foreach (var word in words) start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}

/// <summary>The same tests on both databases.</summary>
public static class Both
{
    public static TheoryData<Kind> Databases => [Kind.Sqlite, Kind.PostgreSql];

    /// <summary>A store of a kind; the test is skipped where there is no server.</summary>
    internal static TestStore On(Kind kind)
    {
        if (kind == Kind.PostgreSql && !Server.Exists) Assert.Skip("There is no PostgreSQL here; ./test installs it on Debian.");
        return new TestStore(kind);
    }
}
