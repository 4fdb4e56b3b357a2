namespace SoftNo.Transcripts.Mail;

/// <summary>Who is on the seller's side of a thread, where the user named some of ours, or the mailbox says whose it is.</summary>
internal static class OurHouses
{
    /// <summary>Domains, and single addresses of houses that anyone may use. None where the user named the other side alone.</summary>
    public static IEnumerable<string> Of(CallDraft draft, CallOptions options)
    {
        string[] us = Entries(options.Us.Count > 0 ? options.Us : options.UsualUs), them = Entries(options.Them);
        List<DraftSpeaker> people = draft.Exchange?.People ?? [];
        if (us.Length > 0) return us.SelectMany(entry => OfEntry(entry, people)).Distinct();
        if (them.Length > 0 || options.OurDomains.Count > 0) return [];
        // Several mailboxes are no one's in particular.
        return draft.Mailboxes is [var owner] && people.Exists(person => owner.Equals(person.Address, StringComparison.OrdinalIgnoreCase)) ? [HouseOf(owner.ToLowerInvariant())] : [];
    }

    private static IEnumerable<string> OfEntry(string entry, List<DraftSpeaker> people)
    {
        if (entry.IndexOf('@', StringComparison.Ordinal) > 0) return [HouseOf(entry.ToLowerInvariant())];
        if (entry.TrimStart('@').IndexOf('.', StringComparison.Ordinal) > 0 && !entry.Contains(' ', StringComparison.Ordinal)) return [entry.TrimStart('@')];
        string folded = Words.Fold(entry);
        return people.Where(person => person.Address is not null && $" {Words.Fold(person.Name)} ".Contains($" {folded} ", StringComparison.Ordinal)).Select(person => HouseOf(person.Address!));
    }

    private static string HouseOf(string address)
    {
        string domain = address[(address.LastIndexOf('@') + 1)..];
        return MachineMail.IsFreeHouse(domain) ? address : domain;
    }

    private static string[] Entries(IReadOnlyList<string> entries) => [.. entries.SelectMany(entry => entry.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
