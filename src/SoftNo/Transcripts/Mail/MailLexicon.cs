namespace SoftNo.Transcripts.Mail;

/// <summary>How mail programs quote: the shape of <c>lexicon/mail/quoting.yml</c>.</summary>
internal sealed class QuotingWords
{
    public List<string> Wrote { get; set; } = [];

    public List<string> Openers { get; set; } = [];

    public List<string> Originals { get; set; } = [];

    public Dictionary<string, List<string>> Keys { get; set; } = [];

    public List<string> SubjectPrefixes { get; set; } = [];
}

/// <summary>What closes a mail: the shape of <c>lexicon/mail/signing.yml</c>.</summary>
internal sealed class SigningWords
{
    public List<string> SignOffs { get; set; } = [];

    public List<string> Thanks { get; set; } = [];

    public List<string> SentFrom { get; set; } = [];

    public List<string> Disclaimers { get; set; } = [];

    public List<string> Banners { get; set; } = [];

    public List<string> Postscripts { get; set; } = [];

    public List<string> Titles { get; set; } = [];
}

/// <summary>Messages that no person wrote: the shape of <c>lexicon/mail/machines.yml</c>.</summary>
internal sealed class MachineWords
{
    public List<string> AutoReplySubjects { get; set; } = [];

    public List<string> BounceSubjects { get; set; } = [];

    public List<string> BounceSenders { get; set; } = [];

    public List<string> Programs { get; set; } = [];

    public List<string> CalendarLines { get; set; } = [];

    public List<string> FreeHouses { get; set; } = [];

    public List<string> AmericanClocks { get; set; } = [];
}

/// <summary>How an absence is told: the shape of <c>lexicon/mail/absence.yml</c>.</summary>
internal sealed class AbsenceWords
{
    public List<string> Away { get; set; } = [];

    public List<string> Through { get; set; } = [];

    public List<string> Until { get; set; } = [];

    public List<string> Back { get; set; } = [];

    public List<string> From { get; set; } = [];

    public List<string> Ranges { get; set; } = [];

    public List<string> Inclusive { get; set; } = [];

    public List<string> Places { get; set; } = [];

    public List<string> BeforeDate { get; set; } = [];

    public List<string> On { get; set; } = [];

    public Dictionary<string, int> Months { get; set; } = [];

    public Dictionary<string, int> Weekdays { get; set; } = [];

    public List<string> French { get; set; } = [];
}

/// <summary>The words of <c>lexicon/mail/</c>, which lies beside the program, read once.</summary>
internal static class MailLexicon
{
    private static readonly Lazy<QuotingWords> QuotingFile = new(() => Load<QuotingWords>("quoting.yml"));
    private static readonly Lazy<SigningWords> SigningFile = new(() => Load<SigningWords>("signing.yml"));
    private static readonly Lazy<MachineWords> MachinesFile = new(() => Load<MachineWords>("machines.yml"));
    private static readonly Lazy<AbsenceWords> AbsenceFile = new(() => Load<AbsenceWords>("absence.yml"));

    public static QuotingWords Quoting => QuotingFile.Value;

    public static SigningWords Signing => SigningFile.Value;

    public static MachineWords Machines => MachinesFile.Value;

    public static AbsenceWords Absence => AbsenceFile.Value;

    private static T Load<T>(string name)
        where T : class, new()
    {
        var problems = new List<Problem>();
        string shown = $"lexicon/mail/{name}";
        return YamlFile.Read<T>(Path.Combine(AppContext.BaseDirectory, "lexicon", "mail", name), shown, problems)
            ?? throw new InvalidOperationException($"{problems[0].Place}: {problems[0].Text.En}");
    }
}
