using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Listener;
using SoftNo.Cues.Phrases;
using SoftNo.Tests.Cues.Phrases;

namespace SoftNo.Tests.Cues;

public class OverruledTests
{
    private const string Excused = "We'll circle back by Monday.";

    private static readonly Lexicon Coached = Load();

    [Fact]
    public void A_coachs_unless_takes_the_cue_away_and_says_so()
    {
        var read = Read(Excused, 0, 17);

        Assert.DoesNotContain(read.Cues, cue => cue.Kind == CueKind.SoftNo);
        var warning = Assert.Single(read.Warnings);
        Assert.Equal("listener-overruled", warning.Code);
        Assert.Contains("\"We'll circle back\": the trained reader heard soft-no there; the lexicon's rule circle-back-later rules it out, for \"by Monday\" is said.", warning.Message.En, StringComparison.Ordinal);
        Assert.Contains("«\u00a0by Monday\u00a0»", warning.Message.Fr, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_excuse_it_stands()
    {
        var read = Read("We'll circle back some day.", 0, 17);

        Assert.Equal([FoundBy.Phrase, FoundBy.Listener], Assert.Single(read.Cues, cue => cue.Kind == CueKind.SoftNo).FoundBy);
        Assert.Empty(read.Warnings);
    }

    [Fact]
    public void Of_what_names_less_than_half_of_the_words_the_excuse_does_not_speak()
    {
        const string longer = "We'll circle back by Monday or whenever somebody over here has had a good look at all of that.";

        Assert.Single(Read(longer, 0, longer.Length - 1).Cues, cue => cue.Kind == CueKind.SoftNo);
    }

    private static CueReading Read(string text, int start, int end) => new CueReader(Coached)
        .Read(SpokenCall.Of("P: " + text), heard: [new HeardCue(CueKind.SoftNo, "circle-back", 0, new TextSpan(start, end), 0.9, 0.9)]);

    private static Lexicon Load()
    {
        using var disk = LexiconOnDisk.With("soft-no/circle-back.yml", """
            - id: circle-back-later
              topic: circle-back
              weight: 0.8
              source: "A test."
              phrases: ["[i / we] will circle back"]
              unless: ["by monday"]
              gloss: { fr: "…", en: "…" }
              fires: ["[We'll circle back]."]
              quiet: ["Circle the back one."]
            """);
        return Lexicon.Load(disk.Folder).Lexicon!;
    }
}
