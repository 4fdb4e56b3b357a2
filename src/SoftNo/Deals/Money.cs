namespace SoftNo.Deals;

/// <summary>An amount with its currency; amounts of two currencies are never added without a rate.</summary>
/// <param name="Amount">In units of the currency, not its cents.</param>
/// <param name="Currency">ISO 4217, upper case, such as <c>USD</c>.</param>
public sealed record Money(decimal Amount, string Currency);
