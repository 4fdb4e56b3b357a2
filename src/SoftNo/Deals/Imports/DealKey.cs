using System.Text;

namespace SoftNo.Deals.Imports;

/// <summary>What a deal is known again by, within its source.</summary>
public static class DealKey
{
    /// <summary>The <see cref="Deal.LostReason"/> of a deal that ended without a decision, where the source gives no other.</summary>
    public const string NoDecision = "no-decision";

    private const int ShortSalesforceId = 15;
    private const int LongSalesforceId = 18;

    /// <summary>The id where there is one, else name and company, without case and extra spaces.</summary>
    /// <param name="source">The source's name.</param>
    /// <param name="id">The source's id, or null.</param>
    /// <param name="name">The deal's name.</param>
    /// <param name="company">The company, or null.</param>
    public static string Of(string source, string? id, string name, string? company)
    {
        if (id is not null) return $"id:{OfId(source, id)}";
        return $"name:{Plain(name)}\u001f{Plain(company ?? "")}";
    }

    /// <summary>The key of an id. Salesforce writes the same id with 15 or 18 letters.</summary>
    public static string OfId(string source, string id) =>
        source == "salesforce" && id.Length is ShortSalesforceId or LongSalesforceId && id.All(char.IsAsciiLetterOrDigit) ? id[..ShortSalesforceId] : id;

    private static string Plain(string text) =>
        string.Join(' ', NormalForm.Of(text, NormalizationForm.FormKC).ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
