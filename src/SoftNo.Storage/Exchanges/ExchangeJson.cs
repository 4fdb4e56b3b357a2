using SoftNo.Reports;
using SoftNo.Signals;

namespace SoftNo.Storage.Exchanges;

/// <summary>What an import of mails or calendars did to one exchange, as a line of JSON.</summary>
public static class ExchangeJson
{
    /// <summary>Writes it.</summary>
    /// <param name="imported">The exchange.</param>
    /// <param name="deal">Its deal's name, or null while it waits.</param>
    public static string Write(ImportedExchange imported, string? deal)
    {
        ArgumentNullException.ThrowIfNull(imported);
        return ReportJson.Line(json =>
        {
            json.WriteString("file", imported.Call.File);
            json.WriteString("title", imported.Call.Title);
            json.WriteNumber("call", imported.Call.Number);
            json.WriteString("was", imported.IsNew ? "new" : imported.NewActs > 0 || imported.Reading is not null ? "grown" : "known");
            json.WriteNumber("newActs", imported.NewActs);
            json.WriteString("verdict", imported.Reading?.Verdict.Name());
            json.WriteString("deal", deal);
            json.WriteString("matchedBy", imported.Match.By);
            json.WriteNumber("confidence", imported.Match.Confidence);
        });
    }
}
