using SoftNo.Calls;

namespace SoftNo.Cues.Moments;

/// <summary>Words that set, change or refuse the next step.</summary>
public sealed record FoundStep
{
    /// <summary>The turn's index.</summary>
    public required int Turn { get; init; }

    /// <summary>Where in the turn.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The words: the turn's own slice.</summary>
    public required string Quote { get; init; }

    /// <summary>How firm these words make it.</summary>
    public required Grade Grade { get; init; }

    /// <summary>The time, or null where the words fix none or the moment of speaking is unknown.</summary>
    public Moment? When { get; init; }

    /// <summary>How fine the words' time is, known even where <see cref="When"/> is not.</summary>
    public Grain Grain { get; init; }

    /// <summary>All readings, where an American would be unsure; empty where there is no doubt.</summary>
    public IReadOnlyList<Moment> Candidates { get; init; } = [];

    /// <summary>Who bound themselves by these words.</summary>
    public Bound Bound { get; init; }

    /// <summary>What is owed, in the words of the turn; null where nothing is.</summary>
    public string? Owed { get; init; }

    /// <summary>The sides-independent rule of the grammar that fired, such as <c>withdraws</c> or <c>invitation-accepted</c>.</summary>
    public required string Rule { get; init; }
}

/// <summary>Every word of a call that sets or changes a step, and what stands at its end.</summary>
/// <param name="Steps">In order of turn and start.</param>
/// <param name="Final">What stands at the end; <see cref="NextStep.Nothing"/> where nothing does.</param>
public sealed record StepReading(IReadOnlyList<FoundStep> Steps, NextStep Final);
