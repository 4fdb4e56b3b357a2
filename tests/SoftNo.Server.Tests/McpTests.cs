using System.Text.Json.Nodes;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Xunit;

namespace SoftNo.Server.Tests;

/// <summary>The assistant's server with a real client over stdio.</summary>
public sealed class McpTests : IAsyncLifetime
{
    private const string Soft = "2026-11-17-harborlight-zoom.vtt";
    private const string Export = "Deal Name,Deal Stage,Amount,Currency,Deal probability,Close Date,Create Date,Record ID\nHarborlight,Proposal,120000,USD,0.8,2026-12-15,2026-01-10,1\n";
    private readonly Desk _desk = new(new ServeSettings { Port = 0, RequestsAMinute = 0 });

    public async ValueTask InitializeAsync()
    {
        await _desk.InitializeAsync();
        _desk.Import(Export);
        using var program = _desk.Program();
        using var kept = await program.PostAsync($"/api/v1/calls?name={Soft}&us=Claire&consent=all", new ByteArrayContent(await File.ReadAllBytesAsync(Desk.Sample(Soft))));
        Assert.True(kept.IsSuccessStatusCode);
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Without_more_an_assistant_reads_figures_and_no_name_and_no_word_of_a_call()
    {
        var told = new List<string>();
        await using var client = await Connect(told);
        Assert.Contains("the model of your assistant", client.ServerInstructions, StringComparison.Ordinal);
        Assert.Contains(told, line => line.Contains("the model of your assistant", StringComparison.Ordinal));
        var tools = await client.ListToolsAsync();
        Assert.Equal(["calls", "deal", "deals", "decode", "reading", "today"], tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, tool => Assert.True(tool.ProtocolTool.Annotations!.ReadOnlyHint));
        var deals = await Call(client, "deals");
        Assert.Equal(1, (int)JsonNode.Parse(deals)!["deals"]![0]!["number"]!);
        var calls = await Call(client, "calls");
        var id = (string)JsonNode.Parse(calls)!["calls"]![0]!["id"]!;
        var reading = await Call(client, "reading", ("id", id));
        Assert.Equal("soft-no", (string?)JsonNode.Parse(reading)!["figures"]!["verdict"]);
        foreach (var answer in (string[])[deals, calls, reading, await Call(client, "today"), await Call(client, "deal", ("number", 1))])
        {
            foreach (var word in (string[])["Harborlight", "harborlight", "Claire", "Brent", "interesting"]) Assert.DoesNotContain(word, answer, StringComparison.Ordinal);
        }

        Assert.Contains("soft-no", await Call(client, "decode", ("words", "We'll circle back.")), StringComparison.Ordinal);
        Assert.Contains("cure", await Call(client, "deal", ("number", 99)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_and_writes_are_allowed_one_by_one()
    {
        await using (var reader = await Connect([], "--allow-words"))
        {
            var tools = await reader.ListToolsAsync();
            Assert.Contains(tools, tool => tool.Name == "draft");
            Assert.DoesNotContain(tools, tool => tool.Name == "note_outcome");
            Assert.Contains("Harborlight", await Call(reader, "deals"), StringComparison.Ordinal);
            var id = (string)JsonNode.Parse(await Call(reader, "calls"))!["calls"]![0]!["id"]!;
            Assert.Equal("softno.reading/1", (string?)JsonNode.Parse(await Call(reader, "reading", ("id", id)))!["schema"]);
            Assert.Equal("softno.rescue/1", (string?)JsonNode.Parse(await Call(reader, "draft", ("id", id)))!["schema"]);
        }

        await using var writer = await Connect([], "--allow-writes");
        Assert.Contains("cure", await Call(writer, "note_outcome", ("number", 1), ("outcome", "eaten")), StringComparison.Ordinal);
        Assert.Equal("{\"noted\":true}", await Call(writer, "note_outcome", ("number", 1), ("outcome", "lost")));
        using var store = _desk.Store();
        Assert.Equal(SoftNo.Deals.DealStatus.Lost, store.Deals.Single().NotedStatus);
    }

    private async Task<McpClient> Connect(List<string> told, params string[] more) => await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions
    {
        Command = "dotnet", Arguments = ["exec", Path.Combine(AppContext.BaseDirectory, "SoftNo.Cli.dll"), "mcp", "--lang", "en", .. more], Name = "softno",
        EnvironmentVariables = new Dictionary<string, string?> { ["SOFTNO_HOME"] = Path.GetDirectoryName(_desk.Database), ["DOTNET_EnableDiagnostics"] = "0" },
        StandardErrorLines = told.Add,
    }));

    private static async Task<string> Call(McpClient client, string tool, params (string Name, object? Value)[] given)
    {
        var answer = await client.CallToolAsync(tool, given.ToDictionary(one => one.Name, one => one.Value));
        return string.Concat(answer.Content.OfType<TextContentBlock>().Select(block => block.Text));
    }
}
