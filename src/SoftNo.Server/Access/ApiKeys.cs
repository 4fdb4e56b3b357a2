using System.Security.Cryptography;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace SoftNo.Server.Access;

/// <summary>A key of the API as it is kept: never the key itself.</summary>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Sha256">The SHA-256 of the key, in hexadecimal.</param>
/// <param name="Created">When, ISO 8601, UTC.</param>
public sealed record ApiKey(string Name, string Sha256, string Created)
{
    /// <summary>What it may do: names of scopes. A key without any reads.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = ["read"];
}

/// <summary>The keys of the API, in <c>keys.json</c> of the data folder. A key is shown once, when it is made.</summary>
/// <remarks>The command and other desks write the file, too: it is read again where it changed, and before each write.</remarks>
internal sealed class ApiKeys
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private readonly Lock _lock = new();
    private readonly string _file;
    private readonly RandomNumberGenerator _source;
    private readonly IClock _clock;
    private IReadOnlyList<ApiKey> _keys = [];
    private (DateTime Written, long Length)? _read;

    private ApiKeys(string file, RandomNumberGenerator source, IClock clock) => (_file, _source, _clock) = (file, source, clock);

    /// <summary>Reads the folder's keys; a problem where the file is broken.</summary>
    public static (ApiKeys? Keys, Problem? Problem) Open(string folder, RandomNumberGenerator source, IClock clock)
    {
        var keys = new ApiKeys(Path.Combine(folder, "keys.json"), source, clock);
        return keys.ReadAgain() is { } problem ? (null, problem) : (keys, null);
    }

    /// <summary>The keys, without what would let anybody use them.</summary>
    /// <exception cref="ShutException">When the file is broken, with the cure.</exception>
    public IReadOnlyList<ApiKey> All
    {
        get
        {
            lock (_lock)
            {
                Refresh();
                return _keys;
            }
        }
    }

    /// <summary>Makes a key and gives it, once; null where the name is taken or empty.</summary>
    /// <param name="name">What its owner calls it.</param>
    /// <param name="scopes">What it may do; nothing said is reading.</param>
    /// <exception cref="ShutException">When the file is broken, with the cure.</exception>
    public string? Add(string name, params IReadOnlyList<Scope> scopes)
    {
        var key = $"softno_{Secret.New(_source)}";
        lock (_lock)
        {
            Refresh();
            if (name.Length is 0 or > 60 || _keys.Any(other => other.Name == name)) return null;
            Write([.. _keys, new ApiKey(name, Secret.Hash(key), InstantPattern.General.Format(_clock.GetCurrentInstant())) { Scopes = [.. (scopes.Count > 0 ? scopes : [Scope.Read]).Select(scope => scope.Name)] }]);
        }

        return key;
    }

    /// <summary>Takes a key back.</summary>
    /// <exception cref="ShutException">When the file is broken, with the cure.</exception>
    public void Revoke(string name)
    {
        lock (_lock)
        {
            Refresh();
            Write([.. _keys.Where(key => key.Name != name)]);
        }
    }

    /// <summary>The key's record; null where it is none of ours, and of every key while the file is broken.</summary>
    public ApiKey? Find(string key)
    {
        var hash = Secret.Hash(key);
        lock (_lock) return _read == Stamp() || ReadAgain() is null ? _keys.FirstOrDefault(one => one.Sha256 == hash) : null;
    }

    private void Refresh()
    {
        if (ReadAgain() is { } problem) throw new ShutException(problem);
    }

    private Problem? ReadAgain()
    {
        try
        {
            // The stamp first: what is written between the two is read at the next asking.
            var stamp = Stamp();
            _keys = File.Exists(_file) ? JsonSerializer.Deserialize<List<ApiKey>>(File.ReadAllText(_file), Written) ?? [] : [];
            _read = stamp;
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            _read = null;
            return DeskWords.Problem("bad-keys", _file, error.Message);
        }
    }

    private (DateTime Written, long Length) Stamp() => new FileInfo(_file) is { Exists: true } file ? (file.LastWriteTimeUtc, file.Length) : default;

    // Beside the file, then over it: a stop in the middle leaves the old keys.
    private void Write(IReadOnlyList<ApiKey> keys)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        var next = $"{_file}.new";
        File.WriteAllText(next, JsonSerializer.Serialize(keys, Written));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(next, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(next, _file, overwrite: true);
        (_keys, _read) = (keys, Stamp());
    }
}
