namespace SoftNo.Cues.Moments.Steps;

/// <summary>Small words that carry no step.</summary>
internal sealed class StepWords
{
    public static StepWords Default { get; } = new();

    public IReadOnlySet<string> Small { get; } = new HashSet<string>
    {
        "so", "okay", "well", "yeah", "yes", "and", "but", "then", "oh", "no", "now", "alright", "right", "look", "listen", "hey", "see", "actually",
        "like", "just", "also", "honestly", "ah", "ok", "or", "you", "know", "i", "mean", "good", "let's", "say", "the", "on", "at", "for", "a", "it", "to", "sure", "perfect",
        "great", "fine", "yep", "yup", "uh", "huh", "in", "of", "that", "'s", "is", "still", "me", "us", "my", "our", "do", "we", "please", "sir", "ma'am", "hon", "honey", "too", "call", "make", "how", "about", "what",
    };
}
