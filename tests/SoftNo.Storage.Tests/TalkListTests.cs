using SoftNo.Storage.Calls;
using SoftNo.Storage.Deals;

namespace SoftNo.Storage.Tests;

public class TalkListTests
{
    private const string Deals = "Record ID,Deal name,Deal Stage,Deal owner,Associated Company,Associated Contact,Contact email\n1,Pilot,New,Hugo Petit,Larkspur Freight,Dana Whitfield,dana@larkspur.example\n";

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void Talks_tell_who_of_ours_took_part_and_sent_moves_whose_deal_it_is(Kind kind)
    {
        using var test = Both.On(kind);
        DealImportTests.Import(test, Deals);
        CallImportTests.Import(test, TestReader.Call());
        ExchangeImportTests.Import(test, null, ExchangeImportTests.One, ExchangeImportTests.Two, ExchangeImportTests.Three);
        using var store = test.Open();
        new DealNotes(store, test.Clock).Sent(DealFinder.Find(store, "Pilot").Deal!, "micro-commitment", new(2026, 11, 18), "accepted");
        var list = TalkList.Of(store);
        Assert.Equal([(false, "2026-11-17"), (true, "2026-11-05")], list.Talks.Select(talk => (talk.Figures.IsExchange, talk.On.ToString("uuuu-MM-dd", null))));
        Assert.All(list.Talks, talk => Assert.Equal(["camille"], talk.Ours));
        Assert.Equal(("hugo", "micro-commitment", "accepted"), list.Sent.Select(sent => (sent.Owner!, sent.Move.Move, sent.Move.Answer!)).Single());
    }

    [Theory]
    [InlineData("Camille Roy", "camille")]
    [InlineData("Camille", "camille")]
    [InlineData("camille.roy@trajet.example", "camille")]
    [InlineData("ROY Camille", "camille")]
    [InlineData("C. Roy", null)]
    [InlineData("c.roy@trajet.example", null)]
    [InlineData("..@trajet.example", null)]
    [InlineData("  ", null)]
    public void A_short_and_a_full_name_count_as_one(string name, string? word) => Assert.Equal(word, TalkList.Word(name));
}
