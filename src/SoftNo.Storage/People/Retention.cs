using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SoftNo.Storage.Audits;

namespace SoftNo.Storage.People;

/// <summary>What is too old to be kept.</summary>
/// <param name="Transcripts">Numbers of the calls whose words go; their readings keep counts, grades and probabilities.</param>
/// <param name="Readings">Numbers of the calls whose readings go altogether; that the call took place stays.</param>
public sealed record Overdue(IReadOnlyList<long> Transcripts, IReadOnlyList<long> Readings);

/// <summary>How long calls and readings are kept.</summary>
/// <param name="TranscriptMonths">Months for the words of calls.</param>
/// <param name="ReadingMonths">Months for readings.</param>
public sealed record Retention(int TranscriptMonths, int ReadingMonths)
{
    /// <summary>How long they are kept by default, from <c>crm/retention.yml</c>.</summary>
    /// <exception cref="InvalidDataException">When the shipped file is broken: our bug.</exception>
    public static Retention Load(string folder)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, "retention.yml")).Where(line => !line.StartsWith('#')).Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(parts => parts.Length == 2).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
        return int.TryParse(lines.GetValueOrDefault("transcripts"), NumberStyles.None, CultureInfo.InvariantCulture, out var transcripts)
            && int.TryParse(lines.GetValueOrDefault("readings"), NumberStyles.None, CultureInfo.InvariantCulture, out var readings)
            ? new Retention(transcripts, readings) : throw new InvalidDataException("retention.yml");
    }

    /// <summary>What is too old.</summary>
    public Overdue Find(Store store, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(store);
        // A thread of mails is as old as its last message.
        var last = store.Acts.AsNoTracking().Where(act => act.CallNumber != null).GroupBy(act => act.CallNumber!.Value).Select(acts => new { acts.Key, At = acts.Max(act => act.At) }).ToDictionary(act => act.Key, act => act.At);
        var calls = store.Calls.AsNoTracking().Select(call => new { call.Number, call.StartedAt, call.ImportedAt, HasWords = call.Content != null }).AsEnumerable()
            .Select(call => (call.Number, Day: LastDay(call.Number, call.StartedAt?.Date ?? call.ImportedAt.InUtc().Date), call.HasWords)).ToList();
        var read = store.Readings.AsNoTracking().Select(reading => reading.CallNumber).ToHashSet();
        var withWords = store.Readings.AsNoTracking().Where(reading => reading.Content != null).Select(reading => reading.CallNumber).ToHashSet();
        return new Overdue(
            [.. calls.Where(call => call.Day < today.PlusMonths(-TranscriptMonths) && (call.HasWords || withWords.Contains(call.Number))).Select(call => call.Number)],
            [.. calls.Where(call => call.Day < today.PlusMonths(-ReadingMonths) && read.Contains(call.Number)).Select(call => call.Number)]);

        LocalDate LastDay(long number, LocalDate first) => last.TryGetValue(number, out var at) ? LocalDate.Max(first, at.InUtc().Date) : first;
    }

    /// <summary>Erases what was found, in one transaction.</summary>
    public static void Apply(Store store, Overdue overdue, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(overdue);
        ArgumentNullException.ThrowIfNull(clock);
        using (var transaction = store.BeginWriting())
        {
            foreach (var number in overdue.Transcripts) WordsGo(store, number);
            foreach (var number in overdue.Readings)
            {
                store.Readings.Where(reading => reading.CallNumber == number).ExecuteDelete();
                store.Cues.Where(cue => cue.CallNumber == number).ExecuteDelete();
            }

            store.Audit.Add(new StoredEntry { At = clock.GetCurrentInstant(), What = "retention", Detail = $"{overdue.Transcripts.Count} transcripts, {overdue.Readings.Count} readings" });
            store.SaveChanges();
            transaction.Commit();
        }

        Forgetting.Compact(store);
    }

    private static void WordsGo(Store store, long number)
    {
        var fingerprint = store.Calls.Where(call => call.Number == number).Select(call => call.Fingerprint).Single();
        store.Calls.Where(call => call.Number == number).ExecuteUpdate(call => call.SetProperty(one => one.Content, (string?)null));
        store.Readings.Where(reading => reading.CallNumber == number)
            .ExecuteUpdate(reading => reading.SetProperty(one => one.Content, (string?)null).SetProperty(one => one.Sentence, (string?)null));
        store.Dismissals.Where(dismissal => dismissal.Fingerprint == fingerprint).ExecuteUpdate(dismissal => dismissal.SetProperty(one => one.Quote, (string?)null));
    }
}
