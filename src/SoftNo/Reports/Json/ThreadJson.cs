using System.Text.Json;
using NodaTime.Text;
using SoftNo.Calls;
using SoftNo.Signals;
using SoftNo.Threads;

namespace SoftNo.Reports.Json;

/// <summary>What an exchange says beside its words.</summary>
internal static class ThreadJson
{
    private static readonly OffsetDateTimePattern Moment = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<+HH:mm>");

    /// <summary>Writes <c>thread</c>: null for a call alone.</summary>
    public static void Write(Utf8JsonWriter json, ThreadReading? thread)
    {
        if (thread is null)
        {
            json.WriteNull("thread");
            return;
        }

        json.WriteStartObject("thread");
        json.WriteString("asOf", Moment.Format(thread.AsOf));
        WriteActs(json, thread.Acts);
        json.WriteString("lastActOfProspect", thread.LastActOfProspect is { } last ? Moment.Format(last) : null);
        json.WriteWhole("silentBusinessDays", thread.SilentBusinessDays);
        WriteQuestion(json, thread.OpenQuestion);
        json.WriteStartArray("outOfOffice");
        foreach (var away in thread.OutOfOffice)
        {
            json.WriteStartObject();
            json.WriteString("who", away.Who);
            json.WriteString("until", away.Until is { } until ? LocalDatePattern.Iso.Format(until) : null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("invitations");
        foreach (var invitation in thread.Invitations) WriteInvitation(json, invitation);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteActs(Utf8JsonWriter json, IReadOnlyList<Act> acts)
    {
        json.WriteStartArray("acts");
        foreach (var act in acts)
        {
            json.WriteStartObject();
            json.WriteString("at", Moment.Format(act.At));
            json.WriteString("who", act.Who);
            json.WriteString("side", JsonParts.Lower(act.Side));
            // An invitation travels by mail.
            json.WriteString("kind", JsonParts.Lower(act.Kind == ActKind.Invited ? ActKind.Mail : act.Kind));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteQuestion(Utf8JsonWriter json, OpenQuestion? question)
    {
        if (question is null)
        {
            json.WriteNull("openQuestion");
            return;
        }

        json.WriteStartObject("openQuestion");
        json.WriteString("askedBy", JsonParts.Lower(question.AskedBy));
        json.WriteString("words", question.Words);
        json.WriteString("at", Moment.Format(question.At));
        json.WriteNumber("businessDays", question.BusinessDays);
        json.WriteEndObject();
    }

    private static void WriteInvitation(Utf8JsonWriter json, InvitationStanding invitation)
    {
        json.WriteStartObject();
        json.WriteString("start", invitation.Start?.ToString());
        json.WriteString("grade", invitation.Grade.Name());
        json.WriteStrings("accepted", invitation.Accepted);
        json.WriteStrings("tentative", invitation.Tentative);
        json.WriteStrings("declined", invitation.Declined);
        json.WriteStrings("silent", invitation.Silent);
        json.WriteNumber("moved", invitation.Moved);
        json.WriteBoolean("cancelled", invitation.Cancelled);
        json.WriteEndObject();
    }
}
