using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using SoftNo.Calls;
using SoftNo.Cues.Moments;
using SoftNo.Deals;
using SoftNo.Signals;

namespace SoftNo.Storage;

/// <summary>Calls, readings and figures as the database keeps them. The form is the store's own: what others read is <c>softno.reading/1</c>.</summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(), new SpanConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Moments } },
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    public static string Write(Call call) => JsonSerializer.Serialize(call, Options);

    public static string Write(Reading reading) => JsonSerializer.Serialize(reading, Options);

    public static string Write(ReadingFigures figures) => JsonSerializer.Serialize(figures, Options);

    public static Call Call(string json) => JsonSerializer.Deserialize<Call>(json, Options)!;

    public static Reading Reading(string json) => JsonSerializer.Deserialize<Reading>(json, Options)!;

    public static ReadingFigures Figures(string json) => JsonSerializer.Deserialize<ReadingFigures>(json, Options)!;

    private static void Moments(JsonTypeInfo type)
    {
        if (type.Type != typeof(Moment)) return;
        type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "is", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization };
        foreach (var kind in typeof(Moment).GetNestedTypes().Where(kind => kind.IsSubclassOf(typeof(Moment)))) type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(kind, kind.Name));
    }

    /// <summary>A span as <c>[start, end]</c>.</summary>
    private sealed class SpanConverter : JsonConverter<TextSpan>
    {
        public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            reader.Read();
            var start = reader.GetInt32();
            reader.Read();
            var end = reader.GetInt32();
            reader.Read();
            return new TextSpan(start, end);
        }

        public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.Start);
            writer.WriteNumberValue(value.End);
            writer.WriteEndArray();
        }
    }
}
