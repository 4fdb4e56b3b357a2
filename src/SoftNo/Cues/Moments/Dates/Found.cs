namespace SoftNo.Cues.Moments.Dates;

/// <summary>What a rule of the grammar read, and the place after it; no value where it does not apply.</summary>
internal readonly record struct Found<T>(T? Value, int Next)
    where T : class
{
    public static Found<T> None => default;

    public bool Yes => Value is not null;

    /// <summary>The longer of two; the first where they are equal.</summary>
    public Found<T> Or(Found<T> other) => other.Yes && (!Yes || other.Next > Next) ? other : this;
}
