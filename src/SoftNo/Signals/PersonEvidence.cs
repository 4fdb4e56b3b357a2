using SoftNo.Calls;
using SoftNo.Cues;

namespace SoftNo.Signals;

/// <summary>One person of the prospect's side: what they praised, asked and objected.</summary>
public sealed class PersonEvidence
{
    private readonly CallEvidence _call;
    private IReadOnlyList<Cue>? _friction;

    internal PersonEvidence(CallEvidence call, int speaker)
    {
        _call = call;
        Speaker = speaker;
        Cues = [.. call.Heard.Cues.Where(cue => cue.Speaker == speaker)];
    }

    /// <summary>The speaker's index.</summary>
    public int Speaker { get; }

    /// <summary>The person's cues, in order.</summary>
    public IReadOnlyList<Cue> Cues { get; }

    /// <summary>The person's cues of a kind.</summary>
    public IEnumerable<Cue> Of(CueKind kind) => Cues.Where(cue => cue.Kind == kind);

    /// <summary>
    /// What clears this person's praise whatever the weights say: an objection, or a hard question with a case of their
    /// own behind it. A form read aloud has none.
    /// </summary>
    public IReadOnlyList<Cue> Friction => _friction ??= [.. Of(CueKind.Objection).Concat(Of(CueKind.HardQuestion).Where(HasOwnCase))];

    /// <summary>Whether anything of theirs clears their praise: one objection or one hard question is enough.</summary>
    public bool ClearsPraise => Friction.Count > 0;

    /// <summary>
    /// Whether a question has a case of their own behind it. The guide asks for one in every hard question but those of a
    /// form: words of a form said by the person just before take it away, and something specific beside the question gives it back.
    /// </summary>
    private bool HasOwnCase(Cue question)
    {
        var rules = _call.Rules;
        var run = _call.RunOf(question.Turn);
        var before = _call.Runs.Take(run + 1).Where(one => one.Speaker == Speaker).TakeLast(rules.OwnCase.FormReach + 1);
        if (!before.SelectMany(one => one.Turns).Any(rules.FormWords.Any)) return true;
        return _call.Heard.Anchors.Any(anchor => anchor.Side == Side.Prospect && _call.RunOf(anchor.Turn) == run && rules.OwnCase.Anchors.Contains(anchor.Class));
    }
}
