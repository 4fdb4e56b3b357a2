namespace SoftNo.Cues.Phrases;

/// <summary>A phrase as a tree.</summary>
internal abstract record PhraseNode
{
    private PhraseNode()
    {
    }

    /// <summary>One plain word.</summary>
    public sealed record Word(string Text) : PhraseNode;

    /// <summary>One of a word class.</summary>
    public sealed record Class(string Name, int Column) : PhraseNode;

    /// <summary>Up to <see cref="Phrase.LongestGap"/> words of any kind, none of which denies or follows a comma.</summary>
    public sealed record Gap : PhraseNode;

    /// <summary>All, in order.</summary>
    public sealed record Sequence(IReadOnlyList<PhraseNode> Parts) : PhraseNode;

    /// <summary>One of several.</summary>
    public sealed record Choice(IReadOnlyList<PhraseNode> Options) : PhraseNode;

    /// <summary>Once or not at all.</summary>
    public sealed record Optional(PhraseNode Inner) : PhraseNode;

    /// <summary>Whether it also matches no words at all.</summary>
    public bool MayBeEmpty => this switch
    {
        Word or Class => false,
        Gap or Optional => true,
        Sequence sequence => sequence.Parts.All(part => part.MayBeEmpty),
        Choice choice => choice.Options.Any(option => option.MayBeEmpty),
        _ => false,
    };
}

/// <summary>A phrase as written, and as a tree.</summary>
/// <param name="Text">As written.</param>
/// <param name="Place">Where it was written.</param>
/// <param name="Root">As a tree.</param>
internal sealed record Phrase(string Text, FilePlace Place, PhraseNode Root)
{
    /// <summary>How many words <c>...</c> may stand for, at most.</summary>
    public const int LongestGap = 4;
}

/// <summary>A place in a file.</summary>
/// <param name="File">Relative to the lexicon's folder.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
public sealed record FilePlace(string File, int Line, int Column);

/// <summary>What is wrong with a phrase, and where in it.</summary>
/// <param name="Column">From 0, in the phrase.</param>
/// <param name="Text">What is wrong.</param>
internal sealed record PhraseFault(int Column, Bilingual Text);
