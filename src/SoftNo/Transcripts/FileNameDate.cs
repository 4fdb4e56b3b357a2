using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace SoftNo.Transcripts;

/// <summary>A full date in a file's name, with the hour where it has one: <c>GMT20261117-150000_Recording.vtt</c>, <c>2026-11-17 call.vtt</c>, <c>17.11.2026.txt</c>.</summary>
internal static partial class FileNameDate
{
    [GeneratedRegex(@"(?:^|[^0-9])(?<year>20[0-9]{2})(?<sep>[-_. ]?)(?<month>[0-9]{2})[-_. ]?(?<day>[0-9]{2})(?<rest>$|[^0-9].*)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?:^|[^0-9])(?<first>[0-9]{1,2})[-_. ](?<second>[0-9]{1,2})[-_. ](?<year>20[0-9]{2})(?<rest>$|[^0-9].*)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex YearLast();

    [GeneratedRegex(@"^[-_T. ,]*(?:at |à )?[-_]*(?<hour>[0-2][0-9])[-_:.hH]?(?<minute>[0-5][0-9])(?:[-_:.mM]?(?<second>[0-5][0-9]))?(?<zone>Z|[ _]?(?:UTC|GMT)[+-][0-9]{1,2}(?:[:_]?[0-9]{2})?|[ _]?[A-Z]{2,4}|[+-][0-9]{2}:?[0-9]{2})?(?:$|[^0-9])", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Clock();

    /// <summary>
    /// The date, or null. An hour without an offset is the seller's clock, unless the name says GMT or a zone; a date alone is midnight in the prospect's zone,
    /// and <paramref name="hourKnown"/> is false. Day and month in doubt (<c>03-04-2026</c>) are no date.
    /// </summary>
    public static OffsetDateTime? Find(string file, DateTimeZone theirZone, DateTimeZone ourZone, out bool hourKnown)
    {
        hourKnown = false;
        string name = Path.GetFileName(file[(file.LastIndexOf('!') + 1)..]);
        if (FindDate(name, out string rest) is not { } date) return null;
        Match clock = Clock().Match(rest);
        if (!clock.Success || Number(clock, "hour") > 23) return date.AtMidnight().InZoneLeniently(theirZone).ToOffsetDateTime();
        hourKnown = true;
        LocalDateTime local = date + new LocalTime(Number(clock, "hour"), Number(clock, "minute"), clock.Groups["second"].Success ? Number(clock, "second") : 0);
        if (name.Contains("GMT20", StringComparison.Ordinal)) return local.WithOffset(Offset.Zero);
        return ZoneName.OffsetAt(clock.Groups["zone"].Value.Trim(' ', '_'), local) is { } told ? local.WithOffset(told) : local.InZoneLeniently(ourZone).ToOffsetDateTime();
    }

    private static LocalDate? FindDate(string name, out string rest)
    {
        Match match = YearFirst().Match(name);
        if (match.Success && SourceMoment.IsDate(Number(match, "year"), Number(match, "month"), Number(match, "day")))
        {
            rest = match.Groups["rest"].Value;
            return new LocalDate(Number(match, "year"), Number(match, "month"), Number(match, "day"));
        }

        match = YearLast().Match(name);
        rest = match.Groups["rest"].Value;
        if (!match.Success) return null;
        int year = Number(match, "year"), first = Number(match, "first"), second = Number(match, "second");
        bool dayFirst = SourceMoment.IsDate(year, second, first), monthFirst = SourceMoment.IsDate(year, first, second);
        if (dayFirst == monthFirst && first != second) return null;
        return dayFirst ? new LocalDate(year, second, first) : monthFirst ? new LocalDate(year, first, second) : null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
}
