using System.Globalization;

namespace SoftNo.Cli;

/// <summary>An exception nobody expected, told as our bug.</summary>
internal static class Bug
{
    /// <summary>One sentence, how to report it, and the trace that a report needs (no word of the transcript is in it).</summary>
    public static void Tell(Exception unexpected, Terminal terminal, CliWords words, string? file)
    {
        var where = file is null ? "" : $" ({file})";
        terminal.ErrorLine(string.Format(CultureInfo.InvariantCulture, words.OurBug, where));
        terminal.ErrorLine(words.HowToReport);
        // The message may quote the user's data: the type and the trace are enough to find a bug.
        for (var e = unexpected; e is not null; e = e.InnerException) terminal.ErrorLine($"{e.GetType().FullName}\n{e.StackTrace}");
    }
}
