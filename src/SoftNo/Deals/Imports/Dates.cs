using System.Globalization;
using NodaTime;
using SoftNo.Transcripts;

namespace SoftNo.Deals.Imports;

/// <summary>The dates of one file. Days and months written as numbers are told apart by all of the file's dates together.</summary>
internal sealed class Dates
{
    private const int FirstYear = 1990;
    private const int LastYear = 2100;
    private static readonly LocalDate ExcelEpoch = new(1899, 12, 30);
    private readonly bool _dayFirst;
    private readonly bool _fromApi;

    private Dates(bool dayFirst, bool fromApi) => (_dayFirst, _fromApi) = (dayFirst, fromApi);

    /// <summary>Looks at every date of a file.</summary>
    /// <param name="rows">Each row's dates: made, last activity, close; in this order.</param>
    /// <param name="fromApi">Whether an API wrote them.</param>
    /// <param name="french">Whether the file looks French where nothing else tells.</param>
    /// <param name="today">The day of the import: what happened lies before it.</param>
    public static Dates Of(IReadOnlyList<(string Created, string Activity, string Close)> rows, bool fromApi, bool french, LocalDate today)
    {
        int dayFirst = 0, monthFirst = 0;
        foreach (var row in rows)
        {
            foreach (var cell in (string[])[row.Created, row.Activity, row.Close])
            {
                if (Numbers(cell) is not { } parts || parts.YearFirst) continue;
                var (asDay, asMonth) = (Built(parts, dayFirst: true), Built(parts, dayFirst: false));
                if (asDay is not null && asMonth is null) dayFirst++;
                if (asMonth is not null && asDay is null) monthFirst++;
            }
        }

        if (dayFirst != monthFirst) return new Dates(dayFirst > monthFirst, fromApi);
        var (likelyDay, likelyMonth) = (new Dates(true, fromApi), new Dates(false, fromApi));
        var (oddDay, oddMonth) = (rows.Count(row => likelyDay.Odd(row, today)), rows.Count(row => likelyMonth.Odd(row, today)));
        return oddDay == oddMonth ? new Dates(french, fromApi) : oddDay < oddMonth ? likelyDay : likelyMonth;
    }

    /// <summary>The day of a cell; null where it is none, or no day of the calendar.</summary>
    public LocalDate? Day(string cell) => Moment(cell)?.Date;

    /// <summary>The day and hour of a cell, midnight where it has no hour, as written: no zone is applied.</summary>
    public LocalDateTime? Moment(string cell)
    {
        cell = cell.Trim();
        if (Numbers(cell) is { } parts) return Built(parts, _dayFirst) is { } date ? date + Clock(cell) : null;
        if (cell.Length > 0 && cell.All(char.IsAsciiDigit)) return Counted(cell);
        // A spreadsheet's day with its hour: 46372.5.
        if (cell.Length > 6 && cell[5] is '.' or ',' && cell.Where((c, at) => at != 5).All(char.IsAsciiDigit)) return Counted(cell[..5]);
        var spelled = cell.Replace('-', ' ').Replace('/', ' ');
        return (WrittenDate.DateOf(spelled) ?? WrittenDate.DateOf(FullYear(spelled))) is { } named && Plausible(named) ? named + Clock(cell) : null;
    }

    /// <summary>What an order of the file's own says against itself: made after the last activity or the close, or in the future.</summary>
    private bool Odd((string Created, string Activity, string Close) row, LocalDate today)
    {
        var (created, activity, close) = (Day(row.Created), Day(row.Activity), Day(row.Close));
        return created > today || created > close || created > activity;
    }

    /// <summary>Milliseconds since 1970 of an API, or a spreadsheet's day number.</summary>
    private LocalDateTime? Counted(string cell)
    {
        if (!long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        if (cell.Length is 12 or 13) return Plausible(Instant.FromUnixTimeMilliseconds(number).InUtc().LocalDateTime);
        if (cell.Length == 10 && _fromApi) return Plausible(Instant.FromUnixTimeSeconds(number).InUtc().LocalDateTime);
        if (cell.Length == 8 && Ymd(number) is { } compact) return compact.AtMidnight();
        return cell.Length == 5 && !_fromApi ? Plausible(ExcelEpoch.PlusDays((int)number).AtMidnight()) : null;
    }

    private static LocalDate? Ymd(long number) => Built(new Parts((int)(number / 10_000), (int)(number / 100 % 100), (int)(number % 100), true), dayFirst: false);

    private static LocalDateTime? Plausible(LocalDateTime moment) => Plausible(moment.Date) ? moment : null;

    private static bool Plausible(LocalDate date) => date.Year is >= FirstYear and <= LastYear;

    private static LocalDate? Built(Parts parts, bool dayFirst)
    {
        var (year, month, day) = parts.YearFirst ? (parts.First, parts.Second, parts.Third)
            : dayFirst ? (Year(parts.Third), parts.Second, parts.First) : (Year(parts.Third), parts.First, parts.Second);
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1) return null;
        return day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;
    }

    private static int Year(int written) => written < 100 ? 2000 + written : written;

    /// <summary>Three numbers with one and the same mark between, at the start of a cell: <c>17/11/2026</c>, <c>2026-11-17T09:12</c>, <c>17.11.26 10:00</c>.</summary>
    private static Parts? Numbers(string cell)
    {
        Span<int> numbers = stackalloc int[3];
        Span<int> digits = stackalloc int[3];
        var text = cell.AsSpan().Trim();
        var mark = '\0';
        var at = 0;
        for (var part = 0; part < 3; part++)
        {
            while (at < text.Length && char.IsAsciiDigit(text[at]) && digits[part] < 4)
            {
                numbers[part] = (numbers[part] * 10) + (text[at++] - '0');
                digits[part]++;
            }

            if (digits[part] == 0) return null;
            if (part == 2) break;
            if (at >= text.Length || text[at] is not ('/' or '-' or '.' or ' ')) return null;
            if (mark != '\0' && text[at] != mark) return null;
            mark = text[at++];
        }

        if (at < text.Length && (char.IsAsciiDigit(text[at]) || !(char.IsWhiteSpace(text[at]) || text[at] is 'T' or 't' or ',' or ';'))) return null;
        if (digits[0] == 4) return digits[1] <= 2 && digits[2] <= 2 ? new Parts(numbers[0], numbers[1], numbers[2], true) : null;
        return digits[0] <= 2 && digits[1] <= 2 && digits[2] is 2 or 4 ? new Parts(numbers[0], numbers[1], numbers[2], false) : null;
    }

    /// <summary>The hour of a cell after its date, or midnight.</summary>
    private static LocalTime Clock(string cell)
    {
        var colon = cell.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1) return LocalTime.Midnight;
        var start = colon;
        while (start > 0 && colon - start < 2 && char.IsAsciiDigit(cell[start - 1])) start--;
        var end = colon;
        while (end < cell.Length && (char.IsAsciiDigit(cell[end]) || cell[end] == ':')) end++;
        var parts = cell[start..end].Split(':', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour) || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minute)) return LocalTime.Midnight;
        var second = parts.Length > 2 && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : 0;
        var rest = cell.AsSpan(end).TrimStart();
        if (rest.StartsWith("PM", StringComparison.OrdinalIgnoreCase) && hour < 12) hour += 12;
        else if (rest.StartsWith("AM", StringComparison.OrdinalIgnoreCase) && hour == 12) hour = 0;
        return hour < 24 && minute < 60 && second < 60 ? new LocalTime(hour, minute, second) : LocalTime.Midnight;
    }

    /// <summary><c>17 nov. 26</c> as <c>17 nov. 2026</c>.</summary>
    private static string FullYear(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length >= 3 && words[2].Length == 2 && words[2].All(char.IsAsciiDigit) && words[..2].Any(word => word.Any(char.IsLetter))) words[2] = "20" + words[2];
        return string.Join(' ', words);
    }

    private readonly record struct Parts(int First, int Second, int Third, bool YearFirst);
}
