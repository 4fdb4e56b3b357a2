using System.Globalization;
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
        foreach (var line in SettingsLine.All(settings, language))
            page.Line($"{Plain.Of(line.Value)} ({line.From})", 2, $"{line.Key} ({line.Name}){ReportWords.In(language).Colon}", Ink.Plain, Ink.Faint);
        return page.ToString();
    }
}
