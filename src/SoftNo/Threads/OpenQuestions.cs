using NodaTime;
using SoftNo.Calls;

namespace SoftNo.Threads;

/// <summary>Finds the latest question that the other side has not answered.</summary>
/// <param name="call">The exchange, its sides settled.</param>
/// <param name="people">Its people.</param>
/// <param name="asOf">The moment it is read at.</param>
internal sealed class OpenQuestions(Call call, Participants people, Instant asOf)
{
    /// <summary>A question as it was asked in a turn.</summary>
    private sealed record Asking(Turn Turn, OffsetDateTime At, Side Side, FoundQuestion Question);

    // Messages that went to one's own side alone: they ask and answer nothing of the other.
    private readonly HashSet<(Instant, int)> _amongThemselves = [.. (call.Exchange?.Acts ?? [])
        .Where(act => act.Kind == ActKind.Mail && act.To.Count > 0 && people.Side(act.Person) != Side.Unknown && act.To.All(person => people.Side(person) == people.Side(act.Person)))
        .Select(act => (act.At.ToInstant(), act.Person))];

    /// <summary>The question, or null where nothing stands open.</summary>
    public OpenQuestion? Latest()
    {
        var askings = call.Turns.Where(turn => IsToOthers(turn) && turn.At is not null && call.SideOf(turn) != Side.Unknown)
            .SelectMany(turn => Questions.In(turn.Text).Select(question => new Asking(turn, turn.At!.Value, call.SideOf(turn), question))).ToList();
        var open = askings.FindLastIndex(asking => !IsAnswered(asking));
        if (open < 0) return null;
        var asked = askings[open];
        var meant = asked.Question.IsBump ? First(askings, asked) ?? asked : asked;
        var first = askings.First(asking => asking.Side == meant.Side && (asking == meant || (IsAnswered(asking) ? Questions.AreOne(asking.Question, meant.Question) : Questions.AreAlike(asking.Question, meant.Question))));
        return new OpenQuestion(meant.Side, meant.Question.Words, first.At, people.BusinessDays(first.At.ToInstant(), asOf));
    }

    // What was asked again: the last question before it, of the same side, that stands open too.
    private Asking? First(List<Asking> askings, Asking bump)
    {
        var open = askings.Where(asking => asking.Side == bump.Side && !IsAnswered(asking) && asking.Turn.Index <= bump.Turn.Index).ToList();
        return open.LastOrDefault(asking => !asking.Question.IsBump) ?? open.FirstOrDefault();
    }

    private bool IsAnswered(Asking asking)
    {
        var other = asking.Side == Side.Prospect ? Side.Seller : Side.Prospect;
        var asked = asking.At.ToInstant();
        if (call.Turns.Any(turn => turn.Index > asking.Turn.Index && call.SideOf(turn) == other && IsToOthers(turn))) return true;
        foreach (var act in call.Exchange?.Acts ?? [])
        {
            if (act.At.ToInstant() <= asked || people.Side(act.Person) != other || _amongThemselves.Contains((act.At.ToInstant(), act.Person))) continue;
            if (act.Kind == ActKind.Mail || Questions.IsOnMeeting(asking.Question.Words)) return true;
        }

        return false;
    }

    // French is left out of the American reading; a person wrote it all the same.
    private bool IsToOthers(Turn turn) => turn.LeftOut is not ("auto-reply" or "bounce") && !(turn.At is { } at && _amongThemselves.Contains((at.ToInstant(), turn.Speaker)));
}
