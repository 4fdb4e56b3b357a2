using System.CommandLine;
using NodaTime;
using SoftNo.Forecasting;
using SoftNo.Simulation;
using SoftNo.Simulation.Story;
using SoftNo.Storage;
using SoftNo.Storage.Demo;

namespace SoftNo.Cli.Stored;

/// <summary><c>softno demo</c>: something to look at, in a database of its own.</summary>
internal static class DemoVerb
{
    private const int Most = 200_000;
    private const int Years = 2;

    /// <summary>The verb.</summary>
    public static Command Build(Session session)
    {
        var words = StoreWords.Of(session.Language);
        var verb = new Command("demo", words.Verbs["demo"]);
        var deals = new Option<int?>("--deals") { Description = words.Options["demo-deals"], HelpName = "N" };
        var seed = new Option<int?>("--seed") { Description = words.Options["demo-seed"], HelpName = "S" };
        var asOf = CallInput.One("--as-of", words.Options["demo-as-of"], "DATE");
        var leave = new Option<bool>("--leave") { Description = words.Options["demo-leave"] };
        foreach (var option in new Option[] { deals, seed, asOf, leave }) verb.Options.Add(option);
        verb.SetAction(parsed =>
        {
            var address = StoreAddress.Demo(Environment.GetEnvironmentVariable);
            if (parsed.GetValue(leave))
            {
                session.Terminal.Line(words.Line(DemoStore.Leave(address) ? "demo-left" : "demo-none"));
                return ExitCode.Done;
            }
            DemoStore.Leave(address);
            return Desk.At(session, address, desk =>
            {
                if (desk.Day("--as-of", parsed.GetValue(asOf)) is not { } today) return Refused(desk, null);
                if (parsed.GetValue(deals) is not { } count) return Told(desk, today);
                return count is < 1 or > Most ? Refused(desk, StoreWords.Problem("bad-demo", "--deals", Most)) : Simulated(desk, count, parsed.GetValue(seed) ?? 1, today);
            });
        });
        return verb;
    }

    private static int Told(Desk desk, LocalDate today)
    {
        var loaded = CallReader.Load();
        foreach (var problem in loaded.Problems) desk.Fail(problem);
        if (loaded.Reader is null) return ExitCode.YourInput;
        DemoStore.Tell(desk.Store, desk.Clock, loaded.Reader, DemoStory.DefaultFolder, today);
        return Ready(desk, "demo-story", "demo-story-next");
    }

    private static int Simulated(Desk desk, int count, int seed, LocalDate today)
    {
        var simulator = new TeamSimulator(SimulatedTeams.Load(SimulatedTeams.DefaultFile), DealPriors.Load(DealPriors.DefaultFile).Silence, today.PlusYears(-Years), today.PlusDays(-1));
        DemoStore.Fill(desk.Store, desk.Clock, simulator.Seen(count, seed, today));
        return Ready(desk, "demo-made", "demo-made-next");
    }

    private static int Ready(Desk desk, string line, string next)
    {
        var count = desk.Store.Deals.Count();
        desk.Session.Terminal.Line(desk.Words.Line(line, desk.Words.Counts["deals"].Of(count, desk.Session.Language)));
        desk.Session.Terminal.Line(desk.Words.Line(next));
        return ExitCode.Done;
    }

    /// <summary>What was begun of a demo that was not made goes.</summary>
    private static int Refused(Desk desk, Problem? problem)
    {
        desk.Store.Dispose();
        DemoStore.Leave(desk.Address);
        return problem is null ? ExitCode.YourInput : desk.Fail(problem);
    }
}
