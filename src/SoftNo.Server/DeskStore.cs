using NodaTime;
using SoftNo.Storage;
using SoftNo.Storage.Demo;

namespace SoftNo.Server;

/// <summary>The database that the command imports into, or the demo's while it is on; opened for each request, made by the first thing that is kept in it.</summary>
internal sealed class DeskStore(StoreAddress own, StoreAddress demo, IClock clock)
{
    /// <summary>The clock.</summary>
    public IClock Clock => clock;

    /// <summary>Whether the demo is on.</summary>
    public bool IsDemo => File.Exists(demo.Connection);

    /// <summary>Whether there is one.</summary>
    public bool Exists => IsThere(Address);

    private StoreAddress Address => IsDemo ? demo : own;

    /// <summary>Opens the one that is on; makes none.</summary>
    /// <exception cref="ShutException">When there is none, or it cannot be opened, with the cure.</exception>
    public Store Open() => Exists ? Opened(StoreOpening.Open(Address, clock)) : throw new ShutException(DeskWords.Problem("no-database", "softno.db"));

    /// <summary>Keeps something real in our own, which is made where there is none. Then the demo is over; it stays where this fails.</summary>
    /// <exception cref="ShutException">When it cannot be opened, with the cure.</exception>
    public T WriteOwn<T>(Func<Store, T> write)
    {
        T written;
        using (var store = Opened(StoreOpening.Open(own, clock))) written = write(store);
        DemoStore.Leave(demo);
        return written;
    }

    /// <summary>Reads something from our own, even while the demo is on; without it, what nothing gives.</summary>
    /// <exception cref="ShutException">When it cannot be opened, with the cure.</exception>
    public T ReadOwn<T>(Func<Store, T> read, T none)
    {
        if (!IsThere(own)) return none;
        using var store = Opened(StoreOpening.Open(own, clock));
        return read(store);
    }

    /// <summary>Makes the demo anew and opens it.</summary>
    /// <exception cref="ShutException">When it cannot be opened, with the cure.</exception>
    public Store BeginDemo() => Opened(DemoStore.Begin(demo, clock));

    /// <summary>Ends the demo.</summary>
    public void LeaveDemo() => DemoStore.Leave(demo);

    /// <summary>Reads something from it; without a database, what nothing gives.</summary>
    public T Read<T>(Func<Store, T> read, T none)
    {
        if (!Exists) return none;
        using var store = Open();
        return read(store);
    }

    /// <summary>Changes something of the one that is on; without a database, what nothing gives, and none is made.</summary>
    public T Change<T>(Func<Store, T> change, T none) => Read(change, none);

    private static bool IsThere(StoreAddress address) => !address.IsSqlite || File.Exists(address.Connection);

    private static Store Opened(OpenedStore opened) => opened.Store ?? throw new ShutException(opened.Problem!);
}

/// <summary>The database or the file of keys cannot be opened; told to who asks as 503 with the cure.</summary>
#pragma warning disable CA1032, CA1064 // Thrown and caught in this program only, never without its problem.
internal sealed class ShutException(Problem problem) : Exception(problem.Text.En)
#pragma warning restore CA1032, CA1064
{
    /// <summary>What keeps it shut.</summary>
    public Problem Problem => problem;
}
