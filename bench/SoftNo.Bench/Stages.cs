using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Listener;
using SoftNo.Cues.Phrases;
using SoftNo.Evaluation;
using SoftNo.Signals;
using SoftNo.Transcripts;

namespace SoftNo.Bench;

/// <summary>The stages of reading, each over the same whole calls of the corpus: parse, phrases and moments, signals, the Listener, and the whole way.</summary>
public class Stages
{
    /// <summary>So many calls: enough to be whole conversations of several authors, few enough for the Listener.</summary>
    private const int Count = 16;

    private byte[][] _transcripts = [];
    private Call[] _calls = [];
    private CallEvidence[] _evidence = [];
    private CueReader _phrases = null!;
    private SignalReader _signals = null!;
    private TrainedListener _listener = null!;
    private CallReader _whole = null!;
    private CallReader _without = null!;

    /// <summary>Whole calls of the corpus, spread over its authors.</summary>
    public static IReadOnlyList<Call> Calls()
    {
        var calls = Corpus.Load(Path.Combine(Place.Home, "corpus", "dev")).Calls.Where(call => call.Whole is not null).ToList();
        return [.. Enumerable.Range(0, Count).Select(place => calls[place * calls.Count / Count].Call)];
    }

    /// <summary>The words of calls, a turn a line: what every stage's and every peer's speed is counted on.</summary>
    public static string Words(IReadOnlyList<Call> calls) => string.Join('\n', calls.SelectMany(call => call.Turns).Select(turn => turn.Text)) + "\n";

    /// <summary>Loads everything once.</summary>
    [GlobalSetup]
    public void Load()
    {
        _calls = [.. Calls()];
        _transcripts = [.. _calls.Select(call => Encoding.UTF8.GetBytes(Vtt(call)))];
        _phrases = new CueReader(Lexicon.Load(Lexicon.DefaultFolder).Lexicon!);
        _whole = CallReader.Load().Reader!;
        _without = CallReader.Load(withListener: false).Reader!;
        _signals = new SignalReader(_without.Rules, _without.Weights);
        _evidence = [.. _calls.Select(call => _without.Hear(call))];
        _listener = TrainedListener.TryLoad(Path.Combine(AppContext.BaseDirectory, "models"), out var why) ?? throw new InvalidOperationException(why);
    }

    /// <summary>From bytes to calls.</summary>
    [Benchmark(Description = "parse")]
    public int Parse() => _transcripts.Sum(bytes => TranscriptReader.Read(new MemoryStream(bytes), "call.vtt", new CallOptions()).Calls.Sum(call => call.Turns.Count));

    /// <summary>Phrases of the lexicon, dates and next steps.</summary>
    [Benchmark(Description = "phrases and moments")]
    public int Phrases() => _calls.Sum(call => _phrases.Read(call).Cues.Count);

    /// <summary>Signals and verdict from what was heard.</summary>
    [Benchmark(Description = "signals")]
    public int Signals() => _evidence.Sum(evidence => _signals.Read(evidence, new ReaderInfo("bench", "off", null)).Signals.Count);

    /// <summary>The trained reader alone.</summary>
    [Benchmark(Description = "Listener")]
    public int Listener() => _calls.Sum(call => _listener.Hear([.. call.Turns.Select(turn => (turn.Text, call.SideOf(turn)))]).Count);

    /// <summary>From bytes to readings, without the Listener.</summary>
    [Benchmark(Description = "whole, phrases alone")]
    public int WholeWithoutListener() => _transcripts.Sum(bytes => Read(_without, bytes));

    /// <summary>From bytes to readings.</summary>
    [Benchmark(Description = "whole")]
    public int Whole() => _transcripts.Sum(bytes => Read(_whole, bytes));

    private static int Read(CallReader reader, byte[] bytes) =>
        TranscriptReader.Read(new MemoryStream(bytes), "call.vtt", new CallOptions()).Calls.Sum(call => reader.Read(call).Cues.Count);

    private static string Vtt(Call call)
    {
        var text = new StringBuilder("WEBVTT\n\n");
        foreach (var turn in call.Turns)
        {
            var start = TimeSpan.FromMilliseconds(turn.StartMs ?? turn.Index * 4000);
            text.Append(CultureInfo.InvariantCulture, $"{start:hh\\:mm\\:ss\\.fff} --> {start + TimeSpan.FromSeconds(3):hh\\:mm\\:ss\\.fff}\n{call.Speakers[turn.Speaker].Name}: {turn.Text}\n\n");
        }

        return text.ToString();
    }
}
