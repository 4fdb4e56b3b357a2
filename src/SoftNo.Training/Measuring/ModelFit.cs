using SoftNo.Cues.Listener;
using SoftNo.Evaluation;
using SoftNo.Evaluation.HeldOut;

namespace SoftNo.Training.Measuring;

/// <summary>Fits what decides over finished weights, thresholds and call-level weights, on the folds' held-out output.</summary>
internal static class ModelFit
{
    private const string Source =
        "Fitted on the held-out output of corpus/heldout, and on the thinned labels of the other calls of corpus/train; `softno-train --fit models` does it again.";

    /// <summary>Fits the weights of a folder and writes them there; returns 1 where there is no held-out output or it is stale.</summary>
    /// <param name="output">Where figures go.</param>
    /// <param name="models">Folder of the finished weights; the lexicon lies beside it.</param>
    /// <param name="corpus">Folder of the corpus.</param>
    public static int Run(TextWriter output, string models, string corpus)
    {
        IReadOnlyList<LabelledCall> calls = Evaluation.Corpus.Load(Path.Combine(corpus, "train")).Calls;
        IReadOnlyList<HeldOutFold> folds = HeldOutFold.ReadAll(Path.Combine(corpus, Folds.OutputFolder));
        var dictionary = new WordPieces(File.ReadAllLines(Path.Combine(models, TrainedListener.DictionaryFile)));
        HeldOutCall?[] read = [.. folds.SelectMany(fold => fold.Calls).Select(reading => Restored(reading, calls, dictionary))];
        if (read.Length == 0 || Array.Exists(read, call => call is null))
        {
            output.WriteLine("corpus/heldout is empty, or holds calls that have changed since; softno-train --folds makes it again.");
            return 1;
        }

        CueThresholds chosen = ThresholdSearch.Best([.. read.OfType<HeldOutCall>()]);
        CountTable.Write(output, ThresholdSearch.Count([.. read.OfType<HeldOutCall>()], chosen));
        string card = Path.Combine(models, ListenerCard.FileName);
        (ListenerCard.Read(card) with { Thresholds = ThresholdSearch.ByName(chosen) }).Write(card);
        CallReader reader = CallReader.Load(Path.GetDirectoryName(Path.GetFullPath(models)), withListener: false).Reader
            ?? throw new InvalidOperationException($"There is no lexicon beside {models}.");
        var heard = read.OfType<HeldOutCall>().ToDictionary(call => call.Call.Id, call => call.Cues(chosen), StringComparer.Ordinal);
        var weights = CallWeights.OfHeldOut(reader, call => heard.GetValueOrDefault(call.Id));
        File.WriteAllText(Path.Combine(models, "weights.listener.json"), weights.Of(calls, Source).Write());
        output.WriteLine($"thresholds and call-level weights written to {models}, from {read.Length} held-out calls");
        return 0;
    }

    private static HeldOutCall? Restored(HeldOutReading reading, IReadOnlyList<LabelledCall> calls, WordPieces dictionary) =>
        calls.FirstOrDefault(one => one.Id == reading.Id) is { } call
        && HeldOutScores.Scores(reading, [.. call.Call.Turns.Select(turn => dictionary.Split(turn.Text).Count)]) is { } scores
            ? HeldOutCall.Of(call, scores, dictionary)
            : null;
}
