using System.Reflection;

namespace SoftNo.Transcripts;

/// <summary>The word lists of this folder: words apart by blanks, lines of remarks begun by <c>#</c>.</summary>
internal static class WordList
{
    /// <summary>The lines of a list, without its remarks.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"SoftNo.Transcripts.{name}")
            ?? throw new InvalidOperationException($"The word list {name} is missing from the program.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#'))];
    }

    /// <summary>The words of a list.</summary>
    public static HashSet<string> Load(string name) => [.. Lines(name).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
