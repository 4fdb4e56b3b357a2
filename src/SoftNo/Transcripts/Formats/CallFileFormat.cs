using NodaTime;
using SoftNo.Calls;

namespace SoftNo.Transcripts.Formats;

/// <summary>
/// The labelled files of the corpus (<see cref="CallFile"/>): labels are read over; the header states sides, start and zone.
/// </summary>
internal sealed class CallFileFormat : TextFormat
{
    private static readonly HashSet<string> Keys = ["id", "title", "when", "zone", "us", "them", "noise", "verdict", "signals", "next-step", "why", "part"];

    public override string Name => "call";

    public override Bilingual Title => new("Fichier .call annoté du corpus", "Labelled .call file of the corpus");

    public override Bilingual? Recognise(SourceText text)
    {
        int line = 0;
        for (; line < text.LineCount && !text.Line(line).IsWhiteSpace(); line++)
        {
            int colon = text.Line(line).IndexOf(':');
            if (colon <= 0 || !Keys.Contains(text.Line(line)[..colon].Trim().ToString())) return null;
        }

        while (line < text.LineCount && text.Line(line).IsWhiteSpace()) line++;
        return line > 0 && line < text.LineCount && NamedLine.Parse(text.Line(line)) is { StartMs: not null, Rest: var rest } && rest.Contains(':', StringComparison.Ordinal)
            ? new("un en-tête de fichier .call, puis « MM:SS Nom: paroles »", "a .call header, then \"MM:SS Name: words\"")
            : null;
    }

    public override FormatResult Read(SourceText text)
    {
        CallFile file = CallFile.Parse(text.Text);
        var call = new CallDraft(Name) { Title = file.Header.GetValueOrDefault("title") };
        if (file.Header.TryGetValue("when", out string? when))
        {
            if (!SourceMoment.TryParse(when, out SourceMoment start) || start.Offset is null) return Place(text, "when", when, TranscriptProblems.BadStart);
            call.StartedAt = start.In(DateTimeZone.Utc);
        }

        if (file.Header.TryGetValue("zone", out string? zone))
        {
            call.Zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone);
            if (call.Zone is null) return Place(text, "zone", zone, TranscriptProblems.NoSuchZone);
        }

        foreach (CallFileTurn turn in file.Turns)
        {
            DraftSpeaker speaker = SpeakerOf(file, turn.Name);
            call.Know(speaker);
            call.Utterances.Add(new Utterance(speaker.Key, turn.Words.Text, turn.StartMs));
        }

        return call.Utterances.Count == 0 ? TranscriptProblems.NoWords(text.File) : call;
    }

    private static Problem Place(SourceText text, string key, string value, Func<string, int, int, string, Problem> problem)
    {
        int line = 0;
        while (line < text.LineCount && !text.Line(line).TrimStart().StartsWith(key + ":", StringComparison.Ordinal)) line++;
        return problem(text.File, line + 1, key.Length + 3, value);
    }

    private static DraftSpeaker SpeakerOf(CallFile file, string name)
    {
        bool ours = CallFile.Named(file.Us, name) is not null;
        CallFilePerson? person = ours ? CallFile.Named(file.Us, name) : CallFile.Named(file.Them, name);
        if (person is null) return new DraftSpeaker(name, name);
        return new DraftSpeaker(person.Name, person.Name)
        {
            Side = ours ? Side.Seller : Side.Prospect,
            Role = person.Role,
            Company = person.Company,
            Reason = ours
                ? new("l’en-tête range ce nom sous « us »", "the header lists this name under \"us\"")
                : new("l’en-tête range ce nom sous « them »", "the header lists this name under \"them\""),
        };
    }
}
