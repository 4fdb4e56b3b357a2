using NodaTime;
using NodaTime.Text;
using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Moments;
using SoftNo.Signals;
using SoftNo.Transcripts.Formats;

namespace SoftNo.Evaluation;

/// <summary>A cue as a labeller marked it.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Topic">Its topic, or null.</param>
/// <param name="When">For a next step: the time, ISO 8601 at its grain, or null.</param>
/// <param name="Turn">The turn's index.</param>
/// <param name="Span">Where in the turn.</param>
public sealed record LabelledCue(CueKind Kind, string? Topic, string? When, int Turn, TextSpan Span);

/// <summary>What a labeller said of a whole call.</summary>
/// <param name="Verdict">The call as a whole.</param>
/// <param name="Signals">Those present.</param>
/// <param name="Grade">The next step that stands at the end.</param>
/// <param name="Why">The labeller's reason.</param>
public sealed record WholeCall(Verdict Verdict, IReadOnlySet<SignalKind> Signals, Grade Grade, string Why);

/// <summary>A call of the corpus with its labels.</summary>
public sealed record LabelledCall
{
    /// <summary>The call's id, such as <c>t1-04</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The author: the part of the id before the hyphen.</summary>
    public string Author => Id.Split('-')[0];

    /// <summary><c>clean</c>, <c>asr</c> or <c>mixed</c>.</summary>
    public required string Noise { get; init; }

    /// <summary>The call with the sides, names, roles and start of its header.</summary>
    public required Call Call { get; init; }

    /// <summary>Every label, in order.</summary>
    public required IReadOnlyList<LabelledCue> Cues { get; init; }

    /// <summary>What was said of the whole; null for a scene.</summary>
    public WholeCall? Whole { get; init; }

    /// <summary>The same call as a stranger would get it: every header but the start and the zone hidden.</summary>
    public Call Hidden => Call with
    {
        Source = Call.Source with { Title = null },
        Speakers = [.. Call.Speakers.Select(speaker => new Speaker { Name = speaker.Name })],
    };

    /// <summary>Reads a file's text; a problem names what is missing or unknown.</summary>
    public static LabelledCallResult Parse(string file, string text)
    {
        var parsed = CallFile.Parse(text);
        var call = CallOf(file, parsed);
        var cues = new List<LabelledCue>();
        for (var turn = 0; turn < parsed.Turns.Count; turn++)
        {
            foreach (var label in parsed.Turns[turn].Words.Labels)
            {
                if (CueKinds.Parse(label.Kind) is not { } kind) return Bad(parsed.Turns[turn].Line, $"« {label.Kind} »", $"\"{label.Kind}\"");
                cues.Add(new(kind, label.Topic, label.When, turn, label.Span));
            }
        }

        if (parsed.Turns.Count == 0) return Bad(null, "aucun tour de parole", "no turns");
        var scene = parsed.Header.GetValueOrDefault("part") == "scene";
        var whole = scene ? null : WholeOf(parsed.Header);
        if (!scene && whole is null) return Bad(null, "verdict, signals ou next-step", "verdict, signals or next-step");
        return new(
            new LabelledCall
            {
                Id = parsed.Header.GetValueOrDefault("id", Path.GetFileNameWithoutExtension(file)),
                Noise = parsed.Header.GetValueOrDefault("noise", "clean"),
                Call = call,
                Cues = cues,
                Whole = whole,
            },
            null);

        LabelledCallResult Bad(int? line, string fr, string en) => new(
            null,
            new Problem(
                file, line, null, "bad-label",
                new($"Étiquettes illisibles : {fr}.", $"The labels cannot be read: {en}."),
                new("Corrigez le fichier selon corpus/GUIDE.md.", "Correct the file as corpus/GUIDE.md says.")));
    }

    private static WholeCall? WholeOf(IReadOnlyDictionary<string, string> header)
    {
        if (Names.ParseVerdict(header.GetValueOrDefault("verdict", "")) is not { } verdict) return null;
        if (Names.ParseGrade(header.GetValueOrDefault("next-step", "")) is not { } grade) return null;
        var signals = new HashSet<SignalKind>();
        foreach (var name in header.GetValueOrDefault("signals", "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (name == "none") continue;
            if (Names.ParseSignal(name) is not { } signal) return null;
            signals.Add(signal);
        }

        return new(verdict, signals, grade, header.GetValueOrDefault("why", ""));
    }

    private static Call CallOf(string file, CallFile parsed)
    {
        var speakers = new List<Speaker>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var turns = new List<Turn>();
        foreach (var turn in parsed.Turns)
        {
            var us = CallFile.Named(parsed.Us, turn.Name);
            var person = us ?? CallFile.Named(parsed.Them, turn.Name);
            var name = person?.Name ?? turn.Name;
            if (!places.TryGetValue(name, out var place))
            {
                places[name] = place = speakers.Count;
                speakers.Add(new()
                {
                    Name = name,
                    Side = us is not null ? Side.Seller : person is not null ? Side.Prospect : Side.Unknown,
                    Basis = person is null ? Basis.None : Basis.Stated,
                    Role = person?.Role,
                    Company = person?.Company,
                });
            }

            turns.Add(new() { Index = turns.Count, Speaker = place, Text = turn.Words.Text, StartMs = turn.StartMs });
        }

        var when = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<G>").Parse(parsed.Header.GetValueOrDefault("when", ""));
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(parsed.Header.GetValueOrDefault("zone", ""));
        return new()
        {
            Source = new()
            {
                File = file,
                Format = "call",
                Language = "en",
                StartedAt = when.Success ? when.Value : null,
                StartedAtBasis = when.Success ? Basis.Stated : Basis.None,
                Zone = zone,
                ZoneBasis = zone is null ? Basis.None : Basis.Stated,
                OurZone = DateTimeZoneProviders.Tzdb["Europe/Paris"],
                Title = parsed.Header.GetValueOrDefault("title"),
            },
            Speakers = speakers,
            Turns = turns,
        };
    }
}

/// <summary>A labelled call, or what is wrong with its file.</summary>
public sealed record LabelledCallResult(LabelledCall? Call, Problem? Problem);
