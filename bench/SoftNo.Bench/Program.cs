using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using SoftNo.Bench;

// The peers are measured in the same run, on the same words.
var home = Place.Home;
var text = Stages.Words(Stages.Calls());
var peers = Peers.Of(home, text);

var config = ManualConfig.CreateEmpty()
    .AddJob(Job.ShortRun.WithToolchain(new InProcessEmitToolchain(TimeSpan.FromMinutes(10), logOutput: true)))
    .AddDiagnoser(MemoryDiagnoser.Default).AddColumnProvider(DefaultColumnProviders.Instance).AddLogger(new ConsoleLogger());
var summary = BenchmarkRunner.Run<Stages>(config);
if (summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) return 1;
Console.Write(Table.Of(summary, text, peers));
return 0;
