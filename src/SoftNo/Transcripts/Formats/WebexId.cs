namespace SoftNo.Transcripts.Formats;

/// <summary>The cue ids of Webex, which carry the speaker: <c>2 "Name" (1262511360)</c>; <c>""</c> is nobody.</summary>
internal static class WebexId
{
    /// <summary>Whether the id is written so.</summary>
    public static bool IsOne(string id) => Quoted(id) is not null;

    /// <summary>The name in it, or null for nobody.</summary>
    public static string? Name(string id) => Quoted(id) is { Length: > 0 } name ? name : null;

    private static string? Quoted(string id)
    {
        int digits = 0;
        while (digits < id.Length && char.IsAsciiDigit(id[digits])) digits++;
        int open = id.IndexOf('"', StringComparison.Ordinal);
        int close = id.LastIndexOf('"');
        if (digits == 0 || open <= 0 || close == open || id[digits..open].Trim().Length > 0) return null;
        string after = id[(close + 1)..].Trim();
        return after.Length == 0 || after is ['(', .., ')'] ? id[(open + 1)..close].Trim() : null;
    }
}
