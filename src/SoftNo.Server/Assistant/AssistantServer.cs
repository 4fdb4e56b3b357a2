using ModelContextProtocol.Server;
using SoftNo.Server.Calls;
using SoftNo.Server.Deals;

namespace SoftNo.Server.Assistant;

/// <summary>The same reads and drafts for an assistant on this machine, by the Model Context Protocol over stdio. Standard output is the protocol's alone.</summary>
internal static class AssistantServer
{
    /// <summary>Serves until the assistant leaves.</summary>
    /// <param name="options">What it may see and do.</param>
    /// <param name="readers">What reads.</param>
    /// <param name="database">What is kept.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    public static async Task Run(AssistantOptions options, Readers readers, DeskStore database, string language)
    {
        var words = DeskWords.In(language).Assistant;
        // Told to the person who starts it and to the assistant itself, before anything is asked.
        await Console.Error.WriteLineAsync($"softno: {words.Leaves} {(options.Words ? words.WithWords : words.WithoutWords)} {(options.Writes ? words.WithWrites : words.WithoutWrites)}").ConfigureAwait(false);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddMcpServer(server =>
        {
            server.ServerInfo = new() { Name = "softno", Version = "1" };
            server.ServerInstructions = $"{words.Instructions} {words.Leaves}";
        }).WithStdioServerTransport().WithTools(Tools(options, new AssistantTools(readers, database, new StoredPipeline(readers, database), new CallDesk(readers, database), options.Words, language)));
        using var host = builder.Build();
        await host.RunAsync().ConfigureAwait(false);
    }

    private static List<McpServerTool> Tools(AssistantOptions options, AssistantTools tools)
    {
        List<McpServerTool> made =
        [
            Tool(tools.Decode, "decode", "What an American usually means by some words, when not, and what to ask.", true),
            Tool(tools.Deals, "deals", "The open deals: declared beside what the evidence supports, standing (alive, zombie, paused, unknown), silence.", true),
            Tool(tools.Deal, "deal", "One deal: the way from its base rate to its probability, and what the plan proposes.", true),
            Tool(tools.Today, "today", "Whom to call now, the most valuable first, and why.", true),
            Tool(tools.Calls, "calls", "Kept calls with verdict, signals and next step, the newest first.", true),
            Tool(tools.Reading, "reading", "The reading of a kept call: whole with the words where they are allowed, its figures otherwise.", true),
        ];
        if (options.Words) made.Add(Tool(tools.Draft, "draft", "What to say and send after a call: the recommended move, or the one that is named. Sends nothing.", true));
        if (!options.Writes) return made;
        made.Add(Tool(tools.NoteOutcome, "note_outcome", "Notes how a deal ended: won, lost or no-decision.", false));
        made.Add(Tool(tools.NoteSent, "note_sent", "Notes that a move was sent today, and what came of it: answered, accepted or clear-no.", false));
        made.Add(Tool(tools.Dismiss, "dismiss_cue", "Dismisses a cue of a kept call: it was none. The call is read again.", false));
        return made;
    }

    private static McpServerTool Tool(Delegate work, string name, string description, bool reads) =>
        McpServerTool.Create(work, new McpServerToolCreateOptions { Name = name, Description = description, ReadOnly = reads, Destructive = false, OpenWorld = false, Idempotent = true });
}
