using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SoftNo.Reports;

/// <summary>A text that changes with a number.</summary>
/// <param name="One">For one; in French for nought too.</param>
/// <param name="Many">For the others; <c>{0}</c> is the number.</param>
public sealed record Counted(string One, string Many)
{
    /// <summary>The text for <paramref name="count"/> in a language.</summary>
    public string Of(int count, string language) => string.Format(System.Globalization.CultureInfo.InvariantCulture, Form(count, language), count);

    /// <summary>The same, not filled in (<c>fr</c>: nought is singular).</summary>
    public string Form(int count, string language) => count == 1 || (count == 0 && language == "fr") ? One : Many;
}

/// <summary>Reads the interface's words, which are data: one JSON file a language, embedded in the assembly that speaks them.</summary>
public static class WordsFile
{
    /// <summary>The words of the resource <paramref name="name"/>; French ones are spaced as French is.</summary>
    /// <exception cref="InvalidOperationException">When the assembly holds no such resource, or a text is missing or unknown: our bug.</exception>
    public static T Read<T>(Assembly assembly, string name, JsonTypeInfo<T> type)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"No words: {name}.");
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        if (name.EndsWith("fr.json", StringComparison.Ordinal)) text = French.Spaced(text);
        return JsonSerializer.Deserialize(text, type) ?? throw new InvalidOperationException($"Empty words: {name}.");
    }
}
