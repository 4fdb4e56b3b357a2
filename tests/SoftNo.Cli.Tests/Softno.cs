using System.Diagnostics;
using System.Text;

namespace SoftNo.Cli.Tests;

/// <summary>What one run of the real command gave.</summary>
internal sealed record Run(int Code, string Out, string Error)
{
    public string[] Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Runs the built command as a process, as a user does.</summary>
internal static class Softno
{
    /// <summary>The project's folder.</summary>
    public static string Home { get; } = FindHome();

    public static string Command { get; } = Path.Combine(AppContext.BaseDirectory, "SoftNo.Cli.dll");

    public static string Sample(string name) => Path.Combine(Home, "samples", name);

    public static Run Of(params string[] words) => Of(words, null, null);

    public static Run Of(string[] words, byte[]? input = null, Dictionary<string, string>? environment = null, string? command = null, string? folder = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder ?? Home,
            StandardOutputEncoding = new UTF8Encoding(false), StandardErrorEncoding = new UTF8Encoding(false),
        };
        foreach (var name in (string[])["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS"]) start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var (name, value) in environment ?? []) start.Environment[name] = value;
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(command ?? Command);
        foreach (var word in words) start.ArgumentList.Add(word);
        return Finish(start, input);
    }

    public static Run Finish(ProcessStartInfo start, byte[]? input = null)
    {
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The command did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (input is not null) process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return new Run(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    private static string FindHome()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SoftNo.slnx"))) return folder.FullName;
        }

        throw new InvalidOperationException("The tests run inside the project's folder.");
    }
}

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("softno-").FullName;

    public string Write(string name, string text)
    {
        var file = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
