using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace SoftNo.Transcripts;

/// <summary>How long a call lasted, as it is written for people above the words: <c>32m 10s</c>, <c>1 h 5 min</c>, <c>32 mins</c>, or <c>32:10</c> beside the date (Otter).</summary>
internal static partial class WrittenDuration
{
    [GeneratedRegex(@"^(?:(?<hours>[0-9]{1,2}) ?h(?:r|rs|our|ours|eure|eures)?[ ,]*)?(?:(?<minutes>[0-9]{1,3}) ?m(?:in|ins|inute|inutes)?[ ,]*)?(?:(?<seconds>[0-9]{1,2}) ?s(?:ec|ecs|econd|econds|econde|econdes)?)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Spelt();

    /// <summary>The duration in the line, or null.</summary>
    public static Duration? Find(string line)
    {
        if (line.Length > 300) return null;
        bool bullets = line.Contains('•', StringComparison.Ordinal) || line.Contains('·', StringComparison.Ordinal);
        foreach (string part in line.Split(['•', '·', '|', ',', '-', '–'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (bullets && ClockTime.TryParse(part, out long clock) && clock > 0) return Duration.FromMilliseconds(clock);
            Match match = Spelt().Match(part.Replace('\u00A0', ' ').Replace('\u202F', ' '));
            if (match.Success && part.Length > 1) return Duration.FromSeconds((Number(match, "hours") * 3600) + (Number(match, "minutes") * 60) + Number(match, "seconds"));
        }

        return null;
    }

    private static long Number(Match match, string group) =>
        match.Groups[group].Success ? long.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
}
