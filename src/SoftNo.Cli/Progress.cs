using System.Globalization;
using Spectre.Console;

namespace SoftNo.Cli;

/// <summary>A bar on standard error while many files are read; nothing where nobody watches, or where it would run into what is printed.</summary>
internal sealed class Progress : IDisposable
{
    private const int Many = 5;
    private const int BarWidth = 30;
    private readonly IAnsiConsole? _console;
    private readonly string _doing;
    private readonly int _total;
    private int _done;

    private Progress(IAnsiConsole? console, string doing, int total) => (_console, _doing, _total) = (console, doing, total);

    /// <summary>The bar of a run.</summary>
    /// <param name="terminal">The process's terminal.</param>
    /// <param name="doing">What is being done.</param>
    /// <param name="total">How many files.</param>
    /// <param name="intoFolder">Whether standard output stays free.</param>
    public static Progress Of(Terminal terminal, string doing, int total, bool intoFolder)
    {
        if (total < Many || Console.IsErrorRedirected || !(intoFolder || Console.IsOutputRedirected)) return new Progress(null, doing, total);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error), ColorSystem = terminal.ErrorColour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors });
        return new Progress(console, doing, total);
    }

    /// <summary>Whether a bar is shown.</summary>
    public bool Shows => _console is not null;

    /// <summary>One more is done.</summary>
    public void Step()
    {
        _done++;
        if (_console is null) return;
        var full = BarWidth * _done / _total;
        _console.Markup(string.Create(CultureInfo.InvariantCulture, $"\r{_doing} [green]{new string('━', full)}[/][grey]{new string('─', BarWidth - full)}[/] {_done}/{_total}"));
    }

    /// <summary>Leaves the bar's line.</summary>
    public void Dispose() => _console?.WriteLine();
}
