using NodaTime;
using SoftNo.Transcripts.Calendar;

namespace SoftNo.Transcripts.Mail;

/// <summary>Who wrote a message.</summary>
internal enum MailKind
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>A program that answers for someone who is away.</summary>
    AutoReply,

    /// <summary>A server that could not deliver.</summary>
    Bounce,

    /// <summary>A calendar program: an answer to an invitation, a change, a cancellation.</summary>
    Calendar,
}

/// <summary>A person of a message's header.</summary>
/// <param name="Address">In lower case, or null where the header has none.</param>
/// <param name="Name">The name beside it, or null.</param>
internal sealed record MailPerson(string? Address, string? Name)
{
    /// <summary>What joins this person's messages: the address, else the name.</summary>
    public string Key => Address ?? Words.Fold(Name ?? "");

    /// <summary>What people call this person.</summary>
    public string Shown => Name ?? Address ?? "?";

    /// <summary>"Whitfield, Dana" as people say it; a name in order, or one with a title behind ("Dana Whitfield, PhD"), stays.</summary>
    public static string InOrder(string name)
    {
        if (name.Split(',', StringSplitOptions.TrimEntries) is not [{ Length: > 0 } last, { Length: > 0 } first]) return name;
        string[] family = last.Split(' '), given = first.Split(' ');
        // "Dana Whitfield, Larkspur" has a house behind its comma, "de la Cruz, Ana" a given name.
        if (given.Length > 2 || (family.Length > 1 && family[0].Length > 3) || MailLexicon.Signing.Titles.Contains(first.Replace(".", "", StringComparison.Ordinal).ToLowerInvariant())) return name;
        return family.All(IsName) && given.All(word => IsName(word) && char.IsUpper(word[0])) ? $"{first} {last}" : name;
    }

    private static bool IsName(string word) => word.Length > 0 && word.All(c => char.IsLetter(c) || c is '.' or '-' or '\'' or '’');
}

/// <summary>An absence that a message tells.</summary>
/// <param name="From">The first day away, or null: the day of the message.</param>
/// <param name="Until">The last day away, or null where it is not told.</param>
internal sealed record ToldAbsence(LocalDate? From, LocalDate? Until);

/// <summary>One message, reduced to what is read of it.</summary>
internal sealed record MailMessage
{
    /// <summary>The file it was in, as the user gave it.</summary>
    public required string File { get; init; }

    /// <summary>Its Message-ID without brackets, or null.</summary>
    public string? Id { get; init; }

    /// <summary>The ids it answers, oldest first.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    public string Subject { get; init; } = "";

    public required MailPerson From { get; init; }

    /// <summary>Everyone it was sent to.</summary>
    public IReadOnlyList<MailPerson> To { get; init; } = [];

    /// <summary>When it was sent, or null where no header tells.</summary>
    public OffsetDateTime? At { get; init; }

    /// <summary>The sender's new words, white space collapsed.</summary>
    public string Text { get; init; } = "";

    public MailKind Kind { get; init; }

    /// <summary>Invitations and answers in it.</summary>
    public IReadOnlyList<CalendarMessage> Calendar { get; init; } = [];

    /// <summary>What it tells of the sender's absence, or null.</summary>
    public ToldAbsence? Absence { get; init; }

    /// <summary>Whose mailbox it lay in, where the header tells.</summary>
    public string? Mailbox { get; init; }

    /// <summary>Everyone of the header.</summary>
    public IEnumerable<MailPerson> People => To.Prepend(From);
}
