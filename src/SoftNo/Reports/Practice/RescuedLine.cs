using System.Globalization;
using SoftNo.Rescue;
using SoftNo.Signals;

namespace SoftNo.Reports.Practice;

/// <summary>A signal that a move of the seller's answered in the call, with the answer that counts.</summary>
internal static class RescuedLine
{
    /// <summary>The line of a signal; null where no move rescued it.</summary>
    public static string? Of(Reading reading, Signal signal, Sentences say)
    {
        if (Playbook.RescuedBy(reading, signal.Kind) is not { } index) return null;
        var made = reading.Seller.Moves[index];
        var move = say.Words.Moves.GetValueOrDefault(made.Move, made.Move);
        return string.Format(CultureInfo.InvariantCulture, PracticeWords.In(say.Language).Rescue.Rescued, say.At(made.Turn), move);
    }
}
