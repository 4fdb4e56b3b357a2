using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SoftNo.Transcripts;

namespace SoftNo.Cli;

/// <summary>
/// What an earlier run has done into the same folder, so that the next goes on where it stopped: a line a file, which names it by a hash and its outputs by name.
/// A file that changed, other options, other phrases or another version of the program make another hash.
/// </summary>
internal sealed class ReadJournal : IDisposable
{
    /// <summary>The journal's name in the user's folder.</summary>
    public const string FileName = ".softno-read";

    private readonly string _folder;
    private readonly string _run;
    private readonly Dictionary<string, string[]> _done = new(StringComparer.Ordinal);
    private readonly StreamWriter _writer;

    private ReadJournal(string folder, string run, FileStream journal)
    {
        (_folder, _run) = (folder, run);
        using (var reader = new StreamReader(journal, leaveOpen: true))
        {
            // A line that was cut off has no end; it is taken for not written.
            while (reader.ReadLine() is { } line)
            {
                var parts = line.Split('\t');
                if (parts.Length > 2 && parts[^1] == ".") _done[parts[0]] = parts[1..^1];
            }
        }

        journal.Seek(0, SeekOrigin.End);
        _writer = new StreamWriter(journal, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };
        if (journal.Length > 0) _writer.WriteLine();
    }

    /// <summary>Opens the journal of a folder; null where it cannot be written, and every file is read.</summary>
    public static ReadJournal? Open(string folder, ReadRequest request, string language, CallCompanions companions)
    {
        try
        {
            var file = new FileStream(Path.Combine(folder, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new ReadJournal(folder, Fingerprint(request, language, companions), file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The outputs of a file that is done and whose outputs are all there; null where it is to be read.</summary>
    public IReadOnlyList<string>? Done(string file) =>
        file != Inputs.StandardInput && _done.TryGetValue(KeyOf(file), out var names) && names.All(name => File.Exists(Path.Combine(_folder, name))) ? names : null;

    /// <summary>Writes down that a file's outputs are complete.</summary>
    public void Write(string file, IReadOnlyList<string> names)
    {
        if (names.Count > 0) _writer.WriteLine($"{KeyOf(file)}\t{string.Join('\t', names)}\t.");
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    // By hash: a folder that is shared tells nobody what was read.
    private string KeyOf(string file)
    {
        var found = new FileInfo(file);
        var size = found.Exists ? found.Length : -1;
        return Hash(string.Create(CultureInfo.InvariantCulture, $"{_run}\n{found.FullName}\n{size}\n{(found.Exists ? found.LastWriteTimeUtc.Ticks : 0)}"));
    }

    private static string Fingerprint(ReadRequest request, string language, CallCompanions companions)
    {
        var text = new StringBuilder();
        var calls = request.Calls;
        text.Append(CultureInfo.InvariantCulture, $"{language}|{request.Format}|{request.Share}|{request.WithoutListener}|{request.Declared}|{request.Consent}|{calls.MaxBytes}");
        text.Append(CultureInfo.InvariantCulture, $"|{calls.At}|{calls.Zone?.Id}|{calls.UsualZone?.Id}|{calls.OurZone.Id}");
        foreach (var list in (IReadOnlyList<string>[])[calls.Us, calls.Them, calls.OurDomains]) text.Append('|').AppendJoin(',', list);
        Stamp(text, request.Settings is { } settings ? [settings.File] : []);
        Stamp(text, companions.Files);
        foreach (var part in (Type[])[typeof(ReadJournal), typeof(CallReader)]) text.Append('|').Append(part.Assembly.ManifestModule.ModuleVersionId);
        foreach (var data in (string[])["lexicon", "playbook", "models"])
        {
            var folder = Path.Combine(AppContext.BaseDirectory, data);
            if (Directory.Exists(folder)) Stamp(text, Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
        }

        return Hash(text.ToString());
    }

    private static void Stamp(StringBuilder text, IEnumerable<string> files)
    {
        foreach (var file in files.Select(file => new FileInfo(file)).Where(file => file.Exists))
            text.Append(CultureInfo.InvariantCulture, $"|{file.FullName}:{file.Length}:{file.LastWriteTimeUtc.Ticks}");
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
