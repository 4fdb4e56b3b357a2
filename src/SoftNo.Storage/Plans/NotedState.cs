using System.Text.Json;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using SoftNo.Deals;
using SoftNo.Storage.Deals;

namespace SoftNo.Storage.Plans;

/// <summary>The user's own word on a deal: all that a plan may change.</summary>
internal sealed record NotedState(LocalDate? CloseDate, LocalDate? CloseDateOn, double? Probability, LocalDate? ProbabilityOn, DealStatus? Status, string? Reason, LocalDate? On)
{
    private static readonly JsonSerializerOptions Options = new JsonSerializerOptions().ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    public static NotedState Of(StoredDeal deal) => new(deal.NotedCloseDate, deal.NotedCloseDateOn, deal.NotedProbability, deal.NotedProbabilityOn, deal.NotedStatus, deal.NotedReason, deal.NotedOn);

    public static NotedState Read(string json) => JsonSerializer.Deserialize<NotedState>(json, Options)!;

    public string Write() => JsonSerializer.Serialize(this, Options);

    public void Put(StoredDeal deal)
    {
        (deal.NotedCloseDate, deal.NotedCloseDateOn, deal.NotedProbability, deal.NotedProbabilityOn) = (CloseDate, CloseDateOn, Probability, ProbabilityOn);
        (deal.NotedStatus, deal.NotedReason, deal.NotedOn) = (Status, Reason, On);
    }
}
