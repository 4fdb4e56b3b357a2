using SoftNo.Calls;
using SoftNo.Tests.Threads;

namespace SoftNo.Tests.Calls;

public class GrownExchangeTests
{
    private static Post First => new Post().Mail(Post.Us, "Mon, 16 Nov 2026 15:02:00 +0100", "Hi Dana,\n\nCould we look at last month's lanes on Tuesday?")
        .Mail(Post.Dana, "Tue, 17 Nov 2026 12:40:00 -0500", "Let me run it by the team.");

    private static Post Whole => First.Mail(Post.Raj, "Wed, 18 Nov 2026 09:00:00 -0500", "Does it write back to McLeod?", to: Post.Us);

    [Fact]
    public void The_same_exchange_again_adds_nothing()
    {
        var known = First.Call();
        var grown = GrownExchange.Of(known, First.Call());
        Assert.False(GrownExchange.Grew(known, grown));
        Assert.Equal(known.Turns, grown.Turns);
        Assert.Equal(known.Speakers.Select(speaker => speaker.Name), grown.Speakers.Select(speaker => speaker.Name));
    }

    [Fact]
    public void A_later_message_joins_it_in_either_order()
    {
        var whole = Whole.Call();
        foreach (var grown in (Call[])[GrownExchange.Of(First.Call(), whole), GrownExchange.Of(whole, First.Call())])
        {
            Assert.Equal(["Camille Roy", "Dana Whitfield", "Raj Patel"], grown.Speakers.Select(speaker => speaker.Name));
            Assert.Equal([0, 1, 2], grown.Turns.Select(turn => turn.Speaker));
            Assert.Equal([0, 1, 2], grown.Turns.Select(turn => turn.Index));
            Assert.Equal(3, grown.Exchange!.Acts.Count);
            Assert.Equal([.. whole.Exchange!.Acts.Select(act => whole.People[act.Person].Name)], grown.Exchange.Acts.Select(act => grown.People[act.Person].Name));
            Assert.Equal(whole.Exchange.Ids.Order(StringComparer.Ordinal), grown.Exchange.Ids.Order(StringComparer.Ordinal));
        }

        Assert.True(GrownExchange.Grew(First.Call(), GrownExchange.Of(First.Call(), whole)));
    }

    [Fact]
    public void An_answer_to_an_invitation_joins_its_invitation_and_each_meeting_of_a_series_stays_apart()
    {
        const string Second = "RECURRENCE-ID;TZID=America/New_York:20261215T140000\r\n";
        var sent = new Post().Event("REQUEST", "20261208T140000", Post.Guest("NEEDS-ACTION"), "20261130T150000Z").Event("REQUEST", "20261215T140000", Post.Guest("NEEDS-ACTION"), "20261130T150000Z", more: Second).Call();
        var answer = new Post().Event("REPLY", "20261208T140000", Post.Guest("ACCEPTED"), "20261201T150000Z").Call();
        var grown = GrownExchange.Of(sent, answer);
        Assert.Equal([2, 1], grown.Exchange!.Invitations.Select(one => one.Changes.Count));
        Assert.Equal(("Dana Whitfield", GuestAnswer.Accepted), (grown.People[grown.Exchange.Invitations[0].Changes[1].By!.Value].Name, grown.Exchange.Invitations[0].Changes[1].Guests[0].Answer));
        Assert.False(GrownExchange.Grew(grown, GrownExchange.Of(grown, answer)));
    }
}
