using System.Globalization;
using NodaTime;
using SoftNo.Settings;

namespace SoftNo.Reports.Practice;

/// <summary>One setting as it is shown.</summary>
/// <param name="Key">Its key in the file, such as <c>zones.ours</c>.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Value">Its value, or the word for none.</param>
/// <param name="From">Where the value comes from.</param>
public sealed record SettingsLine(string Key, string Name, string Value, string From)
{
    /// <summary>Every setting, in the order of the file.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    public static IReadOnlyList<SettingsLine> All(TeamSettings settings, string language)
    {
        var words = PracticeWords.In(language).Settings;
        return
        [
            Of("us.names", settings.Names, value => string.Join(", ", value)),
            Of("us.domains", settings.Domains, value => string.Join(", ", value)),
            Of("us.address", settings.Address, value => value),
            Of("zones.ours", settings.OurZone, value => value.Id),
            Of("zones.theirs", settings.TheirZone, value => value?.Id),
            Of("hours", settings.Hours, value => $"{Hour(value.From)}-{Hour(value.To)}"),
            Of("language", settings.Language, value => value),
            Of("consent", settings.ConsentDemanded, value => value ? words.Yes : words.No),
            Of("signature", settings.Signature, value => value?.TrimEnd('\n').Replace("\n", " / ", StringComparison.Ordinal)),
            Of("case-studies", settings.CaseStudies, value => string.Join(" · ", value.Select(study => $"{study.Industry}: {study.Name}"))),
        ];

        SettingsLine Of<T>(string key, Setting<T> setting, Func<T, string?> shown) =>
            new(key, words.Names[key], shown(setting.Value) is { Length: > 0 } value ? value : words.None, setting.Where ?? words.Default);
    }

    private static string Hour(LocalTime time) => string.Create(CultureInfo.InvariantCulture, $"{time.Hour}:{time.Minute:00}");
}
