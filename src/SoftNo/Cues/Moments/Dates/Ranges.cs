namespace SoftNo.Cues.Moments.Dates;

/// <summary>Days and months from one to another: "from Tuesday to Friday", "between January and March", "April 9th through 17th".</summary>
internal sealed class Ranges(Grammar grammar, Assembly assembly)
{
    private readonly Wording _words = grammar.Words;

    public TimeExpression? TryRange(int at)
    {
        var opened = _words[at].Text is "from" or "between";
        var first = assembly.TryAssemble(opened ? at + 1 : at);
        if (first is null || !first.HasDate) return null;
        var sign = _words[first.Next].Text;
        if (!(sign is "to" or "-" or "~" or "through" or "thru" or "till" or "until" || (sign == "and" && _words.Is(at, "between")))) return null;
        var last = assembly.TryAssemble(first.Next + 1) ?? assembly.TryAssemble(grammar.Past(first.Next + 1, "the"));
        if (last is null || !last.HasDate || (first.Clock is null) != (last.Clock is null)) return null;
        if (!opened && first.Day is DayTerm.OfWeek && last.Day is not DayTerm.OfWeek) return null;
        return first with { First = at, Next = last.Next, To = last };
    }
}
