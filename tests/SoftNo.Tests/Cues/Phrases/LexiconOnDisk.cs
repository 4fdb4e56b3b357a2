using SoftNo.Cues.Phrases;

namespace SoftNo.Tests.Cues.Phrases;

/// <summary>A lexicon of a few files in a folder of its own, with the shipped spelling.</summary>
internal sealed class LexiconOnDisk : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lexicon");

    public LexiconOnDisk() => Write("spelling.yml", File.ReadAllText(Path.Combine(Lexicon.DefaultFolder, "en", "spelling.yml")));

    public string Folder => _folder.FullName.Replace('\\', '/');

    public static LexiconOnDisk With(string file, string text)
    {
        var lexicon = new LexiconOnDisk();
        lexicon.Write(file, text);
        return lexicon;
    }

    /// <summary>One rule of soft-no with these phrases, loaded.</summary>
    public static Lexicon Of(params string[] phrases)
    {
        using var disk = With("soft-no/one.yml", $"""
            - id: one
              topic: digest
              source: "A test."
              phrases: [{string.Join(", ", phrases.Select(phrase => $"\"{phrase}\""))}]
              gloss: {"{"} fr: "…", en: "…" {"}"}
              fires: ["[one]"]
              quiet: ["two"]
            """);
        var result = Lexicon.Load(disk.Folder);
        Assert.Equal("", string.Join('\n', result.Problems.Select(problem => problem.Text.En)));
        return result.Lexicon!;
    }

    public void Write(string file, string text)
    {
        var path = Path.Combine(_folder.FullName, "en", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Dispose() => _folder.Delete(true);
}
