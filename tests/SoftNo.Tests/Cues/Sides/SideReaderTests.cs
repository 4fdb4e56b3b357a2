using SoftNo.Calls;
using SoftNo.Cues.Sides;
using SoftNo.Evaluation;

namespace SoftNo.Tests.Cues.Sides;

public class SideReaderTests
{
    private static readonly SideModel Model =
        SideModel.Load(Repository.Folder("lexicon/sides.yml"), Repository.Folder("models/sides.json")).Model!;

    [Fact]
    public void A_seller_and_a_buyer_are_told_apart_by_what_they_do_with_their_words_quoted()
    {
        var call = SideReader.Settle(Talk(
            ("A", "Let me share my screen. Our platform was trained on two million invoices."),
            ("B", "We use an old system, my team hates it. How much does it cost?"),
            ("A", "Can we put fifteen minutes on Thursday?")), Model);

        Assert.Equal([Side.Seller, Side.Prospect], call.Speakers.Select(speaker => speaker.Side));
        Assert.All(call.Speakers, speaker => Assert.Equal(Basis.Inferred, speaker.Basis));
        Assert.Contains("“Our platform”", call.Speakers[0].Reason!.En, StringComparison.Ordinal);
        Assert.Contains("«\u00a0Our platform\u00a0»", call.Speakers[0].Reason!.Fr, StringComparison.Ordinal);
        Assert.Contains("“My team”".ToLowerInvariant(), call.Speakers[1].Reason!.En, StringComparison.Ordinal);
        Assert.Equal("sides-inferred", Assert.Single(call.Warnings).Code);
    }

    [Fact]
    public void Who_says_nothing_telling_is_on_the_side_whose_questions_they_answer()
    {
        var call = SideReader.Settle(Talk(
            ("A", "Let me share my screen. Our platform was trained on invoices."),
            ("B", "We use an old system, my team hates it."),
            ("A", "How many people do you have?"),
            ("C", "Forty."),
            ("A", "And today how do you follow it?"),
            ("C", "By hand.")), Model);

        Assert.Equal([Side.Seller, Side.Prospect, Side.Prospect], call.Speakers.Select(speaker => speaker.Side));
        Assert.Equal("Answers the other side, and says nothing a seller says.", call.Speakers[2].Reason!.En);
    }

    [Fact]
    public void What_is_known_stays_and_settles_the_rest()
    {
        var talk = Talk(("A", "Well."), ("B", "Hm."), ("A", "Right."));
        var known = talk with { Speakers = [talk.Speakers[0] with { Side = Side.Prospect, Basis = Basis.Given }, talk.Speakers[1]] };

        var call = SideReader.Settle(known, Model);

        Assert.Equal([(Side.Prospect, Basis.Given), (Side.Seller, Basis.Inferred)], call.Speakers.Select(speaker => (speaker.Side, speaker.Basis)));
        Assert.Null(call.Speakers[0].Reason);
    }

    [Fact]
    public void Words_that_contradict_a_stated_side_are_warned_of_and_do_not_change_it()
    {
        var talk = Talk(
            ("A", "Let me share my screen, I show you our platform. We built it, we trained our model, our engine is patented. "
                + "Our customers went from two days to one. May I ask how many people you have? I propose fifteen minutes, you can cancel it."),
            ("B", "How much does it cost?"));
        var wrong = talk with { Speakers = [talk.Speakers[0] with { Side = Side.Prospect, Basis = Basis.Given }, talk.Speakers[1] with { Side = Side.Seller, Basis = Basis.Given }] };

        var call = SideReader.Settle(wrong, Model);

        Assert.Equal([Side.Prospect, Side.Seller], call.Speakers.Select(speaker => speaker.Side));
        Assert.Contains(call.Warnings, warning => warning.Code == "side-conflict" && warning.Message.En.StartsWith("A:", StringComparison.Ordinal));
    }

    [Fact]
    public void Turns_of_nobody_stay_unknown_and_are_warned_of()
    {
        var talk = Talk(("A", "Our platform."), ("B", "My team."));
        var call = SideReader.Settle(talk with { Turns = [.. talk.Turns, new Turn { Index = 2, Speaker = Call.Nobody, Text = "Hello." }] }, Model);

        Assert.Contains(call.Warnings, warning => warning.Code == "sides-unknown");
    }

    [Fact]
    public void Names_are_no_feature()
    {
        (string, string)[] said = [("A", "Let me share my screen, our platform does it."), ("B", "We use a sheet, my team hates it."), ("A", "How many?")];
        var one = SideReader.Settle(Talk(said), Model);
        var two = SideReader.Settle(Talk([.. said.Select(turn => (turn.Item1 == "A" ? "Buck Ostrander" : "Éloïse Trémoulet", turn.Item2))]), Model);

        Assert.Equal(one.Speakers.Select(speaker => speaker.Side), two.Speakers.Select(speaker => speaker.Side));
    }

    [Fact]
    public void Every_phrase_of_the_file_says_something_and_every_feature_has_a_weight()
    {
        Assert.All(Model.Features, feature => Assert.NotEqual(0, feature.Weight));
        Assert.Equal(Model.Weights.Features.Keys.Order(), Model.Features.Select(feature => feature.Name).Order());
    }

    [Fact]
    public void On_the_calls_of_dev_with_headers_hidden_nineteen_speakers_of_twenty_are_on_their_side()
    {
        var right = 0;
        var all = 0;
        foreach (var labelled in Corpus.Load(Repository.Folder("corpus/dev")).Calls)
        {
            var read = SideReader.Settle(labelled.Hidden, Model);
            all += read.Speakers.Count;
            right += read.Speakers.Index().Count(one => one.Item.Side == labelled.Call.Speakers[one.Index].Side);
        }

        Assert.InRange((double)right / all, 0.95, 1);
    }

    [Theory]
    [InlineData("our platform is fine, our platform", 2)]
    [InlineData("flour platformed", 0)]
    [InlineData("OUR  Platform", 1)]
    public void A_phrase_is_found_by_whole_words(string text, int times)
    {
        var at = Model.Features.Index().Single(one => one.Item.Name == "our-offer").Index;

        Assert.Equal(Math.Log(1 + times), SpeakerWords.Of(Talk(("A", text)), Model).Values[0][at], 12);
    }

    private static Call Talk(params (string Name, string Text)[] said)
    {
        var names = said.Select(turn => turn.Name).Distinct().ToList();
        return new()
        {
            Source = new() { File = "x", Format = "text" },
            Speakers = [.. names.Select(name => new Speaker { Name = name })],
            Turns = [.. said.Select((turn, at) => new Turn { Index = at, Speaker = names.IndexOf(turn.Name), Text = turn.Text })],
        };
    }
}
