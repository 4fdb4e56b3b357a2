using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace SoftNo.Bench;

/// <summary>One program's cold start on one sample: the median of some runs, and the largest memory of any.</summary>
/// <param name="Milliseconds">Wall time of a whole process.</param>
/// <param name="MegaBytes">Largest resident memory.</param>
internal sealed record Cold(double Milliseconds, double MegaBytes);

/// <summary>What is measured beside the stages: wink-nlp's full pipe warm, and the cold starts of both.</summary>
/// <param name="WinkBytesPerSecond">Bytes of words a second, warm.</param>
/// <param name="WinkMegaBytes">Largest resident memory of that run.</param>
/// <param name="Read">Cold start of <c>softno read</c>.</param>
/// <param name="ReadWithout">The same without the Listener.</param>
/// <param name="Wink">Cold start of wink-nlp over the same words.</param>
internal sealed record Peers(double WinkBytesPerSecond, double WinkMegaBytes, Cold Read, Cold ReadWithout, Cold Wink)
{
    private const int Runs = 9;

    /// <summary>Measures them.</summary>
    /// <param name="home">The project's folder.</param>
    /// <param name="text">The words.</param>
    public static Peers Of(string home, string text)
    {
        var peers = Path.Combine(home, "bench", "peers");
        var words = Path.Combine(Directory.CreateTempSubdirectory("bench-").FullName, "words.txt");
        File.WriteAllText(words, text);
        var (output, warmMemory) = Run("node", [Path.Combine(peers, "full-pipe.mjs"), words, "warm"]);
        using var warm = JsonDocument.Parse(output);
        var sample = Path.Combine(home, "samples", "2026-11-17-harborlight-zoom.vtt");
        var softno = Path.Combine(home, "artifacts", "softno", "SoftNo.Cli.dll");
        return new Peers(
            warm.RootElement.GetProperty("bytesPerSecond").GetDouble(), warmMemory,
            ColdOf("dotnet", "exec", softno, "read", sample),
            ColdOf("dotnet", "exec", softno, "read", sample, "--without", "listener"),
            ColdOf("node", Path.Combine(peers, "full-pipe.mjs"), sample, "once"));
    }

    private static Cold ColdOf(string program, params string[] words)
    {
        var times = new List<double>();
        var memory = 0.0;
        for (var run = 0; run < Runs; run++)
        {
            var began = Stopwatch.GetTimestamp();
            memory = Math.Max(memory, Run(program, words).MegaBytes);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return new Cold(times.Order().ElementAt(Runs / 2), memory);
    }

    private static (string Output, double MegaBytes) Run(string program, string[] words)
    {
        // GNU time tells the largest memory of a child after its end, which nothing of .NET does.
        var start = new ProcessStartInfo("/usr/bin/time") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])["-f", "%M", program, .. words]) start.ArgumentList.Add(word);
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var told = error.GetAwaiter().GetResult().TrimEnd();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', words)}: {told}");
        return (output, double.Parse(told[(told.LastIndexOf('\n') + 1)..], CultureInfo.InvariantCulture) / 1024);
    }
}
