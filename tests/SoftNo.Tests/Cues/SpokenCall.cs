using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Phrases;

namespace SoftNo.Tests.Cues;

/// <summary>A call written as lines: <c>P:</c> the prospect, <c>S:</c> the seller, <c>?:</c> nobody's side.</summary>
internal static class SpokenCall
{
    private static readonly CueReader Reader = new(Lexicon.Load(Lexicon.DefaultFolder).Lexicon!);

    public static Call Of(params string[] lines) => new()
    {
        Source = new CallSource { File = "-", Format = "lines" },
        Speakers =
        [
            new Speaker { Name = "Dana", Side = Side.Prospect, Basis = Basis.Given },
            new Speaker { Name = "Camille", Side = Side.Seller, Basis = Basis.Given },
            new Speaker { Name = "Speaker 3" },
        ],
        Turns = [.. lines.Select((line, index) => new Turn { Index = index, Speaker = "PS?".IndexOf(line[0], StringComparison.Ordinal), Text = line[3..] })],
    };

    /// <summary>The cues that phrases found.</summary>
    public static List<Cue> Cues(params string[] lines) => [.. Reader.Read(Of(lines)).Cues.Where(cue => cue.FoundBy[0] == FoundBy.Phrase)];

    /// <summary>The anchors.</summary>
    public static IReadOnlyList<Anchor> Anchors(params string[] lines) => Reader.Read(Of(lines)).Anchors;

    /// <summary>Kind and topic.</summary>
    public static string Label(Cue cue) => cue.Kind.Name() + (cue.Topic is null ? "" : ":" + cue.Topic);
}
