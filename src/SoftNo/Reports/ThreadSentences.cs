using System.Globalization;
using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues.Moments;
using SoftNo.Signals;
using SoftNo.Threads;

namespace SoftNo.Reports;

/// <summary>What a report says of an exchange beside its words: silence, the question that stands open, absences, invitations.</summary>
/// <param name="thread">The exchange.</param>
/// <param name="say">The report's sentences.</param>
internal sealed class ThreadSentences(ThreadReading thread, Sentences say)
{
    private readonly ThreadWords _words = say.Words.Thread;

    /// <summary>One line a fact.</summary>
    public IEnumerable<string> Lines
    {
        get
        {
            yield return Silence;
            if (thread.OpenQuestion is { } question) yield return Question(question);
            foreach (var away in thread.OutOfOffice) yield return Away(away);
            foreach (var invitation in thread.Invitations) yield return Invitation(invitation);
        }
    }

    private string Silence => thread switch
    {
        { LastActOfProspect: null } => _words.NoAct,
        { SilentBusinessDays: 0 } => Fill(_words.JustNow, Date(thread.LastActOfProspect.Value.Date)),
        _ => Fill(_words.Silent, Days(thread.SilentBusinessDays ?? 0), Date(thread.LastActOfProspect!.Value.Date)),
    };

    private string Question(OpenQuestion question) => Fill(
        question.AskedBy == Side.Prospect ? _words.TheyAsked : _words.WeAsked, Date(question.At.Date), Days(question.BusinessDays), say.Quote(question.Words));

    private string Away(OutOfOffice away) => away.Until is { } until ? Fill(_words.AwayUntil, say.Shown(away.Who), Date(until)) : Fill(_words.Away, say.Shown(away.Who));

    private string Invitation(InvitationStanding invitation)
    {
        var parts = new List<string> { invitation.Cancelled ? _words.Cancelled : say.Words.Grades[invitation.Grade.Name()] };
        Add(parts, _words.Accepted, invitation.Accepted);
        Add(parts, _words.Tentative, invitation.Tentative);
        Add(parts, _words.Declined, invitation.Declined);
        Add(parts, _words.SilentGuests, invitation.Silent);
        if (invitation.Moved > 0) parts.Add(_words.Moved.Of(invitation.Moved, say.Language));
        return Fill(_words.Invitation, invitation.Start is { } start ? say.When(start) : _words.NoHour, string.Join(" ; ", parts).Replace(" ;", say.Language == "fr" ? "\u00A0;" : ";", StringComparison.Ordinal));
    }

    private void Add(List<string> parts, string pattern, IReadOnlyList<string> people)
    {
        if (people.Count > 0) parts.Add(Fill(pattern, string.Join(", ", people.Select(say.Shown))));
    }

    private string Days(int count) => _words.BusinessDays.Of(count, say.Language);

    private string Date(LocalDate date) => say.When(new Moment.OnDay(date));

    private static string Fill(string pattern, params object[] parts) => string.Format(CultureInfo.InvariantCulture, pattern, parts);
}
