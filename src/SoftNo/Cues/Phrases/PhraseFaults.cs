namespace SoftNo.Cues.Phrases;

/// <summary>What makes a well-written phrase useless: it can never match, or it matches nothing at all.</summary>
internal static class PhraseFaults
{
    /// <summary>The first fault, or null.</summary>
    public static PhraseFault? In(PhraseNode root, WordClasses classes)
    {
        if (root.MayBeEmpty) return new PhraseFault(0, new Bilingual("la phrase n'exige aucun mot", "the phrase asks for no word"));
        if (Unknown(root, classes) is { } unknown)
            return new PhraseFault(unknown.Column, new Bilingual($"classe de mots inconnue « {unknown.Name} »", $"unknown word class '{unknown.Name}'"));
        if (BeginsOrEndsInGap(root))
            return new PhraseFault(0, new Bilingual("« ... » ne sert à rien au bord d'une phrase", "'...' does nothing at the edge of a phrase"));
        return null;
    }

    private static PhraseNode.Class? Unknown(PhraseNode node, WordClasses classes) => node switch
    {
        PhraseNode.Class one => classes.Knows(one.Name) ? null : one,
        PhraseNode.Sequence sequence => sequence.Parts.Select(part => Unknown(part, classes)).FirstOrDefault(found => found is not null),
        PhraseNode.Choice choice => choice.Options.Select(option => Unknown(option, classes)).FirstOrDefault(found => found is not null),
        PhraseNode.Optional optional => Unknown(optional.Inner, classes),
        _ => null,
    };

    private static bool BeginsOrEndsInGap(PhraseNode root) =>
        root is PhraseNode.Gap || (root is PhraseNode.Sequence { Parts: [PhraseNode.Gap, ..] or [.., PhraseNode.Gap] });
}
