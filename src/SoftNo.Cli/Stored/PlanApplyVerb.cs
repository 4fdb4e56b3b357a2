using System.CommandLine;
using System.Globalization;
using System.Text;
using SoftNo.Deals;
using SoftNo.Deals.Imports;
using SoftNo.Forecasting;
using SoftNo.Reports.Deals;
using SoftNo.Storage.Plans;

namespace SoftNo.Cli.Stored;

/// <summary><c>softno plan apply</c>: what the user accepts of a plan, in the local state only, and a table for the CRM's own import.</summary>
internal static class PlanApplyVerb
{
    private const string DefaultFile = "plan-crm.csv";

    /// <summary>The verb.</summary>
    public static Command Build(Session session)
    {
        var words = StoreWords.Of(session.Language);
        var verb = new Command("apply", words.Verbs["plan-apply"]);
        var common = new Common(session, verb, "text", "json");
        var choice = new PlanChoice(session, verb);
        var to = CallInput.One("--out", words.Options["crm-table"], "FILE");
        verb.Options.Add(to);
        verb.SetAction(parsed => common.With(parsed, (desk, priors, pipeline) =>
        {
            var plan = new ProposedPlan(pipeline.AsOf, new Planner(priors).Of(pipeline));
            if (choice.Of(parsed, desk, plan) is not { } places) return ExitCode.YourInput;
            if (places.Count == 0)
            {
                session.Terminal.Line(words.Line("plan-nothing"));
                return ExitCode.Done;
            }

            return Apply(desk, plan, places, parsed.GetValue(to) ?? DefaultFile, parsed.GetValue(common.Format) == "json");
        }));
        return verb;
    }

    private static int Apply(Desk desk, ProposedPlan plan, IReadOnlyList<int> places, string file, bool json)
    {
        // A file that cannot be written stops it before anything is changed.
        var sources = plan.Lines.Select(line => line.Deal.Deal.Number).OfType<long>().ToHashSet() is var numbers ? desk.Store.Deals.Where(deal => numbers.Contains(deal.Number)).Select(deal => deal.Source).Distinct().ToList() : [];
        foreach (var path in sources.Select(source => PathOf(file, source)).Append(file))
            if (Refused(path) is { } why) return desk.Fail(PracticeWords.Problem("bad-file", path, why));
        var (stored, lines) = new AppliedPlans(desk.Store, desk.Clock).Apply(plan, places);
        var terminal = desk.Session.Terminal;
        foreach (var line in lines)
            terminal.Line(json ? PipelineJson.Of(plan.Lines[line.Place - 1]) : $"{line.Place,3}. {PlanVerb.Told(desk, line)}");
        var tables = CrmTable.Of(desk.Store, lines, CrmNames.Load(CrmWords.DefaultFolder));
        foreach (var (source, table) in tables)
        {
            var path = tables.Count == 1 ? file : PathOf(file, source);
            // With a byte-order mark, so that spreadsheets read the accents.
            File.WriteAllText(path, table, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            desk.NoteFile("plan", path);
            terminal.Remark(string.Format(CultureInfo.InvariantCulture, desk.Session.Words.Wrote, path));
        }

        if (!json) terminal.Line(desk.Words.Line("plan-applied", stored.Number, desk.Words.Counts["plan-lines"].Of(lines.Count, desk.Session.Language)));
        return ExitCode.Done;
    }

    // Each CRM takes a table of its own.
    private static string PathOf(string file, string source) => Path.Combine(Path.GetDirectoryName(file) ?? "", $"{Path.GetFileNameWithoutExtension(file)}-{source}{Path.GetExtension(file)}");

    /// <summary>Why a file cannot be written, or null; leaves it as it was.</summary>
    private static string? Refused(string file)
    {
        try
        {
            var there = File.Exists(file);
            using (new FileStream(file, FileMode.Append, FileAccess.Write))
            {
            }

            if (!there) File.Delete(file);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return error.Message;
        }
    }
}

/// <summary>Which lines of a plan the user accepts: by number, by a list that was gone through, by answering at the keyboard.</summary>
internal sealed class PlanChoice
{
    private readonly Option<string?> _id;
    private readonly Option<string?> _only;
    private readonly Option<string?> _except;
    private readonly Option<string?> _list;
    private readonly Option<bool> _yes;

    public PlanChoice(Session session, Command verb)
    {
        var words = StoreWords.Of(session.Language);
        _id = CallInput.One("--plan", words.Options["plan-id"], "ID");
        _only = CallInput.One("--only", words.Options["plan-only"], "1,3");
        _except = CallInput.One("--except", words.Options["plan-except"], "2");
        _list = CallInput.One("--list", words.Options["plan-confirmed"], "FILE");
        _yes = new Option<bool>("--yes") { Description = words.Options["plan-yes"] };
        foreach (var option in new Option[] { _id, _only, _except, _list, _yes }) verb.Options.Add(option);
    }

    /// <summary>The accepted lines, from 1; null where something is wrong, which is told.</summary>
    public IReadOnlyList<int>? Of(ParseResult parsed, Desk desk, ProposedPlan plan)
    {
        if (parsed.GetValue(_id) is { } id && id != plan.Id) return Wrong(desk, StoreWords.Problem("plan-changed", "--plan", id, plan.Id));
        if (parsed.GetValue(_list) is { } file) return Listed(desk, plan, file);
        if (parsed.GetValue(_only) is { } only) return Numbers(desk, plan, "--only", only);
        if (parsed.GetValue(_except) is { } except) return Numbers(desk, plan, "--except", except) is { } left ? [.. Enumerable.Range(1, plan.Lines.Count).Except(left)] : null;
        if (parsed.GetValue(_yes)) return [.. Enumerable.Range(1, plan.Lines.Count)];
        if (plan.Lines.Count == 0) return [];
        desk.Session.Terminal.Whole(PlanVerb.Text(desk, plan, PlanVerb.Drafts(desk, plan), onTerminal: true));
        return Console.IsInputRedirected ? Wrong(desk, StoreWords.Problem("plan-unsaid", "plan apply")) : Asked(desk, plan);
    }

    private static List<int>? Numbers(Desk desk, ProposedPlan plan, string option, string said)
    {
        var numbers = new List<int>();
        foreach (var part in said.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > plan.Lines.Count) return Wrong(desk, StoreWords.Problem("no-plan-line", option, part, plan.Lines.Count));
            numbers.Add(number);
        }

        return numbers;
    }

    /// <summary>The lines of <c>softno plan --format json</c> that the user left in a file: each must be one of today's plan.</summary>
    private static List<int>? Listed(Desk desk, ProposedPlan plan, string file)
    {
        string[] kept;
        try
        {
            kept = [.. File.ReadAllLines(file).Where(line => !string.IsNullOrWhiteSpace(line))];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Wrong(desk, PracticeWords.Problem("bad-file", file, error.Message));
        }

        var places = plan.Lines.Select((change, place) => (Key: PipelineJson.Key(PipelineJson.Of(change)), Place: place + 1)).Where(line => line.Key is not null).ToLookup(line => line.Key!, line => line.Place, StringComparer.Ordinal);
        var numbers = new List<int>();
        foreach (var line in kept)
        {
            var place = PipelineJson.Key(line) is { } key ? places[key].Except(numbers).FirstOrDefault() : 0;
            if (place == 0) return Wrong(desk, StoreWords.Problem("list-changed", file, line));
            numbers.Add(place);
        }

        return numbers;
    }

    private static List<int>? Asked(Desk desk, ProposedPlan plan)
    {
        var accepted = new List<int>();
        for (var place = 1; place <= plan.Lines.Count; place++)
        {
            desk.Session.Terminal.Error.Write(desk.Words.Line("plan-ask", place, plan.Lines.Count));
            var answer = Console.In.ReadLine()?.Trim();
            if (answer is null or "q") return answer is null ? null : accepted;
            if (answer is "o" or "oui" or "y" or "yes") accepted.Add(place);
        }

        return accepted;
    }

    private static List<int>? Wrong(Desk desk, Problem problem)
    {
        desk.Fail(problem);
        return null;
    }
}
