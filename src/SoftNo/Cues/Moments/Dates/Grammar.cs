using NodaTime;

namespace SoftNo.Cues.Moments.Dates;

/// <summary>The rules over one text, which call each other.</summary>
internal sealed class Grammar
{
    public Grammar(Wording words, Spoken spoken, LocalDate? today)
    {
        Words = words;
        Spoken = spoken;
        Today = today;
        Numbers = new Numbers(words, spoken);
        Written = new WrittenDates(this);
        Days = new DayGrammar(this);
        Relative = new RelativeDays(this);
        Periods = new PeriodGrammar(this);
        Clocks = new ClockGrammar(this);
    }

    public Wording Words { get; }

    public Spoken Spoken { get; }

    /// <summary>Tells "Tuesday eight" (a date) from "Tuesday nine" (an hour); null where unknown.</summary>
    public LocalDate? Today { get; }

    public Numbers Numbers { get; }

    public WrittenDates Written { get; }

    public DayGrammar Days { get; }

    public RelativeDays Relative { get; }

    public PeriodGrammar Periods { get; }

    public ClockGrammar Clocks { get; }

    /// <summary>A month's name at a place, its point passed over.</summary>
    public bool TryMonth(int at, out int month, out int next)
    {
        next = at + 1;
        if (!Spoken.Months.TryGetValue(Words[at].Text, out month)) return false;
        if (Words.Is(next, ".") && Words[next].Glued && Words[at].Text.Length <= 4 && (Words[next + 1].IsDigits || Words.Is(next + 1, ",") || Spoken.Ordinals.ContainsKey(Words[next + 1].Text))) next++;
        return !Words.Is(at - 1, "$");
    }

    /// <summary>A weekday's name at a place; short names that are other words too need a capital.</summary>
    public bool TryWeekday(int at, out IsoDayOfWeek weekday, out int next)
    {
        next = at + 1;
        if (!Spoken.Weekdays.TryGetValue(Words[at].Text, out weekday)) return false;
        return !Spoken.WeekdayHomonyms.Contains(Words[at].Text) || Words[at].Capital;
    }

    /// <summary>"this", "next", "coming"… at a place.</summary>
    public bool TryWhich(int at, out Which which, out int next)
    {
        next = at + 1;
        switch (Words[at].Text)
        {
            case "this" or "current":
                which = Which.This;
                if (Words[next].Text is "coming" or "upcoming") (which, next) = (Which.Coming, next + 1);
                else if (Words[next].Text is "past") (which, next) = (Which.Past, next + 1);
                return true;
            case "next" or "following":
                which = Which.Next;
                return true;
            case "coming" or "upcoming":
                which = Which.Coming;
                return true;
            case "last" or "previous":
                which = Which.Last;
                return true;
            case "past":
                which = Which.Past;
                return true;
            default:
                which = Which.Any;
                return false;
        }
    }

    /// <summary>Passes over a word if it stands there.</summary>
    public int Past(int at, string word) => Words.Is(at, word) ? at + 1 : at;

    /// <summary>Whether digits at a place are part of something longer: a price, a version, a telephone number.</summary>
    public bool OpensInside(int at)
    {
        if (!Words[at].Glued) return false;
        var before = Words[at - 1];
        if (before.IsDigits || before.Text is "$" or "." or ":" or "+") return true;
        if (before.Text is "-" or "/") return Words[at - 1].Glued && Words[at - 2].IsDigits && !(before.Text == "-" && Words.Is(at + 1, "/"));
        return before.IsLetters && !Spoken.Months.ContainsKey(before.Text);
    }

    /// <summary>Whether a number goes on after a place.</summary>
    public bool ClosesInside(int next) =>
        Words[next].Glued && !(Words.Is(next, "-") && Words.Is(next + 2, "/")) && (Words[next].IsDigits || Words.Is(next, "%") || (Words[next].Text is "-" or "/" or "." or ":" && Words[next + 1].Glued && Words[next + 1].IsDigits));
}
