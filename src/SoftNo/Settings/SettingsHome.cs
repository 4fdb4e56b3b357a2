namespace SoftNo.Settings;

/// <summary>Where the program keeps its data.</summary>
public static class SettingsHome
{
    /// <summary>The variable that names the folder.</summary>
    public const string Variable = "SOFTNO_HOME";

    /// <summary>The settings file's name in it.</summary>
    public const string FileName = "settings.yml";

    /// <summary><c>SOFTNO_HOME</c>, else the platform's own place: <c>~/.local/share/softno</c>, <c>~/Library/Application Support/softno</c>, <c>%LOCALAPPDATA%\softno</c>.</summary>
    public static string Folder(Func<string, string?> environment) =>
        environment(Variable) is { Length: > 0 } said
            ? said
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "softno");
}
