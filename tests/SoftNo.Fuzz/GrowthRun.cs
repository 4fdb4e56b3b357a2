using System.Diagnostics;
using System.Globalization;

namespace SoftNo.Fuzz;

/// <summary>Time and memory of the whole <c>softno read --without listener</c> over exports of growing size: the table of docs/formats.md.</summary>
internal static class GrowthRun
{
    private static readonly int[] Megabytes = [1, 10, 50, 200];

    // A conversation's words, over and over.
    private static readonly string[] Spoken =
        "so what happens today when a sensor fails honestly the driver calls dispatch and we lose the whole load which is about ninety thousand dollars a quarter".Split(' ');

    private static readonly IReadOnlyDictionary<string, Action<TextWriter, long>> Shapes = new Dictionary<string, Action<TextWriter, long>>
    {
        ["calls of half an hour (Gong)"] = WriteCalls,
        ["one call, words alone (Deepgram)"] = WriteWords,
    };

    /// <summary>Prints the table.</summary>
    public static void Print()
    {
        Console.WriteLine("| export | size | time | largest memory |\n| --- | --- | --- | --- |");
        foreach (var (name, write) in Shapes)
        {
            foreach (var size in Megabytes)
            {
                var file = Path.Combine(Path.GetTempPath(), $"softno-growth-{Environment.ProcessId}.json");
                using (var writer = new StreamWriter(file)) write(writer, size * 1_000_000L);
                var (time, memory) = Read(file);
                File.Delete(file);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {size} MB | {time.TotalSeconds:0.0} s | {memory / 1_000_000} MB |"));
            }
        }
    }

    private static (TimeSpan Time, long Memory) Read(string file)
    {
        var start = new ProcessStartInfo(Path.Combine(Corpus.Home, "softno")) { RedirectStandardOutput = true };
        foreach (var word in (string[])["read", file, "--without", "listener"]) start.ArgumentList.Add(word);
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException("softno did not start.");
        var drained = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        long memory = 0;
        while (!process.WaitForExit(50))
        {
            process.Refresh();
            if (!process.HasExited) memory = Math.Max(memory, process.PeakWorkingSet64);
        }

        drained.GetAwaiter().GetResult();
        if (process.ExitCode != 0) throw new InvalidOperationException($"softno ended with {process.ExitCode}.");
        return (clock.Elapsed, memory);
    }

    private static void WriteCalls(TextWriter writer, long bytes)
    {
        writer.Write("""{"callTranscripts":[""");
        long written = 0;
        for (var call = 0; written < bytes; call++)
        {
            var text = new StringWriter(CultureInfo.InvariantCulture);
            text.Write($$"""{{(call == 0 ? "" : ",")}}{"callId":"{{call}}","transcript":[""");
            for (var at = 0; at < 400; at++)
                text.Write($$"""{{(at == 0 ? "" : ",")}}{"speakerId":"{{6432345678555530067 + (ulong)(at % 2)}}","topic":null,"sentences":[{"start":{{at * 4500}},"end":{{(at * 4500) + 4000}},"text":"{{Sentence(call + at)}}"}]}""");
            text.Write("]}");
            writer.Write(text);
            written += text.GetStringBuilder().Length;
        }

        writer.Write("]}");
    }

    private static void WriteWords(TextWriter writer, long bytes)
    {
        writer.Write("""{"metadata":{"channels":1},"results":{"channels":[{"alternatives":[{"transcript":"","words":[""");
        long written = 0;
        for (var at = 0; written < bytes; at++)
        {
            var word = Spoken[((at * 13) + (at / 29)) % Spoken.Length];
            var seconds = (at * 0.36).ToString("0.00", CultureInfo.InvariantCulture);
            var item = $$"""{{(at == 0 ? "" : ",")}}{"word":"{{word}}","start":{{seconds}},"end":{{seconds}},"confidence":0.98765,"speaker":{{at / 25 % 2}},"speaker_confidence":0.81,"punctuated_word":"{{word}}{{(at % 25 == 24 ? "." : "")}}"}""";
            writer.Write(item);
            written += item.Length;
        }

        writer.Write("]}]}]}}");
    }

    private static string Sentence(int seed) => string.Join(' ', Enumerable.Range(0, 14).Select(word => Spoken[((seed * 7) + (word * 13)) % Spoken.Length]));
}
