using System.Globalization;
using System.Text;
using NodaTime;
using SoftNo.Deals;
using SoftNo.Deals.Imports;

namespace SoftNo.Tests.Deals.Imports;

/// <summary>Reads exports written in the tests.</summary>
internal static class Exports
{
    public static readonly LocalDate Today = new(2026, 11, 26);

    private static readonly DealFileReader Reader = new(CrmWords.Load(CrmWords.DefaultFolder));

    public static DealFile Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    public static DealFile Read(byte[] bytes, params (DealColumn Column, string Header)[] map)
    {
        var result = Try(bytes, map);
        Assert.True(result.File is not null, result.Problem?.Text.En);
        Assert.Equal(result.File.Rows, result.File.Deals.Count + result.File.Refused.Count + result.File.Duplicates.Count);
        return result.File;
    }

    public static DealFileResult Try(byte[] bytes, params (DealColumn Column, string Header)[] map) =>
        Reader.Read(bytes, "deals.csv", new DealFileOptions { Today = Today, Map = map.ToDictionary(pair => pair.Column, pair => pair.Header) });

    public static DealFileResult Try(string text) => Try(Encoding.UTF8.GetBytes(text));

    public static Deal Only(string text) => Assert.Single(Read(text).Deals).Deal;

    public static string Money(this Deal deal) => deal.Amount is { } amount ? string.Create(CultureInfo.InvariantCulture, $"{amount.Amount:0.####} {amount.Currency}") : "none";
}
