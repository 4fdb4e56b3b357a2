using SoftNo.Calls;

namespace SoftNo.Transcripts;

/// <summary>One person under two names is one speaker, and the merge is shown: the same address, the same name but for case, order or a note behind it, an address made of the name, or a first name beside the only full name that has it.</summary>
internal static class SamePerson
{
    /// <summary>More people than this, and a first name alone may be anybody's.</summary>
    private const int FewPeople = 4;

    /// <summary>Over this many names nobody is looked for twice: such a file is no conversation.</summary>
    private const int MostPeople = 200;

    private static readonly System.Buffers.SearchValues<char> Dashes = System.Buffers.SearchValues.Create("-–—");

    /// <summary>For each speaker that is another, that other; and why.</summary>
    public static Dictionary<string, (string Into, Bilingual Why)> Find(IReadOnlyList<DraftSpeaker> speakers, IReadOnlyList<string?> turns)
    {
        var merged = new Dictionary<string, (string Into, Bilingual Why)>();
        for (int i = 0; i < speakers.Count && speakers.Count <= MostPeople; i++)
        {
            for (int j = 0; j < speakers.Count; j++)
            {
                if (i == j || merged.ContainsKey(speakers[i].Key) || merged.ContainsKey(speakers[j].Key)) continue;
                if (Opposed(speakers[i], speakers[j])) continue;
                if (Why(speakers[i], speakers[j], i > j) is { } why) merged[speakers[i].Key] = (speakers[j].Key, why);
                else if (IsFirstNameOf(speakers, i, j) && CouldBeOne(speakers, turns, speakers[i].Key, speakers[j].Key))
                    merged[speakers[i].Key] = (speakers[j].Key, new("le prénom est celui de cette seule personne", "the first name is this person's alone"));
            }
        }

        return merged;
    }

    private static bool Opposed(DraftSpeaker one, DraftSpeaker other) =>
        (one.Side != Side.Unknown && other.Side != Side.Unknown && one.Side != other.Side)
        || (one.Address is not null && other.Address is not null && !one.Address.Equals(other.Address, StringComparison.OrdinalIgnoreCase));

    // The later into the earlier; of a name with a note and the bare name, into the bare one.
    private static Bilingual? Why(DraftSpeaker one, DraftSpeaker other, bool later)
    {
        if (later && one.Address is not null && one.Address.Equals(other.Address, StringComparison.OrdinalIgnoreCase)) return new("même adresse", "same address");
        if (later && one.Account is not null && one.Account == other.Account) return new("même compte", "same account");
        string name = Words.Fold(one.Name), otherName = Words.Fold(other.Name);
        if (name.Length == 0 || IsNumbered(name)) return null;
        if (later && name == otherName) return new("même nom", "same name");
        if (later && IsSurnameFirst(one.Name) != IsSurnameFirst(other.Name) && Sorted(name) == Sorted(otherName))
            return new("même nom, dans l’autre ordre", "same name, in the other order");
        if (one.Name.Contains('@', StringComparison.Ordinal) && Sorted(OfAddress(one.Name)) == Sorted(otherName) && otherName.Contains(' ', StringComparison.Ordinal))
            return new("l’adresse est faite de ce nom", "the address is made of this name");
        string bare = Words.Fold(WithoutNote(one.Name));
        return bare != name && bare == otherName && bare.Contains(' ', StringComparison.Ordinal) ? new("même nom, avec une mention", "same name, with a note") : null;
    }

    private static bool IsFirstNameOf(IReadOnlyList<DraftSpeaker> speakers, int first, int full)
    {
        string name = Words.Fold(speakers[first].Name);
        if (name.Length < 2 || name.Contains(' ', StringComparison.Ordinal) || IsNumbered(name)) return false;
        string whole = Words.Fold(speakers[full].Name);
        return whole.StartsWith(name + " ", StringComparison.Ordinal) && !IsNumbered(whole)
            && speakers.Count(speaker => Words.Fold(speaker.Name).StartsWith(name + " ", StringComparison.Ordinal)) == 1;
    }

    // Two people answer each other; one person who came in again does not: one name ends before the other begins, or, among few people, the two never meet.
    private static bool CouldBeOne(IReadOnlyList<DraftSpeaker> speakers, IReadOnlyList<string?> turns, string one, string other)
    {
        int firstOne = -1, lastOne = -1, firstOther = -1, lastOther = -1;
        bool meet = false;
        for (int i = 0; i < turns.Count; i++)
        {
            if (turns[i] == one) (firstOne, lastOne) = (firstOne < 0 ? i : firstOne, i);
            if (turns[i] == other) (firstOther, lastOther) = (firstOther < 0 ? i : firstOther, i);
            meet |= i > 0 && ((turns[i] == one && turns[i - 1] == other) || (turns[i] == other && turns[i - 1] == one));
        }

        return lastOne < firstOther || lastOther < firstOne || (!meet && speakers.Count <= FewPeople);
    }

    private static bool IsNumbered(string folded) => folded.Split(' ') is [.., var last] && last.All(char.IsAsciiDigit);

    private static string Sorted(string folded) => string.Join(' ', folded.Split(' ').Order(StringComparer.Ordinal));

    private static string WithoutNote(string name)
    {
        int note = name.AsSpan().IndexOfAny('(', '[', '|');
        for (int dash = 1; note < 0 && dash + 1 < name.Length; dash++)
            if (Dashes.Contains(name[dash]) && name[dash - 1] == ' ' && name[dash + 1] == ' ') note = dash;
        return note <= 0 ? name : name[..note];
    }

    // "Roy, Camille", and "ROY Camille" as French companies write it.
    private static bool IsSurnameFirst(string name)
    {
        int end = name.AsSpan().IndexOfAny(',', ' ');
        return end > 0 && (name[end] == ',' || (end >= 2 && name[..end].All(c => char.IsUpper(c) || c is '-' or '\'' or '’') && name[end..].Any(char.IsLower)));
    }

    private static string OfAddress(string address) =>
        Words.Fold(address[..address.IndexOf('@', StringComparison.Ordinal)].Replace('.', ' ').Replace('_', ' ').Replace('-', ' '));
}
