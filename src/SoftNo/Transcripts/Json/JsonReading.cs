using System.Text.Json;
using SoftNo.Transcripts.Formats;

namespace SoftNo.Transcripts.Json;

/// <summary>Reads a JSON export in two walks: what is there, then what the format takes.</summary>
internal static class JsonReading
{
    /// <summary>The formats in the order in which they are tried: the more telling first.</summary>
    public static readonly JsonFormat[] Formats =
    [
        new Gong(), new Fireflies(), new Modjo(), new Aircall(), new Fathom(), new Grain(), new Avoma(), new RevAi(), new AwsCallAnalytics(),
        new GoogleMeet(), new Deepgram(), new AssemblyAi(), new AzureSpeech(), new GoogleSpeech(), new Speechmatics(), new AwsTranscribe(), new Pyannote(),
        new Watson(), new AutoEdit(), new Kaldi(), new Claap(), new Whisper(), new Tldv(), new AnyUtterances(),
    ];

    /// <summary>Reads a stream that can be read twice.</summary>
    public static FormatResult Read(Stream stream, string file, CallCompanions? companions, out Bilingual? reason)
    {
        reason = null;
        long start = stream.Position;
        var shape = ShapeNode.NewRoot();
        try
        {
            JsonWalk.Run(stream, shape);
            foreach (JsonFormat format in Formats)
            {
                if (format is AnyUtterances && CallFacts.Bind(shape) is not null) break;
                if (format.Bind(shape) is not { } binding) continue;
                reason = new($"on y trouve {binding.Seen}", $"it holds {binding.Seen}");
                JsonBinding<CallFacts>? beside = format is Gong or GoogleMeet or Tldv ? CallFacts.Bind(shape) : null;
                stream.Position = start;
                JsonWalk.Run(stream, shape);
                CallDraft[] calls = [.. binding.Finish().Where(call => call.Utterances.Count > 0)];
                foreach (CallDraft call in calls) Complete(call, format, beside, companions);
                return calls.Length == 0 ? TranscriptProblems.NoWords(file) : new FormatResult(calls, []);
            }
        }
        catch (JsonException error)
        {
            return TranscriptProblems.BrokenJson(file, error);
        }

        if (CallFacts.Bind(shape) is null) return TranscriptProblems.UnknownJson(file, shape);
        return companions is { IsEmpty: false } ? new FormatResult([], []) : TranscriptProblems.CompanionAlone(file);
    }

    private static void Complete(CallDraft call, JsonFormat format, JsonBinding<CallFacts>? beside, CallCompanions? companions)
    {
        call.Format = format.Name;
        ClockRepair.CorrectUnit(call);
        foreach (CallFacts facts in beside?.Calls ?? [])
        {
            if (facts.IsOf(call)) facts.Complete(call);
        }

        companions?.Complete(call);
    }
}
