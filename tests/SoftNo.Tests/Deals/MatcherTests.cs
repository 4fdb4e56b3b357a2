using NodaTime;
using SoftNo.Deals;
using SoftNo.Deals.Imports;
using SoftNo.Deals.Matching;

namespace SoftNo.Tests.Deals;

public class MatcherTests
{
    private static readonly Candidate Larkspur = Of(1, "Pilot", "Larkspur Freight, Inc.", DealStatus.Open, "dana@larkspur.example", "Dana Whitfield");
    private static readonly Candidate Old = Of(2, "Audit 2024", "Larkspur Freight", DealStatus.Lost, null, null);
    private static readonly Candidate Norvik = Of(3, "Renewal", "Norvik Dairy", DealStatus.Open, "ruth@gmail.com", "Ruth Amsel");

    private static Match Find(Traces traces, params Tie[] ties) =>
        new Matcher([Larkspur, Old, Norvik], ties, MatchingRules.Load(CrmWords.DefaultFolder), ["acme.fr"]).Find(traces with { On = new LocalDate(2026, 11, 17) });

    [Fact]
    public void An_address_is_surest() => Assert.Equal((1L, "address", 0.98), Told(Find(new Traces { Addresses = ["Dana@Larkspur.example"], Titles = ["Norvik Dairy"] })));

    [Fact]
    public void A_domain_tells_unless_it_is_a_mail_providers_or_ours()
    {
        Assert.Equal((1L, "domain", 0.9), Told(Find(new Traces { Addresses = ["someone@larkspur.example"] })));
        Assert.Equal(Match.None, Find(new Traces { Addresses = ["someone@gmail.com", "someone@acme.fr"] }));
    }

    [Fact]
    public void Of_two_deals_of_a_company_the_one_open_that_day_is_taken_less_surely() =>
        Assert.Equal((1L, "company", 0.765), Told(Find(new Traces { Companies = ["Larkspur Freight LLC"] })));

    [Fact]
    public void A_title_names_whole_words()
    {
        Assert.Equal((3L, "title", 0.75), Told(Find(new Traces { Titles = ["2026-11-17 Norvik Dairy weekly"] })));
        Assert.Equal(Match.None, Find(new Traces { Titles = ["Norvikdairy", "Norvik"] }));
    }

    [Fact]
    public void A_full_name_tells_and_a_first_name_does_not()
    {
        Assert.Equal((3L, "name", 0.7), Told(Find(new Traces { Names = ["ruth amsel"] })));
        Assert.Equal(Match.None, Find(new Traces { Names = ["Ruth"] }));
    }

    [Fact]
    public void What_was_settled_by_hand_is_certain() =>
        Assert.Equal((3L, "given", 1.0), Told(Find(new Traces { Addresses = ["dana@larkspur.example"] }, new Tie("address", "dana@larkspur.example", 3))));

    [Fact]
    public void Two_open_deals_that_nothing_tells_apart_wait()
    {
        var twins = new Matcher([Larkspur, Larkspur with { Number = 9 }], [], MatchingRules.Load(CrmWords.DefaultFolder), []);
        var match = twins.Find(new Traces { Addresses = ["dana@larkspur.example"] });
        Assert.Null(match.Number);
        Assert.Equal([1L, 9L], match.Candidates);
    }

    private static (long?, string?, double) Told(Match match) => (match.Number, match.By, match.Confidence);

    private static Candidate Of(long number, string name, string company, DealStatus status, string? address, string? person) =>
        new(number, new Deal { Name = name, Company = company, Status = status }, null, address is null ? [] : [address], person is null ? [] : [person]);

    [Fact]
    public void A_mails_recipient_is_a_trace_and_a_colleague_in_copy_is_none()
    {
        var call = new Threads.Post().Mail(Threads.Post.Us, "Mon, 16 Nov 2026 15:02:00 +0100", "Hi Dana.", to: "Dana <dana@larkspur.example>, Hugo Petit <hugo@trajet.example>").Call();
        Assert.Equal(["dana@larkspur.example"], Traces.Of(call, []).Addresses);
    }
}
