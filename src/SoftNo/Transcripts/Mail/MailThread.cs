using SoftNo.Transcripts.Calendar;

namespace SoftNo.Transcripts.Mail;

/// <summary>Messages that answer each other, with the calendar files that belong to them.</summary>
/// <param name="Messages">In order of time.</param>
/// <param name="Calendar">Events of files of their own.</param>
internal sealed record MailThread(IReadOnlyList<MailMessage> Messages, IReadOnlyList<CalendarMessage> Calendar);
