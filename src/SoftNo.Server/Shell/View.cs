namespace SoftNo.Server.Shell;

/// <summary>What every page is shown with.</summary>
/// <param name="Words">The desk's words.</param>
/// <param name="Language"><c>fr</c> or <c>en</c>.</param>
/// <param name="Path">The address of the page, to come back to when the language is switched.</param>
public sealed record View(DeskWords Words, string Language, string Path);
