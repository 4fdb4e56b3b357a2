namespace SoftNo;

/// <summary>Something the reader should know of a result that stands all the same.</summary>
/// <param name="Code">A stable word for programs, such as <c>start-unknown</c>.</param>
/// <param name="Message">What was seen, in both languages.</param>
/// <param name="Cure">What would settle it, in both languages.</param>
public sealed record Warning(string Code, Bilingual Message, Bilingual Cure);
