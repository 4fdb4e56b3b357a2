using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SoftNo.Calls;
using SoftNo.Deals;
using SoftNo.Forecasting;
using SoftNo.Storage.Calls;
using SoftNo.Storage.Deals;
using SoftNo.Storage.Exchanges;
using SoftNo.Storage.Matching;
using SoftNo.Storage.People;
using SoftNo.Transcripts;
using SoftNo.Transcripts.Mail;

namespace SoftNo.Storage.Tests;

public class ExchangeImportTests
{
    private const string Deals = "Record ID,Deal name,Deal Stage,Probability,Associated Company,Associated Contact,Contact email\n1,Pilot,New,80%,Larkspur Freight,Dana Whitfield,dana@larkspur.example\n2,Renewal,New,80%,Norvik,,\n";

    internal static string Mail(string id, string from, string to, string date, string body, string? answers = null, string headers = "") =>
        $"Message-ID: <{id}>\nFrom: {from}\nTo: {to}\nSubject: Larkspur and Trajet\nDate: {date}\n{(answers is null ? "" : $"In-Reply-To: <{answers}>\nReferences: <{answers}>\n")}{headers}Content-Type: text/plain; charset=utf-8\n\n{body}\n";

    internal const string Us = "Camille Roy <camille@trajet.example>";
    internal const string Dana = "Dana Whitfield <dana@larkspur.example>";
    internal static readonly string One = Mail("one@t", Us, Dana, "Mon, 2 Nov 2026 15:02:00 +0100", "Hi Dana, could we look at last month's lanes together on Tuesday?");
    internal static readonly string Two = Mail("two@l", Dana, Us, "Tue, 3 Nov 2026 12:40:00 -0500", "This looks really interesting. Let us digest this internally and we'll circle back sometime next month.", "one@t");
    internal static readonly string Three = Mail("three@t", Us, Dana, "Thu, 5 Nov 2026 10:00:00 +0100", "Thanks Dana. Talk soon.", "two@l");
    internal static readonly string Away = Mail("four@l", Dana, Us, "Mon, 9 Nov 2026 09:00:00 -0500", "I am out of the office until November 30.", "three@t", "Auto-Submitted: auto-replied\n");

    internal static List<ImportedExchange> Import(TestStore test, string? deal = null, params string[] files)
    {
        var options = new CallOptions { Us = ["trajet.example"], OurDomains = ["trajet.example"], Mailbox = new Mailbox() };
        foreach (var (text, at) in files.Select((text, at) => (text, at)))
            Assert.Empty(TranscriptReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), text.StartsWith("BEGIN", StringComparison.Ordinal) ? $"{at}.ics" : $"{at}.eml", options).Problems);
        using var store = test.Open();
        var importer = new ExchangeImporter(store, TestReader.Reader, test.Clock, CallImportTests.Rules, ["trajet.example"]);
        return [.. options.Mailbox.Threads(options).Calls.Where(importer.HasOthers).Select(call => importer.Import(call, deal is null ? null : DealFinder.Find(store, deal).Deal))];
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void A_thread_becomes_acts_of_its_deal_with_who_did_them_and_what_they_asked(Kind kind)
    {
        using var test = Both.On(kind);
        DealImportTests.Import(test, Deals);
        var imported = Assert.Single(Import(test, null, One, Two, Three));
        Assert.Equal((true, 3, 1L, "address"), (imported.IsNew, imported.NewActs, imported.Match.Number, imported.Match.By));
        using var store = test.Open();
        var acts = DealList.Histories(store).First().History.Acts;
        Assert.Equal([(Side.Seller, true), (Side.Prospect, false), (Side.Seller, false)], acts.Select(act => (act.Act.Side, act.Asked)));
        Assert.Equal(["Camille Roy", "Dana Whitfield", "Camille Roy"], acts.Select(act => act.Act.Who));
        // What the words gave is known with the last act, no sooner.
        Assert.Equal([false, false, true], acts.Select(act => act.Reading is not null));
        Assert.Contains("circle back", acts[2].Reading!.Sentence, StringComparison.Ordinal);
        Assert.Equal(Cues.Moments.Grade.Vague, acts[2].Reading!.Step);
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void The_same_messages_are_known_and_a_later_one_joins_its_thread(Kind kind)
    {
        using var test = Both.On(kind);
        DealImportTests.Import(test, Deals);
        Import(test, null, One, Two);
        Assert.Equal((false, 0, null), Import(test, null, Two, One).Select(one => (one.IsNew, one.NewActs, one.Reading)).Single());
        // Alone, in a file of its own, it still belongs to what it answers.
        var later = Assert.Single(Import(test, null, Three));
        Assert.Equal((false, 1, 1L), (later.IsNew, later.NewActs, later.Match.Number));
        using var store = test.Open();
        Assert.Equal(3, Assert.Single(ReadingList.Page(store)).Figures is { } ? ReadingList.Of(store, later.Call.Number)!.Call.Turns.Count : 0);
        Assert.Equal(3, store.Acts.Count());
        Assert.Equal(1, store.Calls.Count());
    }

    [Fact]
    public void A_message_that_answers_two_stored_threads_makes_them_one()
    {
        using var test = new TestStore(Kind.Sqlite);
        DealImportTests.Import(test, Deals);
        Import(test, null, One);
        Import(test, null, Mail("other@t", Us, Dana, "Wed, 4 Nov 2026 15:02:00 +0100", "Anything else you need from us?").Replace("Larkspur and Trajet", "Security", StringComparison.Ordinal));
        using (var store = test.Open()) Assert.Equal(2, store.Calls.Count());
        Import(test, null, Mail("both@l", Dana, Us, "Thu, 5 Nov 2026 12:40:00 -0500", "One answer for both: not yet.", "one@t").Replace("References: <one@t>", "References: <one@t> <other@t>", StringComparison.Ordinal));
        using var joined = test.Open();
        Assert.Equal((1, 3), (joined.Calls.Count(), joined.Acts.Count()));
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void An_absence_stops_the_clock_and_is_no_sign_of_life(Kind kind)
    {
        using var test = Both.On(kind);
        DealImportTests.Import(test, Deals);
        Import(test, null, One, Two, Three.Replace("Talk soon.", "Could I send you a hold for Thursday?", StringComparison.Ordinal));
        Assert.Equal((15, Standing.Zombie), At(new LocalDate(2026, 11, 25)));
        var away = Assert.Single(Import(test, null, Away));
        Assert.Equal((false, 0), (away.IsNew, away.NewActs));
        // Two days before the absence: 5 and 6 November; the 4th counts too.
        Assert.Equal((3, Standing.Alive), At(new LocalDate(2026, 11, 25)));
        Assert.Equal((3, Standing.Alive), At(new LocalDate(2026, 11, 27)));
        using var store = test.Open();
        var pause = Assert.Single(store.Pauses);
        Assert.Equal((1L, new LocalDate(2026, 11, 9), "Dana Whitfield"), (pause.DealNumber, pause.From, pause.Reason));

        (int, Standing) At(LocalDate day)
        {
            using var now = test.Open();
            var priors = DealPriors.Load(DealPriors.DefaultFile);
            var deal = new PipelineReader(priors, "weeks").At([.. DealList.Histories(now).Select(one => one.History)], day).Deals[0];
            return (deal.Silence!.BusinessDays, deal.Standing);
        }
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void An_unmatched_thread_waits_with_its_acts_and_absences_and_follows_its_settling(Kind kind)
    {
        using var test = Both.On(kind);
        DealImportTests.Import(test, Deals.Replace("dana@larkspur.example", "", StringComparison.Ordinal).Replace("Larkspur Freight,Dana Whitfield", "Other,", StringComparison.Ordinal));
        var imported = Assert.Single(Import(test, null, One, Two, Three, Away));
        Assert.Null(imported.Match.Number);
        using var store = test.Open();
        Assert.Empty(DealList.Histories(store).SelectMany(one => one.History.Acts));
        var waiting = new Waiting(store, test.Clock, CallImportTests.Rules, ["trajet.example"]);
        Assert.Equal(1, waiting.Settle(imported.Call.Number, DealFinder.Find(store, "Renewal").Deal!));
        var history = DealList.Histories(store).Last().History;
        Assert.Equal((3, 1, true), (history.Acts.Count, history.Pauses.Count, history.Pauses[0].IsAbsence));
        // What was settled is remembered for the next message.
        Assert.Equal((2L, "given"), Import(test, null, Mail("five@l", Dana, Us, "Tue, 1 Dec 2026 12:40:00 -0500", "Back now. Send me the figures for 12 lanes.").Replace("Larkspur and Trajet", "Figures", StringComparison.Ordinal)).Select(one => (one.Match.Number!.Value, one.Match.By!)).Single());
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void An_accepted_invitation_is_a_step_ahead_and_its_answer_joins_it(Kind kind)
    {
        using var test = Both.On(kind);
        DealImportTests.Import(test, Deals);
        Import(test, null, Event("REQUEST", "NEEDS-ACTION", "20261102T150000Z"));
        Assert.Null(Ahead(test));
        var answered = Assert.Single(Import(test, null, Event("REPLY", "ACCEPTED", "20261103T150000Z")));
        Assert.Equal((false, 1, 1L), (answered.IsNew, answered.NewActs, answered.Match.Number));
        Assert.Equal(new LocalDate(2026, 12, 8), Ahead(test));
        Import(test, null, Event("CANCEL", "ACCEPTED", "20261120T150000Z", sequence: 1));
        Assert.Null(Ahead(test));

        static LocalDate? Ahead(TestStore test)
        {
            using var store = test.Open();
            return StepAhead.Of(DealList.Histories(store).First().History, new LocalDate(2026, 11, 25));
        }
    }

    [Fact]
    public void Mails_among_ourselves_are_left_out()
    {
        using var test = new TestStore(Kind.Sqlite);
        Assert.Empty(Import(test, null, Mail("in@t", Us, "Hugo <hugo@trajet.example>", "Mon, 2 Nov 2026 15:02:00 +0100", "Larkspur looks good.")));
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void Erased_words_are_not_brought_back_by_their_file(Kind kind)
    {
        using var test = Both.On(kind);
        DealImportTests.Import(test, Deals);
        Import(test, null, One, Two);
        using (var store = test.Open()) Forgetting.Forget(store, test.Address, "dana@larkspur.example", test.Clock);
        var again = Assert.Single(Import(test, null, One, Two, Three));
        Assert.Equal((false, 1), (again.IsNew, again.NewActs));
        using var after = test.Open();
        Assert.Equal(3, after.Acts.Count());
        Assert.DoesNotContain(after.Acts, act => act.Who == "Dana Whitfield");
        Assert.DoesNotContain("digest", after.Calls.Single().Content, StringComparison.Ordinal);
        Assert.DoesNotContain("dana@", after.Calls.Single().Content, StringComparison.Ordinal);
        Assert.Empty(Access.Of(after, "dana@larkspur.example"));
    }

    [Fact]
    public void Nor_is_a_person_who_was_only_addressed()
    {
        using var test = new TestStore(Kind.Sqlite);
        DealImportTests.Import(test, Deals);
        var one = One.Replace($"To: {Dana}", $"To: {Dana}, Raj Patel <raj@larkspur.example>", StringComparison.Ordinal);
        Import(test, null, one, Two);
        using (var store = test.Open())
        {
            Assert.NotEmpty(Access.Of(store, "raj@larkspur.example"));
            Forgetting.Forget(store, test.Address, "raj@larkspur.example", test.Clock);
        }

        Import(test, null, one, Two, Three);
        using var after = test.Open();
        Assert.Empty(Access.Of(after, "raj@larkspur.example"));
        Assert.DoesNotContain("raj@", after.Calls.Single().Content, StringComparison.Ordinal);
        Assert.Equal(3, after.Acts.Count());
    }

    [Fact]
    public void What_was_said_of_a_cue_holds_when_its_exchange_is_joined_to_another()
    {
        using var test = new TestStore(Kind.Sqlite);
        DealImportTests.Import(test, Deals);
        var other = Mail("other@t", Us, Dana, "Mon, 2 Nov 2026 09:00:00 +0100", "Hi Dana, here is the invoice of October.");
        Import(test, null, other);
        var second = Import(test, null, Two.Replace("In-Reply-To: <one@t>\nReferences: <one@t>\n", "", StringComparison.Ordinal)).Single();
        var praise = second.Reading!.Cues.First(cue => cue.Kind == Cues.CueKind.GenericPraise);
        using (var store = test.Open()) Assert.NotNull(Dismissals.Add(store, praise.Id, "quoted", test.Clock));
        var joined = Import(test, null, Mail("both@t", Us, Dana, "Thu, 5 Nov 2026 10:00:00 +0100", "Thanks Dana.", "two@l", "References: <other@t> <two@l>\n").Replace("References: <two@l>\n", "", StringComparison.Ordinal)).Single();
        using var after = test.Open();
        Assert.Single(after.Calls);
        Assert.DoesNotContain(joined.Reading!.Cues, cue => cue.Kind == Cues.CueKind.GenericPraise);
    }

    [Fact]
    public void A_thread_is_kept_as_long_as_its_last_message_is_young()
    {
        using var test = new TestStore(Kind.Sqlite);
        DealImportTests.Import(test, Deals);
        Import(test, null, One, Two, Three);
        using var store = test.Open();
        Assert.Empty(new Retention(6, 12).Find(store, new LocalDate(2027, 5, 5)).Transcripts);
        Assert.Single(new Retention(6, 12).Find(store, new LocalDate(2027, 5, 6)).Transcripts);
    }

    private static string Event(string method, string answer, string stamp, int sequence = 0) =>
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nMETHOD:{method}\r\nBEGIN:VEVENT\r\nUID:lanes@trajet.example\r\nDTSTAMP:{stamp}\r\nDTSTART;TZID=America/New_York:20261208T140000\r\nSUMMARY:Lanes\r\nORGANIZER;CN=Camille Roy:mailto:camille@trajet.example\r\nATTENDEE;CN=Dana Whitfield;PARTSTAT={answer}:mailto:dana@larkspur.example\r\nSEQUENCE:{sequence}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}
