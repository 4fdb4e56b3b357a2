using System.CommandLine;
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
        var lines = new LineFormat(session, verb);
        verb.SetAction(parsed =>
        {
            var found = Checkup.Of(StoreAddress.Of(parsed.GetValue(db), Environment.GetEnvironmentVariable), session.Clock).ToList();
            found.Insert(1, Reader());
            foreach (var one in found)
            {
                lines.Tell(parsed, $"{(one.Good ? "✓" : "✗")} {words.Lines["check-" + one.What],-22} {one.Detail}", json =>
                {
                    json.WriteString("what", one.What);
                    json.WriteBoolean("good", one.Good);
                    json.WriteString("detail", one.Detail);
                    json.WriteString("cure", one.Problem?.Cure.In(session.Language));
                });
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
