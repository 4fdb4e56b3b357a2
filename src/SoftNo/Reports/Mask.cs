using System.Globalization;
using System.Text;
using SoftNo.Calls;

namespace SoftNo.Reports;

/// <summary>
/// Masks people, companies and amounts in every text of a shared report. It would rather mask too much: a word with a capital inside a sentence of
/// the call is taken for a name unless <c>mask.json</c> knows it for none.
/// </summary>
public sealed class Mask
{
    private readonly Dictionary<string, string> _labels = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _withCapitalOnly = new(StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> NotNames = AnyCase(MaskWords.Shipped.NotNames);
    private static readonly HashSet<string> AlsoWords = AnyCase(MaskWords.Shipped.AlsoWords);
    private static readonly HashSet<string> Amounts = AnyCase(MaskWords.Shipped.Amounts);
    private static readonly HashSet<string> Units = AnyCase(MaskWords.Shipped.Units);
    private static readonly char[] Figures = [.. "0123456789.,"];
    private readonly MaskWords _words = MaskWords.Shipped;
    private readonly string _language;

    private Mask(string language) => _language = language;

    /// <summary>The mask of a call's names, with labels in a language.</summary>
    public static Mask Of(Call call, string language)
    {
        var mask = new Mask(language);
        foreach (var turn in call.Turns) mask.LearnNames(turn.Text);
        foreach (var speaker in call.Speakers) mask.Learn(speaker, call);
        return mask;
    }

    /// <summary>The label of a speaker.</summary>
    public string Label(Call call, int speaker)
    {
        var side = call.Speakers[speaker].Side;
        var number = call.Speakers.Take(speaker + 1).Count(other => other.Side == side);
        return string.Create(CultureInfo.InvariantCulture, $"[{Word(side == Side.Seller ? _words.Seller : side == Side.Prospect ? _words.Prospect : _words.Person)} {number}]");
    }

    /// <summary>The text with everything masked.</summary>
    public string Over(string text)
    {
        var shown = new StringBuilder(text.Length);
        string? last = null;
        foreach (var chunk in text.Split(' '))
        {
            var masked = Chunk(chunk);
            // A first and a last name are one person; "sixty thousand dollars" is one amount.
            var bare = masked.TrimEnd('.', ',', ';', ':', '!', '?', '…', '”', '»', ')', '\'', '"');
            if (bare == last && bare.StartsWith('['))
            {
                shown.Append(masked.AsSpan(bare.Length));
            }
            else
            {
                if (shown.Length > 0) shown.Append(' ');
                shown.Append(masked);
            }

            last = masked == bare ? bare : null;
        }

        return shown.ToString();
    }

    private string Chunk(string chunk)
    {
        if (chunk.Contains('@', StringComparison.Ordinal) || chunk.Contains("://", StringComparison.Ordinal) || chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            return $"[{Word(_words.Address)}]";
        var shown = new StringBuilder(chunk.Length);
        for (var i = 0; i < chunk.Length;)
        {
            var end = i;
            while (end < chunk.Length && IsInside(chunk, end)) end++;
            if (end == i)
            {
                shown.Append(chunk[i++]);
                continue;
            }

            var word = chunk[i..end];
            var currency = shown.Length > 0 && shown[^1] is '$' or '€' or '£';
            var percent = end < chunk.Length && chunk[end] is '%' or '$' or '€' or '£';
            if (IsAmount(word, currency || percent))
            {
                if (currency) shown.Length--;
                shown.Append('[').Append(Word(_words.Amount)).Append(']');
                i = percent ? end + 1 : end;
                continue;
            }

            shown.Append(LabelOf(word) ?? word);
            i = end;
        }

        return shown.ToString();
    }

    private static bool IsInside(string text, int at) =>
        char.IsLetterOrDigit(text[at]) || (at > 0 && at + 1 < text.Length && text[at] is '\'' or '’' or '-' or '.' or ',' && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]));

    private static bool IsAmount(string word, bool marked)
    {
        if (Amounts.Contains(word)) return true;
        if (!char.IsDigit(word[0])) return false;
        if (marked || char.IsLetter(word[^1]) && Units.Contains(word.TrimStart(Figures))) return true;
        var digits = word.Count(char.IsDigit);
        // Four digits are a year when they look like one; more are a volume or a price.
        return digits > 4 || word.Contains(',', StringComparison.Ordinal) || (digits == 4 && word.Length == 4 && !(word.StartsWith("19", StringComparison.Ordinal) || word.StartsWith("20", StringComparison.Ordinal)));
    }

    private string? LabelOf(string word)
    {
        var stem = word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word;
        if (!_labels.TryGetValue(stem, out var label)) return null;
        return _withCapitalOnly.Contains(stem) && !char.IsUpper(stem[0]) ? null : label + word[stem.Length..];
    }

    private void Learn(Speaker speaker, Call call)
    {
        var label = Label(call, call.Speakers.ToList().IndexOf(speaker));
        foreach (var name in speaker.AlsoKnownAs.Select(other => other.Name).Prepend(speaker.Name)) AddWords(name, label);
        if (speaker.Company is { } company) AddWords(company, $"[{Word(_words.Company)}]");
        if (speaker.Role is { } role && role.Contains('@', StringComparison.Ordinal)) AddWords(role[(role.IndexOf('@', StringComparison.Ordinal) + 1)..], $"[{Word(_words.Company)}]");
    }

    private void AddWords(string name, string label)
    {
        foreach (var word in name.Split([' ', '.', ',', '@', '(', ')', '_', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Length < 2) continue;
            _labels[word] = label;
            if (AlsoWords.Contains(word)) _withCapitalOnly.Add(word);
            else _withCapitalOnly.Remove(word);
        }
    }

    /// <summary>Capitals inside sentences are names, unless known for none.</summary>
    private void LearnNames(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 1; i < words.Length; i++)
        {
            if (words[i - 1][^1] is '.' or '?' or '!' or ':' or '"' or '“') continue;
            var word = words[i].Trim('.', ',', ';', ':', '!', '?', '"', '“', '”', '(', ')', '…');
            if (word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal)) word = word[..^2];
            if (word.Length < 2 || !char.IsUpper(word[0]) || NotNames.Contains(word) || word.Contains('\'', StringComparison.Ordinal)) continue;
            if (_labels.TryAdd(word, $"[{Word(_words.Name)}]")) _withCapitalOnly.Add(word);
        }
    }

    private static HashSet<string> AnyCase(IEnumerable<string> words) => new(words, StringComparer.OrdinalIgnoreCase);

    private string Word(Bilingual text) => text.In(_language);
}
