using System.Globalization;
using System.Net;

namespace SoftNo.Server;

/// <summary>How the desk is opened.</summary>
internal sealed record ServeSettings
{
    /// <summary>The port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; } = 4420;

    /// <summary>The largest request, in bytes: 50 MB, as of <c>softno read</c>.</summary>
    public long MaxUpload { get; init; } = 50_000_000;

    /// <summary>How many requests one session or key may make in a minute; 0: no limit. Ten a second is more than a person clicks.</summary>
    public int RequestsAMinute { get; init; } = 600;

    /// <summary>The name of a key to make instead of opening the desk, or null.</summary>
    public string? NewKey { get; init; }

    /// <summary>What that key may do.</summary>
    public IReadOnlyList<Access.Scope> Scopes { get; init; } = [Access.Scope.Read];

    /// <summary>The terminal's language, <c>fr</c> or <c>en</c>; null: the settings'.</summary>
    public string? Language { get; init; }

    /// <summary>Reads the command line; the first word that cannot be understood is the problem.</summary>
    public static (ServeSettings Settings, Problem? Problem) Parse(IReadOnlyList<string> words)
    {
        // The language first: a refusal of any other word is told in it.
        var said = words.Zip(words.Skip(1)).FirstOrDefault(pair => pair is ("--lang", "fr" or "en")).Second;
        var settings = new ServeSettings { Language = said };
        for (var i = 0; i < words.Count; i += 2)
        {
            var value = i + 1 < words.Count ? words[i + 1] : "";
            ServeSettings? next = words[i] switch
            {
                "--port" => Whole(value, 65_535) is { } port ? settings with { Port = port } : null,
                "--max-upload" => Size(value) is { } size ? settings with { MaxUpload = size } : null,
                "--requests-a-minute" => Whole(value, int.MaxValue) is { } many ? settings with { RequestsAMinute = many } : null,
                "--new-key" => value.Trim().Length > 0 ? settings with { NewKey = value.Trim() } : null,
                "--scopes" => ScopesOf(value) is { } scopes ? settings with { Scopes = scopes } : null,
                "--lang" => value is "fr" or "en" ? settings with { Language = value } : null,
                "--address" => settings,
                _ => null,
            };
            if (words[i] == "--address" && !(IPAddress.TryParse(value, out var address) && address.Equals(IPAddress.Loopback)) && value != "localhost")
                return (settings, DeskWords.Problem("local-only", "--address", value));
            if (next is null) return (settings, DeskWords.Problem("bad-option", words[i], $"{words[i]} {value}".TrimEnd()));
            settings = next;
        }

        return (settings, null);
    }

    private static List<Access.Scope>? ScopesOf(string text)
    {
        var found = text.Split(',', StringSplitOptions.TrimEntries).Select(name => Access.Scope.All.FirstOrDefault(scope => scope.Name == name)).ToList();
        return found.Contains(null) ? null : found.OfType<Access.Scope>().ToList();
    }

    private static int? Whole(string text, int most) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;

    // Thousands, as the command's --max-size; no more than one array can hold.
    private static long? Size(string text)
    {
        var upper = text.Trim().ToUpperInvariant();
        var (digits, unit) = upper.EndsWith("MB", StringComparison.Ordinal) ? (upper[..^2], 1_000_000L) : upper.EndsWith("KB", StringComparison.Ordinal) ? (upper[..^2], 1_000L) : (upper, 1L);
        return Whole(digits.Trim(), 2_000_000_000) is > 0 and var count && count * unit <= 2_000_000_000 ? count * unit : null;
    }
}
