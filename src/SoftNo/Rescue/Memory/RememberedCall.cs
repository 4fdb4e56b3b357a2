using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Rescue.Templates;

namespace SoftNo.Rescue.Memory;

/// <summary>A call made of answers: its turns are the remembered words, and the cues that the answers give beside them.</summary>
/// <param name="Call">The call, marked as remembered.</param>
/// <param name="Asked">Turns of hard questions, each with its topic.</param>
/// <param name="Result">The turn of the result they named, or null.</param>
/// <param name="Date">The turn of the date, or null.</param>
internal sealed record RememberedCall(Call Call, IReadOnlyList<(int Turn, string Topic)> Asked, int? Result, int? Date)
{
    /// <summary>The clock of most of the country, where nobody names one.</summary>
    private const string AssumedZone = "America/New_York";

    public static RememberedCall Of(DebriefAnswers answers, PlaybookFiles.DebriefFile data)
    {
        var texts = answers.Words.ReplaceLineEndings("\n").Split('\n').Select(Collapsed).Where(line => line.Length > 0).ToList();
        var asked = new List<(int Turn, string Topic)>();
        foreach (var topic in answers.HardQuestions)
        {
            asked.Add((texts.Count, topic));
            texts.Add(data.Memory["asked"].Replace("{topic}", topic, StringComparison.Ordinal));
        }
        var result = answers.Result is { } named && Collapsed(named).Length > 0 ? texts.Count : (int?)null;
        if (result is not null) texts.Add(Collapsed(answers.Result!));
        var date = answers.DateNamer == DateNamer.Nobody ? (int?)null : texts.Count;
        if (date is not null)
            texts.Add(answers.DateWords is { } words && Collapsed(words).Length > 0 ? Collapsed(words) : data.Memory[answers.DateNamer == DateNamer.Them ? "date-by-them" : "date-by-us"]);
        var zone = answers.Zone ?? DateTimeZoneProviders.Tzdb[AssumedZone];
        var start = answers.At ?? (date is null || answers.DateWords is null ? null : answers.Now?.InZone(zone).ToOffsetDateTime());
        var call = new Call
        {
            Source = new CallSource
            {
                File = "-", Format = "debrief", Title = answers.Prospect ?? data.Speaker, Language = "en", Origin = CallOrigin.Memory, StartedAt = start,
                StartedAtBasis = answers.At is not null ? Basis.Given : start is null ? Basis.None : Basis.Inferred, Zone = zone, ZoneBasis = answers.Zone is null ? Basis.None : Basis.Given,
                OurZone = answers.OurZone,
            },
            Speakers =
            [
                new Speaker { Name = answers.Prospect ?? data.Speaker, Side = Side.Prospect, Basis = Basis.Given, Reason = new Bilingual("de mémoire", "from memory") },
            ],
            Turns = [.. texts.Select((text, index) => new Turn { Index = index, Speaker = 0, Text = text })],
        };
        return new RememberedCall(call, asked, result, date);
    }

    /// <summary>A cue that an answer gives, over its whole turn.</summary>
    public Cue CueOf(int turn, CueKind kind, string? topic)
    {
        var text = Call.Turns[turn].Text;
        var span = new TextSpan(0, text.Length);
        return new Cue
        {
            Id = CallFingerprint.CueId(CallFingerprint.Of(Call), turn, 0, kind),
            Kind = kind,
            Topic = topic,
            Turn = turn,
            Span = span,
            Quote = text,
            Parts = [new CuePart(turn, span, text)],
            Speaker = 0,
            Side = Side.Prospect,
            Strength = 1,
            FoundBy = [FoundBy.User],
            Why = new Bilingual("Dit de mémoire.", "Told from memory."),
        };
    }

    private static string Collapsed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
