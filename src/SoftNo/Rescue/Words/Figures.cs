using System.Globalization;

namespace SoftNo.Rescue.Words;

/// <summary>Reads figures said in English words or digits.</summary>
/// <param name="Units">Words that add up: one to nineteen.</param>
/// <param name="Tens">Words that take a unit: twenty to ninety.</param>
/// <param name="Scales">Words that multiply what stands before: hundred, thousand, million.</param>
internal sealed record Figures(IReadOnlyDictionary<string, int> Units, IReadOnlyDictionary<string, int> Tens, IReadOnlyDictionary<string, long> Scales)
{
    /// <summary>The figure that begins at a word, and how many words it takes; null where none does, or where it is not well formed.</summary>
    public (decimal Value, int Length)? At(IReadOnlyList<SpokenWord> words, int at)
    {
        decimal total = 0, group = 0;
        var next = at;
        var mayAddUnder = decimal.MaxValue;
        for (; next < words.Count; next++)
        {
            var word = words[next].Text.TrimStart('$');
            if (Scales.TryGetValue(word, out var scale) && next > at)
            {
                if (group == 0) return null;
                if (scale == 100) group *= scale;
                else (total, group) = (total + group * scale, 0);
                mayAddUnder = scale;
                continue;
            }
            if (word == "and" && next > at && mayAddUnder is >= 100 and < decimal.MaxValue && next + 1 < words.Count && Small(words[next + 1].Text) is not null) continue;
            if (word == "point" && next > at) return Pointed(words, at, next, total + group);
            if (Small(word) is not { } value) break;
            if (value >= mayAddUnder) return null;
            group += value;
            mayAddUnder = Tens.ContainsKey(word) ? 10 : 1;
        }
        return next == at ? null : (total + group, next - at);
    }

    /// <summary>A figure as written in a sentence: <c>40,000</c>, <c>2.6</c>.</summary>
    public static string Written(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    private (decimal Value, int Length)? Pointed(IReadOnlyList<SpokenWord> words, int at, int point, decimal whole)
    {
        decimal value = whole, place = 0.1m;
        var next = point + 1;
        for (; next < words.Count && Units.TryGetValue(words[next].Text, out var digit) && digit < 10; next++, place /= 10) value += digit * place;
        if (next == point + 1) return null;
        for (; next < words.Count && Scales.TryGetValue(words[next].Text, out var scale); next++) value *= scale;
        return (value, next - at);
    }

    private decimal? Small(string word)
    {
        if (Units.TryGetValue(word, out var unit)) return unit;
        if (Tens.TryGetValue(word, out var ten)) return ten;
        return char.IsDigit(word[0]) && decimal.TryParse(word, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var digits)
            ? digits
            : null;
    }
}
