using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues.Moments.Dates;

namespace SoftNo.Cues.Moments;

/// <summary>The prospect's zone as the words of a call tell it: "it's nine here in Chicago", "ten Central".</summary>
public static class ClockInWords
{
    /// <summary>The warning of a call whose clock was taken for granted.</summary>
    private const string Assumed = "zone-assumed";

    /// <summary>
    /// The zone the prospects name as their own, or null where none does. Where they say they are counts before the clock they name for an hour; the first said counts.
    /// Turns of the seller's side are not heard.
    /// </summary>
    public static DateTimeZone? Find(Call call)
    {
        ArgumentNullException.ThrowIfNull(call);
        DateTimeZone? named = null;
        foreach (var turn in call.Turns)
        {
            if (turn.LeftOut is not null || call.SideOf(turn) == Side.Seller) continue;
            var words = Wording.Of(turn.Text, Spoken.Default);
            if (Place(words) is { } place) return place;
            if (named is not null || !Enumerable.Range(0, words.Count).Any(at => Spoken.Default.Zones.TryAt(words, at, out _, out _))) continue;
            named = TimeGrammar.Scan(words, Spoken.Default, null).Select(time => time.Zone?.Named?.Zone).FirstOrDefault(zone => zone is not null && zone.Id.StartsWith("America/", StringComparison.Ordinal) | zone.Id.StartsWith("Pacific/", StringComparison.Ordinal))
                ?? Clock(words);
        }

        return named;
    }

    /// <summary>The call on the clock its words name, where its source names none: the zone is then inferred, and nothing is assumed.</summary>
    public static Call Settle(Call call)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (call.Source.ZoneBasis != Basis.None || Find(call) is not { } zone) return call;
        return call with
        {
            Source = call.Source with { Zone = zone, ZoneBasis = Basis.Inferred },
            Warnings = [.. call.Warnings.Where(warning => warning.Code != Assumed)],
        };
    }

    // "here in Chicago", "I'm in Boise", "we're in Ohio".
    private static DateTimeZone? Place(Wording words)
    {
        for (var at = 1; at < words.Count; at++)
        {
            if (!words.Is(at, "in") || !(words[at - 1].Text is "here" or "am" or "are" or "based" || words.Are(at - 2, "here", "down") || words.Are(at - 2, "out", "here"))) continue;
            if (words[at - 1].Text is "are" && words[at - 2].Text is not "we") continue;
            if (Spoken.Default.Places.TryAt(words, at + 1, out var zone, out _)) return zone;
        }

        return null;
    }

    // "we're on Central", "I'm Eastern", "we're Mountain time".
    private static DateTimeZone? Clock(Wording words)
    {
        for (var at = 1; at < words.Count; at++)
        {
            var from = words[at].Text is "on" or "in" ? at + 1 : at;
            if (words[at - 1].Text is "am" or "are" && Spoken.Default.Zones.TryAt(words, from, out var zone, out _) && zone.Members.Count > 0) return zone.Zone;
        }

        return null;
    }
}
