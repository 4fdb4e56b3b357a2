using NetArchTest.Rules;

namespace SoftNo.Tests.Conventions;

/// <summary>The arrows between the domain's folders, as docs/architecture.md draws them.</summary>
public class ArrowsTests
{
    private static readonly string[] Folders = ["Calls", "Transcripts", "Cues", "Threads", "Signals", "Rescue", "Settings", "Deals", "Forecasting", "Reports", "Evaluation", "Simulation"];

    [Theory]
    [InlineData("Calls")]
    [InlineData("Transcripts", "Calls")]
    [InlineData("Cues", "Calls")]
    [InlineData("Threads", "Calls", "Cues")]
    [InlineData("Signals", "Calls", "Cues", "Threads")]
    [InlineData("Rescue", "Calls", "Cues", "Threads", "Signals")]
    [InlineData("Deals", "Calls", "Transcripts", "Cues", "Threads", "Signals", "Rescue")]
    [InlineData("Forecasting", "Calls", "Cues", "Threads", "Signals", "Deals")]
    [InlineData("Settings", "Rescue")]
    [InlineData("Reports", "Calls", "Cues", "Threads", "Signals", "Rescue", "Settings", "Deals", "Forecasting")]
    [InlineData("Simulation", "Calls", "Transcripts", "Cues", "Threads", "Signals", "Deals", "Forecasting")]
    [InlineData("Evaluation", "Calls", "Transcripts", "Cues", "Threads", "Signals", "Rescue")]
    public void A_folder_uses_only_those_that_lie_before_it(string folder, params string[] allowed)
    {
        var forbidden = Folders.Except(allowed).Where(other => other != folder).Select(other => $"SoftNo.{other}").ToArray();
        var types = Types.InAssembly(typeof(CallReader).Assembly).That().ResideInNamespaceStartingWith($"SoftNo.{folder}");
        Assert.NotEmpty(types.GetTypes());
        var result = types.ShouldNot().HaveDependencyOnAny(forbidden).GetResult();
        Assert.True(result.IsSuccessful, $"{folder}: {string.Join(", ", result.FailingTypeNames ?? [])}");
    }

    [Theory]
    [InlineData("System.Net.Http")]
    [InlineData("System.Net.Sockets")]
    [InlineData("Spectre.Console")]
    [InlineData("System.CommandLine")]
    public void The_domain_knows_no_network_and_no_terminal(string part)
    {
        var result = Types.InAssembly(typeof(CallReader).Assembly).ShouldNot().HaveDependencyOn(part).GetResult();
        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }

    [Fact]
    public void No_folder_is_named_for_nothing()
    {
        var empty = new[] { "Helpers", "Managers", "Utils", "Services", "Common", "Misc" };
        var folders = Directory.GetDirectories(Repository.Folder("src"), "*", SearchOption.AllDirectories).Select(Path.GetFileName);
        Assert.Empty(folders.Intersect(empty));
    }

    [Fact]
    public void No_interface_has_a_single_implementer()
    {
        var all = typeof(CallReader).Assembly.GetTypes().Where(type => type.Namespace?.StartsWith("SoftNo", StringComparison.Ordinal) == true).ToList();
        var single = all.Where(type => type.IsInterface && all.Count(other => other is { IsClass: true } && type.IsAssignableFrom(other)) < 2);
        Assert.Empty(single.Select(type => type.FullName));
    }
}
