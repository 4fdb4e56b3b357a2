namespace SoftNo.Calls;

/// <summary>A half-open run of UTF-16 offsets in one turn's text: <see cref="Start"/> included, <see cref="End"/> excluded.</summary>
public readonly record struct TextSpan
{
    /// <summary>Makes a span.</summary>
    /// <exception cref="ArgumentOutOfRangeException">When start is negative or end lies before start.</exception>
    public TextSpan(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start;
        End = end;
    }

    /// <summary>The first offset.</summary>
    public int Start { get; }

    /// <summary>The offset after the last.</summary>
    public int End { get; }

    /// <summary>How many UTF-16 units it holds.</summary>
    public int Length => End - Start;

    /// <summary>Whether both share at least one unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The words it names in its turn's text.</summary>
    public string Of(string text) => text[Start..End];
}
