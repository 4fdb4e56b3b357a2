using SoftNo.Cues;
using SoftNo.Cues.Moments;
using SoftNo.Reports;
using SoftNo.Rescue;
using SoftNo.Signals;

namespace SoftNo.Tests.Reports;

public class WordsTests
{
    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void Every_name_of_the_domain_has_its_words(string language)
    {
        var words = ReportWords.In(language);
        Assert.All(Enum.GetValues<Verdict>(), verdict => Assert.NotEmpty(words.Verdicts[verdict.Name()].Means));
        Assert.All(Enum.GetValues<SignalKind>(), signal => Assert.NotEmpty(words.Signals[signal.Name()].Ear));
        Assert.All(Enum.GetValues<SignalState>(), state => Assert.NotEmpty(words.States[state.Name()]));
        Assert.All(Enum.GetValues<Grade>(), grade => Assert.NotEmpty(words.Grades[grade.Name()]));
        Assert.All(Moves.All, move => Assert.NotEmpty(words.Moves[move.Name()]));
        Assert.All(CueKinds.All, kind => Assert.NotEmpty(words.Kinds[kind.Name()]));
        Assert.All(CueKinds.All.SelectMany(kind => kind.Topics()), topic => Assert.NotEmpty(words.Topics[topic]));
    }

    [Fact]
    public void The_doctrine_is_named_in_French_as_it_names_itself()
    {
        var words = ReportWords.In("fr");
        Assert.Equal(["Enthousiasme générique", "Flou sur les prochaines étapes", "Compliments sur la techno"], Enum.GetValues<SignalKind>().Select(signal => words.Signals[signal.Name()].Name));
        Assert.Equal(["Validation négative", "Micro-engagement", "Pivot business"], Moves.All.Take(3).Select(move => words.Moves[move.Name()]));
        Assert.Equal(["Engagé", "À confirmer", "Non poli", "Non franc", "Pas assez d’éléments"], new[] { "engaged", "wavering", "soft-no", "clear-no", "insufficient" }.Select(name => words.Verdicts[name].Name));
    }

    [Theory]
    [InlineData("Vraiment ?", "Vraiment\u202F?")]
    [InlineData("80 % ; non", "80\u202F%\u202F; non")]
    [InlineData("Déclaré : oui", "Déclaré\u00A0: oui")]
    [InlineData("« oui »", "«\u00A0oui\u00A0»")]
    [InlineData("à 14 h précises", "à 14\u00A0h précises")]
    [InlineData("America/New_York, 10:00", "America/New_York, 10:00")]
    [InlineData("a :b", "a :b")]
    public void French_is_spaced_as_French_is(string written, string spaced) => Assert.Equal(spaced, French.Spaced(written));

    [Fact]
    public void Nought_is_singular_in_French_and_plural_in_English()
    {
        var one = new Counted("{0} compliment", "{0} compliments");
        Assert.Equal("0 compliment", one.Of(0, "fr"));
        Assert.Equal("0 compliments", one.Of(0, "en"));
        Assert.Equal("1 compliment", one.Of(1, "en"));
        Assert.Equal("2 compliments", one.Of(2, "fr"));
    }
}
