using NodaTime;

namespace SoftNo.Transcripts;

/// <summary>The short name of a zone behind a clock (<c>EST</c>, <c>CEST</c>, <c>GMT+2</c>, <c>UTC-05:00</c>), as an offset.</summary>
internal static class ZoneName
{
    private static readonly Dictionary<string, string> Names =
        WordList.Lines("zone-names.txt").Select(line => line.Split(' ', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>The offset that the name means on that day, or null where it is none.</summary>
    public static Offset? OffsetAt(string name, LocalDateTime local)
    {
        name = name.Trim();
        if (name is "Z" or "z") return Offset.Zero;
        int sign = name.AsSpan().IndexOfAny('+', '-');
        if (sign == 0 || (sign > 0 && name[..sign].Trim() is "UTC" or "GMT")) return Written(name[sign..].Replace('_', ':'));
        if (!Names.TryGetValue(name, out string? meaning)) return null;
        return meaning[0] is '+' or '-' ? Written(meaning) : local.InZoneLeniently(DateTimeZoneProviders.Tzdb[meaning]).Offset;
    }

    private static Offset? Written(string offset)
    {
        if (offset.Length == 2) offset = $"{offset[0]}0{offset[1]}";
        return SourceMoment.TryParse("2026-01-01T00:00" + offset, out SourceMoment sample) ? sample.Offset : null;
    }
}
