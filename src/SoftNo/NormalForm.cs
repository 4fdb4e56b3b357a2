using System.Text;

namespace SoftNo;

/// <summary>Unicode's normal forms for text from outside, which may hold what is no character.</summary>
internal static class NormalForm
{
    private const char NoCharacter = '\uFFFE';

    /// <summary>The text in a normal form; what is no character (half a surrogate pair, U+FFFE) becomes U+FFFD, where <see cref="string.Normalize(NormalizationForm)"/> would throw.</summary>
    public static string Of(string text, NormalizationForm form) => (IsSound(text) ? text : Sound(text)).Normalize(form);

    private static bool IsSound(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == NoCharacter) return false;
            if (!char.IsSurrogate(text[at])) continue;
            if (!Rune.TryGetRuneAt(text, at, out _)) return false;
            at++;
        }

        return true;
    }

    private static string Sound(string text)
    {
        var sound = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) sound.Append(rune.Value == NoCharacter ? Rune.ReplacementChar : rune);
        return sound.ToString();
    }
}
