namespace SoftNo.Rescue.Templates;

/// <summary>A text with places, and the slots that must be filled for it to be chosen.</summary>
/// <param name="Needs">Names of slots.</param>
/// <param name="Text">American English, places as <c>{first}</c>; <c>[words]</c> is a place that only the seller can fill.</param>
public sealed record Variant(IReadOnlyList<string> Needs, string Text);

/// <summary>A mail's template.</summary>
/// <param name="Needs">Names of slots that must be filled for it to be chosen.</param>
/// <param name="Subjects">Alternatives that say the same.</param>
/// <param name="Body">Its sentences, each with alternatives that say the same: the first that repeats nothing of the prospect's is taken.</param>
public sealed record MailTemplate(IReadOnlyList<string> Needs, IReadOnlyList<string> Subjects, IReadOnlyList<IReadOnlyList<string>> Body);

/// <summary>What may come back, and what follows: texts still with their places.</summary>
public sealed record AnswerTemplate(string Answer, string IfTheySay, string Say, Bilingual Means, Bilingual Do);

/// <summary>A move as the playbook has it, before a call fills it.</summary>
public sealed record MoveTemplate
{
    /// <summary>Which move.</summary>
    public required Move Move { get; init; }

    /// <summary>Where it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>Whether it ends the matter: then its mail proposes no time.</summary>
    public required bool Closes { get; init; }

    /// <summary>What it does, in order.</summary>
    public required IReadOnlyList<string> Beats { get; init; }

    /// <summary>Why this move.</summary>
    public required Bilingual Why { get; init; }

    /// <summary>How to say it.</summary>
    public required Bilingual Delivery { get; init; }

    /// <summary>Variants by tone; the last of each needs nothing.</summary>
    public required IReadOnlyDictionary<Tone, IReadOnlyList<Variant>> Say { get; init; }

    /// <summary>Variants; the last needs nothing.</summary>
    public required IReadOnlyList<MailTemplate> Mail { get; init; }

    /// <summary>Why an American respects it.</summary>
    public required Bilingual Coaching { get; init; }

    /// <summary>What not to say.</summary>
    public required Bilingual Avoid { get; init; }

    /// <summary>What follows each answer.</summary>
    public required IReadOnlyList<AnswerTemplate> Then { get; init; }
}

/// <summary>What could have been said at a missed moment.</summary>
/// <param name="Move">The move that would have fit.</param>
/// <param name="Say">Variants; the last needs nothing.</param>
/// <param name="Coaching">Why.</param>
public sealed record MissedTemplate(Move Move, IReadOnlyList<Variant> Say, Bilingual Coaching);
