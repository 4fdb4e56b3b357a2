using System.Text;
using NodaTime;
using SoftNo.Calls;
using SoftNo.Deals.Imports;
using SoftNo.Storage.Deals;

namespace SoftNo.Storage.Tests;

public class ActImportTests
{
    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void Activities_are_acts_of_their_deals_once(Kind kind)
    {
        using var test = Both.On(kind);
        DealImportTests.Import(test, "Record ID,Deal name,Deal Stage\n1,Pilot,New\n");
        var reader = new ActFileReader(ActWords.Load(CrmWords.DefaultFolder), CrmWords.Load(CrmWords.DefaultFolder));
        var text = Encoding.UTF8.GetBytes("id,deal_id,type,due_date,done,direction\n5,1,email,2026-11-20 10:30:00,true,inbound\n6,1,meeting,2026-11-21 09:00:00,true,\n7,99,meeting,2026-11-21 09:00:00,true,\n");
        using var store = test.Open();
        var importer = new ActImporter(store, test.Clock, DateTimeZoneProviders.Tzdb["Europe/Paris"]);
        var first = importer.Import(reader.Read(text, "acts.csv", new LocalDate(2026, 11, 26)).File!);
        Assert.Equal((2, 0, 1), (first.New, first.Known, first.NoDeal));
        var second = importer.Import(reader.Read(text, "acts.csv", new LocalDate(2026, 11, 26)).File!);
        Assert.Equal((0, 2, 1), (second.New, second.Known, second.NoDeal));
        var acts = DealList.Histories(store).Single().History.Acts;
        Assert.Equal([(ActKind.Mail, Side.Prospect), (ActKind.Call, Side.Prospect)], acts.Select(act => (act.Act.Kind, act.Act.Side)));
        Assert.Equal(new LocalDateTime(2026, 11, 20, 10, 30).WithOffset(Offset.FromHours(1)), acts[0].Act.At);
    }
}
