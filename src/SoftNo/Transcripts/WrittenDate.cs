using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace SoftNo.Transcripts;

/// <summary>A date written for people somewhere in a line, English or French, with its hour where it has one: <c>Tue, Nov 17, 2026 10:00AM</c>, <c>17 novembre 2026, 15:00</c>.</summary>
internal static partial class WrittenDate
{
    private static readonly CultureInfo[] Languages = [CultureInfo.GetCultureInfo("en-US"), CultureInfo.GetCultureInfo("fr-FR")];

    [GeneratedRegex(@"(?<year>20[0-9]{2})[-/](?<month>[0-9]{2})[-/](?<day>[0-9]{2})(?<rest>.*)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?<name>\p{L}{3,9})\.? (?<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?<year>20[0-9]{2})(?<rest>.*)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"(?<day>[0-9]{1,2})(?:er)? (?<name>\p{L}{3,9})\.?,? (?<year>20[0-9]{2})(?<rest>.*)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^[^0-9]{0,12}(?<hour>[0-9]{1,2})[:h](?<minute>[0-9]{2})(?::(?<second>[0-9]{2}))?\s*(?<half>[AaPp]\.?[Mm]\.?)?\s*\(?(?<zone>(?:UTC|GMT)[+-][0-9]{1,2}(?::?[0-9]{2})?|[+-][0-9]{2}:?[0-9]{2}|[A-Z]{1,4})?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Clock();

    /// <summary>The date and time in the line, or null; null too where it has no hour.</summary>
    public static SourceMoment? Find(string line)
    {
        return DateIn(line, out string rest) is { } date ? At(date, rest) : null;
    }

    /// <summary>Whether a date stands in the line, with an hour or without.</summary>
    public static bool HasDate(string line) => DateIn(line, out _) is not null;

    /// <summary>The date in the line, whatever the hour, or null.</summary>
    public static LocalDate? DateOf(string line) => DateIn(line, out _);

    private static LocalDate? DateIn(string line, out string rest)
    {
        rest = "";
        if (line.Length > 300 || !line.Contains("20", StringComparison.Ordinal)) return null;
        foreach (Regex form in (Regex[])[Numbers(), MonthFirst(), DayFirst()])
        {
            Match match = form.Match(line);
            if (!match.Success) continue;
            int month = match.Groups["month"].Success ? Number(match, "month") : MonthNamed(match.Groups["name"].Value);
            if (month == 0 || !SourceMoment.IsDate(Number(match, "year"), month, Number(match, "day"))) continue;
            rest = match.Groups["rest"].Value;
            return new LocalDate(Number(match, "year"), month, Number(match, "day"));
        }

        return null;
    }

    private static SourceMoment? At(LocalDate date, string rest)
    {
        Match clock = Clock().Match(rest);
        if (!clock.Success) return null;
        int hour = Number(clock, "hour"), minute = Number(clock, "minute");
        string half = clock.Groups["half"].Value;
        if (half.Length > 0) hour = (hour % 12) + (half[0] is 'p' or 'P' ? 12 : 0);
        if (hour > 23 || minute > 59) return null;
        int second = clock.Groups["second"].Success ? Number(clock, "second") : 0;
        LocalDateTime local = date + new LocalTime(hour, minute, Math.Min(second, 59));
        return new SourceMoment(local, ZoneName.OffsetAt(clock.Groups["zone"].Value, local));
    }

    private static int MonthNamed(string name)
    {
        string folded = Words.Fold(name);
        foreach (CultureInfo language in Languages)
        {
            DateTimeFormatInfo names = language.DateTimeFormat;
            for (int month = 0; month < 12; month++)
            {
                if (Words.Fold(names.MonthNames[month]) == folded || Words.Fold(names.AbbreviatedMonthNames[month]) == folded) return month + 1;
            }
        }

        return 0;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
}
