using System.Text.Json;
using SoftNo.Transcripts.Formats;

namespace SoftNo.Transcripts.Json;

/// <summary>Reads a JSON export in two walks or three: what is there, then what the format takes.</summary>
internal static class JsonReading
{
    /// <summary>The formats in the order in which they are tried: the more telling first.</summary>
    public static readonly JsonFormat[] Formats =
    [
        new Gong(), new Fireflies(), new Modjo(), new Aircall(), new Fathom(), new Grain(), new Avoma(), new RevAi(), new AwsCallAnalytics(),
        new GoogleMeet(), new Deepgram(), new AssemblyAi(), new AzureSpeech(), new GoogleSpeech(), new Speechmatics(), new AwsTranscribe(), new Pyannote(),
        new Watson(), new AutoEdit(), new Kaldi(), new Claap(), new Whisper(), new Tldv(), new AnyUtterances(),
    ];

    /// <summary>Reads a stream that can be read again; each call is given out as soon as it has gone by.</summary>
    /// <returns>What is wrong, or null.</returns>
    public static Problem? Read(Stream stream, string file, CallCompanions? companions, Action<CallDraft, Bilingual> take)
    {
        long start = stream.Position;
        var shape = ShapeNode.NewRoot();
        int taken = 0;
        try
        {
            JsonWalk.Run(stream, shape);
            foreach (JsonFormat format in Formats)
            {
                if (format is AnyUtterances && CallFacts.Bind(shape) is not null) break;
                IReadOnlyList<CallFacts> beside = format is Gong or GoogleMeet or Tldv ? Beside(format, stream, start, shape) : [];
                if (format.Bind(shape) is not { } binding) continue;
                var reason = new Bilingual($"on y trouve {binding.Seen}", $"it holds {binding.Seen}");
                binding.Deliver = call =>
                {
                    if (call.Utterances.Count == 0) return;
                    taken++;
                    Complete(call, format, beside, companions);
                    take(call, reason);
                };
                stream.Position = start;
                JsonWalk.Run(stream, shape);
                binding.Finish();
                return taken == 0 ? TranscriptProblems.NoWords(file) : null;
            }
        }
        catch (JsonException error)
        {
            return TranscriptProblems.BrokenJson(file, error);
        }
        catch (JsonLimitException limit)
        {
            return limit.Problem(file);
        }

        if (CallFacts.Bind(shape) is null) return TranscriptProblems.UnknownJson(file, shape);
        return companions is { IsEmpty: false } ? null : TranscriptProblems.CompanionAlone(file);
    }

    // What the same file tells of its calls may stand behind them: it is walked for first.
    private static IReadOnlyList<CallFacts> Beside(JsonFormat format, Stream stream, long start, ShapeNode shape)
    {
        if (format.Bind(shape) is null) return [];
        shape.Release();
        if (CallFacts.Bind(shape) is not { } facts) return [];
        stream.Position = start;
        JsonWalk.Run(stream, shape);
        shape.Release();
        return facts.Calls;
    }

    // Nobody says "&amp;": it was written for a page.
    private static void Unescape(CallDraft call)
    {
        for (int i = 0; i < call.Utterances.Count; i++)
        {
            string text = call.Utterances[i].Text;
            if (text.Contains('&', StringComparison.Ordinal) && System.Net.WebUtility.HtmlDecode(text) is { } plain && plain != text) call.Utterances[i] = call.Utterances[i] with { Text = plain };
        }
    }

    private static void Complete(CallDraft call, JsonFormat format, IReadOnlyList<CallFacts> beside, CallCompanions? companions)
    {
        call.Format = format.Name;
        Unescape(call);
        ClockRepair.CountMoments(call);
        ClockRepair.CorrectUnit(call);
        foreach (CallFacts facts in beside)
        {
            if (facts.IsOf(call)) facts.Complete(call);
        }

        companions?.Complete(call);
    }
}
