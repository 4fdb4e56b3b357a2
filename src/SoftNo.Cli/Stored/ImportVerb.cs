using System.CommandLine;

namespace SoftNo.Cli.Stored;

/// <summary><c>softno import</c>: what comes into the store, a subcommand each.</summary>
internal static class ImportVerb
{
    /// <summary>The verb.</summary>
    public static Command Build(Session session)
    {
        var verb = new Command("import", StoreWords.Of(session.Language).Verbs["import"]);
        verb.Subcommands.Add(ImportDealsVerb.Build(session));
        verb.Subcommands.Add(ImportActsVerb.Build(session));
        verb.Subcommands.Add(ImportCallsVerb.Build(session));
        verb.Subcommands.Add(ImportMailVerb.Build(session, "mail"));
        verb.Subcommands.Add(ImportMailVerb.Build(session, "calendar"));
        return verb;
    }
}
