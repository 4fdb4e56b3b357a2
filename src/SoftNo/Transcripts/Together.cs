using NodaTime;
using SoftNo.Calls;
using SoftNo.Transcripts.Mail;

namespace SoftNo.Transcripts;

/// <summary>Makes one exchange of several sources: mails, calendars and calls, in order of time.</summary>
internal static class Together
{
    /// <summary>The format's name.</summary>
    public const string Format = "together";

    // What the parts are warned of is asked again of the whole.
    private static readonly string[] AskedAgain = ["zone-assumed", "no-speakers", "one-speaker", "only-sellers", "french-left-out", "start-unknown", "start-hour-unknown"];

    /// <summary>The exchange, or null where the parts hold nothing.</summary>
    /// <param name="mail">Mails and calendars.</param>
    /// <param name="calls">Calls, read without the user's word on sides.</param>
    /// <param name="options">What the user says.</param>
    /// <param name="problems">Receives what spoils it.</param>
    public static Call? Join(Mailbox mail, IReadOnlyList<Call> calls, CallOptions options, List<Problem> problems)
    {
        CallDraft? thread = mail.Drafts(together: true).FirstOrDefault();
        if (thread is null && calls.Count == 0) return null;
        CallDraft whole = thread ?? new CallDraft(Format) { Exchange = new DraftExchange(), File = calls[0].Source.File };
        if (calls.Count > 0) whole.Format = Format;
        foreach (Call call in calls) Add(whole, call);
        whole.Title ??= calls.Select(call => call.Source.Title).FirstOrDefault(title => title is not null);
        OffsetDateTime[] starts = [.. calls.Select(call => call.Source.StartedAt).Append(whole.StartedAt).OfType<OffsetDateTime>()];
        whole.StartedAt = starts.Length == 0 ? null : starts.MinBy(start => start.ToInstant());
        whole.Zone ??= calls.Where(call => call.Source.ZoneBasis == Basis.Stated).Select(call => call.Source.Zone).FirstOrDefault();
        return Mailbox.Settle(whole, options, problems);
    }

    private static void Add(CallDraft whole, Call call)
    {
        DraftExchange exchange = whole.Exchange!;
        string[] keys = [.. call.Speakers.Select(speaker => KeyOf(speaker, exchange))];
        for (int i = 0; i < keys.Length; i++)
        {
            Speaker speaker = call.Speakers[i];
            bool stated = speaker.Basis == Basis.Stated;
            var person = new DraftSpeaker(keys[i], speaker.Name)
            {
                Address = speaker.Address, Role = speaker.Role, Company = speaker.Company, AlsoKnownAs = speaker.AlsoKnownAs, Side = stated ? speaker.Side : Side.Unknown, Reason = stated ? speaker.Reason : null,
            };
            if (whole.Speaker(keys[i]) is { } known) whole.Replace(Completed(known, person));
            else whole.Know(person);
            exchange.Know(whole.Speaker(keys[i])!);
        }

        foreach (Turn turn in call.Turns)
        {
            OffsetDateTime? at = turn.At ?? StartOf(call, turn);
            whole.Utterances.Add(new Utterance(turn.Speaker == Call.Nobody ? null : keys[turn.Speaker], turn.Text, null) { At = at, Confidence = turn.Confidence, Language = turn.Language });
        }

        if (call.Source.StartedAt is { } start) exchange.Conversations.Add((start, [.. call.Turns.Where(turn => turn.Speaker != Call.Nobody).Select(turn => keys[turn.Speaker]).Distinct()]));
        whole.Warnings.AddRange(call.Warnings.Where(warning => !AskedAgain.Contains(warning.Code) || (warning.Code == "start-unknown" && call.Source.StartedAt is null)));
    }

    private static DraftSpeaker Completed(DraftSpeaker known, DraftSpeaker other) => known with
    {
        Role = known.Role ?? other.Role,
        Company = known.Company ?? other.Company,
        Side = known.Side == Side.Unknown ? other.Side : known.Side,
        Reason = known.Reason ?? other.Reason,
        AlsoKnownAs = other.Name == known.Name ? known.AlsoKnownAs
            : [.. known.AlsoKnownAs, new AlsoKnownAs(other.Name, new("le même nom que dans les messages", "the same name as in the messages"))],
    };

    // The person of the mails whose address, whole name or only first name it is.
    private static string KeyOf(Speaker speaker, DraftExchange exchange)
    {
        string? address = speaker.Address?.ToLowerInvariant();
        if (address is not null) return address;
        string name = Words.Fold(speaker.Name);
        DraftSpeaker[] whole = [.. exchange.People.Where(person => Words.Fold(person.Name) == name)];
        if (whole.Length == 1) return whole[0].Key;
        DraftSpeaker[] first = [.. exchange.People.Where(person => name.Length > 1 && Words.Fold(person.Name).StartsWith(name + " ", StringComparison.Ordinal))];
        return first.Length == 1 ? first[0].Key : name;
    }

    private static OffsetDateTime? StartOf(Call call, Turn turn)
    {
        if (call.Source.StartedAt is not { } start) return null;
        return (start.ToInstant() + NodaTime.Duration.FromMilliseconds(turn.StartMs ?? 0)).WithOffset(start.Offset);
    }
}
