using SoftNo.Cues;

namespace SoftNo.Rescue;

/// <summary>A call's own words for a template's places, each once, filled or open.</summary>
internal sealed class CallSlots
{
    private readonly Dictionary<string, Slot> _slots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _insideSentences = new(StringComparer.Ordinal);
    private readonly HashSet<string> _facts = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, string> _open;

    /// <param name="open">How each slot is shown while open.</param>
    public CallSlots(IReadOnlyDictionary<string, string> open) => _open = open;

    /// <summary>Sets a slot; a null value leaves it open.</summary>
    public void Set(string name, string? value, Place? from = null) => _slots[name] = new Slot(name, value, value is null ? null : from) { Shown = value ?? _open.GetValueOrDefault(name, name) };

    /// <summary>Sets how a slot's value is written inside a sentence, where that differs.</summary>
    public void SetInSentence(string name, string value) => _insideSentences[name] = value;

    /// <summary>Says of a fact that it holds.</summary>
    public void SetFact(string name, bool holds)
    {
        if (holds) _facts.Add(name);
        else _facts.Remove(name);
    }

    /// <summary>Whether all of some slots are filled, and all of some facts hold.</summary>
    public bool Has(IEnumerable<string> names) => names.All(name => _facts.Contains(name) || (_slots.TryGetValue(name, out var slot) && slot.Value is not null));

    /// <summary>A text with its places filled; a slot without a value is shown open: <c>[case study]</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="used">Receives every slot met, each once, the ones that only the seller can fill among them.</param>
    public string Fill(string text, ICollection<Slot> used)
    {
        var filled = new System.Text.StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            var closing = text[at] switch { '{' => '}', '[' => ']', _ => '\0' };
            var end = closing == '\0' ? -1 : text.IndexOf(closing, at);
            if (end < 0)
            {
                filled.Append(text[at]);
                continue;
            }
            var name = text[(at + 1)..end];
            var slot = text[at] == '{' && _slots.TryGetValue(name, out var known) ? known : new Slot(name, null, null) { Shown = _open.GetValueOrDefault(name, name) };
            if (!used.Contains(slot)) used.Add(slot);
            var value = slot.Value ?? $"[{slot.Shown}]";
            filled.Append(AtSentenceStart(filled) ? Capitalised(value) : slot.Value is not null && _insideSentences.TryGetValue(name, out var inside) ? inside : value);
            at = end;
        }
        return filled.ToString();
    }

    private static bool AtSentenceStart(System.Text.StringBuilder text)
    {
        var last = text.Length - 1;
        while (last >= 0 && char.IsWhiteSpace(text[last])) last--;
        return last < 0 || text[last] is '.' or '?' or '!' && last < text.Length - 1;
    }

    private static string Capitalised(string value) => value.Length == 0 || value[0] == '[' ? value : char.ToUpperInvariant(value[0]) + value[1..];
}
