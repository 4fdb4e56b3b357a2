using System.Text.Json;
using NodaTime;

namespace SoftNo.Transcripts.Json;

/// <summary>A call while its JSON goes by. Formats that must see all before they can tell who spoke derive from it.</summary>
internal class JsonCall
{
    private int _titleRank = int.MaxValue;
    private int _startRank = int.MaxValue;

    public CallDraft Draft { get; } = new("json");

    /// <summary>Takes a title, unless one of a better rank is known.</summary>
    public void TakeTitle(JsonElement value, int rank)
    {
        if (rank >= _titleRank || JsonValues.TextOf(value) is not { } title) return;
        Draft.Title = title;
        _titleRank = rank;
    }

    /// <summary>Takes a start, unless one of a better rank is known.</summary>
    public void TakeStart(JsonElement value, int rank)
    {
        if (rank >= _startRank || Moment(value) is not { } start) return;
        Draft.StartedAt = start;
        _startRank = rank;
    }

    /// <summary>Called once all has gone by; the call, or null where there is none.</summary>
    public virtual CallDraft? Finish() => Draft;

    /// <summary>Makes a speaker known by a number, a label or a name; a bare number becomes <c>Speaker 1</c>.</summary>
    public string? Know(string? label)
    {
        if (string.IsNullOrWhiteSpace(label)) return null;
        Draft.Know(new DraftSpeaker(label, NameOf(label)));
        return label;
    }

    public static string NameOf(string label) => int.TryParse(label, out _) ? $"Speaker {label}" : Words.Collapse(label);

    /// <summary>A moment as ISO 8601, or as seconds or milliseconds since 1970.</summary>
    public static OffsetDateTime? Moment(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String && SourceMoment.TryParse(value.GetString(), out SourceMoment moment)) return moment.In(DateTimeZone.Utc);
        // JavaScript's own writing: Tue Nov 17 2026 15:00:00 GMT+0000 (…).
        if (value.ValueKind == JsonValueKind.String && WrittenDate.Find(value.GetString()!) is { } written) return written.In(DateTimeZone.Utc);
        if (JsonValues.NumberOf(value) is not { } number || number is < 1e8 or > 1e14) return null;
        return Instant.FromUnixTimeMilliseconds((long)(number < 1e11 ? number * 1000 : number)).WithOffset(Offset.Zero);
    }
}

/// <summary>Why a side is taken as the source's own word.</summary>
internal static class SourceSays
{
    public static Bilingual Flag(string field, string? value)
    {
        string shown = value is null ? field : $"{field} = {value}";
        return new($"la source le dit : {shown}", $"the source says so: {shown}");
    }
}
