using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using SoftNo.Calls;
using SoftNo.Deals;
using SoftNo.Deals.Imports;
using SoftNo.Storage.Audits;

namespace SoftNo.Storage.Deals;

/// <summary>Stores what a CRM's file says, whole or not at all.</summary>
public sealed class DealImporter(Store store, IClock clock, DateTimeZone zone)
{
    private const int SavedAtOnce = 2000;

    /// <summary>Imports a file in one transaction: a crash leaves nothing of it, and the same file again changes nothing.</summary>
    public ImportCounts Import(DealFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        store.ChangeTracker.AutoDetectChangesEnabled = false;
        using var transaction = store.BeginWriting();
        var counts = Import(file, clock.GetCurrentInstant());
        store.Audit.Add(new StoredEntry
        {
            At = clock.GetCurrentInstant(), What = "import-deals",
            Detail = string.Create(CultureInfo.InvariantCulture, $"{file.Source}: {counts.New} new, {counts.Changed} changed, {counts.Unchanged} unchanged, {file.Refused.Count} refused"),
        });
        store.SaveChanges();
        transaction.Commit();
        store.ChangeTracker.Clear();
        store.ChangeTracker.AutoDetectChangesEnabled = true;
        return counts;
    }

    private ImportCounts Import(DealFile file, Instant now)
    {
        var today = now.InZone(zone).Date;
        var stored = file.IsHistory ? [] : store.Deals.AsNoTracking().Where(deal => deal.Source == file.Source).ToDictionary(deal => deal.SourceKey, StringComparer.Ordinal);
        var seen = new List<(string Key, DealChange Change)>();
        int fresh = 0, changed = 0, waiting = 0;
        foreach (var read in file.Deals)
        {
            if (stored.Remove(read.Key, out var old))
            {
                var before = old.ToDeclared();
                var missing = old.Missing;
                old.Missing = false;
                if (old.Take(read)) changed++;
                else if (!missing) continue;
                seen.AddRange(Differences(before, read.Deal, today).Select(change => (read.Key, change)));
                store.Deals.Update(old);
            }
            else
            {
                fresh++;
                var deal = new StoredDeal { Source = file.Source, SourceKey = read.Key, Name = read.Deal.Name, FirstSeen = now };
                deal.Take(read);
                store.Deals.Add(deal);
            }

            if (++waiting % SavedAtOnce == 0) Save();
        }

        var left = stored.Values.OrderBy(deal => deal.Number).ToList();
        foreach (var deal in left.Where(deal => !deal.Missing))
        {
            deal.Missing = true;
            store.Deals.Update(deal);
            if (++waiting % SavedAtOnce == 0) Save();
        }

        Save();
        People(file);
        var ledger = new ChangeLedger(store, file.Source);
        var found = ledger.AddHistory(file.History).Concat(ledger.AddSeen(seen)).Select(change => change.ToChange());
        var count = ChangeCount.Of(found);
        return new ImportCounts(file, fresh, changed, file.Deals.Count - fresh - changed, [.. left.Select(deal => deal.SourceId ?? deal.Name)], count.Moves, count.Pushes, count.Pulls);
    }

    /// <summary>The people that the file names, beside those already known.</summary>
    private void People(DealFile file)
    {
        var named = file.Deals.Where(deal => deal.Contacts.Count > 0 || deal.Addresses.Count > 0).ToList();
        if (named.Count == 0) return;
        var numbers = store.Deals.AsNoTracking().Where(deal => deal.Source == file.Source).Select(deal => new { deal.SourceKey, deal.Number }).ToDictionary(deal => deal.SourceKey, deal => deal.Number, StringComparer.Ordinal);
        var known = store.People.AsNoTracking().Where(person => person.DealNumber != null).AsEnumerable().Select(person => (person.DealNumber!.Value, person.Name, person.Address)).ToHashSet();
        foreach (var deal in named)
        {
            var number = numbers[deal.Key];
            // One name and one address beside each other are one person's; more are kept apart.
            var together = deal is { Contacts.Count: 1, Addresses.Count: 1 };
            if (together) Add(number, deal.Contacts[0], deal.Addresses[0]);
            else
            {
                foreach (var name in deal.Contacts) Add(number, name, null);
                foreach (var address in deal.Addresses) Add(number, null, address);
            }
        }

        Save();

        void Add(long number, string? name, string? address)
        {
            if (known.Add((number, name, address))) store.People.Add(new StoredPerson { DealNumber = number, Name = name, Address = address, Side = Side.Prospect });
        }
    }

    private void Save()
    {
        store.SaveChanges();
        store.ChangeTracker.Clear();
    }

    private static IEnumerable<DealChange> Differences(Deal before, Deal after, LocalDate on)
    {
        (DealField Field, string? From, string? To)[] fields =
        [
            (DealField.Stage, before.Stage, after.Stage), (DealField.CloseDate, Text(before.CloseDate), Text(after.CloseDate)), (DealField.Amount, Text(before.Amount), Text(after.Amount)),
            (DealField.Probability, Text(before.Probability), Text(after.Probability)), (DealField.Name, before.Name, after.Name), (DealField.Status, before.Status.ToString(), after.Status.ToString()),
        ];
        return fields.Where(field => field.From != field.To).Select(field => new DealChange(on, field.Field, field.From, field.To));
    }

    private static string? Text(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : null;

    private static string? Text(Money? money) => money?.Amount.ToString("0.############", CultureInfo.InvariantCulture);

    private static string? Text(double? share) => share?.ToString("0.####", CultureInfo.InvariantCulture);
}
