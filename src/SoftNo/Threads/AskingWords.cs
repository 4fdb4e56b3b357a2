namespace SoftNo.Threads;

/// <summary>How questions are asked in mails: the shape of <c>lexicon/mail/asking.yml</c>.</summary>
internal sealed class AskingWords
{
    private static readonly Lazy<AskingWords> Beside = new(Load);

    /// <summary>The file that lies beside the program, read once.</summary>
    public static AskingWords Default => Beside.Value;

    public List<string> Greetings { get; set; } = [];

    public List<string> Pleasantries { get; set; } = [];

    public List<string> Bumps { get; set; } = [];

    public List<string> Openings { get; set; } = [];

    public List<string> AskedWith { get; set; } = [];

    public List<string> Meetings { get; set; } = [];

    public List<string> Common { get; set; } = [];

    private static AskingWords Load()
    {
        var problems = new List<Problem>();
        return YamlFile.Read<AskingWords>(Path.Combine(AppContext.BaseDirectory, "lexicon", "mail", "asking.yml"), "lexicon/mail/asking.yml", problems)
            ?? throw new InvalidOperationException($"{problems[0].Place}: {problems[0].Text.En}");
    }
}
