using System.CommandLine;
using SoftNo.Reports;
using SoftNo.Storage;

namespace SoftNo.Cli.Stored;

/// <summary><c>softno doctor</c>: runtime, trained reader, folder, database.</summary>
internal static class DoctorVerb
{
    /// <summary>The verb.</summary>
    public static Command Build(Session session)
    {
        var words = StoreWords.Of(session.Language);
        var verb = new Command("doctor", words.Verbs["doctor"]);
        var db = Desk.Db(session);
        verb.Options.Add(db);
        verb.SetAction(parsed =>
        {
            var found = Checkup.Of(StoreAddress.Of(parsed.GetValue(db), Environment.GetEnvironmentVariable), session.Clock).ToList();
            found.Insert(1, Reader());
            foreach (var one in found)
            {
                session.Terminal.Line(Plain.Of($"{(one.Good ? "✓" : "✗")} {words.Lines["check-" + one.What],-22} {one.Detail}"));
                if (one.Problem is { } problem) Complaint.Tell(problem, session);
            }

            return found.TrueForAll(one => one.Good) ? ExitCode.Done : ExitCode.YourInput;
        });
        return verb;
    }

    private static Checked Reader()
    {
        var loaded = CallReader.Load();
        return loaded.Reader is { Info: var info }
            ? new Checked("reader", info.Listener == "used", $"{info.Listener} {info.Model}, lexicon {info.Lexicon}", info.Listener == "used" ? null : StoreWords.Problem("no-listener", "models"))
            : new Checked("reader", false, "", loaded.Problems[0]);
    }
}
