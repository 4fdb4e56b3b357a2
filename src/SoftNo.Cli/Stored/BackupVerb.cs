using System.CommandLine;
using SoftNo.Storage.Backups;

namespace SoftNo.Cli.Stored;

/// <summary><c>softno backup</c> and <c>softno restore</c>.</summary>
internal static class BackupVerb
{
    /// <summary>The verb <c>backup</c>.</summary>
    public static Command Build(Session session)
    {
        var words = StoreWords.Of(session.Language);
        var verb = new Command("backup", words.Verbs["backup"]);
        var (to, db) = (CallInput.One("--to", words.Options["to"], "FILE"), Desk.Db(session));
        verb.Options.Add(to);
        verb.Options.Add(db);
        verb.SetAction(parsed => Desk.WithOwn(session, parsed.GetValue(db), desk =>
        {
            var path = Backup.Write(desk.Store, desk.Address, desk.Clock, to: parsed.GetValue(to));
            if (parsed.GetValue(to) is not null) desk.NoteFile("backup", path);
            session.Terminal.Line(path);
            return ExitCode.Done;
        }));
        return verb;
    }

    /// <summary>The verb <c>restore</c>.</summary>
    public static Command Restore(Session session)
    {
        var words = StoreWords.Of(session.Language);
        var verb = new Command("restore", words.Verbs["restore"]);
        var file = new Argument<string>("FILE") { Description = words.Options["backup"] };
        var db = Desk.Db(session);
        verb.Arguments.Add(file);
        verb.Options.Add(db);
        verb.SetAction(parsed => Desk.WithOwn(session, parsed.GetValue(db), desk =>
        {
            if (Restoring.From(desk.Store, desk.Address, parsed.GetValue(file)!, desk.Clock) is { } problem) return desk.Fail(problem);
            session.Terminal.Line(words.Line("restored", parsed.GetValue(file)));
            return ExitCode.Done;
        }));
        return verb;
    }
}
