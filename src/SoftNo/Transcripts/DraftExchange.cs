using NodaTime;
using SoftNo.Calls;
using SoftNo.Transcripts.Calendar;

namespace SoftNo.Transcripts;

/// <summary>A calendar message of a draft: when it came, by whom.</summary>
/// <param name="Message">What it says.</param>
/// <param name="At">When the mail that carried it was sent, or null for a file of its own.</param>
/// <param name="By">The key of who sent it, or null.</param>
internal sealed record DraftCalendar(CalendarMessage Message, OffsetDateTime? At, string? By);

/// <summary>What a thread holds beside its words, people by their keys.</summary>
internal sealed class DraftExchange
{
    /// <summary>Everyone of the headers and invitations, heard or not.</summary>
    public List<DraftSpeaker> People { get; } = [];

    public List<(OffsetDateTime At, ActKind Kind, string Key, IReadOnlyList<string> To)> Acts { get; } = [];

    public List<(OffsetDateTime At, IReadOnlyList<string> Keys)> Conversations { get; } = [];

    public List<(OffsetDateTime Told, string Key, LocalDate? From, LocalDate? Until)> Absences { get; } = [];

    public List<DraftCalendar> Calendar { get; } = [];

    /// <summary>Ids of messages, of those they answer, and of events (<see cref="Exchange.Ids"/>).</summary>
    public HashSet<string> Ids { get; } = new(StringComparer.Ordinal);

    /// <summary>Makes a person known, unless the key already is; a name is better than none.</summary>
    public void Know(DraftSpeaker person)
    {
        int place = People.FindIndex(one => one.Key == person.Key);
        if (place < 0) People.Add(person);
        else if (People[place].Name == People[place].Address && person.Name != person.Address) People[place] = People[place] with { Name = person.Name };
    }
}
