using System.Text;
using SoftNo.Reports;

namespace SoftNo.Cli;

/// <summary>The two streams of the process, in UTF-8, with the width and the colours that may be used.</summary>
internal sealed class Terminal
{
    private const int DefaultWidth = 100;
    private const int WidestUseful = 120;

    private Terminal(TextWriter output, TextWriter error, bool colour, bool errorColour, int width)
    {
        (Out, Error, Colour, ErrorColour, Width) = (output, error, colour, errorColour, width);
    }

    /// <summary>Standard output.</summary>
    public TextWriter Out { get; }

    /// <summary>Standard error.</summary>
    public TextWriter Error { get; }

    /// <summary>Whether standard output takes colours: a terminal, and no <c>NO_COLOR</c>.</summary>
    public bool Colour { get; }

    /// <summary>The same for standard error.</summary>
    public bool ErrorColour { get; }

    /// <summary>Columns to write in.</summary>
    public int Width { get; }

    /// <summary>Whether the other end of standard output was closed.</summary>
    public bool ReaderIsGone { get; private set; }

    /// <summary>The terminal of this process.</summary>
    public static Terminal Open()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var output = new StreamWriter(Console.OpenStandardOutput(), utf8, 1 << 14) { AutoFlush = false };
        var error = new StreamWriter(Console.OpenStandardError(), utf8, 1 << 10) { AutoFlush = true };
        var plain = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } || Environment.GetEnvironmentVariable("TERM") == "dumb";
        var forced = !plain && Environment.GetEnvironmentVariable("FORCE_COLOR") is { Length: > 0 };
        if (OperatingSystem.IsWindows()) Console.OutputEncoding = utf8;
        return new Terminal(
            output, error, forced || (!plain && !Console.IsOutputRedirected), forced || (!plain && !Console.IsErrorRedirected), WidthHere());
    }

    /// <summary>Writes a line on standard output.</summary>
    public void Line(string text = "") => Written(() => Out.WriteLine(text));

    /// <summary>Writes text on standard output as it is, and flushes it, so that a reader at the other end sees each call as it comes.</summary>
    public void Whole(string text) => Written(() =>
    {
        Out.Write(text);
        Out.Flush();
    });

    /// <summary>Writes a line on standard error, hostile characters made visible.</summary>
    public void ErrorLine(string text) => Error.WriteLine(ErrorColour ? $"\e[31m{Plain.Of(text)}\e[0m" : Plain.Of(text));

    /// <summary>Writes a remark on standard error.</summary>
    public void Remark(string text) => Error.WriteLine(ErrorColour ? $"\e[2m{Plain.Of(text)}\e[0m" : Plain.Of(text));

    /// <summary>Writes what is still held back.</summary>
    public void Flush()
    {
        if (ReaderIsGone) return;
        try
        {
            Out.Flush();
        }
        catch (IOException)
        {
            ReaderIsGone = true;
        }
    }

    private void Written(Action write)
    {
        try
        {
            write();
        }
        catch (IOException)
        {
            ReaderIsGone = true;
            throw;
        }
    }

    private static int WidthHere()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var said) && said >= 20) return Math.Min(said, WidestUseful);
        if (Console.IsOutputRedirected) return DefaultWidth;
        try
        {
            return Console.WindowWidth is >= 20 and var width ? Math.Min(width, WidestUseful) : DefaultWidth;
        }
        catch (IOException)
        {
            return DefaultWidth;
        }
    }
}
