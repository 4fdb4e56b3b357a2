using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SoftNo.Cli;

/// <summary><c>softno serve</c>: starts the SoftNo.Server program that lies beside this one; its signals and exit code pass through.</summary>
internal static class ServeVerb
{
    private const string Program = "SoftNo.Server.dll";

    /// <summary>The verb.</summary>
    public static Command Build(Session session)
    {
        var words = PracticeWords.Of(session.Language);
        var verb = new Command("serve", words.Serve);
        Option<string?>[] options =
        [
            CallInput.One("--port", words.ServePort, "N"), CallInput.One("--max-upload", words.ServeMaxUpload, "SIZE"), CallInput.One("--requests-a-minute", words.ServeRequests, "N"),
            CallInput.One("--new-key", words.ServeNewKey, "NAME"), CallInput.One("--scopes", words.ServeScopes, "read,write"), CallInput.One("--address", words.ServeAddress, "127.0.0.1"),
        ];
        foreach (var option in options) verb.Options.Add(option);
        verb.SetAction((parsed, _) =>
        {
            var given = options.Where(option => parsed.GetValue(option) is not null).SelectMany(option => new[] { option.Name, parsed.GetValue(option)! });
            return Start(session, [.. given, "--lang", session.Language]);
        });
        return verb;
    }

    /// <summary>The verb <c>mcp</c>: the same program, for an assistant over stdio.</summary>
    public static Command Mcp(Session session)
    {
        var words = PracticeWords.Of(session.Language);
        var verb = new Command("mcp", words.Mcp);
        var (seen, writes) = (new Option<bool>("--allow-words") { Description = words.McpWords }, new Option<bool>("--allow-writes") { Description = words.McpWrites });
        verb.Options.Add(seen);
        verb.Options.Add(writes);
        verb.SetAction((parsed, _) => Start(session, ["mcp", .. parsed.GetValue(seen) ? (string[])["--allow-words"] : [], .. parsed.GetValue(writes) ? (string[])["--allow-writes"] : [], "--lang", session.Language]));
        return verb;
    }

    /// <summary>Where the program lies: in this folder, or in <c>server/</c> under it.</summary>
    private static string? Beside() =>
        new[] { Path.Combine(AppContext.BaseDirectory, Program), Path.Combine(AppContext.BaseDirectory, "server", Program) }.FirstOrDefault(File.Exists);

    private static async Task<int> Start(Session session, IEnumerable<string> words)
    {
        if (Beside() is not { } server)
        {
            Complaint.Tell(PracticeWords.Problem("no-server", Path.Combine(AppContext.BaseDirectory, "server", Program)), session);
            return ExitCode.YourInput;
        }

        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet") { UseShellExecute = false };
        foreach (var word in (string[])["exec", server, .. words]) start.ArgumentList.Add(word);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The desk did not start.");
        // Ctrl+C reaches both of us from the terminal: we only wait. What is sent to us alone is passed on.
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Pass(process));
        using var ended = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Pass(process));
        await process.WaitForExitAsync().ConfigureAwait(false);
        return process.ExitCode;
    }

    private static Action<PosixSignalContext> Pass(Process process) => signal =>
    {
        signal.Cancel = true;
        if (!OperatingSystem.IsWindows()) _ = Kill(process.Id, signal.Signal == PosixSignal.SIGINT ? 2 : 15);
    };

    // The class library can only kill outright; a desk that is asked to stop finishes what it was told.
    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Kill(int process, int signal);
}
