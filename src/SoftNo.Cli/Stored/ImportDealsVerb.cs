using System.CommandLine;
using System.Globalization;
using SoftNo.Deals.Imports;
using SoftNo.Deals.Matching;
using SoftNo.Reports;
using SoftNo.Storage.Deals;
using SoftNo.Storage.Matching;

namespace SoftNo.Cli.Stored;

/// <summary><c>softno import deals</c>: exports of CRMs into the store.</summary>
internal static class ImportDealsVerb
{
    private static readonly string[] Endings = [".csv", ".tsv", ".txt", ".json", ".jsonl"];

    /// <summary>The verb.</summary>
    public static Command Build(Session session)
    {
        var words = StoreWords.Of(session.Language);
        var verb = new Command("deals", words.Verbs["import-deals"]);
        var files = new Argument<string[]>("FILE") { Description = words.Options["deal-files"], Arity = ArgumentArity.OneOrMore };
        var map = new Option<string[]>("--map") { Description = words.Options["map"], HelpName = "FIELD=HEADER", AllowMultipleArgumentsPerToken = false };
        var format = new Option<string>("--format") { Description = words.Options["format"], DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var db = Desk.Db(session);
        verb.Arguments.Add(files);
        foreach (var option in new Option[] { map, format, db }) verb.Options.Add(option);
        verb.SetAction(parsed => Desk.Import(session, parsed.GetValue(db), desk => Run(desk, parsed.GetValue(files)!, parsed.GetValue(map) ?? [], parsed.GetValue(format) == "json")));
        return verb;
    }

    private static int Run(Desk desk, string[] given, string[] map, bool json)
    {
        var columns = new Dictionary<DealColumn, string>();
        foreach (var pair in map)
        {
            if (pair.Split('=', 2) is [var field, var header] && Enum.TryParse<DealColumn>(field.Replace("-", "", StringComparison.Ordinal).Trim(), ignoreCase: true, out var column)) columns[column] = header.Trim('"');
            else return desk.Fail(StoreWords.Problem("bad-map", "--map", pair, string.Join(", ", Enum.GetNames<DealColumn>().Where(name => !name.StartsWith("History", StringComparison.Ordinal)).Select(name => char.ToLowerInvariant(name[0]) + name[1..]))));
        }

        var reader = new DealFileReader(CrmWords.Load(CrmWords.DefaultFolder));
        var importer = new DealImporter(desk.Store, desk.Clock, desk.Settings.OurZone.Value);
        var code = ExitCode.Done;
        foreach (var file in given.SelectMany(Files))
        {
            var read = reader.ReadFile(file, new DealFileOptions { Today = desk.Today, Map = columns });
            if (read.File is null)
            {
                code = desk.Fail(read.Problem!);
                if (json) desk.Session.Terminal.Whole(ReportJson.Write(read.Problem!, desk.Session.Language) + "\n");
                continue;
            }

            var counts = importer.Import(read.File);
            desk.Session.Terminal.Whole((json ? DealJson.Write(counts) : Text(counts, desk)) + "\n");
        }

        // Calls that waited may find their deal among the new ones.
        var found = new Waiting(desk.Store, desk.Clock, MatchingRules.Load(CrmWords.DefaultFolder), desk.Settings.Domains.Value).MatchAgain();
        if (found > 0 && !json) desk.Session.Terminal.Line(desk.Words.Counts["calls"].Of(found, desk.Session.Language));
        return code;
    }

    private static IEnumerable<string> Files(string given) => Directory.Exists(given)
        ? Directory.EnumerateFiles(given).Where(file => Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)
        : [given];

    private static string Text(ImportCounts counts, Desk desk)
    {
        var (words, file, language) = (desk.Words, counts.File, desk.Session.Language);
        var lines = new List<string> { Plain.Of(words.Line("imported", file.File, file.Source, words.Counts["deals"].Of(file.Deals.Count, language), counts.New, counts.Changed, counts.Unchanged)) };
        if (counts.Moves + counts.Pushes + counts.Pulls > 0)
            lines.Add("  " + string.Join(", ", words.Counts["moves"].Of(counts.Moves, language), words.Counts["pushes"].Of(counts.Pushes, language), words.Counts["pulls"].Of(counts.Pulls, language)));
        Tell("refused", file.Refused.Select(row => row.Line));
        Tell("duplicates", file.Duplicates.Select(row => row.Line));
        foreach (var field in file.Warnings.GroupBy(warning => warning.Field)) Tell("unread", field.Select(warning => warning.Line), field.Key);
        foreach (var why in file.Skipped.GroupBy(row => row.Why)) Tell("skipped", why.Select(row => row.Line), why.Key);
        if (counts.Missing.Count > 0) lines.Add("  " + Plain.Of($"{words.Counts["missing"].Of(counts.Missing.Count, language)} {string.Join(", ", counts.Missing.Take(10))}{(counts.Missing.Count > 10 ? ", …" : "")}"));
        return string.Join('\n', lines);

        void Tell(string name, IEnumerable<int> at, string? what = null)
        {
            var list = at.ToList();
            if (list.Count == 0) return;
            var shown = string.Join(", ", list.Take(10).Select(line => line.ToString(CultureInfo.InvariantCulture))) + (list.Count > 10 ? ", …" : "");
            lines.Add($"  {words.Counts[name].Of(list.Count, language)}{(what is null ? "" : $" ({what})")}{words.Line("at-lines", shown)}");
        }
    }
}
