using NodaTime;
using SoftNo.Calls;

namespace SoftNo.Transcripts;

/// <summary>Makes a <see cref="Call"/> of what a format found: order of time, who spoke, sides, start and zone.</summary>
internal sealed class CallSettling(CallOptions options)
{
    private static readonly DateTimeZone AssumedZone = DateTimeZoneProviders.Tzdb["America/New_York"];

    private readonly GivenSides _sides = new(options);

    /// <summary>The call, or null where a problem was found that spoils it.</summary>
    public Call? Settle(CallDraft draft, string file, Bilingual? formatReason, List<Problem> problems)
    {
        List<Utterance> utterances = InOrder(draft.Utterances);
        if (utterances.Count == 0)
        {
            problems.Add(TranscriptProblems.NoWords(file));
            return null;
        }

        var warnings = new List<Warning>(draft.Warnings);
        List<DraftSpeaker> heard = Heard(draft, utterances, out Dictionary<string, int> places);
        int before = problems.Count;
        List<Speaker> speakers = _sides.Settle(heard, file, warnings, problems);
        if (problems.Count > before) return null;

        CallSource source = Source(draft, utterances, file, warnings) with { FormatReason = formatReason };
        WarnOfSpeakers(speakers, warnings);
        return new Call
        {
            Source = source,
            Speakers = speakers,
            Turns = [.. utterances.Select((utterance, index) => TurnOf(utterance, index, places))],
            Warnings = warnings,
        };
    }

    // By start; what has none stays behind what it followed. The sort is stable, so that equal starts keep the file's order.
    private static List<Utterance> InOrder(List<Utterance> utterances)
    {
        var keyed = new List<(long Key, Utterance Utterance)>(utterances.Count);
        long last = long.MinValue;
        bool ordered = true;
        foreach (Utterance utterance in utterances)
        {
            string text = Words.Collapse(utterance.Text);
            if (text.Length == 0) continue;
            long key = utterance.StartMs ?? utterance.At?.ToInstant().ToUnixTimeMilliseconds() ?? last;
            ordered &= key >= last;
            last = key;
            keyed.Add((key, utterance with { Text = text }));
        }

        IEnumerable<(long Key, Utterance Utterance)> sorted = ordered ? keyed : keyed.OrderBy(entry => entry.Key);
        return [.. sorted.Select(entry => entry.Utterance)];
    }

    private static List<DraftSpeaker> Heard(CallDraft draft, List<Utterance> utterances, out Dictionary<string, int> places)
    {
        places = [];
        var heard = new List<DraftSpeaker>();
        foreach (Utterance utterance in utterances)
        {
            if (utterance.Speaker is null || places.ContainsKey(utterance.Speaker)) continue;
            places[utterance.Speaker] = heard.Count;
            heard.Add(draft.Speaker(utterance.Speaker) ?? new DraftSpeaker(utterance.Speaker, utterance.Speaker));
        }

        return heard;
    }

    private static Turn TurnOf(Utterance utterance, int index, Dictionary<string, int> places) => new()
    {
        Index = index,
        Speaker = utterance.Speaker is null ? Call.Nobody : places[utterance.Speaker],
        Text = utterance.Text,
        StartMs = utterance.StartMs,
        EndMs = utterance.EndMs,
        At = utterance.At,
        Confidence = utterance.Confidence,
        Language = utterance.Language,
    };

    private CallSource Source(CallDraft draft, List<Utterance> utterances, string file, List<Warning> warnings)
    {
        (DateTimeZone zone, Basis zoneBasis) = options.Zone is { } given ? (given, Basis.Given)
            : draft.Zone is { } stated ? (stated, Basis.Stated)
            : (AssumedZone, Basis.None);
        if (zoneBasis == Basis.None) warnings.Add(TranscriptProblems.ZoneAssumed());
        (OffsetDateTime? start, Basis startBasis) = Start(draft, file, zone, warnings);
        long? last = utterances.Max(utterance => utterance.EndMs ?? utterance.StartMs);
        return new CallSource
        {
            File = file,
            Format = draft.Format,
            Language = draft.Language,
            Title = draft.Title,
            StartedAt = start,
            StartedAtBasis = startBasis,
            Zone = zone,
            ZoneBasis = zoneBasis,
            OurZone = options.OurZone,
            Duration = draft.Duration ?? (last is { } end ? Duration.FromMilliseconds(end) : null),
        };
    }

    private (OffsetDateTime? Start, Basis Basis) Start(CallDraft draft, string file, DateTimeZone zone, List<Warning> warnings)
    {
        if (options.At is { } given) return (given, Basis.Given);
        if (draft.StartedAt is { } stated) return (stated, Basis.Stated);
        if (FileNameDate.Find(file, zone, options.OurZone, out bool hourKnown) is { } named)
        {
            if (!hourKnown) warnings.Add(TranscriptProblems.StartHourUnknown());
            return (named, Basis.Inferred);
        }

        warnings.Add(TranscriptProblems.StartUnknown());
        return (null, Basis.None);
    }

    private static void WarnOfSpeakers(List<Speaker> speakers, List<Warning> warnings)
    {
        if (speakers.Count == 0) warnings.Add(TranscriptProblems.NoSpeakers());
        else if (speakers.Count == 1) warnings.Add(TranscriptProblems.OneSpeaker(speakers[0].Name));
        if (speakers.Count > 0 && speakers.TrueForAll(speaker => speaker.Side == Side.Seller)) warnings.Add(TranscriptProblems.OnlySellers());
    }
}
