using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SoftNo.Rescue;

namespace SoftNo.Reports.Json;

/// <summary>What to do: missed moments, rescues, the CRM line.</summary>
internal static class AdviceJson
{
    private static readonly OffsetDateTimePattern Minute = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<+HH:mm>");

    /// <summary>Writes <c>missedMoments</c>, <c>rescues</c> and <c>crmLine</c>.</summary>
    public static void Write(Utf8JsonWriter json, Advice advice)
    {
        json.WriteStartArray("missedMoments");
        foreach (var missed in advice.MissedMoments)
        {
            json.WriteStartObject();
            json.WriteNumber("turn", missed.Turn);
            json.WriteString("move", missed.Move.Name());
            json.WriteStartObject("say");
            json.WriteString("en", missed.Say);
            json.WriteEndObject();
            json.WriteBilingual("coaching", missed.Coaching);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rescues");
        foreach (var rescue in advice.Rescues) WriteRescue(json, rescue);
        json.WriteEndArray();
        json.WriteBilingual("crmLine", advice.CrmLine);
    }

    private static void WriteRescue(Utf8JsonWriter json, FilledRescue rescue)
    {
        json.WriteStartObject();
        WriteRescueParts(json, rescue);
        json.WriteEndObject();
    }

    /// <summary>Writes the members of a rescue in the object that is open.</summary>
    public static void WriteRescueParts(Utf8JsonWriter json, FilledRescue rescue)
    {
        json.WriteString("move", rescue.Move.Name());
        json.WriteBoolean("recommended", rescue.Recommended);
        json.WriteString("tone", rescue.Tone is { } tone ? JsonParts.Lower(tone) : null);
        json.WriteBilingual("why", rescue.Why);
        json.WriteStartObject("say");
        json.WriteString("soft", rescue.Say.Soft);
        json.WriteString("medium", rescue.Say.Medium);
        json.WriteString("bold", rescue.Say.Bold);
        json.WriteEndObject();
        json.WriteBilingual("delivery", rescue.Delivery);
        json.WriteBilingual("coaching", rescue.Coaching);
        json.WriteBilingual("avoid", rescue.Avoid);
        json.WriteStartObject("mail");
        json.WriteString("to", rescue.Mail.To);
        json.WriteString("subject", rescue.Mail.Subject);
        json.WriteString("body", rescue.Mail.Body);
        json.WriteEndObject();
        WriteThen(json, rescue.Then);
        WriteSlots(json, rescue.Slots);
        WriteHold(json, rescue.Hold);
    }

    private static void WriteThen(Utf8JsonWriter json, IReadOnlyList<Then> answers)
    {
        json.WriteStartArray("then");
        foreach (var then in answers)
        {
            json.WriteStartObject();
            json.WriteString("answer", then.Answer);
            json.WriteString("ifTheySay", then.IfTheySay);
            json.WriteBilingual("means", then.Means);
            json.WriteString("say", then.Say);
            json.WriteBilingual("do", then.Do);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSlots(Utf8JsonWriter json, IReadOnlyList<Slot> slots)
    {
        json.WriteStartArray("slots");
        foreach (var slot in slots)
        {
            json.WriteStartObject();
            json.WriteString("name", slot.Name);
            json.WriteString("value", slot.Value);
            json.WritePlace("from", slot.From?.Turn, slot.From?.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteHold(Utf8JsonWriter json, Hold? hold)
    {
        if (hold is null)
        {
            json.WriteNull("hold");
            return;
        }

        json.WriteStartObject("hold");
        json.WriteString("start", Of(hold.Start));
        json.WriteString("end", Of(hold.End));
        json.WriteString("zone", hold.Start.Zone.Id);
        json.WriteStrings("alternatives", hold.Alternatives.Select(Of));
        json.WriteEndObject();
    }

    private static string Of(ZonedDateTime time) => Minute.Format(time.ToOffsetDateTime());
}
