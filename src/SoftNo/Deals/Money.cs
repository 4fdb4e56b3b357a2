namespace SoftNo.Deals;

/// <summary>An amount with its currency; amounts of two currencies are never added without a rate.</summary>
/// <param name="Amount">In units of the currency, not its cents.</param>
/// <param name="Currency">ISO 4217, upper case, such as <c>USD</c>; <see cref="Unsaid"/> where the source names none.</param>
public sealed record Money(decimal Amount, string Currency)
{
    /// <summary>The currency of an amount whose source names none: ISO 4217's code for no currency.</summary>
    public const string Unsaid = "XXX";
}
