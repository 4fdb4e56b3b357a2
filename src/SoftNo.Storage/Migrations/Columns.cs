using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace SoftNo.Storage.Migrations;

/// <summary>Columns in words that both databases understand: each picks its own type for them.</summary>
internal static class Columns
{
    /// <summary>The table's own number, counted up by the database.</summary>
    public static OperationBuilder<AddColumnOperation> Number(this ColumnsBuilder table) => table.Column<long>(nullable: false)
        .Annotation("Sqlite:Autoincrement", true).Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);

    /// <summary>A text that is always there.</summary>
    public static OperationBuilder<AddColumnOperation> Text(this ColumnsBuilder table) => table.Column<string>(nullable: false);

    /// <summary>A text that may be missing.</summary>
    public static OperationBuilder<AddColumnOperation> Perhaps(this ColumnsBuilder table) => table.Column<string>(nullable: true);

    /// <summary>Another table's number, or a moment in milliseconds, that is always there.</summary>
    public static OperationBuilder<AddColumnOperation> Whole(this ColumnsBuilder table) => table.Column<long>(nullable: false);

    /// <summary>Another table's number that may be missing.</summary>
    public static OperationBuilder<AddColumnOperation> PerhapsWhole(this ColumnsBuilder table) => table.Column<long>(nullable: true);

    /// <summary>Yes or no.</summary>
    public static OperationBuilder<AddColumnOperation> Flag(this ColumnsBuilder table, bool nullable = false) => table.Column<bool>(nullable: nullable);

    /// <summary>A small whole number.</summary>
    public static OperationBuilder<AddColumnOperation> Place(this ColumnsBuilder table) => table.Column<int>(nullable: false);
}
