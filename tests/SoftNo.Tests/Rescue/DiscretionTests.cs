using System.Text.RegularExpressions;
using SoftNo.Calls;
using SoftNo.Evaluation;
using SoftNo.Rescue;
using SoftNo.Rescue.Files;

namespace SoftNo.Tests.Rescue;

/// <summary>The American side never sees the analysis: over every call of the corpus, every move's mail is searched.</summary>
public partial class DiscretionTests
{
    private static readonly string[] Labels =
    [
        "softno", "soft-no", "soft no", "generic-enthusiasm", "vague-next-step", "tech-infatuation", "wavering", "clear-no", "generic praise", "verdict",
        "negative-validation", "micro-commitment", "business-pivot", "ask-one-question", "reduce-risk", "close-with-thanks", "last-mail", "confirm-and-go",
    ];

    public static TheoryData<string> Corpora => ["train", "dev"];

    [Theory]
    [MemberData(nameof(Corpora))]
    public void No_mail_gives_back_five_words_in_a_row_a_label_or_a_time_code(string corpus)
    {
        var calls = 0;
        foreach (var file in Directory.EnumerateFiles(Repository.Folder($"corpus/{corpus}"), "*.call"))
        {
            if (LabelledCall.Parse(file, File.ReadAllText(file)).Call is not { Whole: not null } call) continue;
            calls++;
            var reading = Readings.Of(call);
            var theirs = call.Call.Turns.Where(turn => call.Call.SideOf(turn) == Side.Prospect).SelectMany(turn => FiveInARow(turn.Text)).ToHashSet();
            foreach (var move in Moves.All)
            {
                var rescue = Readings.Playbook.Fill(move, reading, Readings.Options);
                var mail = rescue.Mail;
                var text = $"{mail.Subject}\n{mail.Body}\n{Calendars(rescue, reading)}";
                Assert.Empty(FiveInARow(text).Where(theirs.Contains).Select(run => $"{call.Id} {move}: {run}"));
                Assert.DoesNotContain(Labels, label => text.Contains(label, StringComparison.OrdinalIgnoreCase));
                Assert.DoesNotMatch(TimeCode(), text);
            }
        }
        Assert.True(calls >= 60, $"{calls} calls");
    }

    [Fact]
    public void A_sentence_that_the_prospect_said_is_written_otherwise()
    {
        var said = Readings.Of(SoftNo.Signals.Verdict.SoftNo, "vague-next-step", "none", "Dana: Let me talk. Can I pencil in 15 minutes for lunch?\nCamille: Sure.");
        var plain = Readings.Of(SoftNo.Signals.Verdict.SoftNo, "vague-next-step", "none", "Dana: Let me talk.\nCamille: Sure.");
        Assert.Contains("Can I pencil in 15 minutes for", Readings.Playbook.Fill(Move.MicroCommitment, plain, Readings.Options).Mail.Body, StringComparison.Ordinal);
        Assert.Contains("Would it be fair to hold 15 minutes for", Readings.Playbook.Fill(Move.MicroCommitment, said, Readings.Options).Mail.Body, StringComparison.Ordinal);
    }

    /// <summary>What a reader of the calendar files sees: titles and notes, unfolded.</summary>
    private static string Calendars(FilledRescue rescue, SoftNo.Signals.Reading reading)
    {
        if (rescue.Hold is not { } hold) return "";
        var (dana, now) = (new Person("Dana Whitfield", null), Readings.Options.Now);
        var files = Readings.Playbook.Calendar.Hold(hold, dana, reading, now) + Readings.Playbook.Calendar.Invite(hold, dana, Person.Unknown, reading, now);
        return string.Join('\n', files.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n")
            .Where(line => line.StartsWith("SUMMARY", StringComparison.Ordinal) || line.StartsWith("DESCRIPTION", StringComparison.Ordinal)).Select(line => line[(line.IndexOf(':') + 1)..]));
    }

    // Written apart from the product's own comparison: words are runs of letters and digits, apostrophes dropped.
    private static IEnumerable<string> FiveInARow(string text)
    {
        var words = Word().Matches(text.ToLowerInvariant().Replace("'", "").Replace("\u2019", "")).Select(match => match.Value).ToList();
        return Enumerable.Range(0, Math.Max(0, words.Count - 4)).Select(at => string.Join(' ', words.Skip(at).Take(5)));
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex(@"\b\d{1,2}:\d\d\b(?! [AP]M)")]
    private static partial Regex TimeCode();
}
