using SoftNo.Deals;
using SoftNo.Forecasting;
using SoftNo.Rescue.Autopsies;
using SoftNo.Storage.Deals;

namespace SoftNo.Cli.Stored;

/// <summary><c>softno autopsy</c> without a path: the stored deals that are over, lost or dead or won, beside what the CRM declared.</summary>
internal static class StoredAutopsy
{
    /// <summary>Reads them again and shows what was found.</summary>
    /// <param name="session">The session.</param>
    /// <param name="db">The database, as the user named it; or null.</param>
    /// <param name="asOf">The day, as the user wrote it; or null.</param>
    /// <param name="autopsy">Reads the deals.</param>
    /// <param name="show">Shows the result; gives whether all could be written.</param>
    public static int Run(Session session, string? db, string? asOf, Autopsy autopsy, Func<AutopsyResult, bool> show) => Desk.With(session, db, desk =>
    {
        if (desk.Day("--as-of", asOf) is not { } day) return ExitCode.YourInput;
        var pipeline = new PipelineReader(DealPriors.Load(DealPriors.DefaultFile), "weeks").At([.. DealList.Histories(desk.Store).Select(one => one.History)], day);
        var dead = pipeline.Of(Standing.Zombie).Select(deal => deal.Deal.Number).OfType<long>().ToHashSet();
        var old = OldDeals.Of(desk.Store, day, dead);
        if (old.WithoutWords > 0) session.Terminal.Remark(desk.Words.Counts["without-words"].Of(old.WithoutWords, session.Language));
        if (old.All.Count == 0) return desk.Fail(StoreWords.Problem("nothing-over", "autopsy"));
        var result = autopsy.Of([.. old.All], Practice.Options(desk.Settings, desk.Clock.GetCurrentInstant()));
        return show(old.Beside(result)) ? ExitCode.Done : ExitCode.YourInput;
    });
}
