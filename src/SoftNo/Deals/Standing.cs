namespace SoftNo.Deals;

/// <summary>Where an open deal stands by the evidence.</summary>
public enum Standing
{
    /// <summary>Neither alive nor a zombie: the evidence does not say.</summary>
    Unknown,

    /// <summary>An act of the prospect in the last business days, or a booked, firm or task step ahead.</summary>
    Alive,

    /// <summary>Looks alive and is not.</summary>
    Zombie,

    /// <summary>Paused for a known reason, with a date.</summary>
    Paused,
}
