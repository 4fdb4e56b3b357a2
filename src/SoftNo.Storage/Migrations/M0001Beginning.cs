using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SoftNo.Storage.Migrations;

/// <summary>The first tables.</summary>
[DbContext(typeof(Store))]
[Migration("0001_beginning")]
internal sealed class M0001Beginning : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Deals(migrationBuilder);
        Calls(migrationBuilder);
        Practice(migrationBuilder);
    }

    private static void Deals(MigrationBuilder to)
    {
        to.CreateTable("deals", table => new
        {
            Number = table.Number(), Source = table.Text(), SourceKey = table.Text(), SourceId = table.Perhaps(), Name = table.Text(), Company = table.Perhaps(), Stage = table.Perhaps(),
            Amount = table.Column<decimal>(nullable: true), Currency = table.Perhaps(), Probability = table.Column<double>(nullable: true), CloseDate = table.Perhaps(), Owner = table.Perhaps(),
            Status = table.Text(), LostReason = table.Perhaps(), Created = table.Perhaps(), LastActivity = table.Perhaps(), Domain = table.Perhaps(), FirstSeen = table.Whole(), Missing = table.Flag(),
            NotedStatus = table.Perhaps(), NotedReason = table.Perhaps(), NotedOn = table.Perhaps(),
        }, constraints: table => table.PrimaryKey("PK_deals", row => row.Number));
        to.CreateIndex("IX_deals_Source_SourceKey", "deals", ["Source", "SourceKey"], unique: true);
        to.CreateTable("changes", table => new
        {
            Number = table.Number(), Source = table.Text(), SourceKey = table.Text(), On = table.Text(), Field = table.Text(), From = table.Perhaps(), To = table.Perhaps(), FromHistory = table.Flag(),
        }, constraints: table => table.PrimaryKey("PK_changes", row => row.Number));
        to.CreateIndex("IX_changes_Source_SourceKey", "changes", ["Source", "SourceKey"]);
        to.CreateTable("people", table => new { Number = table.Number(), DealNumber = table.PerhapsWhole(), Name = table.Perhaps(), Address = table.Perhaps(), Side = table.Text() },
            constraints: table => table.PrimaryKey("PK_people", row => row.Number));
        to.CreateIndex("IX_people_DealNumber", "people", "DealNumber");
    }

    private static void Calls(MigrationBuilder to)
    {
        to.CreateTable("calls", table => new
        {
            Number = table.Number(), Fingerprint = table.Text(), File = table.Text(), Title = table.Perhaps(), StartedAt = table.Perhaps(), ImportedAt = table.Whole(), Consent = table.Perhaps(),
            Content = table.Perhaps(), DealNumber = table.PerhapsWhole(), MatchedBy = table.Perhaps(), MatchConfidence = table.Column<double>(nullable: false),
        }, constraints: table => table.PrimaryKey("PK_calls", row => row.Number));
        to.CreateIndex("IX_calls_Fingerprint", "calls", "Fingerprint", unique: true);
        to.CreateIndex("IX_calls_DealNumber", "calls", "DealNumber");
        to.CreateTable("readings", table => new
        {
            Number = table.Number(), CallNumber = table.Whole(), At = table.Whole(), Lexicon = table.Text(), Listener = table.Text(), Model = table.Perhaps(), Verdict = table.Text(),
            Figures = table.Text(), Sentence = table.Perhaps(), Content = table.Perhaps(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_readings", row => row.Number);
            table.ForeignKey("FK_readings_calls_CallNumber", row => row.CallNumber, "calls", "Number", onDelete: ReferentialAction.Cascade);
        });
        to.CreateIndex("IX_readings_CallNumber", "readings", "CallNumber");
        to.CreateTable("cues", table => new
        {
            Number = table.Number(), CueId = table.Text(), CallNumber = table.Whole(), Kind = table.Text(), Topic = table.Perhaps(), Turn = table.Place(), Start = table.Place(), End = table.Place(),
        }, constraints: table => table.PrimaryKey("PK_cues", row => row.Number));
        to.CreateIndex("IX_cues_CueId", "cues", "CueId");
        to.CreateIndex("IX_cues_CallNumber", "cues", "CallNumber");
        to.CreateTable("dismissals", table => new
        {
            Number = table.Number(), Fingerprint = table.Text(), Kind = table.Text(), Turn = table.Place(), Start = table.Place(), End = table.Place(), Quote = table.Perhaps(), Why = table.Perhaps(), At = table.Whole(),
        }, constraints: table => table.PrimaryKey("PK_dismissals", row => row.Number));
        to.CreateIndex("IX_dismissals_Fingerprint", "dismissals", "Fingerprint");
    }

    private static void Practice(MigrationBuilder to)
    {
        to.CreateTable("acts", table => new
        {
            Number = table.Number(), DealNumber = table.PerhapsWhole(), CallNumber = table.PerhapsWhole(), At = table.Whole(), OffsetMinutes = table.Place(), Kind = table.Text(), Side = table.Text(),
            Who = table.Perhaps(), Asked = table.Flag(nullable: true), SourceKey = table.Perhaps(), Confidence = table.Column<double>(nullable: false),
        }, constraints: table => table.PrimaryKey("PK_acts", row => row.Number));
        to.CreateIndex("IX_acts_DealNumber", "acts", "DealNumber");
        to.CreateIndex("IX_acts_SourceKey", "acts", "SourceKey");
        to.CreateTable("sent_moves", table => new { Number = table.Number(), DealNumber = table.Whole(), Move = table.Text(), On = table.Text(), Answer = table.Perhaps() },
            constraints: table => table.PrimaryKey("PK_sent_moves", row => row.Number));
        to.CreateIndex("IX_sent_moves_DealNumber", "sent_moves", "DealNumber");
        to.CreateTable("pauses", table => new { Number = table.Number(), DealNumber = table.Whole(), From = table.Text(), Until = table.Text(), Reason = table.Text() },
            constraints: table => table.PrimaryKey("PK_pauses", row => row.Number));
        to.CreateIndex("IX_pauses_DealNumber", "pauses", "DealNumber");
        to.CreateTable("ties", table => new { Number = table.Number(), Kind = table.Text(), Value = table.Text(), DealNumber = table.Whole() },
            constraints: table => table.PrimaryKey("PK_ties", row => row.Number));
        to.CreateIndex("IX_ties_Kind_Value", "ties", ["Kind", "Value"]);
        to.CreateTable("audit", table => new { Number = table.Number(), At = table.Whole(), What = table.Text(), DealNumber = table.PerhapsWhole(), Detail = table.Perhaps(), WroteFile = table.Perhaps() },
            constraints: table => table.PrimaryKey("PK_audit", row => row.Number));
        to.CreateTable("erasures", table => new { Hash = table.Text(), At = table.Whole() }, constraints: table => table.PrimaryKey("PK_erasures", row => row.Hash));
    }
}
