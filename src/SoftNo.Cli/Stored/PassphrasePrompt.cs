using System.Text;
using SoftNo.Storage.Sealing;

namespace SoftNo.Cli.Stored;

/// <summary>Asks for a passphrase at the keyboard; what is typed is not shown.</summary>
internal static class PassphrasePrompt
{
    /// <summary>Whether somebody sits at the keyboard.</summary>
    public static bool Possible => !Console.IsInputRedirected && !Console.IsErrorRedirected;

    /// <summary>The passphrase; null where nothing was typed.</summary>
    /// <param name="session">The session.</param>
    /// <param name="question">The name of the line that asks.</param>
    public static Passphrase? Ask(Session session, string question)
    {
        session.Terminal.Error.Write(StoreWords.Of(session.Language).Line(question) + " ");
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace) typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar)) typed.Append(key.KeyChar);
        }

        session.Terminal.Error.WriteLine();
        return typed.Length == 0 ? null : new Passphrase(typed.ToString());
    }
}
