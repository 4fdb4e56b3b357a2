using NodaTime;
using SoftNo.Rescue.Autopsies;
using SoftNo.Storage.Deals;

namespace SoftNo.Storage.Tests;

public class OldDealsTests
{
    private const string Deals = "Id,Name,StageName,Amount,CurrencyIsoCode,Probability,CloseDate,IsClosed,IsWon,CreatedDate\n"
        + "0065g00000AbCdEAAV,Pilot,Closed Lost,12000,USD,0,2026-11-24,true,false,2026-09-01\n0065g00000AbCdFAAV,Norvik,Closed Lost,9000,USD,0,2026-11-24,true,false,2026-09-01\n0065g00000AbCdGAAV,Open,Proposal,9000,USD,80,2026-12-24,false,false,2026-09-01\n";

    private const string History = "Id,OpportunityId,StageName,Amount,Probability,CloseDate,CreatedDate\n"
        + "a,0065g00000AbCdEAAV,Qualification,12000,20,2026-12-15,2026-09-01T08:12:00.000Z\nb,0065g00000AbCdEAAV,Proposal,12000,80,2026-12-15,2026-11-02T08:12:00.000Z\nc,0065g00000AbCdEAAV,Closed Lost,12000,0,2026-11-24,2026-11-24T08:12:00.000Z\n";

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void Deals_that_are_over_come_with_their_words_and_with_what_the_crm_declared_that_day(Kind kind)
    {
        using var test = Both.On(kind);
        DealImportTests.Import(test, Deals);
        DealImportTests.Import(test, History);
        CallImportTests.Import(test, TestReader.Call(), "Pilot");
        CallImportTests.Import(test, TestReader.Call(TestReader.Text.Replace("demo", "second demo", StringComparison.Ordinal), "second.txt", "2026-11-20T10:00:00-05:00"), "Pilot");
        CallImportTests.Import(test, TestReader.Call(TestReader.Text.Replace("demo", "third demo", StringComparison.Ordinal), "third.txt", "2026-11-21T10:00:00-05:00"), "Open");
        using var store = test.Open();
        var today = new LocalDate(2026, 11, 26);
        var old = OldDeals.Of(store, today, new HashSet<long>());
        Assert.Equal((1, 1), (old.All.Count, old.WithoutWords));
        var pilot = old.All.Single();
        Assert.Equal(("Pilot", false, false, 2), (pilot.Name, pilot.Won, pilot.Dead, pilot.Calls.Count));
        var beside = old.Beside(new AutopsyResult([new DealAutopsy(pilot, new Alarm(0, new LocalDate(2026, 11, 17), TestReader.Reader.Read(pilot.Calls[0]), null, null!), 0, 0, null)])).Deals[0];
        Assert.Equal(new DeclaredThen("Proposal", 0.8, new LocalDate(2026, 12, 15), 12000, "USD", new LocalDate(2026, 11, 24)), beside.Declared);
        Assert.Equal(1, beside.CallsAfter);
        var dead = OldDeals.Of(store, today, new HashSet<long> { DealFinder.Find(store, "Open").Deal!.Number });
        Assert.Equal([("Pilot", false), ("Open", true)], dead.All.Select(deal => (deal.Name, deal.Dead)));
    }
}
