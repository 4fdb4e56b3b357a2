using System.Text.Json;
using SoftNo.Calls;

namespace SoftNo.Reports.Json;

/// <summary>The small shapes that recur in <c>softno.reading/1</c>.</summary>
internal static class JsonParts
{
    /// <summary>A text in both languages.</summary>
    public static void WriteBilingual(this Utf8JsonWriter json, string name, Bilingual? text)
    {
        if (text is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("fr", text.Fr);
        json.WriteString("en", text.En);
        json.WriteEndObject();
    }

    /// <summary>A list of strings.</summary>
    public static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>A number to four decimals, which is all that a reading knows; null where there is none.</summary>
    public static void WriteRounded(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number)) json.WriteNumber(name, Math.Round(number, 4, MidpointRounding.AwayFromZero) + 0.0);
        else json.WriteNull(name);
    }

    /// <summary>A whole number, or null.</summary>
    public static void WriteWhole(this Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    /// <summary>Words in a turn, or null.</summary>
    public static void WritePlace(this Utf8JsonWriter json, string name, int? turn, TextSpan? span)
    {
        if (turn is null || span is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WritePlaceParts(turn, span);
        json.WriteEndObject();
    }

    /// <summary><c>turn</c>, <c>start</c> and <c>end</c> in the object that is open.</summary>
    public static void WritePlaceParts(this Utf8JsonWriter json, int? turn, TextSpan? span)
    {
        json.WriteWhole("turn", turn);
        json.WriteWhole("start", span?.Start);
        json.WriteWhole("end", span?.End);
    }

    /// <summary>The JSON name of a member of an enum: its words in lower case.</summary>
    public static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
