using NodaTime;
using SoftNo.Deals;
using SoftNo.Deals.Imports;

namespace SoftNo.Tests.Deals.Imports;

public class ApiAndHistoryTests
{
    [Fact]
    public void HubSpots_API()
    {
        var file = Exports.Read("""
            {
              "results": [
                { "id": "901", "properties": { "dealname": "Pilot", "dealstage": "presentationscheduled", "amount": "12500.500", "deal_currency_code": "USD", "closedate": "2027-03-04T23:59:59Z",
                    "createdate": "1790000000000", "hubspot_owner_id": "77", "hs_deal_stage_probability": "0.6", "hs_is_closed": "false" }, "archived": false },
                { "id": "902", "properties": { "dealname": "Old", "dealstage": "closedlost", "amount": null }, "archived": true },
                { "id": "903", "properties": { "dealname": "Norvik", "dealstage": "closedlost", "amount": null, "hs_is_closed": "true", "hs_is_closed_won": "false", "closed_lost_reason": "No decision" },
                  "propertiesWithHistory": { "dealstage": [ { "value": "closedlost", "timestamp": "2026-11-02T10:00:00Z" }, { "value": "new", "timestamp": "2026-09-02T10:00:00Z" } ] } }
              ],
              "paging": { "next": { "after": "903" } }
            }
            """);
        Assert.Equal("hubspot", file.Source);
        Assert.Equal([3, 6], file.Deals.Select(deal => deal.Line));
        var deal = file.Deals[0].Deal;
        Assert.Equal(("901", "12500.5 USD", 0.6, new LocalDate(2027, 3, 4), new LocalDate(2026, 9, 21), "77"), (deal.Id, deal.Money(), deal.Probability, deal.CloseDate, deal.Created, deal.Owner));
        Assert.Equal((DealStatus.Lost, "No decision"), (file.Deals[1].Deal.Status, file.Deals[1].Deal.LostReason));
        Assert.Equal([new LeftRow(5, "archived")], file.Skipped);
        Assert.Equal(new DealChange(new LocalDate(2026, 11, 2), DealField.Stage, "new", "closedlost"), Assert.Single(file.History).Change);
    }

    [Fact]
    public void Pipedrives_API()
    {
        var file = Exports.Read("""
            {"success":true,"data":[
            {"id":11,"title":"Pilot","value":12000,"currency":"USD","stage_id":3,"status":"open","probability":1,"add_time":"2026-09-01 08:12:00","expected_close_date":"2026-12-31","user_id":{"id":4,"name":"Camille Roy"},"org_id":{"name":"Larkspur","value":9},"person_id":{"name":"Dana Whitfield","email":[{"value":"Dana@larkspur.example","primary":true}]}}
            ],"additional_data":{"pagination":{"start":0}}}
            """);
        Assert.Equal("pipedrive", file.Source);
        var deal = Assert.Single(file.Deals);
        Assert.Equal(("11", "Pilot", "Larkspur", "3", "12000 USD", 0.01, "Camille Roy"), (deal.Deal.Id, deal.Deal.Name, deal.Deal.Company, deal.Deal.Stage, deal.Deal.Money(), deal.Deal.Probability, deal.Deal.Owner));
        Assert.Equal(["dana@larkspur.example"], deal.Addresses);
        Assert.Equal(["Dana Whitfield"], deal.Contacts);
    }

    [Fact]
    public void Salesforces_API()
    {
        var file = Exports.Read("""
            {"totalSize":1,"done":true,"records":[{"attributes":{"type":"Opportunity"},"Id":"0065g00000AbCdEAAV","Name":"Pilot","Account":{"attributes":{"type":"Account"},"Name":"Larkspur"},"StageName":"Negotiation","Amount":12000.0,"Probability":60.0,"CloseDate":"2026-12-31","IsClosed":false,"IsWon":false,"Owner":{"Name":"Camille Roy"},"CreatedDate":"2026-09-01T08:12:00.000+0000","LastActivityDate":"2027-01-15"}]}
            """);
        Assert.Equal("salesforce", file.Source);
        var deal = Assert.Single(file.Deals);
        Assert.Equal(("Larkspur", 0.6, DealStatus.Open, "Camille Roy", new LocalDate(2026, 9, 1)), (deal.Deal.Company, deal.Deal.Probability, deal.Deal.Status, deal.Deal.Owner, deal.Deal.Created));
        Assert.Equal(DealKey.Of("salesforce", "0065g00000AbCdE", "x", null), deal.Key);
    }

    [Fact]
    public void Histories_inside_Salesforces_deals_tell_changes()
    {
        var file = Exports.Read("""
            {"totalSize":1,"done":true,"records":[{"attributes":{"type":"Opportunity"},"Id":"0065g00000AbCdEAAV","Name":"Pilot","StageName":"Negotiation","Amount":12000.0,"CloseDate":"2027-01-31","IsClosed":false,"IsWon":false,
            "OpportunityHistories":{"totalSize":2,"done":true,"records":[
            {"StageName":"Negotiation","Amount":12000.0,"CloseDate":"2027-01-31","CreatedDate":"2026-10-05T10:00:00.000+0000"},
            {"StageName":"Qualification","Amount":12000,"CloseDate":"2026-12-31","CreatedDate":"2026-09-01T08:12:00.000+0000"}]}}]}
            """);
        Assert.False(file.IsHistory);
        Assert.Equal(1, file.Rows);
        Assert.Equal(
            [new DealChange(new LocalDate(2026, 10, 5), DealField.Stage, "Qualification", "Negotiation"), new DealChange(new LocalDate(2026, 10, 5), DealField.CloseDate, "2026-12-31", "2027-01-31")],
            file.History.Select(change => change.Change));
    }

    [Fact]
    public void A_record_is_put_away_when_it_is_archived_or_deleted()
    {
        var file = Exports.Read("""
            {"success":true,"data":[{"id":1,"title":"Pilot","value":450.5,"currency":"EUR","stage_id":2,"status":"open","add_time":"2026-09-01T22:30:00Z","is_deleted":false,"is_archived":false},
            {"id":2,"title":"Archived","stage_id":2,"status":"won","is_archived":true,"is_deleted":false},
            {"id":3,"title":"Deleted","stage_id":2,"status":"open","is_archived":false,"is_deleted":true}]}
            """);
        Assert.Equal(["1"], file.Deals.Select(deal => deal.Deal.Id));
        Assert.Equal([new LeftRow(2, "archived"), new LeftRow(3, "archived")], file.Skipped);
    }

    [Fact]
    public void A_report_of_stage_moves_tells_the_close_dates_too()
    {
        var file = Exports.Read("Nom de l'opportunité;De l'étape;À l'étape;Date de modification;ID d'opportunité;Date de clôture\nPilote;Prospection;Qualification;01/09/2026;0061;15/11/2026\nPilote;Qualification;Négociation;01/10/2026;0061;15/12/2026\n");
        Assert.True(file.IsHistory);
        Assert.Equal(
            ["Stage Prospection Qualification", "CloseDate 2026-11-15 2026-12-15", "Stage Qualification Négociation"],
            file.History.Select(change => $"{change.Change.Field} {change.Change.From} {change.Change.To}"));
    }

    [Fact]
    public void OpportunityHistory_tells_changes_between_states()
    {
        var file = Exports.Read("""
            Id,OpportunityId,StageName,Amount,Probability,CloseDate,CreatedDate
            008c,0065g00000AbCdEAAV,Negotiation,12000,60,2027-01-31,2026-10-05T10:00:00.000Z
            008a,0065g00000AbCdEAAV,Qualification,10000,20,2026-12-31,2026-09-01T08:12:00.000Z
            008b,0065g00000AbCdEAAV,Proposal,10000,20,2026-12-31,2026-09-20T08:12:00.000Z
            """);
        Assert.True(file.IsHistory);
        Assert.Equal(0, file.Rows);
        Assert.Equal(
            [
                new DealChange(new LocalDate(2026, 9, 20), DealField.Stage, "Qualification", "Proposal"), new DealChange(new LocalDate(2026, 10, 5), DealField.Stage, "Proposal", "Negotiation"),
                new DealChange(new LocalDate(2026, 10, 5), DealField.CloseDate, "2026-12-31", "2027-01-31"), new DealChange(new LocalDate(2026, 10, 5), DealField.Amount, "10000", "12000"),
                new DealChange(new LocalDate(2026, 10, 5), DealField.Probability, "0.2", "0.6"),
            ],
            file.History.Select(change => change.Change));
    }

    [Fact]
    public void A_history_report_of_opportunities_is_Salesforces()
    {
        var file = Exports.Read("Opportunity ID,Field / Event,Old Value,New Value,Edit Date\n0065g00000AbCdE,Close Date,11/30/2026,12/31/2026,10/5/2026 9:00 AM\n");
        Assert.Equal("salesforce", file.Source);
        Assert.Equal(new DealChange(new LocalDate(2026, 10, 5), DealField.CloseDate, "2026-11-30", "2026-12-31"), Assert.Single(file.History).Change);
    }

    [Fact]
    public void OpportunityFieldHistory_tells_changes_themselves()
    {
        var file = Exports.Read("""
            Id,OpportunityId,Field,OldValue,NewValue,CreatedDate
            017a,0065g00000AbCdEAAV,created,,,2026-09-01T08:12:00.000Z
            017b,0065g00000AbCdEAAV,StageName,Qualification,Proposal,2026-09-20T08:12:00.000Z
            017c,0065g00000AbCdEAAV,CloseDate,2027-01-31,2026-12-31,2026-10-05T10:00:00.000Z
            017d,0065g00000AbCdEAAV,Owner,Luc,Camille,2026-10-05T10:00:00.000Z
            """);
        Assert.True(file.IsHistory);
        Assert.Equal(
            [new DealChange(new LocalDate(2026, 9, 20), DealField.Stage, "Qualification", "Proposal"), new DealChange(new LocalDate(2026, 10, 5), DealField.CloseDate, "2027-01-31", "2026-12-31")],
            file.History.Select(change => change.Change));
    }
}
