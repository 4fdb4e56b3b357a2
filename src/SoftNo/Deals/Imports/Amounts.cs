using System.Buffers;
using System.Globalization;
using System.Text;

namespace SoftNo.Deals.Imports;

/// <summary>The amounts of one file. Whether a comma or a point parts the decimals is told by all of them together.</summary>
internal sealed class Amounts
{
    private const decimal Largest = 1e15m;
    private static readonly SearchValues<char> DigitsAndMarks = SearchValues.Create("0123456789 .,'\u2019+-\u2212\u2013");
    private readonly CrmWords _words;
    private readonly char? _decimalMark;
    private readonly decimal _unit;
    private readonly string? _currency;

    private Amounts(CrmWords words, char? decimalMark, decimal unit, string? currency) => (_words, _decimalMark, _unit, _currency) = (words, decimalMark, unit, currency);

    /// <summary>Looks at every amount of a file.</summary>
    /// <param name="cells">The amounts' cells.</param>
    /// <param name="header">Their header, which may say currency and unit: <c>Montant (k€)</c>.</param>
    /// <param name="fromApi">Whether an API wrote them: always a point, never groups.</param>
    /// <param name="words">The signs of currencies and units.</param>
    public static Amounts Of(IEnumerable<string> cells, string header, bool fromApi, CrmWords words)
    {
        var (unit, currency) = HeaderSays(header, words);
        if (fromApi) return new Amounts(words, '.', unit, currency);
        int comma = 0, point = 0;
        foreach (var cell in cells)
        {
            var number = Bare(cell, words).Number;
            switch (MarkOf(number))
            {
                case ',': comma++; break;
                case '.': point++; break;
                default: break;
            }
        }

        return new Amounts(words, comma == point ? null : comma > point ? ',' : '.', unit, currency);
    }

    /// <summary>Whether the file's decimals come after a comma, as the French write them; null where nothing tells.</summary>
    public bool? DecimalComma => _decimalMark is null ? null : _decimalMark == ',';

    /// <summary>An amount.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="currencyCell">What the currency's own column says, or empty.</param>
    /// <returns>Null where the cell is no amount.</returns>
    public Money? Read(string cell, string currencyCell)
    {
        var (number, sign, multiple, negative) = Bare(cell, _words);
        if (Number(number) is not { } value) return null;
        value *= multiple ?? _unit;
        if (value > Largest) return null;
        return new Money(negative ? -value : value, Currency(currencyCell, sign) ?? Money.Unsaid);
    }

    /// <summary>The column's code, unless the cell's own sign can't mean it; else the sign's; else the header's.</summary>
    private string? Currency(string cell, CurrencySign? sign)
    {
        var said = Code(cell, _words);
        if (said is null) return sign?.Iso ?? _currency;
        return sign is null || sign.Iso == said || sign.Also.Contains(said) ? said : sign.Iso;
    }

    /// <summary>The ISO code of a currency's cell: a code, a sign, a name, <c>USD - U.S. Dollar</c>; or null.</summary>
    public static string? Code(string cell, CrmWords words)
    {
        cell = cell.Trim();
        if (cell.Length == 0) return null;
        var upper = cell.ToUpperInvariant();
        if (words.Iso.Contains(upper)) return upper;
        if (words.CurrencyNames.TryGetValue(CrmWords.Fold(cell), out var named)) return named;
        if (words.Signs.FirstOrDefault(sign => cell.Equals(sign.Sign, StringComparison.OrdinalIgnoreCase)) is { } one) return one.Iso;
        var word = upper.Split([' ', '-', '(', ')', ',', '/', '\u2013'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(words.Iso.Contains);
        return word ?? words.Signs.FirstOrDefault(sign => cell.Contains(sign.Sign, StringComparison.Ordinal))?.Iso;
    }

    private static (decimal Unit, string? Currency) HeaderSays(string header, CrmWords words)
    {
        var currency = words.Signs.FirstOrDefault(sign => !char.IsAsciiLetter(sign.Sign[^1]) && !char.IsAsciiLetter(sign.Sign[0]) && header.Contains(sign.Sign, StringComparison.Ordinal))?.Iso
            ?? header.Split([' ', '(', ')', '[', ']', '-', '/', '_', ','], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(words.Iso.Contains)
            ?? CrmWords.Fold(header).Split(' ').Select(word => words.CurrencyNames.GetValueOrDefault(word)).FirstOrDefault(code => code is not null);
        // A unit stands beside the currency or alone in brackets: (k€), [K USD], en milliers d'euros.
        var unit = 1m;
        foreach (var multiple in words.Cells.Multiples)
        {
            var tokens = header.ToLowerInvariant().Split([' ', '(', ')', '[', ']', '-', '/', '\'', '\u2019'], StringSplitOptions.RemoveEmptyEntries);
            if (Array.Exists(tokens, token => Unit(token, multiple.Word, words))) unit = multiple.By;
        }

        return (unit, currency);
    }

    private static bool Unit(string token, string word, CrmWords words)
    {
        if (token == word) return word.Length > 1 || word == "k";
        return words.Signs.Any(sign => token == word + sign.Sign.ToLowerInvariant() || token == sign.Sign.ToLowerInvariant() + word)
            || words.Iso.Any(code => token == word + code.ToLowerInvariant());
    }

    /// <summary>A cell without its currency, unit and minus; what is left must be a number.</summary>
    private static (string Number, CurrencySign? Sign, decimal? Multiple, bool Negative) Bare(string cell, CrmWords words)
    {
        var text = NormalForm.Of(cell, NormalizationForm.FormKC).Trim();
        var negative = false;
        if (text is ['(', .. var bracketed, ')'])
        {
            negative = true;
            text = bracketed.Trim();
        }

        // Most cells are digits and marks alone.
        if (text.AsSpan().IndexOfAnyExcept(DigitsAndMarks) < 0) return (Unsigned(text, ref negative), null, null, negative);
        foreach (var aside in words.Cells.Asides)
            if (text.Length > aside.Length && text.EndsWith(aside, StringComparison.OrdinalIgnoreCase) && !char.IsLetter(text[^(aside.Length + 1)])) text = text[..^aside.Length].TrimEnd();
        CurrencySign? found = null;
        foreach (var sign in words.Signs)
        {
            if (Strip(ref text, sign.Sign.Normalize(NormalizationForm.FormKC)))
            {
                found = sign;
                break;
            }
        }

        decimal? multiple = null;
        if (found is null && UnitBefore(ref text, words) is { } before) (found, multiple) = before;
        if (found is null && words.Iso.FirstOrDefault(code => Strip(ref text, code)) is { } iso) found = new CurrencySign { Iso = iso };
        text = Unsigned(text, ref negative);
        foreach (var unit in words.Cells.Multiples.OrderByDescending(unit => unit.Word.Length))
        {
            if (!text.EndsWith(unit.Word, StringComparison.OrdinalIgnoreCase) || text.Length == unit.Word.Length) continue;
            var rest = text[..^unit.Word.Length].TrimEnd();
            if (rest.Length == 0 || !char.IsAsciiDigit(rest[^1])) continue;
            (multiple, text) = (unit.By, rest);
            break;
        }

        return (text, found, multiple, negative);
    }

    /// <summary>A number without its plus or minus, before or after it.</summary>
    private static string Unsigned(string text, ref bool negative)
    {
        if (text is ['+', .. var plus]) return plus.Trim();
        var bare = text is ['-' or '\u2212' or '\u2013', .. var after] ? after.Trim() : text is [.. var before, '-' or '\u2212'] ? before.Trim() : null;
        negative |= bare is not null;
        return bare ?? text;
    }

    /// <summary>Takes a unit with its sign from the front: <c>k€ 12</c>.</summary>
    private static (CurrencySign Sign, decimal Multiple)? UnitBefore(ref string text, CrmWords words)
    {
        foreach (var unit in words.Cells.Multiples)
        {
            foreach (var sign in words.Signs)
            {
                var both = unit.Word + sign.Sign;
                if (!text.StartsWith(both, StringComparison.OrdinalIgnoreCase) || text.Length == both.Length) continue;
                text = text[both.Length..].TrimStart();
                return (sign, unit.By);
            }
        }

        return null;
    }

    private static bool Strip(ref string text, string sign)
    {
        if (text.StartsWith(sign, StringComparison.OrdinalIgnoreCase)) text = text[sign.Length..].Trim();
        else if (text.EndsWith(sign, StringComparison.OrdinalIgnoreCase)) text = text[..^sign.Length].Trim();
        // -$1,200
        else if (text.Length > sign.Length && text[0] is '-' or '\u2212' && text.AsSpan(1).TrimStart().StartsWith(sign, StringComparison.OrdinalIgnoreCase))
            text = "-" + text[(text.IndexOf(sign, StringComparison.OrdinalIgnoreCase) + sign.Length)..].Trim();
        else return false;
        return true;
    }

    /// <summary>Which mark a number's decimals surely come after; null where it doesn't tell.</summary>
    private static char? MarkOf(string number)
    {
        var (comma, point) = (number.LastIndexOf(','), number.LastIndexOf('.'));
        if (comma < 0 && point < 0) return null;
        if (comma >= 0 && point >= 0) return comma > point ? ',' : '.';
        var (mark, last) = comma >= 0 ? (',', comma) : ('.', point);
        if (number.IndexOf(mark, StringComparison.Ordinal) != last) return mark == ',' ? '.' : ',';
        var decimals = number.Length - last - 1;
        return decimals != 3 || last > 3 || number.StartsWith('0') || HasGap(number) ? mark : null;
    }

    private static bool HasGap(string number) => number.AsSpan().IndexOfAny(" '\u2019") >= 0;

    private decimal? Number(string number)
    {
        var exponent = number.IndexOfAny(['e', 'E']);
        if (exponent > 0) return decimal.TryParse(number.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var scientific) ? scientific : null;
        // Three digits after one mark, and no other amount of the file tells: groups.
        var mark = MarkOf(number) ?? _decimalMark ?? (number.Contains(',', StringComparison.Ordinal) ? '.' : ',');
        var whole = new StringBuilder(number.Length);
        var cut = number.LastIndexOf(mark);
        var head = cut < 0 ? number : number[..cut];
        if (!Grouped(head, whole)) return null;
        if (cut >= 0)
        {
            var decimals = number[(cut + 1)..];
            if (!decimals.All(char.IsAsciiDigit)) return null;
            whole.Append('.').Append(decimals.Length == 0 ? "0" : decimals);
        }

        return decimal.TryParse(whole.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    /// <summary>Digits in groups of three (India's lakhs in twos) parted by one kind of mark, or no groups at all.</summary>
    private static bool Grouped(string head, StringBuilder digits)
    {
        if (head.Length == 0)
        {
            digits.Append('0');
            return true;
        }

        var groups = head.Split(' ', '\'', '\u2019', ',', '.');
        if (groups.Length > 1 && (groups[0].Length is 0 or > 3 || groups[^1].Length != 3 || groups[1..].Any(group => group.Length is not (2 or 3)))) return false;
        if (head.Where(c => !char.IsAsciiDigit(c)).Distinct().Count() > 1) return false;
        foreach (var group in groups)
        {
            if (!group.All(char.IsAsciiDigit)) return false;
            digits.Append(group);
        }

        return true;
    }
}
