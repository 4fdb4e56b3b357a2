using System.IO.Enumeration;
using SoftNo.Transcripts;

namespace SoftNo.Cli;

/// <summary>Turns what the user typed into files: a file, a folder, a pattern, or <c>-</c>.</summary>
internal static class Inputs
{
    /// <summary>The name of standard input.</summary>
    public const string StandardInput = "-";

    private static readonly string[] Endings = [".call", ".vtt", ".srt", ".txt", ".json", ".docx", ".tsv", ".zip", ".eml", ".mbox", ".ics"];

    /// <summary>The files, each once, folders and patterns in order of name; and what could not be found.</summary>
    public static (IReadOnlyList<string> Files, IReadOnlyList<Problem> Problems) Find(IEnumerable<string> given)
    {
        var files = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var problems = new List<Problem>();
        foreach (var input in given)
        {
            var (found, problem) = One(input);
            if (problem is not null) problems.Add(problem);
            foreach (var file in found)
            {
                if (seen.Add(file == StandardInput ? file : Path.GetFullPath(file))) files.Add(file);
            }
        }

        return (files, problems);
    }

    private static (IReadOnlyList<string> Files, Problem? Problem) One(string input)
    {
        if (input == StandardInput || File.Exists(input)) return ([input], null);
        if (Directory.Exists(input))
        {
            var inside = Under(input).Where(TranscriptReader.LooksLikeTranscript).ToList();
            return (inside, inside.Count > 0 ? null : CliWords.Problem("no-transcripts", input, string.Join(' ', Endings)));
        }

        if (input.AsSpan().IndexOfAny('*', '?') >= 0)
        {
            var matching = Matching(input);
            return (matching, matching.Count > 0 ? null : CliWords.Problem("no-match", input));
        }

        return ([], CliWords.Problem("missing-file", input, Near(input)));
    }

    private static IEnumerable<string> Under(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            .Order(StringComparer.Ordinal);

    /// <summary>Files whose path fits a pattern, <c>*</c> and <c>?</c> inside a name, <c>**</c> over folders.</summary>
    private static List<string> Matching(string pattern)
    {
        var parts = pattern.Replace('\\', '/').Split('/');
        var firstWild = Array.FindIndex(parts, part => part.AsSpan().IndexOfAny('*', '?') >= 0);
        var root = string.Join('/', parts[..firstWild]);
        if (root.Length == 0) root = pattern.StartsWith('/') ? "/" : ".";
        if (!Directory.Exists(root)) return [];
        var wanted = parts[firstWild..];
        return Under(root)
            .Where(file => Fits(Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar), wanted))
            .Select(file => root == "." ? Path.GetRelativePath(".", file) : file)
            .ToList();
    }

    private static bool Fits(ReadOnlySpan<string> path, ReadOnlySpan<string> wanted)
    {
        if (wanted.IsEmpty) return path.IsEmpty;
        if (wanted[0] == "**") return Fits(path, wanted[1..]) || (!path.IsEmpty && Fits(path[1..], wanted));
        return !path.IsEmpty && FileSystemName.MatchesSimpleExpression(wanted[0], path[0], ignoreCase: OperatingSystem.IsWindows()) && Fits(path[1..], wanted[1..]);
    }

    /// <summary>The names beside a missing file that look like it, as the end of a cure.</summary>
    private static string Near(string missing)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(missing));
        if (folder is null || !Directory.Exists(folder)) return "";
        var name = Path.GetFileNameWithoutExtension(missing);
        var start = name[..Math.Min(4, name.Length)];
        var near = Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName)
            .Where(other => other!.StartsWith(start, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).Take(3).ToList();
        return near.Count == 0 || start.Length == 0 ? "" : $" ({string.Join(", ", near)})";
    }
}
