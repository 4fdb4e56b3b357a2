namespace SoftNo.Evaluation;

/// <summary>Labelled calls, and the files that could not be read.</summary>
public sealed record Corpus(IReadOnlyList<LabelledCall> Calls, IReadOnlyList<Problem> Problems)
{
    /// <summary>Reads every <c>.call</c> of a file or a folder, in order of path.</summary>
    public static Corpus Load(string path)
    {
        var files = Directory.Exists(path)
            ? Directory.GetFiles(path, "*.call", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray()
            : File.Exists(path) ? [path] : [];
        var calls = new List<LabelledCall>();
        var problems = new List<Problem>();
        foreach (var file in files)
        {
            var result = LabelledCall.Parse(file, File.ReadAllText(file));
            if (result.Call is { } call) calls.Add(call);
            if (result.Problem is { } problem) problems.Add(problem);
        }

        if (files.Length == 0)
        {
            problems.Add(new(
                path, null, null, "no-corpus", new("Aucun fichier .call ici.", "There is no .call file here."),
                new("Donnez un dossier du corpus, par exemple corpus/dev.", "Name a folder of the corpus, such as corpus/dev.")));
        }

        return new(calls, problems);
    }
}
