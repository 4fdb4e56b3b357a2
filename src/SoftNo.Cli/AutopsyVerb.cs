using System.CommandLine;
using System.Globalization;
using System.Text;
using SoftNo.Reports.Practice;
using SoftNo.Rescue.Autopsies;
using SoftNo.Settings;
using SoftNo.Transcripts;
using SoftNo.Transcripts.Mail;

namespace SoftNo.Cli;

/// <summary><c>softno autopsy</c>: old deals read again, call by call.</summary>
internal static class AutopsyVerb
{
    /// <summary>The verb.</summary>
    public static Command Build(Session session)
    {
        var words = PracticeWords.Of(session.Language);
        var paths = new Argument<string[]>("PATH") { Description = words.Paths, Arity = ArgumentArity.OneOrMore };
        var folder = CallInput.One("--out", words.Pages, "DIR");
        var share = new Option<bool>("--share") { Description = words.Share };
        var format = new Option<string>("--format") { Description = words.Format, DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var us = new Option<string[]>("--us") { Description = session.Words.Read.Us, HelpName = "WHO", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
        var verb = new Command("autopsy", words.Autopsy) { paths, folder, share, format, us };
        verb.SetAction(parsed =>
        {
            var ours = parsed.GetValue(us);
            if (Practice.Load(session, new SettingsFlags { Us = ours is { Length: > 0 } ? ours : null }) is not { } practice || practice.Reader() is not { } reader) return ExitCode.YourInput;
            var deals = new List<OldDeal>();
            var wrong = false;
            foreach (var path in parsed.GetValue(paths)!)
            {
                var found = DealFolders.Find(path, practice.CallOptions([], null));
                deals.AddRange(found.Deals);
                foreach (var problem in found.Problems) Complaint.Tell(problem, session);
                wrong |= found.Problems.Count > 0;
            }
            if (deals.Count == 0) return ExitCode.YourInput;
            var report = new AutopsyReport(new Autopsy(reader, practice.Playbook).Of(deals, practice.Options()), session.Language, parsed.GetValue(share));
            var terminal = session.Terminal;
            terminal.Whole(parsed.GetValue(format) == "json" ? report.Json() + "\n" : report.Text(terminal.Width, terminal.Colour));
            if (parsed.GetValue(folder) is { } place && !Pages(place, report, session)) return ExitCode.YourInput;
            return wrong ? ExitCode.YourInput : ExitCode.Done;
        });
        return verb;
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
