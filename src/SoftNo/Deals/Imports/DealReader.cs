using NodaTime;

namespace SoftNo.Deals.Imports;

/// <summary>Turns a table's records into deals, and counts every one.</summary>
internal sealed class DealReader
{
    private readonly Table _table;
    private readonly CrmWords _words;
    private readonly string _source;
    private readonly Dates _dates;
    private readonly Amounts _amounts;
    private readonly Percentages _percentages;
    private readonly List<UnreadField> _warnings = [];

    private DealReader(Table table, IReadOnlyList<TableRow> rows, CrmWords words, SourceSigns? source, LocalDate today)
    {
        (_table, _words, _source) = (table, words, source?.Source ?? "csv");
        var columns = table.Columns;
        _amounts = Amounts.Of(rows.Select(row => columns.Of(row, DealColumn.Amount)), Header(DealColumn.Amount), table.FromApi, words);
        var french = columns.Headers.Any(header => header.Words.Overlaps(words.French)) || table.Semicolons || _amounts.DecimalComma == true;
        var dates = rows.Select(row => (columns.Of(row, DealColumn.Created), columns.Of(row, DealColumn.LastActivity), columns.Of(row, DealColumn.CloseDate)));
        var ends = rows.Select(row => (columns.Of(row, DealColumn.WonOn), columns.Of(row, DealColumn.LostOn), columns.Of(row, DealColumn.ClosedOn)));
        _dates = Dates.Of([.. columns.Has(DealColumn.WonOn) || columns.Has(DealColumn.LostOn) || columns.Has(DealColumn.ClosedOn) ? dates.Concat(ends) : dates], table.FromApi, french, today);
        _percentages = Percentages.Of(rows.Select(row => columns.Of(row, DealColumn.Probability)), Header(DealColumn.Probability), table.FromApi ? source?.ApiProbability : null);

        string Header(DealColumn column) => columns[column] is { } place ? columns.Headers[place].Text : "";
    }

    /// <summary>Reads a table of deals.</summary>
    public static DealFile Read(Table table, CrmWords words, SourceSigns? source, string file, LocalDate today)
    {
        var left = new LeftRows(table, words);
        var skipped = table.Titles.Select(row => new LeftRow(row.Line, row.IsBlank ? "blank" : "title")).ToList();
        var kept = new List<TableRow>(table.Rows.Count);
        foreach (var row in table.Rows)
        {
            if (left.Why(row) is { } why) skipped.Add(new LeftRow(row.Line, why));
            else if (IsArchived(row, table.Columns, words)) skipped.Add(new LeftRow(row.Line, "archived"));
            else kept.Add(row);
        }

        return new DealReader(table, kept, words, source, today).Read(kept, file) with { Skipped = [.. skipped.OrderBy(row => row.Line)] };
    }

    private DealFile Read(List<TableRow> rows, string file)
    {
        var deals = new List<FileDeal>(rows.Count);
        var places = new Dictionary<string, int>(rows.Count, StringComparer.Ordinal);
        var refused = new List<LeftRow>();
        var duplicates = new List<RepeatedDeal>();
        foreach (var row in rows)
        {
            if (Deal(row) is not { } deal)
            {
                refused.Add(new LeftRow(row.Line, "no-id-no-name"));
                continue;
            }

            if (places.TryAdd(deal.Key, deals.Count))
            {
                deals.Add(deal);
                continue;
            }

            duplicates.Add(new RepeatedDeal(row.Line, deal.Deal.Id ?? deal.Deal.Name));
            deals[places[deal.Key]] = deal;
        }

        return new DealFile { File = file, Source = _source, Deals = deals, Refused = refused, Duplicates = duplicates, Warnings = _warnings };
    }

    private static bool IsArchived(TableRow row, ColumnMap columns, CrmWords words) =>
        Statuses.IsPutAway(row, columns, words) || Statuses.Of(row, columns, words).Archived;

    private FileDeal? Deal(TableRow row)
    {
        var columns = _table.Columns;
        var (id, name, company) = (Text(row, DealColumn.Id), Text(row, DealColumn.Name), Text(row, DealColumn.Company));
        // Where the table has no names at all, the company names the deal.
        if (id is null && name is null && (columns.Has(DealColumn.Name) || company is null)) return null;
        name ??= company ?? Text(row, DealColumn.Product) ?? id!;
        var ending = Statuses.Of(row, columns, _words);
        var amount = Amount(row);
        var deal = new Deal
        {
            Id = id, Name = name, Company = company, Stage = Text(row, DealColumn.Stage), Amount = amount, Currency = amount is null or { Currency: Money.Unsaid } ? Amounts.Code(columns.Of(row, DealColumn.Currency), _words) : amount.Currency, Probability = Probability(row), Owner = Text(row, DealColumn.Owner),
            Status = ending.Status, CloseDate = CloseDate(row, ending.Status), Created = Date(row, DealColumn.Created, "created"), LastActivity = Date(row, DealColumn.LastActivity, "lastActivity"),
            LostReason = ending.Status == DealStatus.Lost ? Text(row, DealColumn.LostReason) ?? (ending.NoDecision ? Imports.DealKey.NoDecision : null) : null,
        };
        return new FileDeal(row.Line, Imports.DealKey.Of(_source, id, name, company), deal)
        {
            Contacts = Split(Text(row, DealColumn.ContactNames)), Addresses = [.. Split(Text(row, DealColumn.ContactAddresses)).Where(word => word.Contains('@', StringComparison.Ordinal)).Select(word => word.ToLowerInvariant())],
            Domain = DomainOf(Text(row, DealColumn.Domain)),
        };
    }

    private string? Text(TableRow row, DealColumn column) => _table.Columns.Of(row, column) is { Length: > 0 } cell && !_words.Empty.Contains(cell) ? cell : null;

    private Money? Amount(TableRow row)
    {
        if (Text(row, DealColumn.Amount) is not { } cell) return null;
        if (_amounts.Read(cell, _table.Columns.Of(row, DealColumn.Currency)) is { } amount) return amount;
        _warnings.Add(new UnreadField(row.Line, "amount"));
        return null;
    }

    private double? Probability(TableRow row)
    {
        if (Text(row, DealColumn.Probability) is not { } cell) return null;
        if (_percentages.Read(cell) is { } probability) return probability;
        _warnings.Add(new UnreadField(row.Line, "probability"));
        return null;
    }

    /// <summary>The declared day; for a closed deal the day it closed, where the source has that apart.</summary>
    private LocalDate? CloseDate(TableRow row, DealStatus status)
    {
        var declared = Date(row, DealColumn.CloseDate, "closeDate");
        if (status == DealStatus.Open) return declared;
        var closed = status == DealStatus.Won ? Quiet(DealColumn.WonOn) : Quiet(DealColumn.LostOn);
        return closed ?? Quiet(DealColumn.ClosedOn) ?? declared;

        LocalDate? Quiet(DealColumn column) => Text(row, column) is { } cell ? _dates.Day(cell) : null;
    }

    private LocalDate? Date(TableRow row, DealColumn column, string field)
    {
        if (Text(row, column) is not { } cell) return null;
        if (_dates.Day(cell) is { } date) return date;
        _warnings.Add(new UnreadField(row.Line, field));
        return null;
    }

    private static string[] Split(string? cell) => cell?.Split([';', ',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static string? DomainOf(string? cell)
    {
        if (cell is null) return null;
        var text = cell.ToLowerInvariant();
        if (text.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0) text = text[(scheme + 3)..];
        text = text.Split('/', ' ', ';', ',')[0];
        if (text.StartsWith("www.", StringComparison.Ordinal)) text = text[4..];
        return text.Contains('.', StringComparison.Ordinal) ? text : null;
    }
}
