using SoftNo.Calls;

namespace SoftNo.Threads;

/// <summary>Tells the messages that asked something from those that asked nothing.</summary>
public static class Asking
{
    /// <summary>Whether a message asked something; null for an act that is no message, or whose words are not kept.</summary>
    /// <param name="call">The exchange.</param>
    /// <param name="act">One of its acts.</param>
    public static bool? In(Call call, Act act)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(act);
        if (act.Kind != ActKind.Mail) return null;
        var words = call.Turns.Where(turn => turn.At == act.At && turn.Speaker != Call.Nobody && call.Speakers[turn.Speaker].Name == act.Who).ToList();
        return words.Count == 0 ? null : words.Exists(turn => Questions.In(turn.Text).Any());
    }
}
