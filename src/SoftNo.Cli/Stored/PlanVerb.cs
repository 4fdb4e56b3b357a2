using System.CommandLine;
using System.Globalization;
using SoftNo.Forecasting;
using SoftNo.Reports;
using SoftNo.Reports.Deals;
using SoftNo.Rescue;
using SoftNo.Storage.Plans;

namespace SoftNo.Cli.Stored;

/// <summary><c>softno plan</c>: what is proposed for each deal, to look at; <c>apply</c> does what the user accepts, <c>undo</c> takes it back, <c>list</c> tells what was.</summary>
internal static class PlanVerb
{
    /// <summary>The verb.</summary>
    public static Command Build(Session session)
    {
        var words = StoreWords.Of(session.Language);
        var verb = new Command("plan", words.Verbs["plan"]);
        var common = new Common(session, verb, "text", "json", "csv");
        var to = CallInput.One("--out", words.Options["to"], "FILE");
        verb.Options.Add(to);
        verb.SetAction(parsed => common.With(parsed, (desk, priors, pipeline) =>
        {
            var plan = new ProposedPlan(pipeline.AsOf, new Planner(priors).Of(pipeline));
            var file = parsed.GetValue(to);
            var drafts = parsed.GetValue(common.Format) == "csv" ? [] : Drafts(desk, plan);
            return PipelineVerb.Write(desk, file, parsed.GetValue(common.Format) switch
            {
                "json" => string.Concat(plan.Lines.Select((change, place) => PipelineJson.Of(change, null, drafts.GetValueOrDefault(place)) + "\n")),
                "csv" => PipelineCsv.Of(plan.Lines),
                _ => Text(desk, plan, drafts, file is null),
            });
        }));
        verb.Subcommands.Add(PlanApplyVerb.Build(session));
        verb.Subcommands.Add(Undo(session));
        verb.Subcommands.Add(List(session));
        return verb;
    }

    /// <summary>The plan for a terminal or a file, with the command that applies it.</summary>
    internal static string Text(Desk desk, ProposedPlan plan, IReadOnlyDictionary<int, PlanDraft> drafts, bool onTerminal)
    {
        var terminal = desk.Session.Terminal;
        var text = new PipelineText(desk.Session.Language, terminal.Width, terminal.Colour && onTerminal).Of(plan.Lines, drafts);
        return plan.Lines.Count == 0 ? text : $"{text}{desk.Words.Line("plan-apply-with", plan.Id)}\n";
    }

    /// <summary>The mail and the hold of each rescue, from the deal's last words on file.</summary>
    internal static Dictionary<int, PlanDraft> Drafts(Desk desk, ProposedPlan plan)
    {
        var drafts = new Dictionary<int, PlanDraft>();
        if (Playbook.Load(Playbook.DefaultFolder).Playbook is not { } playbook) return drafts;
        var options = Practice.Options(desk.Settings, desk.Clock.GetCurrentInstant());
        for (var place = 0; place < plan.Lines.Count; place++)
        {
            if (plan.Lines[place] is not { Move: PlannedMove.Rescue, Deal: { Deal.Number: { } number, Silence: var silence } } || DraftReadings.Of(desk.Store, number) is not { } reading) continue;
            if (playbook.Advise(reading, options with { SilentBusinessDays = silence?.BusinessDays }).Recommended is { } rescue) drafts[place] = new PlanDraft(reading, rescue, playbook.Clock);
        }

        return drafts;
    }

    private static Command Undo(Session session)
    {
        var words = StoreWords.Of(session.Language);
        var verb = new Command("undo", words.Verbs["plan-undo"]);
        var number = new Argument<long?>("PLAN") { Description = words.Options["plan-number"], Arity = ArgumentArity.ZeroOrOne };
        var db = Desk.Db(session);
        verb.Arguments.Add(number);
        verb.Options.Add(db);
        verb.SetAction(parsed => Desk.With(session, parsed.GetValue(db), desk =>
        {
            if (new AppliedPlans(desk.Store, desk.Clock).Undo(parsed.GetValue(number)) is not { } undone) return desk.Fail(StoreWords.Problem("no-plan", "plan undo"));
            session.Terminal.Line(words.Line("plan-undone", undone.Plan.Number, words.Counts["plan-lines"].Of(undone.Restored.Count, session.Language)));
            foreach (var line in undone.Left) session.Terminal.Line("  " + Plain.Of(words.Line("plan-left", Name(desk, line.DealNumber))));
            return ExitCode.Done;
        }));
        return verb;
    }

    private static Command List(Session session)
    {
        var words = StoreWords.Of(session.Language);
        var verb = new Command("list", words.Verbs["plan-list"]);
        var db = Desk.Db(session);
        verb.Options.Add(db);
        verb.SetAction(parsed => Desk.With(session, parsed.GetValue(db), desk =>
        {
            foreach (var (plan, lines) in new AppliedPlans(desk.Store, desk.Clock).All())
            {
                var applied = plan.AppliedAt.InZone(desk.Settings.OurZone.Value).LocalDateTime;
                session.Terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{plan.Number,4}  {applied:uuuu-MM-dd HH:mm}  {(plan.UndoneAt is null ? "" : words.Lines["plan-is-undone"])}").TrimEnd());
                foreach (var line in lines) session.Terminal.Line("      " + Told(desk, line));
            }

            return ExitCode.Done;
        }));
        return verb;
    }

    /// <summary>An accepted line in words.</summary>
    internal static string Told(Desk desk, StoredPlanLine line) =>
        Plain.Of(PipelineText.Told(Name(desk, line.DealNumber), line.Move, line.CloseDate, line.Probability, desk.Session.Language));

    private static string Name(Desk desk, long deal) => desk.Store.Deals.Single(one => one.Number == deal).Name;
}
