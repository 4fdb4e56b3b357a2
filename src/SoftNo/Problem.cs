namespace SoftNo;

/// <summary>What is wrong with something the user gave, where, and how to cure it. Never used for our own bugs: those are exceptions.</summary>
/// <param name="File">The file's name as the user gave it, or <c>-</c> for standard input.</param>
/// <param name="Line">The line, from 1, or null where the whole file is meant.</param>
/// <param name="Column">The column, from 1, or null.</param>
/// <param name="Code">A stable word for programs, such as <c>no-speakers</c>.</param>
/// <param name="Text">What is wrong, in one sentence, in both languages.</param>
/// <param name="Cure">What the user can do about it, in one sentence, in both languages.</param>
public sealed record Problem(string File, int? Line, int? Column, string Code, Bilingual Text, Bilingual Cure)
{
    /// <summary><c>path:line:column: text</c>, the parts that are known.</summary>
    public string Place => Line is null ? File : Column is null ? $"{File}:{Line}" : $"{File}:{Line}:{Column}";
}
