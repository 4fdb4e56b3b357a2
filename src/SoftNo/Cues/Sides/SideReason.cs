using SoftNo.Calls;

namespace SoftNo.Cues.Sides;

/// <summary>Why a side was taken, with the speaker's own words.</summary>
internal static class SideReason
{
    private const int Quoted = 3;

    /// <summary>The words that weigh most for the side; where none do, who is answered.</summary>
    public static Bilingual Of(Call call, SpeakerWords words, SideModel model, int speaker, Side side)
    {
        var sign = side == Side.Seller ? 1 : -1;
        var telling = words.Hits[speaker]
            .GroupBy(hit => hit.Feature)
            .Where(group => sign * model.Features[group.Key].Weight > 0)
            .OrderByDescending(group => sign * model.Features[group.Key].Weight * words.Values[speaker][group.Key])
            .Take(Quoted)
            .Select(group => group.MaxBy(hit => hit.Span.Length))
            .ToList();
        if (telling.Count == 0) return side == Side.Seller
            ? new("Répond à l’autre côté et ne dit rien d’un acheteur.", "Answers the other side, and says nothing a buyer says.")
            : new("Répond à l’autre côté et ne dit rien d’un vendeur.", "Answers the other side, and says nothing a seller says.");
        var quotes = telling.Select(hit => hit.Span.Of(call.Turns[hit.Turn].Text)).ToList();
        var does = model.Features[telling[0].Feature].Gloss;
        return new(
            $"{Capital(does.Fr)} : {string.Join(", ", quotes.Select(quote => $"« {quote} »"))}.",
            $"{Capital(does.En)}: {string.Join(", ", quotes.Select(quote => $"“{quote}”"))}.");
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
