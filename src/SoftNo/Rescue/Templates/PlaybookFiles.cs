namespace SoftNo.Rescue.Templates;

/// <summary>The shapes of the playbook's YAML files: keys are these names in kebab-case.</summary>
internal static class PlaybookFiles
{
    public sealed class TextPair
    {
        public string Fr { get; init; } = "";

        public string En { get; init; } = "";

        public Bilingual Bilingual => new(Fr, En);
    }

    public sealed class VariantText
    {
        public List<string> Needs { get; init; } = [];

        public string Text { get; init; } = "";

        public Variant Variant => new(Needs, Text);
    }

    public sealed class Tones
    {
        public List<VariantText> Soft { get; init; } = [];

        public List<VariantText> Medium { get; init; } = [];

        public List<VariantText> Bold { get; init; } = [];
    }

    public sealed class MailText
    {
        public List<string> Needs { get; init; } = [];

        public List<string> Subject { get; init; } = [];

        public List<List<string>> Body { get; init; } = [];
    }

    public sealed class AnswerText
    {
        public string Answer { get; init; } = "";

        public string IfTheySay { get; init; } = "";

        public string Say { get; init; } = "";

        public TextPair Means { get; init; } = new();

        public TextPair Do { get; init; } = new();
    }

    public sealed class MoveFile
    {
        public string Move { get; init; } = "";

        public string Source { get; init; } = "";

        public string? Signal { get; init; }

        public bool Closes { get; init; }

        public List<string> Beats { get; init; } = [];

        public TextPair Why { get; init; } = new();

        public TextPair Delivery { get; init; } = new();

        public Tones Say { get; init; } = new();

        public List<MailText> Mail { get; init; } = [];

        public TextPair Coaching { get; init; } = new();

        public TextPair Avoid { get; init; } = new();

        public List<AnswerText> Then { get; init; } = [];
    }

    public sealed class HoursText
    {
        public string From { get; init; } = "";

        public string To { get; init; } = "";
    }

    public sealed class HoldText
    {
        public int AfterBusinessDays { get; init; }

        public int Minutes { get; init; }

        public string OursStretchedTo { get; init; } = "";

        public HoursText Prospect { get; init; } = new();

        public List<string> Hours { get; init; } = [];
    }

    public sealed class BoldText
    {
        public double VerdictConfidence { get; init; }

        public double EngagedAtMost { get; init; }

        public int HardQuestionsAtMost { get; init; }

        public int ObjectionsAtMost { get; init; }

        public int BuyingStepsAtMost { get; init; }
    }

    public sealed class MissedLimits
    {
        public int PraiseAtMost { get; init; }
    }

    public sealed class ChoiceFile
    {
        public double Confidence { get; init; }

        public double Tie { get; init; }

        public int SpokenWords { get; init; }

        public int MailWords { get; init; }

        public int SilentBusinessDays { get; init; }

        public HoldText Hold { get; init; } = new();

        public BoldText Bold { get; init; } = new();

        public MissedLimits Missed { get; init; } = new();

        public double WaveringAtLeast { get; init; }

        public List<string> Indecision { get; init; } = [];
    }

    public sealed class LetterFile
    {
        public string Greeting { get; init; } = "";

        public List<string> Closing { get; init; } = [];

        public Dictionary<string, string> Open { get; init; } = [];

        public Dictionary<string, string> Facts { get; init; } = [];

        public List<string> LowerFirst { get; init; } = [];

        public List<string> Openers { get; init; } = [];

        public int ComplimentWords { get; init; }

        public List<string> BeforeColleague { get; init; } = [];

        public List<string> NotNames { get; init; } = [];

        public List<string> Titles { get; init; } = [];

        public List<string> NotColleagues { get; init; } = [];
    }

    public sealed class MissedText
    {
        public string Move { get; init; } = "";

        public List<VariantText> Say { get; init; } = [];

        public TextPair Coaching { get; init; } = new();
    }

    public sealed class MissedFile
    {
        public List<string> Asks { get; init; } = [];

        public MissedText Vagueness { get; init; } = new();

        public MissedText Praise { get; init; } = new();

        public MissedText Technology { get; init; } = new();

        public MissedText Goodbye { get; init; } = new();
    }

    public sealed class PainsFile
    {
        public Dictionary<string, List<string>> Nouns { get; init; } = [];

        public Dictionary<string, List<string>> Topics { get; init; } = [];

        public Dictionary<string, List<string>> Units { get; init; } = [];

        public List<string> Money { get; init; } = [];

        public List<string> ThousandsOfMoney { get; init; } = [];

        public List<string> Percent { get; init; } = [];

        public List<string> Possessives { get; init; } = [];

        public List<string> NotPossessed { get; init; } = [];

        public List<string> FunctionWords { get; init; } = [];

        public string Mentioned { get; init; } = "";

        public string About { get; init; } = "";

        public string Otherwise { get; init; } = "";
    }

    public sealed class EntryText
    {
        public string Title { get; init; } = "";

        public List<string> Note { get; init; } = [];
    }

    public sealed class CalendarFile
    {
        public EntryText Hold { get; init; } = new();

        public EntryText Invite { get; init; } = new();

        public string Nobody { get; init; } = "";

        public string NoAddress { get; init; } = "";

        public string Product { get; init; } = "";
    }

    public sealed class DecodeEntry
    {
        /// <summary>What it means where no rule of the lexicon has a gloss.</summary>
        public TextPair? Means { get; init; }

        public TextPair NotWhen { get; init; } = new();

        public string Ask { get; init; } = "";
    }

    public sealed class OldMailText
    {
        /// <summary>How a line begins that is quoted from an older mail.</summary>
        public List<string> Quoted { get; init; } = [];

        /// <summary>How a line begins after which all is old.</summary>
        public List<string> Begins { get; init; } = [];

        /// <summary>How a line ends after which all is old.</summary>
        public List<string> Ends { get; init; } = [];
    }

    public sealed class DecodeFile
    {
        public OldMailText OldMail { get; init; } = new();

        public double NearestAtLeast { get; init; }

        public int NearestAtMost { get; init; }

        public Dictionary<string, DecodeEntry> Entries { get; init; } = [];
    }

    public sealed class QuestionText
    {
        public string Topic { get; init; } = "";

        public string Say { get; init; } = "";

        public TextPair Why { get; init; } = new();
    }

    public sealed class CardFile
    {
        public List<QuestionText> Questions { get; init; } = [];

        public TextPair LastLine { get; init; } = new();

        public int PainsAtMost { get; init; }
    }

    public sealed class DebriefFile
    {
        public double Trust { get; init; }

        public Dictionary<string, Dictionary<string, double>> Weights { get; init; } = [];

        public Dictionary<string, double> Confidence { get; init; } = [];

        public Dictionary<string, string> Memory { get; init; } = [];

        public string Speaker { get; init; } = "";
    }

    public sealed class StageTexts
    {
        public TextPair Kept { get; init; } = new();

        public TextPair Lowered { get; init; } = new();

        public TextPair Lost { get; init; } = new();
    }

    public sealed class StepTexts
    {
        public TextPair Dated { get; init; } = new();

        public TextPair Tentative { get; init; } = new();

        public TextPair Task { get; init; } = new();

        public TextPair TaskUndated { get; init; } = new();

        public TextPair Undated { get; init; } = new();

        public TextPair Vague { get; init; } = new();

        public TextPair Refused { get; init; } = new();

        public TextPair None { get; init; } = new();
    }

    public sealed class CrmFile
    {
        public StageTexts Stage { get; init; } = new();

        public StepTexts Step { get; init; } = new();

        public TextPair Friction { get; init; } = new();

        public Dictionary<string, TextPair> Topics { get; init; } = [];
    }
}
