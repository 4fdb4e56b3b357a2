using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace SoftNo.Simulation.Story;

/// <summary>Days told as <c>-7 tue</c>: so many weeks from the week in which the story is told, and the weekday.</summary>
/// <param name="today">The day on which it is told.</param>
public sealed partial class StoryDays(LocalDate today)
{
    private static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri"];
    private readonly LocalDate _monday = today.DayOfWeek == IsoDayOfWeek.Monday ? today : today.Previous(IsoDayOfWeek.Monday);

    /// <summary>The day.</summary>
    /// <exception cref="FormatException">When it is told otherwise: our bug.</exception>
    public LocalDate Of(string told)
    {
        if (told.Split(' ') is [var weeks, var weekday] && int.TryParse(weeks, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) && Array.IndexOf(Weekdays, weekday) is >= 0 and var place)
            return _monday.PlusWeeks(count).PlusDays(place);
        throw new FormatException($"\"{told}\" is no day of the story.");
    }

    /// <summary>A value, a day among them as ISO 8601.</summary>
    public string Value(string told) => Told().IsMatch(told) ? LocalDatePattern.Iso.Format(Of(told)) : told;

    /// <summary>The words of a call, each <c>{+2 thu}</c> in them as <c>December 10</c>.</summary>
    public string Words(string text) => Place().Replace(text, place => Of(place.Groups[1].Value).ToString("MMMM d", CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^[+-]\d+ [a-z]{3}$", RegexOptions.NonBacktracking)]
    private static partial Regex Told();

    [GeneratedRegex(@"\{([+-]\d+ [a-z]{3})\}", RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
