using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace SoftNo.Rescue.Times;

/// <summary>Names a time as Americans do: <c>Thursday, December 3, 2 PM Eastern</c>; and as the French do, for the seller.</summary>
public sealed class AmericanTime
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private readonly Dictionary<string, string> _zones;

    internal AmericanTime(Dictionary<string, List<string>> zones) =>
        _zones = zones.SelectMany(name => name.Value.Select(zone => (zone, name.Key))).ToDictionary(pair => pair.zone, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>What a zone's clock is called: <c>Eastern</c>; where no American name exists, the city's name and "time".</summary>
    public string ZoneName(DateTimeZone zone) =>
        _zones.TryGetValue(zone.Id, out var name) ? name : $"{zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ')} time";

    /// <summary><c>Thursday, December 3</c>.</summary>
    public static string Day(LocalDate date) => LocalDatePattern.CreateWithInvariantCulture("dddd, MMMM d").Format(date);

    /// <summary><c>Thursday, December 3, 2 PM Eastern</c>.</summary>
    public string Of(ZonedDateTime time) => $"{Day(time.Date)}, {Hour(time.TimeOfDay)} {ZoneName(time.Zone)}";

    /// <summary><c>2 PM</c>, <c>9:30 AM</c>.</summary>
    public static string Hour(LocalTime time) =>
        LocalTimePattern.CreateWithInvariantCulture(time.Minute == 0 ? "h tt" : "h:mm tt").Format(time);

    /// <summary><c>jeudi 3 décembre 2026</c>; the first of a month is <c>1er</c>.</summary>
    public static string FrenchDay(LocalDate date) =>
        LocalDatePattern.Create(date.Day == 1 ? "dddd d'er' MMMM uuuu" : "dddd d MMMM uuuu", French).Format(date);

    /// <summary><c>jeudi 3 décembre 2026 à 20 h</c>, with <c>20 h 30</c> where there are minutes.</summary>
    public static string French24(LocalDateTime time) =>
        $"{FrenchDay(time.Date)} à {FrenchHour(time.TimeOfDay)}";

    /// <summary><c>20 h</c>, <c>20 h 30</c>, with no-break spaces.</summary>
    public static string FrenchHour(LocalTime time) =>
        time.Minute == 0 ? $"{time.Hour}\u00a0h" : string.Create(CultureInfo.InvariantCulture, $"{time.Hour}\u00a0h\u00a0{time.Minute:00}");
}
