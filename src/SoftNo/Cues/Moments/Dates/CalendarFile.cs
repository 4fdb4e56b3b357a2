using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace SoftNo.Cues.Moments.Dates;

/// <summary>The shape of <c>lexicon/moments/calendar.yml</c>.</summary>
internal sealed class CalendarFile
{
    public Dictionary<string, int> Numbers { get; set; } = [];

    public Dictionary<string, int> Ordinals { get; set; } = [];

    public List<string> OrdinalEndings { get; set; } = [];

    public Dictionary<string, int> Months { get; set; } = [];

    public List<string> MonthHomonyms { get; set; } = [];

    public List<string> MonthOpeners { get; set; } = [];

    public Dictionary<string, int> Weekdays { get; set; } = [];

    public List<string> WeekdayHomonyms { get; set; } = [];

    public Dictionary<string, int> WeekdayPlurals { get; set; } = [];

    public Dictionary<string, Unit> Units { get; set; } = [];

    public List<string> GluedUnits { get; set; } = [];

    public Dictionary<string, PartEntry> Parts { get; set; } = [];

    public List<string> Seasons { get; set; } = [];

    public List<HolidayEntry> Holidays { get; set; } = [];

    public List<ZoneEntry> Zones { get; set; } = [];

    public List<string> ProspectClock { get; set; } = [];

    public List<string> OtherClock { get; set; } = [];

    public List<string> OwnSide { get; set; } = [];

    public List<string> OtherSide { get; set; } = [];

    public Dictionary<string, List<string>> Stretches { get; set; } = [];

    public Dictionary<string, List<string>> Places { get; set; } = [];

    public List<string> DayFollowers { get; set; } = [];

    public List<string> Fillers { get; set; } = [];
    public Dictionary<string, List<string>> YesOfFillers { get; set; } = [];

    public Dictionary<string, List<string>> Written { get; set; } = [];

    public Dictionary<string, string> Endings { get; set; } = [];

    /// <summary>Reads the file that lies beside the program.</summary>
    public static CalendarFile Load(string folder)
    {
        var reader = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build();
        using var text = File.OpenText(Path.Combine(folder, "moments", "calendar.yml"));
        return reader.Deserialize<CalendarFile>(text);
    }
}

/// <summary>A part of a day: its first minute and the minute after its last.</summary>
internal sealed class PartEntry
{
    public string From { get; set; } = "";

    public string To { get; set; } = "";
}

/// <summary>A holiday's names and the rule that gives its date.</summary>
internal sealed class HolidayEntry
{
    public List<string> Names { get; set; } = [];

    public string? Fixed { get; set; }

    public List<int>? Nth { get; set; }

    public int? Easter { get; set; }

    public int Shift { get; set; }

    public bool Week { get; set; }
}

/// <summary>A clock's names, its zone, and the zones of those who also mean it.</summary>
internal sealed class ZoneEntry
{
    public List<string> Names { get; set; } = [];

    public string Zone { get; set; } = "";

    public List<string> Members { get; set; } = [];
}

/// <summary>What time is counted in.</summary>
internal enum Unit
{
    Second,
    Minute,
    Hour,
    Day,
    Night,
    BusinessDay,
    Week,
    Workweek,
    Fortnight,
    Weekend,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}
