using System.Text;
using NodaTime;
using SoftNo.Calls;
using SoftNo.Deals.Imports;

namespace SoftNo.Tests.Deals.Imports;

public class ActFileTests
{
    private static readonly ActFileReader Reader = new(ActWords.Load(CrmWords.DefaultFolder), CrmWords.Load(CrmWords.DefaultFolder));

    private static (List<FileAct> Acts, IReadOnlyList<LeftRow> Skipped) Read(string text)
    {
        var result = Reader.Read(Encoding.UTF8.GetBytes(text), "acts.csv", Exports.Today);
        Assert.True(result.File is not null, result.Problem?.Text.En);
        var acts = result.File.Acts.ToList();
        return (acts, result.File.Skipped);
    }

    [Fact]
    public void Only_what_took_place_is_an_act_and_only_what_the_prospect_did_is_theirs()
    {
        var (acts, skipped) = Read("""
            Id,WhatId,TaskSubtype,ActivityDate,Status,Direction
            1,006A,Email,11/20/2026,Completed,Outbound
            2,006A,Email,11/21/2026,Completed,Inbound
            3,006A,Meeting,11/18/2026,Completed,
            4,006A,Meeting,11/19/2026,Canceled,
            5,006A,Call,1/15/2027,Not Started,
            6,006A,Task,11/19/2026,Completed,
            7,,Call,11/19/2026,Completed,
            8,006A,Call,soon,Completed,
            9,006A,Call,11/22/2026,Completed,
            """);
        Assert.Equal(
            [("1", ActKind.Mail, Side.Seller), ("2", ActKind.Mail, Side.Prospect), ("3", ActKind.Call, Side.Prospect), ("9", ActKind.Call, Side.Unknown)],
            acts.Select(act => (act.Id!, act.Kind, act.Side)));
        Assert.Equal(new LocalDateTime(2026, 11, 20, 0, 0), acts[0].At);
        Assert.Equal(["5 not-held", "6 future", "7 no-act", "8 no-deal", "9 no-date"], skipped.Select(row => $"{row.Line} {row.Why}"));
    }

    [Fact]
    public void Pipedrives_activities()
    {
        var (acts, _) = Read("""{"success":true,"data":[{"id":7,"subject":"Demo","type":"meeting","due_date":"2026-11-17","done":true,"deal_id":11,"person_name":"Dana Whitfield"}]}""");
        Assert.Equal(new FileAct(1, "7", "11", new LocalDateTime(2026, 11, 17, 0, 0), ActKind.Call, Side.Prospect, "Dana Whitfield"), Assert.Single(acts));
    }

    [Fact]
    public void A_table_without_activities_says_so() => Assert.Equal("no-activities", Reader.Read("Deal name,Amount\nPilot,12\n"u8.ToArray(), "deals.csv", Exports.Today).Problem?.Code);
}
