using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace SoftNo.Evaluation.HeldOut;

/// <summary>The fixed folds of authors: corpus/folds.yml.</summary>
public static class Folds
{
    /// <summary>Name of the file in the corpus.</summary>
    public const string FileName = "folds.yml";

    /// <summary>Folder of the corpus that holds the folds' output.</summary>
    public const string OutputFolder = "heldout";

    /// <summary>The folds by name, each with its authors.</summary>
    /// <exception cref="YamlException">The file is no list of folds.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(string corpus)
    {
        var folds = new DeserializerBuilder().Build().Deserialize<Dictionary<string, List<string>>>(File.ReadAllText(Path.Combine(corpus, FileName)));
        return folds.ToDictionary(fold => fold.Key, IReadOnlyList<string> (fold) => fold.Value, StringComparer.Ordinal);
    }
}
