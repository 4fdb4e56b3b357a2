using System.Globalization;
using NodaTime;
using SoftNo.Transcripts;

namespace SoftNo.Cli;

/// <summary>How <c>softno read</c> reports.</summary>
internal enum ReportFormat
{
    /// <summary>For the terminal.</summary>
    Text,

    /// <summary>One <c>softno.reading/1</c> object a line.</summary>
    Json,

    /// <summary>For a note or a mail to a colleague.</summary>
    Markdown,

    /// <summary>One printable page a call.</summary>
    Html,
}

/// <summary>The values of <c>softno read</c>'s options, each parsed or complained about with its cure.</summary>
internal static class ReadOptions
{
    /// <summary>A zone of the IANA list.</summary>
    public static DateTimeZone? Zone(string option, string? said, List<Problem> problems)
    {
        if (said is null) return null;
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(said);
        if (zone is null) problems.Add(CliWords.Problem("bad-zone", option, said, NearZone(said)));
        return zone;
    }

    /// <summary>A moment with its offset; minutes or seconds, a space or a T between date and hour, Z for UTC.</summary>
    public static OffsetDateTime? At(string? said, List<Problem> problems, string option = "--at")
    {
        if (said is null) return null;
        if (WrittenStart.Parse(said) is { } start) return start;
        problems.Add(CliWords.Problem("bad-at", option, said));
        return null;
    }

    /// <summary>A percentage, 0 to 100; a sign after it and a decimal comma are taken.</summary>
    public static double? Declared(string? said, List<Problem> problems, string option = "--declared")
    {
        if (said is null) return null;
        var number = said.Trim().TrimEnd('%', ' ', '\u00A0', '\u202F').Replace(',', '.');
        if (double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100) return percent;
        problems.Add(CliWords.Problem("bad-declared", option, said));
        return null;
    }

    /// <summary>A size in bytes: a number with B, KB, MB, GB, or none for bytes; thousands are 1,000.</summary>
    public static long? Size(string? said, List<Problem> problems)
    {
        if (said is null) return null;
        var text = said.Trim().ToUpperInvariant();
        var (digits, unit) = text switch
        {
            _ when text.EndsWith("KB", StringComparison.Ordinal) => (text[..^2], 1_000L),
            _ when text.EndsWith("MB", StringComparison.Ordinal) => (text[..^2], 1_000_000L),
            _ when text.EndsWith("GB", StringComparison.Ordinal) => (text[..^2], 1_000_000_000L),
            _ when text.EndsWith('B') => (text[..^1], 1L),
            _ => (text, 1L),
        };
        if (long.TryParse(digits.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 && count <= long.MaxValue / unit) return count * unit;
        problems.Add(CliWords.Problem("bad-size", "--max-size", said));
        return null;
    }

    /// <summary>A number of jobs, from 1.</summary>
    public static int? Jobs(string? said, List<Problem> problems)
    {
        if (said is null) return null;
        if (int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var jobs) && jobs >= 1) return jobs;
        problems.Add(CliWords.Problem("bad-jobs", "--jobs", said));
        return null;
    }

    private static string NearZone(string said)
    {
        var city = said[(said.LastIndexOf('/') + 1)..].Replace(' ', '_');
        var near = DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id =>
            city.Length >= 3 && id.Contains('/', StringComparison.Ordinal) && id[(id.LastIndexOf('/') + 1)..].StartsWith(city[..Math.Min(city.Length, 4)], StringComparison.OrdinalIgnoreCase));
        return near is null or "America/New_York" ? "" : $", {near}";
    }
}
