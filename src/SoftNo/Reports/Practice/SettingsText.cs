using System.Globalization;
using NodaTime;
using SoftNo.Reports.Text;
using SoftNo.Settings;

namespace SoftNo.Reports.Practice;

/// <summary>Every setting with where it comes from.</summary>
public static class SettingsText
{
    /// <summary>For a terminal.</summary>
    public static string Write(TeamSettings settings, string language, int width, bool colour)
    {
        var words = PracticeWords.In(language).Settings;
        var page = new TextPage(Math.Max(20, width), colour);
        page.Line(words.Title, 0, "", Ink.Strong);
        page.Line(string.Format(CultureInfo.InvariantCulture, words.File, settings.File) + (File.Exists(settings.File) ? "" : $" {words.Missing}"), 0, "", Ink.Faint);
        Show("us.names", settings.Names, value => string.Join(", ", value));
        Show("us.domains", settings.Domains, value => string.Join(", ", value));
        Show("us.address", settings.Address, value => value);
        Show("zones.ours", settings.OurZone, value => value.Id);
        Show("zones.theirs", settings.TheirZone, value => value?.Id);
        Show("hours", settings.Hours, value => $"{Hour(value.From)}-{Hour(value.To)}");
        Show("language", settings.Language, value => value);
        Show("consent", settings.ConsentDemanded, value => value ? words.Yes : words.No);
        Show("signature", settings.Signature, value => value?.TrimEnd('\n').Replace("\n", " / ", StringComparison.Ordinal));
        Show("case-studies", settings.CaseStudies, value => string.Join(" · ", value.Select(study => $"{study.Industry}: {study.Name}")));
        return page.ToString();

        void Show<T>(string key, Setting<T> setting, Func<T, string?> shown)
        {
            var value = shown(setting.Value);
            page.Line($"{Plain.Of(string.IsNullOrEmpty(value) ? words.None : value)} ({setting.Where ?? words.Default})", 2, $"{key} ({words.Names[key]}){ReportWords.In(language).Colon}", Ink.Plain, Ink.Faint);
        }
    }

    private static string Hour(LocalTime time) => string.Create(CultureInfo.InvariantCulture, $"{time.Hour}:{time.Minute:00}");
}
