namespace SoftNo.Transcripts.Formats;

/// <summary>What a format made of a file: its calls, or why there is none.</summary>
internal sealed record FormatResult(IReadOnlyList<CallDraft> Calls, IReadOnlyList<Problem> Problems)
{
    public static implicit operator FormatResult(CallDraft call) => new([call], []);

    public static implicit operator FormatResult(Problem problem) => new([], [problem]);
}

/// <summary>A way to write a call down as text, recognised by its content.</summary>
internal abstract class TextFormat
{
    /// <summary>The format's name, such as <c>webvtt</c>; a reading may tell a finer one.</summary>
    public abstract string Name { get; }

    /// <summary>What the format is, for people.</summary>
    public abstract Bilingual Title { get; }

    /// <summary>Why the text is of this format, or null where it is not.</summary>
    public abstract Bilingual? Recognise(SourceText text);

    /// <summary>Reads a text that was recognised.</summary>
    public abstract FormatResult Read(SourceText text);
}
