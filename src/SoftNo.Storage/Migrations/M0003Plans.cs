using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SoftNo.Storage.Migrations;

/// <summary>Applied plans, and what they set.</summary>
[DbContext(typeof(Store))]
[Migration("0003_plans")]
internal sealed class M0003Plans : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("NotedCloseDate", "deals", nullable: true);
        migrationBuilder.AddColumn<string>("NotedCloseDateOn", "deals", nullable: true);
        migrationBuilder.AddColumn<double>("NotedProbability", "deals", nullable: true);
        migrationBuilder.AddColumn<string>("NotedProbabilityOn", "deals", nullable: true);
        migrationBuilder.CreateTable("plans", table => new { Number = table.Number(), Id = table.Text(), AsOf = table.Text(), AppliedAt = table.Whole(), UndoneAt = table.PerhapsWhole() },
            constraints: table => table.PrimaryKey("PK_plans", row => row.Number));
        migrationBuilder.CreateTable("plan_lines", table => new
        {
            Number = table.Number(), PlanNumber = table.Whole(), Place = table.Place(), DealNumber = table.Whole(), Move = table.Text(), Reason = table.Text(), CloseDate = table.Perhaps(),
            Probability = table.Column<double>(nullable: true), Before = table.Text(), After = table.Text(),
        }, constraints: table => table.PrimaryKey("PK_plan_lines", row => row.Number));
        migrationBuilder.CreateIndex("IX_plan_lines_PlanNumber", "plan_lines", "PlanNumber");
    }
}
