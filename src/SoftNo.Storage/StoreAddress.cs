using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using SoftNo.Settings;
using SoftNo.Storage.Sealing;

namespace SoftNo.Storage;

/// <summary>Where the database is: a SQLite file, or a PostgreSQL server.</summary>
/// <param name="Connection">The file's path, or the server's connection string.</param>
/// <param name="IsSqlite">Which of the two.</param>
/// <param name="Folder">The data folder: backups and keys lie there, whichever database it is.</param>
public sealed record StoreAddress(string Connection, bool IsSqlite, string Folder)
{
    /// <summary>The database's name in the data folder.</summary>
    public const string FileName = "softno.db";

    /// <summary>The demo's database in the data folder; while it is there, verbs that show take it for the user's.</summary>
    public const string DemoFileName = "demo.db";

    /// <summary>Whether this is the demo's database.</summary>
    public bool IsDemo { get; init; }

    /// <summary>What opens its texts where they are sealed; null where the user gave none.</summary>
    public Passphrase? Passphrase { get; init; }

    /// <summary>The folder of backups.</summary>
    public string Backups => Path.Combine(Folder, "backups");

    /// <summary>The address that the user named, else the file in the data folder.</summary>
    /// <param name="said"><c>--db</c>: a path, or <c>Host=…;Database=…</c>; null for the default.</param>
    /// <param name="environment">The environment's variables.</param>
    public static StoreAddress Of(string? said, Func<string, string?> environment)
    {
        var folder = SettingsHome.Folder(environment);
        var passphrase = Passphrase.From(environment);
        if (string.IsNullOrWhiteSpace(said)) return new StoreAddress(Path.Combine(folder, FileName), true, folder) { Passphrase = passphrase };
        return new StoreAddress(IsServer(said) ? said : Path.GetFullPath(said), !IsServer(said), folder) { Passphrase = passphrase };
    }

    /// <summary>The same, but the demo's database where the user named none and a demo is on.</summary>
    /// <param name="said"><c>--db</c>, or null.</param>
    /// <param name="environment">The environment's variables.</param>
    public static StoreAddress OrDemo(string? said, Func<string, string?> environment)
    {
        var demo = Demo(environment);
        return string.IsNullOrWhiteSpace(said) && File.Exists(demo.Connection) ? demo : Of(said, environment);
    }

    /// <summary>The demo's database, whether it is there or not.</summary>
    public static StoreAddress Demo(Func<string, string?> environment)
    {
        var folder = SettingsHome.Folder(environment);
        return new StoreAddress(Path.Combine(folder, DemoFileName), true, folder) { IsDemo = true };
    }

    /// <summary>A SQLite file outside the data folder's usual place, such as a backup.</summary>
    public static StoreAddress Sqlite(string path, string folder) => new(Path.GetFullPath(path), true, folder);

    /// <summary>A SQLite file of the same data folder, such as a backup, opened with the same passphrase.</summary>
    internal StoreAddress Beside(string path) => Sqlite(path, Folder) with { Passphrase = Passphrase };

    /// <summary>The options of a context on it.</summary>
    internal DbContextOptions<Store> Options()
    {
        var builder = new DbContextOptionsBuilder<Store>();
        if (IsSqlite)
        {
            builder.UseSqlite(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder { DataSource = Connection, Pooling = false, DefaultTimeout = 30 }.ConnectionString);
            builder.AddInterceptors(SqlitePragmas.Instance);
        }
        else
        {
            builder.UseNpgsql(new NpgsqlConnectionStringBuilder(Connection) { ApplicationName = "softno" }.ConnectionString);
        }

        builder.ReplaceService<IModelCacheKeyFactory, ModelOfCipher>();
        return builder.Options;
    }

    private static bool IsServer(string said) =>
        said.Split(';').Any(part => part.TrimStart().StartsWith("Host=", StringComparison.OrdinalIgnoreCase) || part.TrimStart().StartsWith("Server=", StringComparison.OrdinalIgnoreCase));
}
