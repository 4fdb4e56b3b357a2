using System.Globalization;

namespace SoftNo.Cli;

/// <summary>The language of the interface: <c>--lang</c>, else the locale.</summary>
internal static class InterfaceLanguage
{
    /// <summary><c>fr</c> or <c>en</c>: the user's word, else the settings' (<paramref name="set"/>), else <c>LC_ALL</c>, <c>LC_MESSAGES</c>, <c>LANG</c> as POSIX orders them, else the system's culture.</summary>
    public static string Of(string[] args, Func<string, string?> environment, CultureInfo culture, string? set = null)
    {
        // Before the real parse, because the parser's own messages are in this language too.
        for (var i = 0; i < args.Length && args[i] != "--"; i++)
        {
            var said = args[i].StartsWith("--lang=", StringComparison.Ordinal) || args[i].StartsWith("--lang:", StringComparison.Ordinal) ? args[i][7..]
                : args[i] == "--lang" && i + 1 < args.Length ? args[i + 1] : null;
            if (said is "fr" or "en") return said;
        }

        if (set is not null) return set;
        foreach (var name in (string[])["LC_ALL", "LC_MESSAGES", "LANG"])
        {
            if (environment(name) is { Length: > 0 } locale) return locale.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? "fr" : "en";
        }

        return culture.TwoLetterISOLanguageName == "fr" ? "fr" : "en";
    }
}
