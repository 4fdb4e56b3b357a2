using System.CommandLine;
using SoftNo.Storage.Sealing;

namespace SoftNo.Cli.Stored;

/// <summary><c>softno encrypt</c>: the texts of the store and of its backups, sealed with a passphrase; <c>--off</c> opens them again.</summary>
internal static class EncryptVerb
{
    /// <summary>The verb.</summary>
    public static Command Build(Session session)
    {
        var words = StoreWords.Of(session.Language);
        var verb = new Command("encrypt", words.Verbs["encrypt"]);
        var off = new Option<bool>("--off") { Description = words.Options["encrypt-off"] };
        var db = Desk.Db(session);
        verb.Options.Add(off);
        verb.Options.Add(db);
        verb.SetAction(parsed => Desk.WithOwn(session, parsed.GetValue(db), desk => parsed.GetValue(off) ? Off(desk) : On(desk)));
        return verb;
    }

    private static int On(Desk desk)
    {
        var passphrase = desk.Address.Passphrase ?? (PassphrasePrompt.Possible ? Twice(desk.Session) : null);
        if (passphrase is null) return desk.Fail(StoreWords.Problem("no-passphrase", "encrypt"));
        if (passphrase.IsShort && !SealedStore.Is(desk.Store)) return desk.Fail(StoreWords.Problem("short-passphrase", "encrypt", Passphrase.Fewest));
        return Tell(desk, "encrypted", SealedStore.Seal(desk.Store, desk.Address, passphrase, desk.Clock));
    }

    private static int Off(Desk desk) => Tell(desk, "decrypted", SealedStore.Open(desk.Store, desk.Address, desk.Clock));

    private static int Tell(Desk desk, string line, SealingDone done)
    {
        var terminal = desk.Session.Terminal;
        terminal.Line(desk.Words.Line(line, desk.Words.Counts["texts"].Of(done.Texts, desk.Session.Language), desk.Words.Counts["backups"].Of(done.Backups, desk.Session.Language)));
        foreach (var left in done.Left) terminal.Remark(desk.Words.Line("backup-left", left));
        return ExitCode.Done;
    }

    private static Passphrase? Twice(Session session)
    {
        var first = PassphrasePrompt.Ask(session, "ask-passphrase");
        return first is not null && PassphrasePrompt.Ask(session, "ask-passphrase-again") is { } second && second.Is(first) ? first : null;
    }
}
