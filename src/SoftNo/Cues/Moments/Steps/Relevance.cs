using SoftNo.Cues.Moments.Dates;

namespace SoftNo.Cues.Moments.Steps;

/// <summary>Tells the times that are proposed from those that only come up: taken hours, past dates, other people's deadlines.</summary>
internal sealed class Relevance(StepWords small)
{
    /// <summary>Whether the words just before or after a time say that it is taken or not meant.</summary>
    public static bool IsBlocked(Sentence sentence, TimeExpression time)
    {
        var words = sentence.Words;
        for (var at = time.First - 1; at >= Math.Max(sentence.First, time.First - 3); at--)
        {
            if (words[at].IsSign && words[at].Text is not "'") break;
            if (words[at].Text is "not") return !words.Is(at - 1, "if") && !words.Is(at - 1, "why");
            if (words[at].Text is "except" or "but" && at == time.First - 1) return words.Is(at, "except");
        }

        if (words[time.Next].Text is "is" or "'s" && sentence.Times.Any(other => other.First == time.Next + 1 && other.Day is DayTerm.Named)) return true;
        if (sentence.Acts.Any(act => act.Act == Act.BlocksTime && act.Next == time.First && act.First < time.First - 1)) return true;
        foreach (var act in sentence.Acts)
            if (act.Act == Act.BlocksTime && act.First >= time.Next && act.First <= time.Next + 2 && !Enumerable.Range(time.Next, act.First - time.Next).Any(at => words.Is(at, "but")) && !sentence.Acts.Any(other => other.Act is Act.OpensSlot or Act.SuitsTime && other.First <= act.First && other.Next >= act.First)) return true;
        return false;
    }

    /// <summary>Whether a sentence with a time puts it forward as a step's.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="time">The time in it.</param>
    /// <param name="isReply">The other side has just asked when, or offered a time.</param>
    public bool IsPutForward(Sentence sentence, TimeExpression time, bool isReply)
    {
        if (time.IsRecurring || time.Length is not null || time.Limit is Limit.Since) return false;
        if (time is { Limit: Limit.After or Limit.Before, Day: null, Clock: null } || (time is { Limit: Limit.Until, Day: null, Clock: null } && !sentence.Has(Act.Contact))) return false;
        var leads = Leads(sentence, time);
        var opens = Opens(sentence, time, isReply);
        if (IsPastBefore(sentence, time) && !leads) return false;
        if (leads) return isReply || time.HasHour || opens || sentence.OtherWords(small.Small) == 0;
        return opens;
    }

    /// <summary>Whether a verb of the past, or of others' affairs, stands before a time with nothing that opens a slot between.</summary>
    public static bool IsPastBefore(Sentence sentence, TimeExpression time)
    {
        var past = sentence.Acts.Where(act => act.Act == Act.Past && act.First <= time.Next + 1).Select(act => act.First).DefaultIfEmpty(-1).Max();
        return past >= 0 && !sentence.Acts.Any(act => act.Act is Act.OpensSlot or Act.Contact && act.First > past && act.First <= time.First);
    }

    // A verb that gives the time: before it in the sentence, right before it, or right after it.
    private static bool Opens(Sentence sentence, TimeExpression time, bool isReply) => sentence.Acts.Any(act => act.Act switch
    {
        Act.OpensSlot or Act.Contact => act.First < time.First || act.First <= time.Next + 1,
        Act.SendsInvite or Act.AcceptsInvite or Act.Agrees => true,
        Act.BringsTime => act.Next == time.First || (act.Next == time.First - 1 && (sentence.Words[act.Next].IsSign || sentence.Words[act.Next].Text is "the" or "on" or "at" or "like")),
        Act.SuitsTime => act.First >= time.Next && act.First <= time.Next + 1,
        Act.Hedges => isReply || (act.First >= time.Next && act.First <= time.Next + 2) || act.Next == time.First,
        _ => false,
    });

    // Nothing but small words stand before it in its clause, and no verb makes it a subject.
    private bool Leads(Sentence sentence, TimeExpression time)
    {
        var words = sentence.Words;
        for (var at = time.First - 1; at >= sentence.First; at--)
        {
            if (words[at].IsSign || small.Small.Contains(words[at].Text) || sentence.Times.Any(other => other.First <= at && at < other.Next)) continue;
            return false;
        }

        if (words[time.Next].Text is not ("is" or "'s" or "are" or "was")) return true;
        return sentence.Acts.Any(act => act.First <= time.Next + 1 && act.Next > time.Next && act.Act is Act.OpensSlot or Act.SuitsTime or Act.Agrees or Act.MereYes or Act.Hedges);
    }
}
