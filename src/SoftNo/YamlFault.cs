using YamlDotNet.Core;

namespace SoftNo;

/// <summary>What is wrong with a YAML text, and where: the parser throws some faults without a place, such as a bracket that is never closed.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="What">In the parser's own words.</param>
internal readonly record struct YamlFault(int Line, int Column, string What)
{
    /// <summary>Whether an exception of the parser speaks of the text, and not of us.</summary>
    public static bool Is(Exception error) => error is YamlException or InvalidOperationException or ArgumentException or FormatException or OverflowException;

    /// <summary>The fault behind such an exception.</summary>
    /// <param name="error">What the parser threw.</param>
    /// <param name="text">The text that it read.</param>
    public static YamlFault Of(Exception error, string text)
    {
        var inner = error.InnerException is { } cause and not YamlException ? cause : error;
        if (error is YamlException placed) return new((int)placed.Start.Line, (int)placed.Start.Column, inner.Message);
        return AfterTheLastGoodPart(text);
    }

    /// <summary>The place where the parser stops, found by reading the text again.</summary>
    private static YamlFault AfterTheLastGoodPart(string text)
    {
        var parser = new Parser(new StringReader(text));
        var last = Mark.Empty;
        try
        {
            while (parser.MoveNext()) last = parser.Current!.End;
        }
        catch (Exception error) when (Is(error))
        {
            if (error is YamlException placed) return new((int)placed.Start.Line, (int)placed.Start.Column, placed.Message);
        }

        return new((int)last.Line, (int)last.Column, "a bracket or a quotation mark is not closed here");
    }
}
