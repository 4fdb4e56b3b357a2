namespace SoftNo.Cues.Moments.Steps;

/// <summary>Small words that carry no step.</summary>
internal sealed class StepWords
{
    public static StepWords Default { get; } = new();

    /// <summary>Words that make a proposal one of a step.</summary>
    public IReadOnlySet<string> Meeting { get; } = new HashSet<string>
    {
        "call", "meet", "meeting", "talk", "speak", "session", "demo", "visit", "invitation", "invite", "placeholder", "see", "come", "workshop", "coffee", "lunch", "minutes", "reminder", "organize",
        "calendar", "slot", "date", "tour", "walkthrough", "kickoff", "hour", "again", "appointment", "begin", "start", "moment", "together", "phone", "step", "day", "quarter", "fix", "schedule", "block", "hold",
    };

    /// <summary>Words that are of a meeting and of nothing owed.</summary>
    public IReadOnlySet<string> Strict { get; } = new HashSet<string> { "call", "meet", "meeting", "talk", "speak", "session", "demo", "visit", "invitation", "invite", "workshop", "join" };

    /// <summary>What "I'll …" may be followed by without anything being owed.</summary>
    public IReadOnlySet<string> MeetingVerbs { get; } = new HashSet<string>
    {
        "call", "talk", "meet", "be", "see", "do", "try", "make", "take", "let", "know", "figure", "work", "come", "look", "sit", "speak", "have", "need", "probably", "ring", "catch", "say", "tell", "want", "maybe", "not", "never", "go", "block", "hold", "put", "pencil", "show", "join", "find", "get", "bring", "drag", "save", "still", "check", "drive", "pick", "live", "reach", "touch", "regroup", "circle", "think", "give", "wait", "keep", "run", "host", "confirm", "clear", "move", "squeeze", "hop", "jump", "dial", "use", "start", "plan",
    };

    public IReadOnlySet<string> Small { get; } = new HashSet<string>
    {
        "so", "okay", "well", "yeah", "yes", "and", "but", "then", "oh", "no", "now", "alright", "right", "look", "listen", "hey", "see", "actually",
        "like", "just", "also", "honestly", "ah", "ok", "or", "you", "know", "i", "mean", "good", "let's", "say", "the", "on", "at", "for", "a", "it", "to", "sure", "perfect",
        "great", "fine", "yep", "yup", "uh", "huh", "in", "of", "that", "'s", "is", "still", "me", "us", "my", "our", "do", "we", "please", "sir", "ma'am", "hon", "honey", "too", "call", "make", "how", "about", "what", "both", "us", "all", "maybe", "probably", "sometime", "some", "time",
    };
}
