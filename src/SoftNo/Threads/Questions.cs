using SoftNo.Calls;

namespace SoftNo.Threads;

/// <summary>A question found in a turn.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Words">The turn's own slice.</param>
/// <param name="IsBump">Whether it only asks again for what was asked before.</param>
internal sealed record FoundQuestion(TextSpan Span, string Words, bool IsBump)
{
    /// <summary>The words that tell this question from another, in lower case.</summary>
    public IReadOnlySet<string> Content { get; } = Questions.ContentOf(Words);
}

/// <summary>Finds the questions of a message, in order: sentences with a question mark, or that open like a question; courtesies are none.</summary>
internal static class Questions
{
    /// <summary>Two questions are one asked twice where they share so much of the shorter one's words.</summary>
    private const double Alike = 0.6;

    /// <summary>The same, where the other side has written in between: of the longer one's words.</summary>
    private const double One = 0.75;

    /// <summary>A question of so few gaps between words, right behind another, belongs to it.</summary>
    private const int FragmentGaps = 1;

    // Enough for every opening; a sentence may be as long as its message.
    private const int LongestOpening = 60;

    /// <summary>The questions of a text.</summary>
    public static IEnumerable<FoundQuestion> In(string text)
    {
        var last = -1;
        foreach (var span in WrittenSentences.Of(text))
        {
            var trimmed = FromOpening(text, WithoutGreeting(text, span));
            if (trimmed.Length == 0) continue;
            var words = trimmed.Of(text);
            var folded = Folded(words);
            if (!Asks(words, folded) || IsPleasantry(folded)) continue;
            // "Who else should join, Raj? Helen?" asks once.
            var goesOn = last >= 0 && span.Start - last <= 1 && folded.Count(letter => letter == ' ') <= FragmentGaps;
            last = span.End;
            if (goesOn) continue;
            yield return new FoundQuestion(trimmed, words, AskingWords.Default.Bumps.Exists(bump => $" {folded} ".Contains($" {bump} ", StringComparison.Ordinal)));
        }
    }

    /// <summary>Whether one question is the other asked again.</summary>
    public static bool AreAlike(FoundQuestion one, FoundQuestion other)
    {
        var least = Math.Min(one.Content.Count, other.Content.Count);
        if (least == 0) return Folded(one.Words) == Folded(other.Words);
        return one.Content.Count(other.Content.Contains) >= Alike * least && (least > 1 || Math.Max(one.Content.Count, other.Content.Count) <= 2);
    }

    /// <summary>Whether one is the other in nearly all its words: what was answered and is asked again must be.</summary>
    public static bool AreOne(FoundQuestion one, FoundQuestion other) => one.Content.Count > 0 && one.Content.Count(other.Content.Contains) >= One * Math.Max(one.Content.Count, other.Content.Count);

    /// <summary>Whether an answer to an invitation answers it.</summary>
    public static bool IsOnMeeting(string words) => Folded(words).Split(' ').Any(AskingWords.Default.Meetings.Contains);

    internal static HashSet<string> ContentOf(string words) => [.. Folded(words).Split(' ').Where(word => (word.Length > 3 || word.Any(char.IsAsciiDigit)) && !AskingWords.Default.Common.Contains(word))];

    private static bool Asks(string words, string folded) =>
        words.EndsWith('?') || AskingWords.Default.Openings.Exists(opening => folded.StartsWith(opening + " ", StringComparison.Ordinal));

    private static bool IsPleasantry(string folded)
    {
        var words = folded.Split(' ').Length;
        return folded.Length == 0 || AskingWords.Default.Pleasantries.Exists(phrase => folded == phrase || (folded.StartsWith(phrase + " ", StringComparison.Ordinal) && words <= phrase.Split(' ').Length + 4));
    }

    // "Hi Dana, hi Raj, could you …?" asks from "could" on.
    private static TextSpan WithoutGreeting(string text, TextSpan span)
    {
        if (span.Start > 0) return span;
        var start = 0;
        while (start < span.End && BehindGreeting(text, start, span.End) is { } behind) start = behind;
        return new TextSpan(start, span.End);
    }

    private static int? BehindGreeting(string text, int start, int end)
    {
        var comma = text.AsSpan(start, end - start).IndexOfAny(",!–—");
        if (comma is < 1 or > 40) return null;
        var behind = start + comma + 1;
        while (behind < end && text[behind] == ' ') behind++;
        var opening = Folded(text[start..(start + comma)]);
        var words = opening.Split(' ').Length;
        var greets = AskingWords.Default.Greetings.Exists(greeting => (opening + " ").StartsWith(greeting + " ", StringComparison.Ordinal) && words <= greeting.Split(' ').Length + 4);
        return greets || IsCalled(text[start..(start + comma)]) && IsNewLine(text.AsSpan(behind, end - behind)) ? behind : null;
    }

    // "Dana," on a line of its own, the next line opening with a capital behind it.
    private static bool IsCalled(string opening) => opening.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: <= 3 } words && words.All(word => char.IsUpper(word[0]) && word.All(letter => char.IsLetter(letter) || letter is '-' or '\''));

    private static bool IsNewLine(ReadOnlySpan<char> rest) => rest.Length > 2 && char.IsUpper(rest[0]) && !(rest[0] == 'I' && rest[1] is ' ' or '\'' or '’');

    // "… at 2 p.m. Would that work?": a short form hides where the question begins.
    private static TextSpan FromOpening(string text, TextSpan span)
    {
        for (var at = span.End - 2; at > span.Start; at--)
        {
            if (text[at] != ' ' || text[at - 1] != '.' || !char.IsUpper(text[at + 1])) continue;
            var rest = Folded(text[(at + 1)..Math.Min(span.End, at + LongestOpening)]) + " ";
            if (AskingWords.Default.Openings.Concat(AskingWords.Default.AskedWith).Any(opening => rest.StartsWith(opening + " ", StringComparison.Ordinal))) return new TextSpan(at + 1, span.End);
        }

        return span;
    }

    private static string Folded(string words)
    {
        var folded = new System.Text.StringBuilder(words.Length);
        var gap = false;
        foreach (var letter in words)
        {
            if (char.IsLetterOrDigit(letter) || letter is '\'' or '’' or '-')
            {
                if (gap && folded.Length > 0) folded.Append(' ');
                gap = false;
                folded.Append(letter == '’' ? '\'' : char.ToLowerInvariant(letter));
            }
            else
            {
                gap = true;
            }
        }

        return folded.ToString();
    }
}
