namespace SoftNo.Fuzz;

/// <summary>The seeds of each target: the samples, and the exports of the tests.</summary>
internal static class Corpus
{
    private const int Largest = 200_000;

    private static readonly Dictionary<string, string[]> Endings = new Dictionary<string, string[]>
    {
        ["transcripts"] = [".vtt", ".srt", ".txt", ".json", ".call", ".tsv", ".zip", ".docx"],
        ["mail"] = [".eml", ".mbox"],
        ["calendar"] = [".ics"],
        ["tables"] = [".csv", "pipedrive.json"],
    };

    /// <summary>The project's folder.</summary>
    public static string Home { get; } = FindHome();

    /// <summary>The seeds of a target, in order of name.</summary>
    public static IReadOnlyList<byte[]> Of(string target) =>
    [
        .. ((string[])["samples", "tests"]).Select(folder => Path.Combine(Home, folder))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            .Where(file => Array.Exists(Endings[target], ending => file.EndsWith(ending, StringComparison.Ordinal)) && Path.GetFileName(file) != "expected.txt" && new FileInfo(file).Length is > 0 and < Largest)
            .Select(File.ReadAllBytes),
    ];

    private static string FindHome()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SoftNo.slnx"))) return folder.FullName;
        }

        throw new InvalidOperationException("The fuzzer runs inside the project's folder.");
    }
}
