using System.CommandLine;
using System.Globalization;
using System.Text;
using SoftNo.Cli.Stored;
using SoftNo.Reports.Practice;
using SoftNo.Rescue.Autopsies;
using SoftNo.Settings;
using SoftNo.Transcripts;
using SoftNo.Transcripts.Mail;

namespace SoftNo.Cli;

/// <summary><c>softno autopsy</c>: old deals read again, call by call: those of folders, or the stored ones.</summary>
internal static class AutopsyVerb
{
    /// <summary>The verb.</summary>
    public static Command Build(Session session)
    {
        var words = PracticeWords.Of(session.Language);
        var paths = new Argument<string[]>("PATH") { Description = words.Paths, Arity = ArgumentArity.ZeroOrMore };
        var folder = CallInput.One("--out", words.Pages, "DIR");
        var share = new Option<bool>("--share") { Description = words.Share };
        var format = new Option<string>("--format") { Description = words.Format, DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var us = new Option<string[]>("--us") { Description = session.Words.Read.Us, HelpName = "WHO", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
        var (asOf, db) = (CallInput.One("--as-of", StoreWords.Of(session.Language).Options["as-of"], "DATE"), Desk.Db(session));
        var verb = new Command("autopsy", words.Autopsy) { paths, folder, share, format, us, asOf, db };
        verb.SetAction(parsed =>
        {
            var ours = parsed.GetValue(us);
            if (Practice.Load(session, new SettingsFlags { Us = ours is { Length: > 0 } ? ours : null }) is not { } practice || practice.Reader() is not { } reader) return ExitCode.YourInput;
            var autopsy = new Autopsy(reader, practice.Playbook);
            var given = parsed.GetValue(paths)!;
            if (given.Length == 0)
                return StoredAutopsy.Run(session, parsed.GetValue(db), parsed.GetValue(asOf), autopsy, result => Show(session, new AutopsyReport(result, session.Language, parsed.GetValue(share)), parsed.GetValue(format)!, parsed.GetValue(folder)));
            var (deals, wrong) = Deals(session, given, practice.CallOptions([], null));
            if (deals.Count == 0) return ExitCode.YourInput;
            var report = new AutopsyReport(autopsy.Of(deals, practice.Options()), session.Language, parsed.GetValue(share));
            return Show(session, report, parsed.GetValue(format)!, parsed.GetValue(folder)) && !wrong ? ExitCode.Done : ExitCode.YourInput;
        });
        return verb;
    }

    private static (IReadOnlyList<OldDeal> Deals, bool Wrong) Deals(Session session, string[] paths, CallOptions options)
    {
        var found = paths.Select(path => DealFolders.Find(path, options)).ToList();
        foreach (var problem in found.SelectMany(one => one.Problems)) Complaint.Tell(problem, session);
        return ([.. found.SelectMany(one => one.Deals)], found.Exists(one => one.Problems.Count > 0));
    }

    private static bool Show(Session session, AutopsyReport report, string format, string? folder)
    {
        var terminal = session.Terminal;
        terminal.Whole(format == "json" ? report.Json() + "\n" : report.Text(terminal.Width, terminal.Colour));
        return folder is null || Pages(folder, report, session);
    }

    private static bool Pages(string folder, AutopsyReport report, Session session)
    {
        try
        {
            Directory.CreateDirectory(folder);
            for (var place = 0; place < report.Result.Deals.Count; place++)
            {
                var deal = report.Result.Deals[place].Deal;
                var name = report.Share ? "" : $"-{string.Concat(deal.Name.Select(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' ? letter : '-'))}";
                var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{place + 1:00}-{(deal.Won ? "won" : "lost")}{name}.html"));
                File.WriteAllText(path, report.Html(place), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                session.Terminal.Remark(string.Format(CultureInfo.InvariantCulture, session.Words.Wrote, path));
            }
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Complaint.Tell(PracticeWords.Problem("bad-file", folder, error.Message), session);
            return false;
        }
    }
}

/// <summary>Finds deals in folders <c>lost/</c> and <c>won/</c>.</summary>
internal static class DealFolders
{
    /// <summary>The deals under a path, which holds <c>lost/</c> and <c>won/</c> or is one of them; and what could not be read.</summary>
    public static (IReadOnlyList<OldDeal> Deals, IReadOnlyList<Problem> Problems) Find(string path, CallOptions options)
    {
        var problems = new List<Problem>();
        var groups = new[] { ("lost", false), ("won", true) }
            .Select(group => (Folder: Named(path, group.Item1), Won: group.Item2)).Where(group => group.Folder is not null).ToList();
        if (!Directory.Exists(path)) return ([], [Inputs.Find([path]).Problems is [var missing, ..] ? missing : PracticeWords.Problem("no-deals", path)]);
        if (groups.Count == 0) return ([], [PracticeWords.Problem("no-deals", path)]);
        var deals = new List<OldDeal>();
        foreach (var (folder, won) in groups)
        {
            foreach (var entry in Directory.EnumerateFileSystemEntries(folder!).Order(StringComparer.Ordinal))
            {
                if (Path.GetFileName(entry).StartsWith('.')) continue;
                var files = Directory.Exists(entry)
                    ? Directory.EnumerateFiles(entry, "*", SearchOption.AllDirectories).Where(TranscriptReader.LooksLikeTranscript).Order(StringComparer.Ordinal).ToList()
                    : TranscriptReader.LooksLikeTranscript(entry) ? [entry] : [];
                if (files.Count == 0) continue;
                var mails = new Mailbox();
                var calls = files.Select(file => TranscriptReader.ReadFile(file, options with { Mailbox = mails })).ToList();
                if (!mails.IsEmpty) calls.Add(mails.Threads(options));
                problems.AddRange(calls.SelectMany(read => read.Problems));
                var dated = calls.SelectMany(read => read.Calls).Select((call, place) => (call, place))
                    .OrderBy(one => one.call.Source.StartedAt is null).ThenBy(one => one.call.Source.StartedAt?.ToInstant()).ThenBy(one => one.place).Select(one => one.call).ToList();
                if (dated.Count > 0) deals.Add(new OldDeal(Path.GetFileNameWithoutExtension(entry), won, dated));
            }
        }
        return (deals, problems);
    }

    private static string? Named(string path, string name)
    {
        if (string.Equals(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))), name, StringComparison.OrdinalIgnoreCase) && Directory.Exists(path)) return path;
        if (!Directory.Exists(path)) return null;
        return Directory.EnumerateDirectories(path).FirstOrDefault(folder => string.Equals(Path.GetFileName(folder), name, StringComparison.OrdinalIgnoreCase));
    }
}
