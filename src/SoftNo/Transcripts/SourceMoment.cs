using System.Globalization;
using NodaTime;

namespace SoftNo.Transcripts;

/// <summary>A date and time as a source writes it, with its offset where it has one.</summary>
internal readonly record struct SourceMoment(LocalDateTime Local, Offset? Offset)
{
    /// <summary>Reads ISO 8601 leniently: <c>T</c> or a blank, seconds and fraction or none, <c>Z</c>, <c>±hh:mm</c>, <c>±hhmm</c>, <c>±hh</c> or no offset; a date alone is midnight.</summary>
    public static bool TryParse(string? text, out SourceMoment moment)
    {
        moment = default;
        if (text is null) return false;
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        if (rest.Length < 10 || rest[4] != '-' || rest[7] != '-') return false;
        if (!Number(rest[..4], out int year) || !Number(rest[5..7], out int month) || !Number(rest[8..10], out int day)) return false;
        if (!IsDate(year, month, day)) return false;
        var date = new LocalDate(year, month, day);
        rest = rest[10..].TrimStart(" T");
        if (!TryTime(ref rest, out LocalTime time) || !TryOffset(rest.Trim(), out Offset? offset)) return false;
        moment = new SourceMoment(date + time, offset);
        return true;
    }

    /// <summary>Whether these three numbers are a day between 1990 and 2099.</summary>
    public static bool IsDate(int year, int month, int day) =>
        year is >= 1990 and < 2100 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);

    /// <summary>The moment with its own offset, or taken as a clock in <paramref name="zone"/>.</summary>
    public OffsetDateTime In(DateTimeZone zone) => Offset is { } own ? Local.WithOffset(own) : Local.InZoneLeniently(zone).ToOffsetDateTime();

    private static bool TryTime(ref ReadOnlySpan<char> rest, out LocalTime time)
    {
        time = LocalTime.Midnight;
        if (rest.IsEmpty) return true;
        if (rest.Length < 5 || rest[2] != ':' || !Number(rest[..2], out int hour) || !Number(rest[3..5], out int minute) || hour > 23 || minute > 59) return false;
        rest = rest[5..];
        int second = 0;
        if (rest.Length >= 3 && rest[0] == ':')
        {
            if (!Number(rest[1..3], out second) || second > 59) return false;
            rest = rest[3..];
        }

        long nanoseconds = 0;
        if (rest.Length > 1 && rest[0] is '.' or ',')
        {
            int at = 1;
            for (long unit = 100_000_000; at < rest.Length && char.IsAsciiDigit(rest[at]); at++, unit /= 10) nanoseconds += unit * (rest[at] - '0');
            rest = rest[at..];
        }

        time = new LocalTime(hour, minute, second).PlusNanoseconds(nanoseconds);
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<char> rest, out Offset? offset)
    {
        offset = null;
        if (rest.IsEmpty) return true;
        if (rest is "Z" or "z" or "UTC" or "GMT")
        {
            offset = NodaTime.Offset.Zero;
            return true;
        }

        if (rest.Length < 3 || rest[0] is not ('+' or '-') || !Number(rest[1..3], out int hours) || hours > 18) return false;
        ReadOnlySpan<char> tail = rest[3..].TrimStart(':');
        int minutes = 0;
        if (!tail.IsEmpty && (tail.Length != 2 || !Number(tail, out minutes) || minutes > 59)) return false;
        offset = NodaTime.Offset.FromSeconds((rest[0] == '-' ? -1 : 1) * ((hours * 3600) + (minutes * 60)));
        return true;
    }

    private static bool Number(ReadOnlySpan<char> digits, out int value) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
