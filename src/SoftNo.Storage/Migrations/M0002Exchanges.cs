using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SoftNo.Storage.Migrations;

/// <summary>Threads of mails and calendars: what they are known again by, and the absences that they announce.</summary>
[DbContext(typeof(Store))]
[Migration("0002_exchanges")]
internal sealed class M0002Exchanges : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("exchange_ids", table => new { Number = table.Number(), Hash = table.Text(), CallNumber = table.Whole() },
            constraints: table => table.PrimaryKey("PK_exchange_ids", row => row.Number));
        migrationBuilder.CreateIndex("IX_exchange_ids_Hash", "exchange_ids", "Hash");
        migrationBuilder.CreateIndex("IX_exchange_ids_CallNumber", "exchange_ids", "CallNumber");
        migrationBuilder.AddColumn<long>("CallNumber", "pauses", nullable: true);
        migrationBuilder.CreateIndex("IX_acts_CallNumber", "acts", "CallNumber");
    }
}
