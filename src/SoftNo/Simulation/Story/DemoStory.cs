using NodaTime;
using SoftNo.Calls;
using SoftNo.Deals;
using SoftNo.Deals.Imports;
using SoftNo.Transcripts;

namespace SoftNo.Simulation.Story;

/// <summary>What the demo tells: <c>demo/story.yml</c>. Days are told from the week in which it is made.</summary>
public sealed class DemoStory
{
    /// <summary>Where the shipped story lies, beside its calls.</summary>
    public static string DefaultFolder { get; } = Path.Combine(AppContext.BaseDirectory, "demo");

    /// <summary>Where it comes from.</summary>
    public string Source { get; init; } = "";

    /// <summary>Its deals.</summary>
    public List<ToldDeal> Deals { get; init; } = [];

    /// <summary>The deals as a CRM would export them, with their history.</summary>
    /// <param name="days">The days of the telling.</param>
    public DealFile File(StoryDays days) => new()
    {
        File = "story.yml", Source = "demo", Deals = [.. Deals.Select((deal, place) => new FileDeal(place + 1, DealKey.Of("demo", deal.Id, deal.Name, deal.Company), deal.Of(days)))],
        History = [.. Deals.SelectMany(deal => deal.ChangesOf(days).Select(change => new FileChange(DealKey.Of("demo", deal.Id, deal.Name, deal.Company), change.On.AtMidnight(), change)))],
    };

    /// <summary>Reads the shipped story.</summary>
    /// <exception cref="InvalidDataException">When it is broken: our bug.</exception>
    public static DemoStory Load(string folder)
    {
        var problems = new List<Problem>();
        return YamlFile.Read<DemoStory>(Path.Combine(folder, "story.yml"), "story.yml", problems) ?? throw new InvalidDataException($"{problems[0].Place}: {problems[0].Text.En}");
    }
}

/// <summary>A deal of the story.</summary>
public sealed class ToldDeal
{
    /// <summary>Its id.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The company.</summary>
    public string Company { get; init; } = "";

    /// <summary>The prospect's people who speak in its calls.</summary>
    public List<string> People { get; init; } = [];

    /// <summary>The seller.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The stage today.</summary>
    public string Stage { get; init; } = "";

    /// <summary>In USD.</summary>
    public decimal Amount { get; init; }

    /// <summary>As declared, 0 to 1.</summary>
    public double Probability { get; init; }

    /// <summary>The declared day.</summary>
    public string Close { get; init; } = "";

    /// <summary>The day it was made.</summary>
    public string Created { get; init; } = "";

    /// <summary><c>Open</c>, <c>Won</c> or <c>Lost</c>.</summary>
    public string Status { get; init; } = "Open";

    /// <summary>Why it was lost, or null.</summary>
    public string? Lost { get; init; }

    /// <summary>Its changes, oldest first.</summary>
    public List<ToldChange> Changes { get; init; } = [];

    /// <summary>Its acts, oldest first.</summary>
    public List<ToldAct> Acts { get; init; } = [];

    internal Deal Of(StoryDays days) => new()
    {
        Id = Id, Name = Name, Company = Company, Owner = Owner, Stage = Stage, Amount = new Money(Amount, "USD"), Currency = "USD", Probability = Probability, CloseDate = days.Of(Close),
        Created = days.Of(Created), Status = Enum.Parse<DealStatus>(Status), LostReason = Lost,
    };

    internal IEnumerable<DealChange> ChangesOf(StoryDays days) =>
        Changes.Select(change => new DealChange(days.Of(change.On), Enum.Parse<DealField>(change.Field), days.Value(change.From), days.Value(change.To)));
}

/// <summary>A change of a told deal; a day among its values is told like every day.</summary>
public sealed class ToldChange
{
    /// <summary>The day.</summary>
    public string On { get; init; } = "";

    /// <summary>The field.</summary>
    public string Field { get; init; } = "";

    /// <summary>The value before.</summary>
    public string From { get; init; } = "";

    /// <summary>The value after.</summary>
    public string To { get; init; } = "";
}

/// <summary>An act on a told deal: a call or a mail.</summary>
public sealed class ToldAct
{
    /// <summary>The day.</summary>
    public string On { get; init; } = "";

    /// <summary>The call's file under <c>demo/calls</c>, or null.</summary>
    public string? Call { get; init; }

    /// <summary>Who wrote: <c>seller</c> or <c>prospect</c>; null for a call.</summary>
    public string? Mail { get; init; }

    /// <summary>The person who wrote.</summary>
    public string? Who { get; init; }

    /// <summary>When it happened: in the middle of an American morning.</summary>
    public OffsetDateTime At(StoryDays days) => days.Of(On).At(Hour).InZoneLeniently(DateTimeZoneProviders.Tzdb["America/New_York"]).ToOffsetDateTime();

    /// <summary>Its call as it was transcribed; null for a mail.</summary>
    /// <param name="folder">The story's folder.</param>
    /// <param name="deal">Its deal.</param>
    /// <param name="days">The days of the telling.</param>
    public Call? CallOf(string folder, ToldDeal deal, StoryDays days)
    {
        if (Call is not { } file) return null;
        var words = days.Words(System.IO.File.ReadAllText(Path.Combine(folder, "calls", file)));
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(words));
        return TranscriptReader.Read(stream, file, new CallOptions { Us = [deal.Owner], Them = deal.People, At = At(days), Zone = DateTimeZoneProviders.Tzdb["America/New_York"] }).Calls.Single();
    }

    private static readonly LocalTime Hour = new(10, 0);
}
