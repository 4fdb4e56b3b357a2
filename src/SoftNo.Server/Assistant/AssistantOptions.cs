namespace SoftNo.Server.Assistant;

/// <summary>What an assistant may see and do.</summary>
/// <param name="Words">Whether names and words of calls are told: they go to the assistant's model.</param>
/// <param name="Writes">Whether it may note and correct.</param>
/// <param name="Language"><c>fr</c> or <c>en</c>; null: the settings'.</param>
internal sealed record AssistantOptions(bool Words, bool Writes, string? Language)
{
    /// <summary>Reads the command line after <c>mcp</c>; the first word that cannot be understood is the problem.</summary>
    public static (AssistantOptions Options, Problem? Problem) Parse(IReadOnlyList<string> words)
    {
        var options = new AssistantOptions(false, false, null);
        for (var i = 0; i < words.Count; i++)
        {
            AssistantOptions? next = words[i] switch
            {
                "--allow-words" => options with { Words = true },
                "--allow-writes" => options with { Writes = true },
                "--lang" when i + 1 < words.Count && words[++i] is "fr" or "en" => options with { Language = words[i] },
                _ => null,
            };
            if (next is null) return (options, DeskWords.Problem("bad-mcp", words[Math.Min(i, words.Count - 1)], words[Math.Min(i, words.Count - 1)]));
            options = next;
        }

        return (options, null);
    }
}
