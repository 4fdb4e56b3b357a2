namespace SoftNo.Settings;

/// <summary>What can be wrong with settings, in both languages.</summary>
internal static class SettingsProblems
{
    public static Problem Broken(string file, int line, int column, string cause) => new(
        file, line, column, "settings-broken",
        new Bilingual($"Ce fichier de réglages n’est pas lisible ici\u00a0: {cause}", $"This settings file can't be read here: {cause}"),
        new Bilingual(
            "Corrigez cette ligne (deux espaces de retrait, « clé: valeur », guillemets autour d’un texte qui contient « : »).",
            "Fix this line (two spaces of indent, “key: value”, quotes around a text that holds “: ”)."));

    public static Problem UnknownKey(string file, int line, int column, string key, IEnumerable<string> known) => new(
        file, line, column, "settings-unknown-key",
        new Bilingual($"Le réglage « {key} » n’existe pas.", $"There is no setting “{key}”."),
        new Bilingual($"Réglages possibles ici\u00a0: {string.Join(", ", known)}.", $"Settings possible here: {string.Join(", ", known)}."));

    public static Problem Wrong(string file, int? line, int? column, string key, string french, string english) => new(
        file, line, column, "settings-wrong-value",
        new Bilingual($"« {key} » doit être {french}.", $"“{key}” must be {english}."),
        new Bilingual($"Corrigez la valeur de « {key} ».", $"Fix the value of “{key}”."));

    public static Problem Unreadable(string file, string cause) => new(
        file, null, null, "settings-unreadable",
        new Bilingual($"Ce fichier de réglages ne peut pas être ouvert\u00a0: {cause}", $"This settings file can't be opened: {cause}"),
        new Bilingual("Vérifiez ses droits, ou changez SOFTNO_HOME.", "Check its permissions, or change SOFTNO_HOME."));
}
