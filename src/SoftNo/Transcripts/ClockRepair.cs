namespace SoftNo.Transcripts;

/// <summary>Sets right what a source's times leave in doubt: hours that a clock of minutes dropped, seconds written where milliseconds are expected and the other way round.</summary>
internal static class ClockRepair
{
    private const long Hour = 3_600_000;
    private const long Minute = 60_000;

    // People say about 15 characters a second: 66 ms each. Twenty seconds a character, or less than a millisecond, is another unit.
    private const double SlowestMsPerCharacter = 20_000;
    private const double FastestMsPerCharacter = 1;

    /// <summary>Times that go from the end of an hour back to its beginning go on in the next one.</summary>
    public static void UnrollHours(CallDraft call)
    {
        List<Utterance> all = call.Utterances;
        if (all.Exists(one => one.StartMs >= Hour)) return;
        long added = 0, last = 0;
        for (int i = 0; i < all.Count; i++)
        {
            if (all[i].StartMs is not { } start) continue;
            if (last >= 45 * Minute && start <= 15 * Minute) added += Hour;
            last = start;
            if (added > 0) all[i] = all[i] with { StartMs = start + added, EndMs = all[i].EndMs + added };
        }
    }

    /// <summary>Where a source tells moments instead of times, they are counted from the call's start, else from the first.</summary>
    public static void CountMoments(CallDraft call)
    {
        List<Utterance> all = call.Utterances;
        if (!all.Exists(one => one.StartMs is null && one.At is not null)) return;
        NodaTime.OffsetDateTime first = all.Where(one => one.At is not null).MinBy(one => one.At!.Value.ToInstant())!.At!.Value;
        call.StartedAt ??= first;
        double late = (first.ToInstant() - call.StartedAt.Value.ToInstant()).TotalHours;
        NodaTime.Instant origin = late is >= 0 and < 24 ? call.StartedAt.Value.ToInstant() : first.ToInstant();
        for (int i = 0; i < all.Count; i++)
        {
            if (all[i] is not { StartMs: null, At: { } at } one) continue;
            all[i] = one with { StartMs = Since(at), EndMs = one.EndAt is { } end ? Since(end) : null };
        }

        long Since(NodaTime.OffsetDateTime moment) => (long)(moment.ToInstant() - origin).TotalMilliseconds;
    }

    /// <summary>Where speech would be absurdly slow or fast, the unit was the other one; it is told.</summary>
    public static void CorrectUnit(CallDraft call)
    {
        double spent = 0;
        long characters = 0;
        bool whole = true;
        foreach (Utterance one in call.Utterances)
        {
            if (one.StartMs is not { } start || one.EndMs is not { } end || end <= start) continue;
            spent += end - start;
            characters += one.Text.Length;
            whole &= start % 1000 == 0 && end % 1000 == 0;
        }

        if (characters == 0) return;
        double pace = spent / characters;
        double factor = pace > SlowestMsPerCharacter && whole ? 0.001 : pace < FastestMsPerCharacter ? 1000 : 1;
        if (factor == 1 || call.Utterances.Exists(one => one.StartMs * factor > 1e11)) return;
        for (int i = 0; i < call.Utterances.Count; i++)
        {
            Utterance one = call.Utterances[i];
            call.Utterances[i] = one with { StartMs = Scaled(one.StartMs, factor), EndMs = Scaled(one.EndMs, factor) };
        }

        call.Warnings.Add(TranscriptProblems.OtherUnit(factor < 1));
    }

    private static long? Scaled(long? time, double factor) => time is { } told ? (long)Math.Round(told * factor) : null;
}
