using NodaTime;
using SoftNo.Storage;
using SoftNo.Storage.Demo;

namespace SoftNo.Server;

/// <summary>The database that the command imports into, or the demo's while it is on; opened for each request, made by the first thing that is kept.</summary>
internal sealed class DeskStore(StoreAddress own, StoreAddress demo, IClock clock)
{
    /// <summary>The clock.</summary>
    public IClock Clock => clock;

    /// <summary>Whether the demo is on.</summary>
    public bool IsDemo => File.Exists(demo.Connection);

    /// <summary>Whether there is one.</summary>
    public bool Exists => Address is var address && (!address.IsSqlite || File.Exists(address.Connection));

    private StoreAddress Address => IsDemo ? demo : own;

    /// <summary>Opens the one that is on, or makes our own.</summary>
    /// <exception cref="ShutException">When it cannot be opened, with the cure.</exception>
    public Store Open() => Opened(StoreOpening.Open(Address, clock));

    /// <summary>Opens our own for something real: the demo is over.</summary>
    /// <inheritdoc cref="Open"/>
    public Store OpenOwn()
    {
        DemoStore.Leave(demo);
        return Open();
    }

    /// <summary>Makes the demo anew and opens it.</summary>
    /// <inheritdoc cref="Open"/>
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
