using FsCheck;
using FsCheck.Fluent;
using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Phrases;

namespace SoftNo.Tests.Cues;

/// <summary>Whatever is said, and however it is cut into turns: every offset lies inside its turn, and every quote is its turn's own slice.</summary>
public class OffsetsPropertyTests
{
    private static readonly Lexicon Words = Lexicon.Load(Lexicon.DefaultFolder).Lexicon!;
    private static readonly CueReader Reader = new(Words);
    private static readonly string[] Noise = ["um,", "you know", "😀", "—", "…", "it’s", "“quoted”", "A & B", "3.5 %", "O'Brien", "naïve", "IT", "the the", "e\u0301te\u0301", "\u200B", "10:30", "well:", "?"];

    private static Arbitrary<Call> Calls()
    {
        string[] said = [.. Words.Rules.SelectMany(rule => rule.Fires).Select(example => example.Text)];
        Gen<string> sentence = Gen.Frequency((4, Gen.Elements(said)), (1, Gen.Elements(Noise)), (1, from one in Gen.Elements(said) select one.ToUpperInvariant()));
        Gen<Turn> turn = from sentences in Gen.ListOf(sentence, 3)
                         from noise in Gen.Elements(Noise)
                         from cut in Gen.Choose(0, 60)
                         from speaker in Gen.Choose(-1, 2)
                         select new Turn { Index = 0, Speaker = speaker, Text = Cut($"{string.Join(' ', sentences)} {noise}", cut), StartMs = 1000 };
        Gen<Side> side = Gen.Elements(Side.Seller, Side.Prospect, Side.Unknown);
        return (from turns in Gen.ListOf(turn, 12)
                from one in side
                from other in side
                from third in side
                select new Call
                {
                    Source = new CallSource { File = "call.txt", Format = "text/named" },
                    Speakers = [new Speaker { Name = "Camille", Side = one }, new Speaker { Name = "Dana", Side = other }, new Speaker { Name = "Raj", Side = third }],
                    Turns = [.. turns.Select((turn, index) => turn with { Index = index, StartMs = index * 5000 })],
                }).ToArbitrary();
    }

    [Fact]
    public void Offsets_lie_inside_and_quotes_are_slices() => Prop.ForAll(Calls(), call =>
    {
        var reading = Reader.Read(call);
        foreach (var cue in reading.Cues)
        {
            AssertSlice(call, cue.Turn, cue.Span, cue.Quote);
            Assert.Contains(cue.Parts, part => part.Turn == cue.Turn && part.Span == cue.Span);
            foreach (var part in cue.Parts) AssertSlice(call, part.Turn, part.Span, part.Quote);
            if (cue.ClearedBy is { } cleared) AssertSlice(call, cleared.Turn, cleared.Span, null);
            Assert.Equal(call.Turns[cue.Turn].Speaker, cue.Speaker);
        }

        foreach (var anchor in reading.Anchors) AssertSlice(call, anchor.Turn, anchor.Span, null);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    private static void AssertSlice(Call call, int turn, TextSpan span, string? quote)
    {
        var text = call.Turns[turn].Text;
        Assert.True(span.Start < span.End && span.End <= text.Length, $"{span.Start}-{span.End} in: {text}");
        if (quote is not null) Assert.Equal(span.Of(text), quote);
        Assert.False(char.IsLowSurrogate(text[span.Start]) || char.IsHighSurrogate(text[span.End - 1]), $"{span.Start}-{span.End} splits a character of: {text}");
    }

    // Cut at a blank, so that a phrase may run on in the next turn.
    private static string Cut(string text, int words)
    {
        var all = text.Split(' ');
        return string.Join(' ', all[..Math.Clamp(words, 1, all.Length)]);
    }
}
