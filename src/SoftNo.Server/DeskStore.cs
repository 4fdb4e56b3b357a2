using NodaTime;
using SoftNo.Storage;

namespace SoftNo.Server;

/// <summary>The database that the command imports into; opened for each request, made by the first thing that is kept.</summary>
internal sealed class DeskStore(StoreAddress address, IClock clock)
{
    /// <summary>The clock.</summary>
    public IClock Clock => clock;

    /// <summary>Whether there is one.</summary>
    public bool Exists => !address.IsSqlite || File.Exists(address.Connection);

    /// <summary>Opens it, or makes it.</summary>
    /// <exception cref="ShutException">When it cannot be opened, with the cure.</exception>
    public Store Open()
    {
        var opened = StoreOpening.Open(address, clock);
        return opened.Store ?? throw new ShutException(opened.Problem!);
    }

    /// <summary>Reads something from it; without a database, what nothing gives.</summary>
    public T Read<T>(Func<Store, T> read, T none)
    {
        if (!Exists) return none;
        using var store = Open();
        return read(store);
    }
}

/// <summary>The database cannot be opened; told to who asks as 503 with the cure.</summary>
#pragma warning disable CA1032, CA1064 // Thrown by one class and caught by one other, never without its problem.
internal sealed class ShutException(Problem problem) : Exception(problem.Text.En)
#pragma warning restore CA1032, CA1064
{
    /// <summary>What keeps it shut.</summary>
    public Problem Problem => problem;
}
