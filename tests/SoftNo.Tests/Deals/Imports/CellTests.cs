using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SoftNo.Deals.Imports;

namespace SoftNo.Tests.Deals.Imports;

public class CellTests
{
    [Theory]
    [InlineData("$12,500", "12500 USD")]
    [InlineData("$1.2M", "1200000 USD")]
    [InlineData("12,5 k€", "12500 EUR")]
    [InlineData("US$ 3k", "3000 USD")]
    [InlineData("CA$5,000.00", "5000 CAD")]
    [InlineData("1\u2009234\u202F567,89 €", "1234567.89 EUR")]
    [InlineData("1.234.567,89", "1234567.89 XXX")]
    [InlineData("1'234.50 CHF", "1234.5 CHF")]
    [InlineData("EUR 12 000,00 HT", "12000 EUR")]
    [InlineData("(1,200.00)", "-1200 XXX")]
    [InlineData("-$1,200", "-1200 USD")]
    [InlineData("12.500", "12500 XXX")]
    [InlineData("0.500", "0.5 XXX")]
    [InlineData("1E+05", "100000 XXX")]
    [InlineData("12.5", "12.5 XXX")]
    [InlineData("US $12", "12 USD")]
    [InlineData("k€ 12", "12000 EUR")]
    [InlineData("KES 1,000", "1000 KES")]
    public void An_amount_alone(string cell, string amount)
    {
        var deal = Exports.Only($"Deal name\tAmount\nPilot\t{cell}\n");
        Assert.Equal(amount, deal.Money());
    }

    [Theory]
    [InlineData("TBD")]
    [InlineData("10-15k")]
    [InlineData("12,34,5")]
    [InlineData("1e99")]
    [InlineData("~10k")]
    [InlineData("n/a")]
    public void What_is_no_amount_leaves_it_empty_with_a_warning(string cell)
    {
        var file = Exports.Read($"Deal name\tAmount\nPilot\t{cell}\n");
        Assert.Null(Assert.Single(file.Deals).Deal.Amount);
        Assert.Equal([new UnreadField(2, "amount")], file.Warnings);
    }

    [Theory]
    [InlineData("9,5", "12.500", 12500)]
    [InlineData("9.5", "12,500", 12500)]
    [InlineData("9,5", "12,500", 12.5)]
    [InlineData("9.5", "12.500", 12.5)]
    public void The_files_other_amounts_tell_its_decimal_mark(string other, string cell, decimal amount)
    {
        var file = Exports.Read($"Deal name\tAmount\nPilot\t{cell}\nOther\t{other}\n");
        Assert.Equal(amount, file.Deals[0].Deal.Amount?.Amount);
    }

    [Theory]
    [InlineData("46371")]
    [InlineData("46371.5")]
    [InlineData("46371,75")]
    public void A_spreadsheets_day_number_is_a_day_with_or_without_its_hour(string cell)
    {
        var deal = Exports.Only($"Deal name\tClose date\nPilot\t{cell}\n");
        Assert.Equal(new LocalDate(2026, 12, 15), deal.CloseDate);
    }

    [Theory]
    [InlineData("Montant (k€)", "12,5", "12500 EUR")]
    [InlineData("Amount (USD)", "12", "12 USD")]
    [InlineData("Amount ($K)", "12", "12000 USD")]
    [InlineData("Montant HT", "12", "12 XXX")]
    public void A_header_may_say_unit_and_currency(string header, string cell, string amount) =>
        Assert.Equal(amount, Exports.Only($"Deal name\t{header}\nPilot\t{cell}\n").Money());

    [Theory]
    [InlineData("12,000", "CAD", "12000 CAD")]
    [InlineData("$12,000", "CAD", "12000 CAD")]
    [InlineData("€12,000", "USD", "12000 EUR")]
    [InlineData("12,000", "U.S. Dollar", "12000 USD")]
    [InlineData("12,000", "EUR - Euro", "12000 EUR")]
    public void The_currencys_own_column(string cell, string currency, string amount) =>
        Assert.Equal(amount, Exports.Only($"Deal name\tAmount\tCurrency\nPilot\t{cell}\t{currency}\n").Money());

    [Fact]
    public void Converted_and_weighted_columns_are_never_the_amount()
    {
        var deal = Exports.Only("Opportunity Name,Amount (converted),Weighted amount,Expected Revenue,Amount in company currency,Stage\nPilot,1,2,3,4,New\n");
        Assert.Null(deal.Amount);
        Assert.Null(Exports.Only("Affaire;Montant pondéré;Montant (converti);Montant dans la devise de l'entreprise;Étape\nPilote;1;2;3;Neuf\n").Amount);
    }

    [Theory]
    [InlineData("25/12/2026", "2026-04-03")]
    [InlineData("12/25/2026", "2026-03-04")]
    public void Dates_of_either_country_are_told_apart_by_the_other_rows(string other, string expected)
    {
        var file = Exports.Read($"Deal name,Close date\nPilot,03/04/2026\nOther,{other}\n");
        Assert.Equal(expected, LocalDatePattern.Iso.Format(file.Deals[0].Deal.CloseDate!.Value));
    }

    [Fact]
    public void Where_no_date_tells_the_order_that_keeps_the_past_in_the_past_is_taken()
    {
        // 1 December has not come yet on 26 November; 12 January has.
        Assert.Equal(new LocalDate(2026, 1, 12), Exports.Only("Deal name,Created date,Close date\nPilot,12/01/2026,03/04/2027\n").Created);
        Assert.Equal(new LocalDate(2026, 1, 12), Exports.Only("Affaire;Créée le;Clôture\nPilote;01/12/2026;03/04/2027\n").Created);
        Assert.Equal(new LocalDate(2026, 4, 3), Exports.Only("Affaire;Clôture\nPilote;03/04/2026\n").CloseDate);
        Assert.Equal(new LocalDate(2026, 3, 4), Exports.Only("Deal name,Close date\nPilot,03/04/2026\n").CloseDate);
    }

    [Theory]
    [InlineData("2026-11-17T23:30:00.000Z", "2026-11-17")]
    [InlineData("2026-11-17 09:12", "2026-11-17")]
    [InlineData("17 novembre 2026", "2026-11-17")]
    [InlineData("1er décembre 2026", "2026-12-01")]
    [InlineData("Nov 17, 2026", "2026-11-17")]
    [InlineData("17-Nov-26", "2026-11-17")]
    [InlineData("17.11.26", "2026-11-17")]
    [InlineData("11/17/2026 9:12 AM", "2026-11-17")]
    [InlineData("46343", "2026-11-17")]
    public void A_date_as_exports_write_it(string cell, string expected) =>
        Assert.Equal(expected, LocalDatePattern.Iso.Format(Exports.Only($"Deal name\tClose date\nPilot\t{cell}\n").CloseDate!.Value));

    [Theory]
    [InlineData("31/02/2026")]
    [InlineData("2026-13-45")]
    [InlineData("30/30/2026")]
    [InlineData("0000-00-00")]
    [InlineData("Q1 2027")]
    [InlineData("fin mars")]
    public void A_day_that_no_calendar_has_leaves_the_date_empty_with_a_warning(string cell)
    {
        var file = Exports.Read($"Deal name,Close date,Stage\nPilot,{cell},New\n");
        Assert.Null(file.Deals[0].Deal.CloseDate);
        Assert.Equal([new UnreadField(2, "closeDate")], file.Warnings);
    }

    [Theory]
    [InlineData("80", "1", "0.01")]
    [InlineData("0.8", "1", "1")]
    [InlineData("80 %", "0,5", "0.5")]
    [InlineData("80", "80%", "0.8")]
    public void Probabilities_from_0_to_1_or_to_100_as_the_column_tells(string other, string cell, string expected)
    {
        var file = Exports.Read($"Deal name\tProbability\nPilot\t{cell}\nOther\t{other}\n");
        Assert.Equal(expected, file.Deals[0].Deal.Probability?.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Hostile_text_is_kept_word_for_word()
    {
        var deal = Exports.Only("Deal name,Company,Stage\n\"=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\",<script>alert(1)</script>,\"'; DROP TABLE deals;--\"\n");
        Assert.Equal(("=HYPERLINK(\"http://x\";\"y\")", "<script>alert(1)</script>", "'; DROP TABLE deals;--"), (deal.Name, deal.Company, deal.Stage));
    }
}
