using System.Globalization;
using System.Text.Json;

namespace SoftNo.Transcripts.Json;

/// <summary>Reads values of an item under any of several names; a name may be a path (<c>speaker.name</c>). Numbers may be written as strings.</summary>
internal static class JsonValues
{
    /// <summary>The first of the names that is there and not null.</summary>
    public static JsonElement? Value(this JsonElement item, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            JsonElement at = item;
            bool found = true;
            foreach (string step in name.Split('.'))
            {
                found = at.ValueKind == JsonValueKind.Object && TryGet(at, step, out at);
                if (!found) break;
            }

            if (found && at.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)) return at;
        }

        return null;
    }

    /// <summary>A string, or a number as it is written (ids may be larger than any number type); null where it is neither, or blank.</summary>
    public static string? Text(this JsonElement item, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (item.Value(name) is { } value && TextOf(value) is { } text) return text;
        }

        return null;
    }

    public static double? Number(this JsonElement item, params ReadOnlySpan<string> names) => item.Value(names) is { } value ? NumberOf(value) : null;

    public static bool? Flag(this JsonElement item, params ReadOnlySpan<string> names) => item.Value(names)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>A time in milliseconds: a number of <paramref name="unit"/> milliseconds each, the same as a string, <c>1.200s</c>, or a clock time.</summary>
    public static long? Time(this JsonElement item, double unit, params ReadOnlySpan<string> names)
    {
        if (item.Value(names) is not { } value) return null;
        if (NumberOf(value) is { } number) return Milliseconds(number, unit);
        if (value.ValueKind == JsonValueKind.Object && value.Value("seconds", "nanos") is not null)
            return Milliseconds((value.Number("seconds") ?? 0) + ((value.Number("nanos") ?? 0) / 1e9), 1000);
        string text = TextOf(value) ?? "";
        if (ClockTime.TryParse(text, out long clock)) return clock;
        return text.EndsWith('s') && Parse(text[..^1]) is { } seconds ? Milliseconds(seconds, 1000) : null;
    }

    /// <summary>
    /// What was said, with its times as <see cref="Time"/> reads them; where they are dates or count from 1970, with the moments themselves.
    /// </summary>
    public static Utterance Said(this JsonElement item, string? speaker, string text, double unit, string[] starts, string[] ends)
    {
        var said = new Utterance(speaker, text, item.Time(unit, starts), item.Time(unit, ends));
        if (said.StartMs is not null || item.Value(starts) is not { } start || JsonCall.Moment(start) is not { } moment) return said;
        return said with { At = moment, EndAt = item.Value(ends) is { } end ? JsonCall.Moment(end) : null };
    }

    /// <summary>The items of an array under one of the names; none where there is no array.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement item, params ReadOnlySpan<string> names) =>
        item.Value(names) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    public static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null,
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    public static double? NumberOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetDouble(out double number) ? number : null,
        JsonValueKind.String => Parse(value.GetString()!),
        _ => null,
    };

    public static long? Milliseconds(double number, double unit)
    {
        double scaled = Math.Round(number * unit);
        // Over three years it is no time of a call.
        return Math.Abs(scaled) < 1e11 ? (long)scaled : null;
    }

    private static double? Parse(string text) =>
        double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;

    private static bool TryGet(JsonElement item, string name, out JsonElement value)
    {
        if (item.TryGetProperty(name, out value)) return true;
        foreach (JsonProperty property in item.EnumerateObject())
        {
            if (!property.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) continue;
            value = property.Value;
            return true;
        }

        return false;
    }
}
