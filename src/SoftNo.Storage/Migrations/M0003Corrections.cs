using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SoftNo.Storage.Migrations;

/// <summary>What a wrong cue is instead, in the user's word.</summary>
[DbContext(typeof(Store))]
[Migration("0003_corrections")]
internal sealed class M0003Corrections : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Instead", "dismissals", nullable: true);
        migrationBuilder.AddColumn<string>("Topic", "dismissals", nullable: true);
    }
}
