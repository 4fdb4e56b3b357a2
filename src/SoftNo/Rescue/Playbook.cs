using SoftNo.Cues;
using SoftNo.Rescue.Cards;
using SoftNo.Rescue.Files;
using SoftNo.Rescue.Templates;
using SoftNo.Rescue.Times;
using SoftNo.Rescue.Words;
using SoftNo.Signals;

namespace SoftNo.Rescue;

/// <summary>A playbook, or what is wrong with its files.</summary>
/// <param name="Playbook">The playbook; null where a file is wrong.</param>
/// <param name="Problems">Each with file and line.</param>
public sealed record PlaybookResult(Playbook? Playbook, IReadOnlyList<Problem> Problems);

/// <summary>The moves, as data, and the choice among them. Immutable: one serves every call.</summary>
public sealed class Playbook
{
    private readonly IReadOnlyDictionary<Move, MoveTemplate> _moves;
    private readonly PlaybookParts _parts;

    internal PlaybookFiles.DecodeFile Decoding => _parts.Decode;

    internal PlaybookFiles.DebriefFile Debriefing => _parts.Debrief;

    internal Playbook(IReadOnlyDictionary<Move, MoveTemplate> moves, PlaybookParts parts) => (_moves, _parts) = (moves, parts);

    /// <summary>Where the playbook shipped with the program lies.</summary>
    public static string DefaultFolder { get; } = Path.Combine(AppContext.BaseDirectory, "playbook");

    /// <summary>How times are named.</summary>
    public AmericanTime Clock => _parts.Clock;

    /// <summary>Writes the calendar files.</summary>
    public CalendarFiles Calendar => _parts.Calendar;

    /// <summary>Every move's template.</summary>
    public IReadOnlyCollection<MoveTemplate> Templates => [.. Moves.All.Select(move => _moves[move])];

    /// <summary>The stated confidence, 0 to 1: below it a doctrine's move is not recommended.</summary>
    public double StatedConfidence => _parts.Choice.Confidence;

    /// <summary>The most words that may be said: 20 seconds at 150 a minute.</summary>
    public int SpokenWordsAtMost => _parts.SpokenWords;

    /// <summary>The most words of a mail.</summary>
    public int MailWordsAtMost => _parts.MailWords;

    /// <summary>What may never stand in a text for the prospect, where it does; null where the text is fine.</summary>
    public string? RefusedIn(string text) => _parts.Refused.In(text);

    /// <summary>Reads a playbook's folder: <c>en/*.yml</c> and <c>en/moves/*.yml</c>.</summary>
    public static PlaybookResult Load(string folder) => PlaybookReader.Read(folder);

    /// <summary>What to do about a reading: the rescues, filled with its own words, what was missed, and the line for the CRM.</summary>
    public Advice Advise(Reading reading, AdviceOptions options)
    {
        var chosen = _parts.Choice.For(reading, options.SilentBusinessDays);
        var moves = reading.Signals.Where(signal => signal.State == SignalState.Present).OrderByDescending(signal => signal.Confidence)
            .Select(signal => Moves.Answering(signal.Kind)).Where(move => move != chosen.Move).Prepend(chosen.Move);
        var times = new ProposedTimes(_parts.Planner, reading, options);
        var filler = new Filler(_parts, reading, options, times);
        var rescues = moves.Select(move => filler.Fill(_moves[move], move == chosen.Move ? chosen : null)).ToList();
        return new Advice(rescues, _parts.Missed.In(reading, filler.SlotsInTheCall), _parts.Crm.Of(reading), times.Warnings);
    }

    /// <summary>One move filled with a reading's words, whatever is recommended.</summary>
    public FilledRescue Fill(Move move, Reading reading, AdviceOptions options) =>
        new Filler(_parts, reading, options, new ProposedTimes(_parts.Planner, reading, options)).Fill(_moves[move], null);

    /// <summary>The prospect to whom a move is made; null where no prospect is known.</summary>
    public static Calls.Speaker? Addressee(Move move, Reading reading) =>
        PersonNames.Addressee(reading.Call, reading.Signals.Where(signal => Moves.Answering(signal.Kind) == move).SelectMany(signal => signal.For).Select(reading.CueOf)) is { } person
            ? reading.Call.Speakers[person]
            : null;

    /// <summary>The full name of a speaker as one would write it; null where the source has no name for him.</summary>
    public string? PersonName(Calls.Speaker speaker) => _parts.Names.First(speaker.Name) is null ? null : speaker.Name.Split('(', '@')[0].Trim();

    /// <summary>One page to keep beside the screen in the next call with them.</summary>
    public Card Card(Reading reading, AdviceOptions options) => CardMaker.Make(this, _parts.Card, reading, options);

    /// <summary>The index in <c>Seller.Moves</c> of the move that answered a signal and got a real answer; null where none did.</summary>
    /// <remarks>A real answer tests, objects, commits, or refuses: a kind word is none.</remarks>
    public static int? RescuedBy(Reading reading, SignalKind signal)
    {
        var name = Moves.Answering(signal).Name();
        for (var index = reading.Seller.Moves.Count - 1; index >= 0; index--)
        {
            var made = reading.Seller.Moves[index];
            if (made.Move == name && made.Answer.Select(reading.CueOf).Any(Counts)) return index;
        }
        return null;
    }

    private static bool Counts(Cue answer) => answer.Kind switch
    {
        CueKind.HardQuestion or CueKind.Objection or CueKind.Pain or CueKind.BuyingStep or CueKind.Refusal => true,
        CueKind.NextStep => answer.Topic is "booked" or "firm" or "task" or "tentative" or "refused",
        CueKind.GenericPraise or CueKind.TechPraise or CueKind.SoftNo or CueKind.FeaturePitch or CueKind.OutcomePitch or CueKind.AcceptsVagueness or CueKind.Rescue => false,
    };
}

/// <summary>What a playbook is made of, beside its moves.</summary>
internal sealed record PlaybookParts(
    Choice Choice, HoldPlanner Planner, AmericanTime Clock, PainRecall Pains, Compliment Compliment, Colleague Colleague, PersonNames Names, MailWriter Mails, Missed Missed,
    CrmLine Crm, IReadOnlyDictionary<string, string> OpenSlots, RefusedWords Refused, CalendarFiles Calendar, PlaybookFiles.DecodeFile Decode, PlaybookFiles.CardFile Card,
    PlaybookFiles.DebriefFile Debrief, int SpokenWords, int MailWords);
