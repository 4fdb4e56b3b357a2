using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using NodaTime.Text;
using SoftNo.Storage.Audits;
using SoftNo.Storage.Calls;
using SoftNo.Storage.Deals;
using SoftNo.Storage.Exchanges;
using SoftNo.Storage.Plans;
using SoftNo.Storage.Sealing;

namespace SoftNo.Storage;

/// <summary>The database: SQLite in the data folder, or a team's PostgreSQL; the same tables on both. Opened by <see cref="StoreOpening"/>.</summary>
/// <param name="options">Where it is.</param>
/// <param name="cipher">Opens and seals its texts; null where they are kept open.</param>
public sealed class Store(DbContextOptions<Store> options, TextCipher? cipher = null) : DbContext(options)
{
    private const long WritersLock = 7_233_086_701;

    /// <summary>Opens and seals its texts; null where they are kept open.</summary>
    internal TextCipher? Cipher { get; } = cipher;

    /// <summary>Its seal: one row, or none.</summary>
    public DbSet<StoredSeal> Seals => Set<StoredSeal>();

    /// <summary>Deals.</summary>
    public DbSet<StoredDeal> Deals => Set<StoredDeal>();

    /// <summary>Their changes.</summary>
    public DbSet<StoredChange> Changes => Set<StoredChange>();

    /// <summary>People of deals and calls.</summary>
    public DbSet<StoredPerson> People => Set<StoredPerson>();

    /// <summary>Calls.</summary>
    public DbSet<StoredCall> Calls => Set<StoredCall>();

    /// <summary>Readings of calls.</summary>
    public DbSet<StoredReading> Readings => Set<StoredReading>();

    /// <summary>Cues of the newest reading of each call.</summary>
    public DbSet<StoredCue> Cues => Set<StoredCue>();

    /// <summary>Dismissed cues.</summary>
    public DbSet<StoredDismissal> Dismissals => Set<StoredDismissal>();

    /// <summary>Acts.</summary>
    public DbSet<StoredAct> Acts => Set<StoredAct>();

    /// <summary>Sent moves.</summary>
    public DbSet<SentMove> SentMoves => Set<SentMove>();

    /// <summary>Pauses.</summary>
    public DbSet<StoredPause> Pauses => Set<StoredPause>();

    /// <summary>Applied plans.</summary>
    public DbSet<StoredPlan> Plans => Set<StoredPlan>();

    /// <summary>Lines of applied plans.</summary>
    public DbSet<StoredPlanLine> PlanLines => Set<StoredPlanLine>();

    /// <summary>What exchanges are known again by.</summary>
    public DbSet<ExchangeId> ExchangeIds => Set<ExchangeId>();

    /// <summary>Matches settled by hand.</summary>
    public DbSet<StoredTie> Ties => Set<StoredTie>();

    /// <summary>The audit log.</summary>
    public DbSet<StoredEntry> Audit => Set<StoredEntry>();

    /// <summary>Erased people.</summary>
    public DbSet<StoredErasure> Erasures => Set<StoredErasure>();

    /// <summary>Whether this is SQLite.</summary>
    public bool IsSqlite => Database.ProviderName == "Microsoft.EntityFrameworkCore.Sqlite";

    /// <summary>Begins a transaction that writes: on both databases one writer at a time, so that two imports never see half of each other.</summary>
    public IDbContextTransaction BeginWriting()
    {
        // SQLite's transactions take the write lock at once.
        var transaction = Database.BeginTransaction();
        if (!IsSqlite) Database.ExecuteSql($"SELECT pg_advisory_xact_lock({WritersLock})");
        return transaction;
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Both databases keep days and moments in the same plain forms.
        configurationBuilder.Properties<LocalDate>().HaveConversion<DayConverter>();
        configurationBuilder.Properties<Instant>().HaveConversion<MomentConverter>();
        configurationBuilder.Properties<OffsetDateTime>().HaveConversion<OffsetConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Table<StoredDeal>("deals").HasIndex(deal => new { deal.Source, deal.SourceKey }).IsUnique();
        Table<StoredChange>("changes").HasIndex(change => new { change.Source, change.SourceKey });
        Table<StoredPerson>("people").HasIndex(person => person.DealNumber);
        var calls = Table<StoredCall>("calls");
        calls.HasIndex(call => call.Fingerprint).IsUnique();
        calls.HasIndex(call => call.DealNumber);
        calls.HasMany(call => call.Readings).WithOne().HasForeignKey(reading => reading.CallNumber).OnDelete(DeleteBehavior.Cascade);
        Table<StoredReading>("readings");
        var cues = Table<StoredCue>("cues");
        cues.HasIndex(cue => cue.CueId);
        cues.HasIndex(cue => cue.CallNumber);
        Table<StoredDismissal>("dismissals").HasIndex(dismissal => dismissal.Fingerprint);
        var acts = Table<StoredAct>("acts");
        acts.HasIndex(act => act.DealNumber);
        acts.HasIndex(act => act.SourceKey);
        Table<SentMove>("sent_moves").HasIndex(sent => sent.DealNumber);
        var ids = Table<ExchangeId>("exchange_ids");
        ids.HasIndex(id => id.Hash);
        ids.HasIndex(id => id.CallNumber);
        acts.HasIndex(act => act.CallNumber);
        Table<StoredPause>("pauses").HasIndex(pause => pause.DealNumber);
        Table<StoredPlan>("plans");
        Table<StoredPlanLine>("plan_lines").HasIndex(line => line.PlanNumber);
        Table<StoredTie>("ties").HasIndex(tie => new { tie.Kind, tie.Value });
        Table<StoredEntry>("audit");
        Table<StoredSeal>("seals");
        if (Cipher is not null) SealedColumns.Put(modelBuilder, Cipher);
        modelBuilder.Entity<StoredErasure>().ToTable("erasures").HasKey(erasure => erasure.Hash);

        Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<T> Table<T>(string name)
            where T : class
        {
            var table = modelBuilder.Entity<T>().ToTable(name);
            table.HasKey("Number");
            return table;
        }
    }

    private sealed class DayConverter() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<LocalDate, string>(
        day => LocalDatePattern.Iso.Format(day), text => LocalDatePattern.Iso.Parse(text).Value);

    private sealed class MomentConverter() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<Instant, long>(
        moment => moment.ToUnixTimeMilliseconds(), number => Instant.FromUnixTimeMilliseconds(number));

    private sealed class OffsetConverter() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<OffsetDateTime, string>(
        moment => OffsetDateTimePattern.Rfc3339.Format(moment), text => OffsetDateTimePattern.Rfc3339.Parse(text).Value);
}
