using NodaTime;
using SoftNo.Calls;

namespace SoftNo.Transcripts;

/// <summary>The prospect's clock where nothing says it: the one American zone whose offset all their messages carry.</summary>
internal static class ProspectClock
{
    private static readonly DateTimeZone[] American = [.. Mail.MailLexicon.Machines.AmericanClocks.Select(id => DateTimeZoneProviders.Tzdb[id])];

    /// <summary>The zone, or null where none or several fit.</summary>
    public static DateTimeZone? Of(IReadOnlyList<Utterance> utterances, Func<Utterance, Side> sideOf)
    {
        OffsetDateTime[] stamps = [.. utterances.Where(utterance => utterance is { Speaker: not null, At: not null, LeftOut: null } && sideOf(utterance) == Side.Prospect).Select(utterance => utterance.At!.Value)];
        if (stamps.Length == 0) return null;
        DateTimeZone[] fitting = [.. American.Where(zone => stamps.All(stamp => zone.GetUtcOffset(stamp.ToInstant()) == stamp.Offset))];
        return fitting.Length == 1 ? fitting[0] : null;
    }
}
