using SoftNo.Cues.Listener;
using SoftNo.Evaluation.HeldOut;

namespace SoftNo.Tests.Evaluation.HeldOut;

public class HeldOutCuesTests
{
    [Fact]
    public void The_held_out_output_is_of_the_shipped_dictionary_and_gives_cues_by_the_shipped_thresholds()
    {
        var dictionary = new WordPieces(File.ReadAllLines(Repository.Folder("models/vocab.txt")));
        var thresholds = ListenerCard.Read(Repository.Folder("models/listener.json")).Thresholds.InOrder();
        var calls = SoftNo.Evaluation.Corpus.Load(Repository.Folder("corpus/train")).Calls.ToDictionary(call => call.Id);
        var cues = 0;
        foreach (var reading in HeldOutFold.ReadAll(Repository.Folder("corpus/heldout")).SelectMany(fold => fold.Calls))
        {
            var heard = HeldOutScores.Cues(reading, calls[reading.Id], dictionary, thresholds);
            Assert.True(heard is not null, $"{reading.Id} was read with other pieces: softno-train --folds");
            cues += heard.Count;
        }

        Assert.True(cues > 1_000, $"{cues} cues");
    }
}
