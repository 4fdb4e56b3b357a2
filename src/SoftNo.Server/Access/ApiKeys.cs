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
internal sealed class ApiKeys
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private readonly Lock _lock = new();
    private readonly string _file;
    private readonly RandomNumberGenerator _source;
    private readonly IClock _clock;
    private IReadOnlyList<ApiKey> _keys;

    private ApiKeys(string file, RandomNumberGenerator source, IClock clock, IReadOnlyList<ApiKey> keys) => (_file, _source, _clock, _keys) = (file, source, clock, keys);

    /// <summary>Reads the folder's keys; a problem where the file is broken.</summary>
    public static (ApiKeys? Keys, Problem? Problem) Open(string folder, RandomNumberGenerator source, IClock clock)
    {
        var file = Path.Combine(folder, "keys.json");
        try
        {
            var keys = File.Exists(file) ? JsonSerializer.Deserialize<List<ApiKey>>(File.ReadAllText(file), Written) ?? [] : [];
            return (new ApiKeys(file, source, clock, keys), null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return (null, DeskWords.Problem("bad-keys", file, error.Message));
        }
    }

    /// <summary>The keys, without what would let anybody use them.</summary>
    public IReadOnlyList<ApiKey> All => _keys;

    /// <summary>Makes a key and gives it, once; null where the name is taken or empty.</summary>
    /// <param name="name">What its owner calls it.</param>
    /// <param name="scopes">What it may do; nothing said is reading.</param>
    public string? Add(string name, params IReadOnlyList<Scope> scopes)
    {
        var key = $"softno_{Secret.New(_source)}";
        lock (_lock)
        {
            if (name.Length is 0 or > 60 || _keys.Any(other => other.Name == name)) return null;
            Write([.. _keys, new ApiKey(name, Secret.Hash(key), InstantPattern.General.Format(_clock.GetCurrentInstant())) { Scopes = [.. (scopes.Count > 0 ? scopes : [Scope.Read]).Select(scope => scope.Name)] }]);
        }

        return key;
    }

    /// <summary>Takes a key back.</summary>
    public void Revoke(string name)
    {
        lock (_lock) Write([.. _keys.Where(key => key.Name != name)]);
    }

    /// <summary>The key's record; null where it is none of ours.</summary>
    public ApiKey? Find(string key)
    {
        var hash = Secret.Hash(key);
        return _keys.FirstOrDefault(one => one.Sha256 == hash);
    }

    // Beside the file, then over it: a stop in the middle leaves the old keys.
    private void Write(IReadOnlyList<ApiKey> keys)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        var next = $"{_file}.new";
        File.WriteAllText(next, JsonSerializer.Serialize(keys, Written));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(next, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(next, _file, overwrite: true);
        _keys = keys;
    }
}
