using System.Text.Json;
using NodaTime.Text;
using SoftNo.Calls;
using SoftNo.Signals;

namespace SoftNo.Reports.Json;

/// <summary>Where a reading comes from, who spoke, what was said.</summary>
internal static class CallJson
{
    private static readonly OffsetDateTimePattern Start = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<+HH:mm>");

    /// <summary>Writes <c>reader</c>, <c>source</c>, <c>speakers</c> and <c>turns</c>.</summary>
    public static void Write(Utf8JsonWriter json, Reading reading, string language)
    {
        WriteReader(json, reading.Reader);
        WriteSource(json, reading.Call);
        WriteSpeakers(json, reading.Call, language);
        WriteTurns(json, reading.Call);
    }

    private static void WriteReader(Utf8JsonWriter json, ReaderInfo reader)
    {
        json.WriteStartObject("reader");
        json.WriteString("lexicon", reader.Lexicon);
        json.WriteString("listener", reader.Listener);
        json.WriteString("model", reader.Model);
        json.WriteEndObject();
    }

    private static void WriteSource(Utf8JsonWriter json, Call call)
    {
        var source = call.Source;
        json.WriteStartObject("source");
        json.WriteString("file", source.File);
        json.WriteString("format", source.Format);
        json.WriteString("origin", JsonParts.Lower(source.Origin));
        json.WriteString("title", source.Title);
        json.WriteString("language", source.Language);
        json.WriteString("startedAt", source.StartedAt is { } at ? Start.Format(at) : null);
        json.WriteString("startedAtBasis", JsonParts.Lower(source.StartedAtBasis));
        json.WriteString("zone", source.Zone?.Id);
        json.WriteString("ourZone", source.OurZone?.Id);
        json.WriteWhole("durationMs", source.Duration is { } lasted ? (long)lasted.TotalMilliseconds : null);
        json.WriteEndObject();
    }

    private static void WriteSpeakers(Utf8JsonWriter json, Call call, string language)
    {
        json.WriteStartArray("speakers");
        for (var i = 0; i < call.Speakers.Count; i++)
        {
            var speaker = call.Speakers[i];
            json.WriteStartObject();
            json.WriteString("name", speaker.Name);
            json.WriteString("side", JsonParts.Lower(speaker.Side));
            json.WriteString("basis", JsonParts.Lower(speaker.Basis));
            json.WriteString("reason", speaker.Reason?.In(language));
            json.WriteNumber("words", call.Turns.Where(turn => turn.Speaker == i).Sum(turn => WordsIn(turn.Text)));
            json.WriteNumber("turns", call.Turns.Count(turn => turn.Speaker == i));
            json.WriteStartArray("alsoKnownAs");
            foreach (var other in speaker.AlsoKnownAs)
            {
                json.WriteStartObject();
                json.WriteString("name", other.Name);
                json.WriteString("why", other.Why.In(language));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTurns(Utf8JsonWriter json, Call call)
    {
        json.WriteStartArray("turns");
        foreach (var turn in call.Turns)
        {
            json.WriteStartObject();
            json.WriteString("at", TurnTime.Of(turn));
            json.WriteWhole("startMs", turn.StartMs);
            json.WriteWhole("endMs", turn.EndMs);
            json.WriteString("speaker", turn.Speaker == Call.Nobody ? null : call.Speakers[turn.Speaker].Name);
            json.WriteString("text", turn.Text);
            json.WriteRounded("confidence", turn.Confidence);
            json.WriteString("language", turn.Language);
            json.WriteString("leftOut", turn.LeftOut);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Runs of anything but spaces.</summary>
    private static int WordsIn(string text)
    {
        var words = 0;
        var inside = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c)) inside = false;
            else if (!inside)
            {
                inside = true;
                words++;
            }
        }

        return words;
    }
}
