using NodaTime;
using SoftNo.Calls;

namespace SoftNo.Transcripts;

/// <summary>Makes a <see cref="Call"/> of what a format found: order of time, who spoke, sides, start and zone.</summary>
internal sealed class CallSettling(CallOptions options)
{
    /// <summary>More people than this are no conversation: the largest webinars of the recorders hold a thousand.</summary>
    private const int MostSpeakers = 2000;

    private static readonly DateTimeZone AssumedZone = DateTimeZoneProviders.Tzdb["America/New_York"];

    private readonly GivenSides _sides = new(options);

    /// <summary>The call, or null where a problem was found that spoils it.</summary>
    public Call? Settle(CallDraft draft, string file, Bilingual? formatReason, List<Problem> problems)
    {
        List<Utterance> utterances = InOrder(draft.Utterances);
        // Turns come of them one by one, and each may be forgotten then.
        draft.Utterances.Clear();
        draft.Utterances.TrimExcess();
        if (utterances.Count == 0 && draft.Exchange is not { Acts.Count: > 0 } and not { Calendar.Count: > 0 })
        {
            problems.Add(TranscriptProblems.NoWords(file));
            return null;
        }

        var warnings = new List<Warning>(draft.Warnings);
        List<DraftSpeaker> heard = Heard(draft, utterances, out Dictionary<string, int> places);
        if (heard.Count > MostSpeakers)
        {
            problems.Add(TranscriptProblems.TooManySpeakers(file, heard.Count, MostSpeakers));
            return null;
        }

        heard = Merge(heard, utterances, places);
        DraftSpeaker[] others = [.. draft.Exchange?.People.Where(person => !places.ContainsKey(person.Key)) ?? []];
        for (int i = 0; i < others.Length; i++) places[others[i].Key] = heard.Count + i;
        int before = problems.Count;
        List<Speaker> people = _sides.Settle([.. heard, .. others], file, warnings, problems);
        if (problems.Count > before) return null;

        List<Speaker> speakers = people.GetRange(0, heard.Count);
        DateTimeZone? clock = draft.Exchange is null ? null : ProspectClock.Of(utterances, utterance => people[places[utterance.Speaker!]].Side);
        CallSource source = Source(draft, utterances, file, clock, warnings) with { FormatReason = formatReason };
        if (draft.Exchange is null) WarnOfSpeakers(speakers, warnings);
        return new Call
        {
            Source = source,
            Speakers = speakers,
            Turns = Turns(utterances, places, warnings),
            Warnings = warnings,
            Exchange = draft.Exchange is { } exchange ? new ExchangeSettling(places, source.Zone!, options.OurZone).Settle(exchange, people.GetRange(heard.Count, others.Length)) : null,
        };
    }

    private static List<Turn> Turns(List<Utterance> utterances, Dictionary<string, int> places, List<Warning> warnings)
    {
        bool[] french = FrenchPassages.Find(utterances.ConvertAll(utterance => utterance.Text), index => utterances[index].Language);
        int left = french.Count(found => found);
        if (left > 0) warnings.Add(TranscriptProblems.FrenchLeftOut(left, french.Length));
        var turns = new List<Turn>(utterances.Count);
        for (int i = 0; i < french.Length; i++)
        {
            turns.Add(TurnOf(utterances[i], i, places, french[i]));
            utterances[i] = null!;
        }

        return turns;
    }

    // The names of one person become one speaker, which tells the others and why.
    private static List<DraftSpeaker> Merge(List<DraftSpeaker> heard, List<Utterance> utterances, Dictionary<string, int> places)
    {
        if (heard.Count < 2) return heard;
        var merged = SamePerson.Find(heard, utterances.ConvertAll(utterance => utterance.Speaker));
        if (merged.Count == 0) return heard;
        List<DraftSpeaker> kept = [.. heard.Where(speaker => !merged.ContainsKey(speaker.Key))];
        foreach (DraftSpeaker speaker in heard)
        {
            string into = merged.TryGetValue(speaker.Key, out var other) ? other.Into : speaker.Key;
            int place = kept.FindIndex(one => one.Key == into);
            places[speaker.Key] = place;
            if (into == speaker.Key) continue;
            DraftSpeaker person = kept[place];
            bool same = speaker.Name == person.Name;
            kept[place] = person with
            {
                AlsoKnownAs = same ? person.AlsoKnownAs : [.. person.AlsoKnownAs, new AlsoKnownAs(speaker.Name, other.Why)],
                Address = person.Address ?? speaker.Address,
                Side = person.Side == Side.Unknown ? speaker.Side : person.Side,
                Reason = person.Side == Side.Unknown ? speaker.Reason : person.Reason,
            };
        }

        return kept;
    }

    // By start; what has none stays behind what it followed. The sort is stable, so that equal starts keep the file's order.
    private static List<Utterance> InOrder(List<Utterance> utterances)
    {
        var kept = new List<Utterance>(utterances.Count);
        long last = long.MinValue;
        bool ordered = true;
        foreach (Utterance utterance in utterances)
        {
            string text = Words.Collapse(utterance.Text);
            if (text.Length == 0) continue;
            long key = KeyOf(utterance, last);
            ordered &= key >= last;
            last = key;
            kept.Add(ReferenceEquals(text, utterance.Text) ? utterance : utterance with { Text = text });
        }

        if (ordered) return kept;
        var keys = new long[kept.Count];
        last = long.MinValue;
        for (int i = 0; i < keys.Length; i++) keys[i] = last = KeyOf(kept[i], last);
        return [.. Enumerable.Range(0, keys.Length).OrderBy(index => keys[index]).Select(index => kept[index])];
    }

    private static long KeyOf(Utterance utterance, long before) => utterance.StartMs ?? utterance.At?.ToInstant().ToUnixTimeMilliseconds() ?? before;

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

    private static Turn TurnOf(Utterance utterance, int index, Dictionary<string, int> places, bool french) => new()
    {
        Index = index,
        Speaker = utterance.Speaker is null ? Call.Nobody : places[utterance.Speaker],
        Text = utterance.Text,
        StartMs = utterance.StartMs,
        EndMs = utterance.EndMs < utterance.StartMs ? null : utterance.EndMs,
        At = utterance.At,
        Confidence = utterance.Confidence,
        Language = french ? "fr" : utterance.Language,
        LeftOut = utterance.LeftOut ?? (french ? "french" : null),
    };

    private CallSource Source(CallDraft draft, List<Utterance> utterances, string file, DateTimeZone? clock, List<Warning> warnings)
    {
        (DateTimeZone zone, Basis zoneBasis) = options.Zone is { } given ? (given, Basis.Given)
            : draft.Zone is { } stated ? (stated, Basis.Stated)
            : clock is not null ? (clock, Basis.Inferred)
            : (options.UsualZone ?? AssumedZone, options.UsualZone is null ? Basis.None : Basis.Inferred);
        if (zoneBasis == Basis.None) warnings.Add(TranscriptProblems.ZoneAssumed());
        (OffsetDateTime? start, Basis startBasis) = Start(draft, file, zone, warnings);
        long? last = utterances.Max(utterance => utterance.EndMs ?? utterance.StartMs);
        return new CallSource
        {
            File = file,
            Format = draft.Format,
            Language = draft.Language ?? MostSpoken(utterances),
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
        if (draft.StartedOnOurClock is { } clock) return (clock.InZoneLeniently(options.OurZone).ToOffsetDateTime(), Basis.Stated);
        OffsetDateTime? inName = FileNameDate.Find(file, zone, options.OurZone, out bool hourKnown);
        if (draft.StartedOn is { } day && !hourKnown)
        {
            warnings.Add(TranscriptProblems.StartHourUnknown());
            return (day.AtMidnight().InZoneLeniently(zone).ToOffsetDateTime(), Basis.Stated);
        }

        if (inName is { } named)
        {
            if (!hourKnown && draft.StartClock is { } hour) return ((named.Date + hour).InZoneLeniently(options.OurZone).ToOffsetDateTime(), Basis.Inferred);
            if (!hourKnown) warnings.Add(TranscriptProblems.StartHourUnknown());
            return (named, Basis.Inferred);
        }

        warnings.Add(TranscriptProblems.StartUnknown());
        return (null, Basis.None);
    }

    // Where the source tells the language of each turn alone, the call's is that of most.
    private static string? MostSpoken(List<Utterance> utterances) =>
        utterances.Where(utterance => utterance.Language is not null).GroupBy(utterance => utterance.Language).MaxBy(group => group.Count())?.Key;

    private static void WarnOfSpeakers(List<Speaker> speakers, List<Warning> warnings)
    {
        if (speakers.Count == 0) warnings.Add(TranscriptProblems.NoSpeakers());
        else if (speakers.Count == 1) warnings.Add(TranscriptProblems.OneSpeaker(speakers[0].Name));
        if (speakers.Count > 0 && speakers.TrueForAll(speaker => speaker.Side == Side.Seller)) warnings.Add(TranscriptProblems.OnlySellers());
    }
}
