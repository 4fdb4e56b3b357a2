using System.Globalization;
using System.Text;
using NodaTime;
using SoftNo.Rescue;

namespace SoftNo.Settings;

/// <summary>Writes a settings file that a person can read and edit.</summary>
public static class SettingsWriter
{
    /// <summary>The file's text, with its comments in French.</summary>
    public static string Write(TeamSettings settings)
    {
        var text = new StringBuilder();
        text.Append("# Réglages. Chaque ligne se modifie à la main ; « softno settings » montre ce qui est pris en compte.\n");
        text.Append("us:\n");
        List("  names", settings.Names.Value, "vos noms, comme dans les transcriptions");
        List("  domains", settings.Domains.Value, "vos domaines de courriel");
        Line("  address", settings.Address.Value, "l’adresse qui invite");
        text.Append("zones:\n");
        Line("  ours", settings.OurZone.Value.Id, "votre fuseau");
        Line("  theirs", settings.TheirZone.Value?.Id, "celui des prospects quand rien ne le dit");
        Line("hours", $"{Hour(settings.Hours.Value.From)}-{Hour(settings.Hours.Value.To)}", "votre journée");
        Line("language", settings.Language.Value, "fr ou en ; vide : celle du système");
        Line("consent", settings.ConsentDemanded.Value ? "oui" : "non", "exiger un consentement noté avant d’enregistrer un appel");
        Line("signature", settings.Signature.Value, "au bas des courriels, en anglais");
        text.Append("# Une par secteur ; « name » en anglais, huit mots au plus, comme dans « I'll send the Norvik Dairy story ». Par exemple :\n");
        text.Append("#   - industry: \"food processing\"\n#     name: \"the Norvik Dairy story\"\n#     link: \"https://example.com/norvik\"\n#     words: [\"dairy\", \"cartons\"]\n");
        text.Append(settings.CaseStudies.Value.Count == 0 ? "case-studies: []\n" : "case-studies:\n");
        foreach (var study in settings.CaseStudies.Value) Study(study);
        return text.ToString();

        void Study(CaseStudy study)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - industry: {Quoted(study.Industry)}\n    name: {Quoted(study.Name)}\n");
            if (study.Link is not null) text.Append(CultureInfo.InvariantCulture, $"    link: {Quoted(study.Link)}\n");
            if (study.Words.Count > 0) text.Append(CultureInfo.InvariantCulture, $"    words: [{string.Join(", ", study.Words.Select(Quoted))}]\n");
        }

        void Line(string key, string? value, string comment) =>
            text.Append(CultureInfo.InvariantCulture, $"{key}:{(value is null ? "" : $" {Quoted(value)}")} # {comment}\n");

        void List(string key, IReadOnlyList<string> values, string comment) =>
            text.Append(CultureInfo.InvariantCulture, $"{key}: [{string.Join(", ", values.Select(Quoted))}] # {comment}\n");
    }

    private static string Hour(LocalTime time) => string.Create(CultureInfo.InvariantCulture, $"{time.Hour}:{time.Minute:00}");

    private static string Quoted(string value) =>
        $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";
}
