using System.Globalization;
using System.Text.Json;
using SoftNo.Transcripts;

namespace SoftNo.Deals.Imports;

/// <summary>The states that Salesforce's API lists inside a deal, where they were asked for with it: <c>OpportunityHistories.records[]</c>.</summary>
internal static class SalesforceHistories
{
    private static readonly (DealField Field, string Name)[] Fields =
        [(DealField.Stage, "StageName"), (DealField.CloseDate, "CloseDate"), (DealField.Amount, "Amount")];

    /// <summary>What changed from each state to the next.</summary>
    public static IEnumerable<FileChange> Of(IEnumerable<JsonElement> records)
    {
        foreach (var record in records)
        {
            if (Member(record, "Id") is not { ValueKind: JsonValueKind.String } id || Member(record, "OpportunityHistories") is not { } list || Member(list, "records") is not { ValueKind: JsonValueKind.Array } states) continue;
            var key = DealKey.Of("salesforce", id.GetString(), "", null);
            JsonElement? before = null;
            foreach (var (at, state) in states.EnumerateArray().Select(state => (At: Moment(state), State: state)).Where(pair => pair.At is not null).OrderBy(pair => pair.At!.Value.Local))
            {
                foreach (var (field, name) in Fields)
                {
                    if (before is not { } old) continue;
                    var (from, to) = (Value(field, Member(old, name)), Value(field, Member(state, name)));
                    if (from != to) yield return new FileChange(key, at!.Value.Local, new DealChange(at.Value.Local.Date, field, from, to));
                }

                before = state;
            }
        }
    }

    private static JsonElement? Member(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static SourceMoment? Moment(JsonElement state) =>
        Member(state, "CreatedDate") is { ValueKind: JsonValueKind.String } written && SourceMoment.TryParse(written.GetString(), out var moment) ? moment : null;

    private static string? Value(DealField field, JsonElement? cell)
    {
        if (cell is not { } value) return null;
        if (field == DealField.Amount) return value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var amount) ? amount.ToString("0.############", CultureInfo.InvariantCulture) : null;
        var text = value.ToString();
        return field == DealField.CloseDate && text.Length > 10 ? text[..10] : text;
    }
}
