using NodaTime;

namespace SoftNo.Cues.Moments.Dates;

/// <summary>The words of dates and times, from <c>lexicon/moments/calendar.yml</c>, ready to be looked up.</summary>
internal sealed class Spoken
{
    private static readonly Lazy<Spoken> Beside = new(() => new Spoken(CalendarFile.Load(Path.Combine(AppContext.BaseDirectory, "lexicon"))));

    private Spoken(CalendarFile file)
    {
        Numbers = file.Numbers;
        Ordinals = file.Ordinals;
        OrdinalEndings = file.OrdinalEndings.ToHashSet();
        Months = file.Months;
        MonthHomonyms = file.MonthHomonyms.ToHashSet();
        MonthOpeners = file.MonthOpeners.ToHashSet();
        Weekdays = file.Weekdays.ToDictionary(day => day.Key, day => (IsoDayOfWeek)day.Value);
        WeekdayHomonyms = file.WeekdayHomonyms.ToHashSet();
        WeekdayPlurals = file.WeekdayPlurals.ToDictionary(day => day.Key, day => (IsoDayOfWeek)day.Value);
        Units = file.Units;
        GluedUnits = file.GluedUnits.ToHashSet();
        Parts = file.Parts.ToDictionary(part => part.Key, part => (Clock(part.Value.From), Clock(part.Value.To)));
        Seasons = file.Seasons.ToHashSet();
        Holidays = Names.Of(file.Holidays, holiday => holiday.Names, holiday => new Holiday(holiday));
        Zones = Names.Of(file.Zones, zone => zone.Names, zone => new NamedZone(DateTimeZoneProviders.Tzdb[zone.Zone], zone.Members.ToHashSet()));
        OwnClock = Names.Of(file.ProspectClock, name => [name], _ => true);
        OtherClock = Names.Of(file.OtherClock, name => [name], _ => true);
        OwnSide = Names.Of(file.OwnSide, name => [name], _ => true);
        OtherSide = Names.Of(file.OtherSide, name => [name], _ => true);
        Stretches = Names.Of(file.Stretches, one => one.Value, one => Enum.Parse<Stretch>(one.Key.Replace("-", "", StringComparison.Ordinal), true));
        Places = Names.Of(file.Places, place => place.Value, place => DateTimeZoneProviders.Tzdb[place.Key]);
        DayFollowers = file.DayFollowers.ToHashSet();
        Fillers = file.Fillers.ToHashSet();
        YesOfFillers = file.YesOfFillers.SelectMany(yes => yes.Value.Select(said => (said, yes.Key))).ToDictionary(one => one.said, one => one.Key);
        Written = file.Written.ToDictionary(word => word.Key, word => word.Value.ToArray());
        Endings = file.Endings;
    }

    /// <summary>The words that lie beside the program, read once.</summary>
    public static Spoken Default => Beside.Value;

    public IReadOnlyDictionary<string, int> Numbers { get; }

    public IReadOnlyDictionary<string, int> Ordinals { get; }

    public IReadOnlySet<string> OrdinalEndings { get; }

    public IReadOnlyDictionary<string, int> Months { get; }

    public IReadOnlySet<string> MonthHomonyms { get; }

    public IReadOnlySet<string> MonthOpeners { get; }

    public IReadOnlyDictionary<string, IsoDayOfWeek> Weekdays { get; }

    public IReadOnlySet<string> WeekdayHomonyms { get; }

    public IReadOnlyDictionary<string, IsoDayOfWeek> WeekdayPlurals { get; }

    public IReadOnlyDictionary<string, Unit> Units { get; }

    public IReadOnlySet<string> GluedUnits { get; }

    public IReadOnlyDictionary<string, (LocalTime From, LocalTime To)> Parts { get; }

    public IReadOnlySet<string> Seasons { get; }

    public Names<Holiday> Holidays { get; }

    public Names<NamedZone> Zones { get; }

    /// <summary>"my time", "our time": the speaker's own clock.</summary>
    public Names<bool> OwnClock { get; }

    /// <summary>"your time": the other side's.</summary>
    public Names<bool> OtherClock { get; }

    /// <summary>"here", "for me" after an hour: the speaker's own clock.</summary>
    public Names<bool> OwnSide { get; }

    /// <summary>"yours", "for you" after an hour: the other side's.</summary>
    public Names<bool> OtherSide { get; }

    /// <summary>What stands before a period and takes a stretch of it.</summary>
    public Names<Stretch> Stretches { get; }

    public Names<DateTimeZone> Places { get; }

    public IReadOnlySet<string> DayFollowers { get; }

    public IReadOnlySet<string> Fillers { get; }

    /// <summary>What two fillers say together, by the two.</summary>
    public IReadOnlyDictionary<string, string> YesOfFillers { get; }

    public IReadOnlyDictionary<string, string[]> Written { get; }

    public IReadOnlyDictionary<string, string> Endings { get; }

    private static LocalTime Clock(string text) => NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value;
}

/// <summary>A clock somebody may name, and the zones whose people mean their own by it.</summary>
internal sealed record NamedZone(DateTimeZone Zone, IReadOnlySet<string> Members);

/// <summary>Names of one or more words; the longest that stands at a place is found by its first word.</summary>
internal sealed class Names<T>
{
    private readonly Dictionary<string, List<(string[] Words, T Value)>> _byFirst = [];

    public bool TryAt(Wording words, int at, out T value, out int next)
    {
        if (_byFirst.TryGetValue(words[at].Text, out var known))
        {
            foreach (var (name, found) in known)
            {
                if (!words.Are(at, name)) continue;
                (value, next) = (found, at + name.Length);
                return true;
            }
        }

        (value, next) = (default!, at);
        return false;
    }

    public void Add(string name, T value)
    {
        var words = Split(name);
        if (!_byFirst.TryGetValue(words[0], out var known)) _byFirst[words[0]] = known = [];
        known.Add((words, value));
        known.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
    }

    // Written as the text's own words are: "new year's" is three of them.
    private static string[] Split(string name) =>
        [.. name.Split(' ').SelectMany(word => word.EndsWith("'s", StringComparison.Ordinal) ? new[] { word[..^2], "'s" }
            : word.EndsWith('\'') ? [word[..^1], "'"] : [word])];
}

/// <summary>Builds <see cref="Names{T}"/> from entries with names.</summary>
internal static class Names
{
    public static Names<T> Of<TEntry, T>(IEnumerable<TEntry> entries, Func<TEntry, IEnumerable<string>> names, Func<TEntry, T> value)
    {
        var all = new Names<T>();
        foreach (var entry in entries)
        {
            var made = value(entry);
            foreach (var name in names(entry)) all.Add(name, made);
        }

        return all;
    }
}
