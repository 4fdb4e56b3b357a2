using NodaTime;
using NodaTime.Text;
using SoftNo.Rescue.Files;
using SoftNo.Rescue.Times;
using SoftNo.Rescue.Words;

namespace SoftNo.Rescue.Templates;

/// <summary>Reads the playbook's files; what is wrong with one names it and its line.</summary>
internal static class PlaybookReader
{
    private static readonly LocalTimePattern HourPattern = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    public static PlaybookResult Read(string folder)
    {
        var problems = new List<Problem>();
        var english = Path.Combine(folder, "en");
        var choice = File<PlaybookFiles.ChoiceFile>("choice.yml");
        var letter = File<PlaybookFiles.LetterFile>("letter.yml");
        var missed = File<PlaybookFiles.MissedFile>("missed.yml");
        var pains = File<PlaybookFiles.PainsFile>("pains.yml");
        var numbers = File<NumbersFile>("numbers.yml");
        var zones = File<Dictionary<string, List<string>>>("zones.yml");
        var crm = File<PlaybookFiles.CrmFile>("crm.yml");
        var calendar = File<PlaybookFiles.CalendarFile>("calendar.yml");
        var decode = File<PlaybookFiles.DecodeFile>("decode.yml");
        var card = File<PlaybookFiles.CardFile>("card.yml");
        var debrief = File<PlaybookFiles.DebriefFile>("debrief.yml");
        var refused = File<Dictionary<string, List<string>>>("refused.yml");
        var check = new MoveCheck(letter?.Open.Keys.ToHashSet() ?? [], letter?.Facts.Keys.ToHashSet() ?? [], new RefusedWords(refused ?? []));
        var moves = ReadMoves(Path.Combine(english, "moves"), check, problems);
        if (problems.Count > 0) return new PlaybookResult(null, problems);
        var clock = new AmericanTime(zones!);
        var compliment = new Compliment(letter!.ComplimentWords, letter.Openers, letter.LowerFirst);
        var parts = new PlaybookParts(
            new Choice(choice!), new HoldPlanner(Rules(choice!.Hold)), clock, new PainRecall(pains!, numbers!.Figures), compliment,
            new Colleague(letter.BeforeColleague, letter.NotColleagues), new PersonNames(letter.NotNames, letter.Titles), new MailWriter(letter), new Missed(missed!, choice.Missed.PraiseAtMost, compliment),
            new CrmLine(crm!, clock), letter.Open, new RefusedWords(refused!), new CalendarFiles(calendar!), decode!, card!, debrief!, choice.SpokenWords, choice.MailWords);
        return new PlaybookResult(new Playbook(moves, parts), []);

        T? File<T>(string name)
            where T : class, new() => YamlFile.Read<T>(Path.Combine(english, name), Path.Combine("playbook", "en", name), problems);
    }

    private static Dictionary<Move, MoveTemplate> ReadMoves(string folder, MoveCheck check, List<Problem> problems)
    {
        var moves = new Dictionary<Move, MoveTemplate>();
        foreach (var move in Moves.All)
        {
            var name = $"{move.Name()}.yml";
            var shown = Path.Combine("playbook", "en", "moves", name);
            if (YamlFile.Read<PlaybookFiles.MoveFile>(Path.Combine(folder, name), shown, problems) is not { } file) continue;
            check.Check(file, move, shown, problems);
            if (problems.Count == 0) moves[move] = Template(file, move);
        }
        return moves;
    }

    private static MoveTemplate Template(PlaybookFiles.MoveFile file, Move move) => new()
    {
        Move = move,
        Source = file.Source,
        Closes = file.Closes,
        Beats = file.Beats,
        Why = file.Why.Bilingual,
        Delivery = file.Delivery.Bilingual,
        Say = new Dictionary<Tone, IReadOnlyList<Variant>>
        {
            [Tone.Soft] = file.Say.Soft.ConvertAll(variant => variant.Variant),
            [Tone.Medium] = file.Say.Medium.ConvertAll(variant => variant.Variant),
            [Tone.Bold] = file.Say.Bold.ConvertAll(variant => variant.Variant),
        },
        Mail = file.Mail.ConvertAll(mail => new MailTemplate(mail.Needs, mail.Subject, mail.Body)),
        Coaching = file.Coaching.Bilingual,
        Avoid = file.Avoid.Bilingual,
        Then = file.Then.ConvertAll(answer => new AnswerTemplate(answer.Answer, answer.IfTheySay, answer.Say, answer.Means.Bilingual, answer.Do.Bilingual)),
    };

    private static HoldRules Rules(PlaybookFiles.HoldText hold) => new(
        hold.AfterBusinessDays, Duration.FromMinutes(hold.Minutes), Hour(hold.OursStretchedTo), new Hours(Hour(hold.Prospect.From), Hour(hold.Prospect.To)),
        hold.Hours.ConvertAll(Hour));

    private static LocalTime Hour(string text) => HourPattern.Parse(text).GetValueOrThrow();

    private sealed class NumbersFile
    {
        public Dictionary<string, int> Units { get; init; } = [];

        public Dictionary<string, int> Tens { get; init; } = [];

        public Dictionary<string, long> Scales { get; init; } = [];

        public Figures Figures => new(Units, Tens, Scales);
    }
}
