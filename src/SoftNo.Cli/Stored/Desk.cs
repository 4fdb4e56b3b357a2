using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using SoftNo.Settings;
using SoftNo.Storage;
using SoftNo.Storage.Audits;
using SoftNo.Storage.Demo;
using SoftNo.Transcripts;

namespace SoftNo.Cli.Stored;

/// <summary>What the verbs that store share: <c>--db</c>, the open store, settings, the clock.</summary>
internal sealed class Desk : IDisposable
{
    private Desk(Session session, Store store, StoreAddress address, TeamSettings settings, IClock clock) =>
        (Session, Store, Address, Settings, Clock) = (session, store, address, settings, clock);

    /// <summary>The terminal and its words.</summary>
    public Session Session { get; }

    /// <summary>The store.</summary>
    public Store Store { get; }

    /// <summary>Where it is.</summary>
    public StoreAddress Address { get; }

    /// <summary>Who we are.</summary>
    public TeamSettings Settings { get; }

    /// <summary>The clock.</summary>
    public IClock Clock { get; }

    /// <summary>Today on our clock.</summary>
    public LocalDate Today => Clock.GetCurrentInstant().InZone(Settings.OurZone.Value).Date;

    /// <summary>What the settings say of calls.</summary>
    public CallOptions CallOptions => new()
    {
        UsualUs = Settings.UsUsually, OurDomains = Settings.Domains.Value, OurZone = Settings.OurZone.Value, UsualZone = Settings.TheirZone.Value,
    };

    /// <summary>The words of these verbs.</summary>
    public StoreWords Words => StoreWords.Of(Session.Language);

    /// <summary>The option that says where the database is.</summary>
    public static Option<string?> Db(Session session) => new("--db") { Description = StoreWords.Of(session.Language).Options["db"], HelpName = "PATH" };

    /// <summary>Opens the store, the demo's while one is on, and does something with it; tells what keeps it shut.</summary>
    public static int With(Session session, string? db, Func<Desk, int> act)
    {
        var address = StoreAddress.OrDemo(db, Environment.GetEnvironmentVariable);
        if (address.IsDemo) session.Terminal.Remark(StoreWords.Of(session.Language).Line("demo-on"));
        return At(session, address, act);
    }

    /// <summary>The same on the user's own store: what is erased, saved or brought back is never the demo's.</summary>
    public static int WithOwn(Session session, string? db, Func<Desk, int> act) => At(session, StoreAddress.Of(db, Environment.GetEnvironmentVariable), act);

    /// <summary>Brings something into the user's own store: the first time that succeeds, the demo is left.</summary>
    public static int Import(Session session, string? db, Func<Desk, int> act)
    {
        var code = WithOwn(session, db, act);
        if (code == ExitCode.Done && DemoStore.Leave(StoreAddress.Demo(Environment.GetEnvironmentVariable))) session.Terminal.Remark(StoreWords.Of(session.Language).Line("demo-left"));
        return code;
    }

    /// <summary>Opens a store.</summary>
    internal static int At(Session session, StoreAddress address, Func<Desk, int> act)
    {
        var settings = SettingsReader.Read(Environment.GetEnvironmentVariable, new SettingsFlags());
        foreach (var problem in settings.Problems) Complaint.Tell(problem, session);
        if (settings.Settings is null) return ExitCode.YourInput;
        var opened = StoreOpening.Open(address, session.Clock);
        if (opened.Problem?.Code == StoreOpening.PassphraseMissing && PassphrasePrompt.Possible && PassphrasePrompt.Ask(session, "ask-passphrase") is { } typed)
            opened = StoreOpening.Open(address = address with { Passphrase = typed }, session.Clock);
        if (opened.Store is null)
        {
            Complaint.Tell(opened.Problem!, session);
            return ExitCode.YourInput;
        }

        using var desk = new Desk(session, opened.Store, address, settings.Settings, session.Clock);
        return act(desk);
    }

    /// <summary>A day as the user writes it, ISO 8601; null where it is none, which is told. Nothing said is today.</summary>
    public LocalDate? Day(string option, string? said)
    {
        if (said is null) return Today;
        if (LocalDatePattern.Iso.Parse(said) is { Success: true } parsed) return parsed.Value;
        Fail(StoreWords.Problem("bad-day", option, said));
        return null;
    }

    /// <summary>Notes in the audit log a file that was written outside the data folder: forgetting lists it.</summary>
    public void NoteFile(string what, string path)
    {
        Store.Audit.Add(new StoredEntry { At = Clock.GetCurrentInstant(), What = what, WroteFile = Path.GetFullPath(path) });
        Store.SaveChanges();
    }

    /// <summary>Tells a problem.</summary>
    public int Fail(Problem problem)
    {
        Complaint.Tell(problem, Session);
        return ExitCode.YourInput;
    }

    /// <inheritdoc/>
    public void Dispose() => Store.Dispose();
}
