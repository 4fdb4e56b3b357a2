using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace SoftNo;

/// <summary>A YAML file read into a type whose properties are its keys, in kebab-case. An unknown key is a problem, with its line.</summary>
internal static class YamlFile
{
    private static readonly IDeserializer Deserializer =
        new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build();

    /// <summary>The file's content, or what is wrong with it.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="shown">The name told in problems.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <returns>The content; an empty file gives the type's own defaults; null where there is a problem.</returns>
    public static T? Read<T>(string path, string shown, ICollection<Problem> problems)
        where T : class, new()
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Problem(
                shown, null, null, "file-unreadable",
                new Bilingual($"Le fichier ne peut pas être lu\u00a0: {error.Message}", $"The file can't be read: {error.Message}"),
                new Bilingual("Vérifiez qu'il existe et que vous pouvez le lire.", "Check that it exists and that you may read it.")));
            return null;
        }
        return Parse<T>(text, shown, problems);
    }

    /// <summary>The same, of a text.</summary>
    public static T? Parse<T>(string text, string shown, ICollection<Problem> problems)
        where T : class, new()
    {
        try
        {
            return Deserializer.Deserialize<T?>(text) ?? new T();
        }
        catch (Exception error) when (YamlFault.Is(error))
        {
            var fault = YamlFault.Of(error, text);
            problems.Add(new Problem(
                shown, fault.Line, fault.Column, "yaml-invalid",
                new Bilingual($"Cette ligne n'est pas lisible\u00a0: {fault.What}", $"This line can't be read: {fault.What}"),
                new Bilingual(
                    "Corrigez la clé ou les deux-points, et mettez entre guillemets un texte qui contient «\u00a0: ».",
                    "Fix the key or the colon, and quote a text that contains “: ”.")));
            return null;
        }
    }
}
