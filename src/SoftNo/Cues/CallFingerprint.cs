using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SoftNo.Calls;

namespace SoftNo.Cues;

/// <summary>Names a call by its words, so that the same words give the same ids whatever the file's name or the call's start.</summary>
public static class CallFingerprint
{
    private const int CueDigits = 12;

    /// <summary>64 hexadecimal digits: the SHA-256 of every turn's speaker, offset and words; of a calendar alone, of its events' ids.</summary>
    public static string Of(Call call)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var turn in call.Turns)
        {
            var speaker = turn.Speaker == Call.Nobody ? "" : call.Speakers[turn.Speaker].Name;
            var head = string.Create(CultureInfo.InvariantCulture, $"{turn.StartMs}\u001f{speaker}\u001f");
            hash.AppendData(Encoding.UTF8.GetBytes(head));
            hash.AppendData(Encoding.UTF8.GetBytes(turn.Text));
            hash.AppendData([(byte)'\n']);
        }

        // A calendar alone has no words: its events tell it from another.
        foreach (var invitation in call.Turns.Count == 0 ? call.Exchange?.Invitations ?? [] : []) hash.AppendData(Encoding.UTF8.GetBytes($"{invitation.Uid}\u001f"));

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>A cue's id: the call's first 12 digits, then the cue's turn, start and kind.</summary>
    public static string CueId(string fingerprint, int turn, int start, CueKind kind) =>
        string.Create(CultureInfo.InvariantCulture, $"{fingerprint.AsSpan(0, CueDigits)}-{turn}.{start}.{kind.Name()}");
}
