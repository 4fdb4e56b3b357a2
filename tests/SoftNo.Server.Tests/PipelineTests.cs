using System.Text.Json.Nodes;
using Xunit;

namespace SoftNo.Server.Tests;

public class PipelineTests
{
    private const string Export = "Deal Name,Deal Stage,Amount,Currency,Deal probability,Close Date,Create Date,Record ID\n<b>Larkspur</b>,Proposal,120000,USD,0.8,2026-12-15,2026-01-10,1\nRidge,Discovery,50000,USD,0.2,2026-12-20,2026-11-01,2\n";

    [Fact]
    public async Task Without_a_database_the_pages_say_what_to_do_and_make_none()
    {
        await using var desk = new Desk(new ServeSettings { Port = 0 });
        await desk.InitializeAsync();
        using var person = await desk.Person();
        foreach (var path in (string[])["/pipeline", "/today"]) Assert.Contains("softno import deals", await person.GetStringAsync(new Uri(path, UriKind.Relative)), StringComparison.Ordinal);
        Assert.False(File.Exists(desk.Database));
    }

    [Fact]
    public async Task The_deals_that_the_command_imported_are_shown_as_text_and_told_to_programs()
    {
        await using var desk = new Desk(new ServeSettings { Port = 0 });
        await desk.InitializeAsync();
        desk.Import(Export);
        using var person = await desk.Person();
        var page = await person.GetStringAsync(new Uri("/pipeline", UriKind.Relative));
        Assert.Contains("&lt;b&gt;Larkspur&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("2 open deals", page, StringComparison.Ordinal);
        using var program = desk.Program();
        var told = JsonNode.Parse(await program.GetStringAsync(new Uri("/api/v1/forecast", UriKind.Relative)))!;
        Assert.Equal("softno.pipeline/1", (string?)told["schema"]);
        Assert.Equal(2, told["deals"]!.AsArray().Count);
        foreach (var line in (await program.GetStringAsync(new Uri("/api/v1/today", UriKind.Relative))).Split('\n', StringSplitOptions.RemoveEmptyEntries)) Assert.Equal("softno.plan/1", (string?)JsonNode.Parse(line)!["schema"]);
    }
}
