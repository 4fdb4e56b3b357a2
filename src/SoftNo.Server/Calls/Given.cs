using System.Globalization;
using NodaTime;
using SoftNo.Transcripts;

namespace SoftNo.Server.Calls;

/// <summary>What a request says of the calls it sends.</summary>
/// <param name="Us">Our people; empty: the settings'.</param>
/// <param name="Them">Theirs.</param>
/// <param name="At">When it began, or null.</param>
/// <param name="Zone">The prospect's zone, or null.</param>
/// <param name="Declared">The percentage in the CRM, 0 to 100, or null.</param>
internal sealed record Given(IReadOnlyList<string> Us, IReadOnlyList<string> Them, OffsetDateTime? At, DateTimeZone? Zone, double? Declared)
{
    /// <summary>Nothing said.</summary>
    public static Given Nothing { get; } = new([], [], null, null, null);

    /// <summary>Reads the query's <c>us</c>, <c>them</c>, <c>at</c>, <c>zone</c> and <c>declared</c>; the first that cannot be understood is the problem.</summary>
    public static (Given Given, Problem? Problem) Of(IQueryCollection query)
    {
        Problem? problem = null;
        var given = new Given(
            Several("us"), Several("them"),
            One("at", "2026-11-17T10:00-05:00", WrittenStart.Parse),
            One("zone", "America/New_York", text => DateTimeZoneProviders.Tzdb.GetZoneOrNull(text)),
            One("declared", "0–100", Percent));
        return (given, problem);

        List<string> Several(string name) => [.. query[name].OfType<string>().Where(word => word.Length > 0)];

        T? One<T>(string name, string expected, Func<string, T?> read)
        {
            if (query[name] is not [{ Length: > 0 } text]) return default;
            // A plus sign of an offset arrives as a space where the sender did not encode it.
            if (read(text) is { } value) return value;
            problem ??= DeskWords.Problem("bad-value", name, name, text, expected);
            return default;
        }
    }

    /// <summary>A percentage, 0 to 100; null where the text is none.</summary>
    public static double? Percent(string text) =>
        double.TryParse(text.Trim().TrimEnd('%', ' ', '\u00A0', '\u202F').Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100
            ? percent
            : null;
}
