using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SoftNo.Storage.Migrations;

/// <summary>What a passphrase needs to open sealed texts.</summary>
[DbContext(typeof(Store))]
[Migration("0004_seal")]
internal sealed class M0004Seal : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "seals", table => new { Number = table.Number(), Salt = table.Text(), Rounds = table.Place(), Check = table.Text() }, constraints: table => table.PrimaryKey("PK_seals", row => row.Number));
}
