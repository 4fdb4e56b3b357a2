using System.Globalization;
using NodaTime.Text;
using SoftNo.Calls;

namespace SoftNo.Reports;

/// <summary>When a turn was said, as people write it.</summary>
public static class TurnTime
{
    private static readonly OffsetDateTimePattern Moment = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<+HH:mm>");

    /// <summary><c>M:SS</c>, from an hour on <c>H:MM:SS</c>; ISO 8601 where only the moment itself is known (mail); null where nothing is.</summary>
    public static string? Of(Turn turn) =>
        turn.StartMs is { } ms ? Of(ms) : turn.At is { } at ? Moment.Format(at) : null;

    /// <summary><c>M:SS</c>, from an hour on <c>H:MM:SS</c>.</summary>
    /// <param name="milliseconds">From the call's start; less than nothing counts as nothing.</param>
    public static string Of(long milliseconds)
    {
        var seconds = Math.Max(0, milliseconds) / 1000;
        var (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        return hours > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{hours}:{minutes:00}:{rest:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{minutes}:{rest:00}");
    }
}
