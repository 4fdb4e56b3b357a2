using System.Globalization;
using System.Text;
using BenchmarkDotNet.Reports;

namespace SoftNo.Bench;

/// <summary>The figures as docs/performance.md shows them.</summary>
internal static class Table
{
    /// <summary>Markdown tables of the stages and of the cold starts.</summary>
    /// <param name="summary">The stages.</param>
    /// <param name="text">The words they read.</param>
    /// <param name="peers">What was measured beside them.</param>
    public static string Of(Summary summary, string text, Peers peers)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        var page = new StringBuilder();
        Line(page, $"{bytes / 1000.0:0.0} kB of words, {text.Count(letter => letter == '\n')} turns; {summary.HostEnvironmentInfo.Cpu.Value?.ProcessorName}, {Environment.ProcessorCount} processors; load when it began {Load()}.");
        Line(page, $"");
        Line(page, $"| stage | MB/s | beside wink-nlp | allocated, bytes a byte of words |");
        Line(page, $"| --- | --- | --- | --- |");
        foreach (var report in summary.Reports)
        {
            var speed = bytes / (report.ResultStatistics!.Median / 1e9);
            var allocated = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;
            Line(page, $"| {report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\'')} | {speed / 1e6:0.000} | {speed / peers.WinkBytesPerSecond:0.00} × | {allocated / (double)bytes:0.0} |");
        }

        Line(page, $"| wink-nlp, full pipe | {peers.WinkBytesPerSecond / 1e6:0.000} | 1 × | largest memory {peers.WinkMegaBytes:0} MB |");
        Line(page, $"");
        Line(page, $"| cold start on one sample, median of 9 | ms | beside wink-nlp | largest memory, MB |");
        Line(page, $"| --- | --- | --- | --- |");
        foreach (var (name, cold) in new[] { ("`softno read`", peers.Read), ("`softno read --without listener`", peers.ReadWithout), ("wink-nlp, full pipe", peers.Wink) })
            Line(page, $"| {name} | {cold.Milliseconds:0} | {cold.Milliseconds / peers.Wink.Milliseconds:0.00} × | {cold.MegaBytes:0} |");
        return page.ToString();
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static void Line(StringBuilder page, FormattableString line) => page.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
