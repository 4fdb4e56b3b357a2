using System.Globalization;
using SharpFuzz;
using SoftNo.Fuzz;

// One target under afl-fuzz (`--afl TARGET`), or each named target, or all, for some minutes in this process.
if (args is ["--afl", var under])
{
    var read = Targets.All[under];
    Fuzzer.OutOfProcess.Run(stream => read(stream));
    return 0;
}

if (args is ["--growth"])
{
    GrowthRun.Print();
    return 0;
}

if (args is ["--corpus", var name, var into])
{
    var written = 0;
    foreach (var seed in Corpus.Of(name)) File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(into).FullName, $"{written++:000}"), seed);
    return 0;
}

var minutes = args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 1;
var names = args.Length > 1 ? args[1..] : [.. Targets.All.Keys];
var found = 0;
foreach (var target in names) found += new MutationRun(target, Targets.All[target], seed: 20261117).For(TimeSpan.FromMinutes(minutes));
return found == 0 ? 0 : 1;
