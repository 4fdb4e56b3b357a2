using System.Text;
using Xunit;

namespace SoftNo.Cli.Tests;

public class EncryptVerbTests
{
    private const string Phrase = "empty miles cost 41 cents";

    private static Run In(TemporaryFolder folder, string? phrase, params string[] words)
    {
        var environment = new Dictionary<string, string> { ["SOFTNO_HOME"] = Path.Combine(folder.Path, "home") };
        if (phrase is not null) environment["SOFTNO_PASSPHRASE"] = phrase;
        return Softno.Of(words, [], environment, folder: folder.Path);
    }

    [Fact]
    public void Texts_are_encrypted_with_the_passphrase_of_the_environment_which_shows_nowhere()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, In(folder, null, "import", "calls", Softno.Sample("2026-11-17-harborlight-zoom.vtt"), "--consent", "aloud", "--without", "listener").Code);
        Assert.Equal(2, In(folder, null, "encrypt").Code);
        Assert.Equal(2, In(folder, "short", "encrypt").Code);
        var done = In(folder, Phrase, "encrypt", "--lang", "en");
        Assert.True(done.Code == 0, done.Error);
        Assert.StartsWith("Encrypted: ", done.Out, StringComparison.Ordinal);
        var shut = In(folder, null, "readings", "--lang", "en");
        Assert.Equal(2, shut.Code);
        Assert.Contains("the passphrase is missing", shut.Error, StringComparison.Ordinal);
        var wrong = In(folder, Phrase + "!", "readings");
        Assert.Equal(2, wrong.Code);
        var open = In(folder, Phrase, "access", "Brent Calloway");
        Assert.Equal(0, open.Code);
        Assert.Contains("treating you", open.Out, StringComparison.Ordinal);
        // The names of people stay open, their words do not.
        Assert.NotEmpty(FilesWith(folder, "Brent Calloway"));
        Assert.All(Words(), words => Assert.Empty(FilesWith(folder, words)));
        foreach (var run in (Run[])[done, shut, wrong, open]) Assert.DoesNotContain(Phrase, run.Out + run.Error, StringComparison.Ordinal);
        Assert.Empty(FilesWith(folder, Phrase));
        Assert.Equal(0, In(folder, Phrase, "encrypt", "--off").Code);
        Assert.Equal(0, In(folder, null, "readings").Code);
        Assert.All(Words(), words => Assert.NotEmpty(FilesWith(folder, words)));
    }

    /// <summary>Long words that were said.</summary>
    private static IEnumerable<string> Words() => File.ReadLines(Softno.Sample("2026-11-17-harborlight-zoom.vtt"))
        .Where(line => line.Contains(": ", StringComparison.Ordinal)).Select(line => line.Split(": ", 2)[1].Trim()).Where(words => words.Length > 25 && !words.Contains('"', StringComparison.Ordinal)).Take(10);

    private static string[] FilesWith(TemporaryFolder folder, string words) =>
        [.. Directory.GetFiles(Path.Combine(folder.Path, "home"), "*", SearchOption.AllDirectories).Where(file => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0)];
}
