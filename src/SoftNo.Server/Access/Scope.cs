namespace SoftNo.Server.Access;

/// <summary>What a key of the API may do; each route of the API names the one that it takes. A person at the desk has all.</summary>
/// <param name="Name">Its name, as keys and answers have it.</param>
internal sealed record Scope(string Name)
{
    /// <summary>Reads what is sent and what is kept; changes nothing.</summary>
    public static Scope Read { get; } = new("read");

    /// <summary>Keeps calls and deals, corrects, notes.</summary>
    public static Scope Write { get; } = new("write");

    /// <summary>Every scope.</summary>
    public static IReadOnlyList<Scope> All { get; } = [Read, Write];
}
