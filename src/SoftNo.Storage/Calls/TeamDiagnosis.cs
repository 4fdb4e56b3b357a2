using NodaTime;
using SoftNo.Deals;
using SoftNo.Signals;

namespace SoftNo.Storage.Calls;

/// <summary>Where it blocks, over the stored calls: of five people or more together, or of one who asks for their own.</summary>
public static class TeamDiagnosis
{
    /// <summary>The diagnosis of a period.</summary>
    /// <param name="store">The store.</param>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day.</param>
    /// <param name="me">Who asks for their own calls; null: the team, where it is large enough.</param>
    /// <param name="usual">Whose own calls are taken where the team is too small; null where nothing says.</param>
    /// <param name="rules">The rules.</param>
    /// <returns>The diagnosis, null where the team is too small and nothing says who asks; how many people it is over, null for one's own.</returns>
    public static (Diagnosis? Found, int? People) Of(Store store, LocalDate first, LocalDate last, string? me, string? usual, DiagnosisRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var all = TalkList.Of(store);
        var talks = all.Talks.Where(talk => first <= talk.On && talk.On <= last).ToList();
        var sent = all.Sent.Where(one => first <= one.On && one.On <= last).ToList();
        // Who was not heard enough to tell counts nowhere, and so makes no team.
        var people = talks.Where(talk => talk.Figures.Verdict != Verdict.Insufficient).SelectMany(talk => talk.Ours).Distinct(StringComparer.Ordinal).Count();
        if (me is null && people >= rules.People) return (Diagnosis.Of(talks, sent.Select(one => one.Move), last, rules), people);
        // One's own alone: nobody else's are counted.
        return TalkList.Word(me ?? usual) is not { } word ? (null, null)
            : (Diagnosis.Of(talks.Where(talk => talk.Ours.Contains(word, StringComparer.Ordinal)), sent.Where(one => one.Owner == word).Select(one => one.Move), last, rules), null);
    }
}
