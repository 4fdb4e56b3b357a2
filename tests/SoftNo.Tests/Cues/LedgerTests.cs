namespace SoftNo.Tests.Cues;

/// <summary>The doctrine's own words, and the look-alikes that stand beside them.</summary>
public class LedgerTests
{
    [Theory]
    [InlineData("That sounds really great, great technology!", "tech-praise", "great technology")]
    [InlineData("That sounds really great, great technology!", "generic-praise", "That sounds really great")]
    [InlineData("Wow, that's really interesting!", "generic-praise", "that's really interesting")]
    [InlineData("I see a lot of potential here.", "generic-praise", "see a lot of potential here")]
    [InlineData("We'll get back to you.", "soft-no:circle-back", "We'll get back to you")]
    [InlineData("Let us digest this internally.", "soft-no:digest", "Let us digest this internally")]
    [InlineData("Your tech is amazing.", "tech-praise", "Your tech is amazing")]
    [InlineData("This is so innovative.", "tech-praise", "This is so innovative")]
    [InlineData("You guys are really smart.", "tech-praise", "You guys are really smart")]
    [InlineData("No, I'm not interested.", "refusal", "I'm not interested")]
    [InlineData("yeah no that's that's really interesting", "generic-praise", "that's really interesting")]
    [InlineData("We'd have to run it by the team.", "soft-no:authority", "run it by the team")]
    [InlineData("That's above my pay grade.", "soft-no:authority", "above my pay grade")]
    [InlineData("I'd need to get everyone aligned.", "soft-no:authority", "get everyone aligned")]
    [InlineData("Budgets are frozen right now.", "soft-no:budget", "Budgets are frozen right now")]
    [InlineData("We're all doing more with less.", "soft-no:budget", "doing more with less")]
    [InlineData("Honestly, it's bad timing.", "soft-no:timing", "bad timing")]
    [InlineData("We're swamped right now.", "soft-no:timing", "We're swamped right now")]
    [InlineData("It's on the back burner.", "soft-no:timing", "back burner")]
    [InlineData("Just send me a deck.", "soft-no:send-info", "send me a deck")]
    [InlineData("Shoot me an e-mail.", "soft-no:send-info", "Shoot me an e-mail")]
    [InlineData("Let's stay connected.", "soft-no:keep-in-touch", "stay connected")]
    [InlineData("Keep me posted.", "soft-no:keep-in-touch", "Keep me posted")]
    [InlineData("We're just exploring.", "soft-no:curiosity", "We're just exploring")]
    [InlineData("We came to kick the tires.", "soft-no:curiosity", "kick the tires")]
    [InlineData("I could see us using it.", "soft-no:someday", "could see us using it")]
    [InlineData("Never say never.", "soft-no:someday", "Never say never")]
    [InlineData("You're a bit early for us.", "soft-no:once-you", "a bit early for us")]
    [InlineData("We'll take it from here.", "soft-no:polite-exit", "We'll take it from here")]
    [InlineData("Let it marinate.", "soft-no:digest", "Let it marinate")]
    [InlineData("We'll noodle on it.", "soft-no:digest", "We'll noodle on it")]
    public void The_words_are_heard(string text, string label, string quote)
    {
        var cue = Assert.Single(SpokenCall.Cues("P: " + text), cue => SpokenCall.Label(cue) == label);

        Assert.Equal(quote, cue.Quote);
        Assert.Equal(quote, text[cue.Span.Start..cue.Span.End]);
        Assert.NotNull(cue.Gloss);
    }

    [Theory]
    [InlineData("Circle back to your orange square a second.")]
    [InlineData("I'll get back to you with the DPA by Thursday.")]
    [InlineData("We review Monday, decision by the fourteenth.")]
    [InlineData("Our CFO Dana signs over 50K, can you join Tuesday?")]
    [InlineData("We have 60K, your quote's 80.")]
    [InlineData("Our contract with X ends March 31, start January 15.")]
    [InlineData("Send the SOC 2 to legal so we start Monday.")]
    [InlineData("Keep me posted on the fix, we sign if it lands.")]
    [InlineData("Exploring, shortlist due May, sponsor is the COO.")]
    [InlineData("If SSO ships by June we sign.")]
    [InlineData("That's a great question.")]
    [InlineData("Our vendor said they'd circle back.")]
    [InlineData("It's great, if you say so.")]
    [InlineData("I love that bookshelf behind you.")]
    public void A_look_alike_is_neither_praise_nor_a_way_out(string text) =>
        Assert.DoesNotContain(SpokenCall.Cues("P: " + text), cue => cue.Kind is SoftNo.Cues.CueKind.GenericPraise or SoftNo.Cues.CueKind.TechPraise or SoftNo.Cues.CueKind.SoftNo);

    [Fact]
    public void A_yes_is_empty_only_where_something_was_asked()
    {
        Assert.Equal("soft-no:empty-yes", SpokenCall.Label(Assert.Single(SpokenCall.Cues("S: Could we organize a meeting with your team?", "P: Absolutely."))));
        Assert.Empty(SpokenCall.Cues("S: Do you hear me well?", "P: Absolutely."));
    }
}
