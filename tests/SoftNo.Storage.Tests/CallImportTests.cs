using Microsoft.EntityFrameworkCore;
using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Moments;
using SoftNo.Deals.Imports;
using SoftNo.Deals.Matching;
using SoftNo.Storage.Calls;
using SoftNo.Storage.Deals;
using SoftNo.Storage.Matching;
using SoftNo.Storage.People;

namespace SoftNo.Storage.Tests;

public class CallImportTests
{
    private const string Deals = "Record ID,Deal name,Deal Stage,Associated Company,Associated Contact,Contact email\n1,Pilot,New,\"Larkspur Freight, Inc.\",Dana Whitfield,dana@larkspur.example\n2,Renewal,New,Norvik,,\n";

    internal static readonly MatchingRules Rules = MatchingRules.Load(CrmWords.DefaultFolder);

    internal static ImportedCall Import(TestStore test, Call call, string? deal = null)
    {
        using var store = test.Open();
        return new CallImporter(store, TestReader.Reader, test.Clock, Rules, []).Import(call, "said at the start", deal is null ? null : DealFinder.Find(store, deal).Deal);
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void A_call_is_read_stored_once_and_tied_to_its_deal(Kind kind)
    {
        using var test = Both.On(kind);
        DealImportTests.Import(test, Deals);
        var first = Import(test, TestReader.Call());
        Assert.True(first.IsNew);
        Assert.Equal((1L, "title"), (first.Match.Number, first.Match.By));
        Assert.False(Import(test, TestReader.Call(file: "copy.txt")).IsNew);
        using var store = test.Open();
        var listed = Assert.Single(ReadingList.Page(store));
        Assert.Equal(("Pilot", true, "larkspur-freight.txt"), (listed.DealName, listed.HasWords, listed.File));
        Assert.Equal(Grade.Vague, listed.Figures.Step);
        var history = DealList.Histories(store).First().History;
        var act = Assert.Single(history.Acts);
        Assert.Equal((ActKind.Call, Side.Prospect, "Dana Whitfield"), (act.Act.Kind, act.Act.Side, act.Act.Who));
        Assert.Equal(listed.Figures.Verdict, act.Reading?.Verdict);
        Assert.Contains("circle back", act.Reading?.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stored_reading_comes_back_as_it_was()
    {
        using var test = new TestStore(Kind.Sqlite);
        var made = Import(test, TestReader.Call()).Reading!;
        using var store = test.Open();
        var kept = ReadingList.Find(store, made.Id)!;
        Assert.Equal(made.Id, kept.Id);
        Assert.Equal(made.Verdict, kept.Verdict);
        Assert.Equal(made.Call.Turns, kept.Call.Turns);
        Assert.Equal(made.Call.Source, kept.Call.Source);
        Assert.Equal(made.NextStep.When, kept.NextStep.When);
        Assert.Equal(made.NextStep.Quote, kept.NextStep.Quote);
        Assert.Equal(made.Cues.Select(cue => (cue.Id, cue.Span, cue.Quote, cue.Why, cue.Resolved)), kept.Cues.Select(cue => (cue.Id, cue.Span, cue.Quote, cue.Why, cue.Resolved)));
        Assert.Equal(made.Probabilities, kept.Probabilities);
        Assert.Equal(made.Signals.Select(signal => (signal.Kind, signal.State, signal.Confidence)), kept.Signals.Select(signal => (signal.Kind, signal.State, signal.Confidence)));
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void What_cannot_be_matched_waits_is_settled_by_hand_and_remembered(Kind kind)
    {
        using var test = Both.On(kind);
        DealImportTests.Import(test, Deals);
        var text = TestReader.Text.Replace("Dana Whitfield", "Ruth Amsel", StringComparison.Ordinal);
        var waiting = Import(test, TestReader.Call(text, "zoom.txt"));
        Assert.Null(waiting.Match.Number);
        using var store = test.Open();
        var desk = new Waiting(store, test.Clock, Rules, []);
        Assert.Equal([waiting.Call.Number], desk.Calls().Select(call => call.Number));
        Assert.Equal(1, desk.Settle(waiting.Call.Number, DealFinder.Find(store, "Renewal").Deal!));
        Assert.Empty(desk.Calls());
        Assert.Equal("given", ReadingList.Page(store)[0].MatchedBy);
        Assert.Equal(2, Assert.Single(store.Acts).DealNumber);
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void A_dismissal_holds_for_the_overlapping_cue_of_a_later_reading(Kind kind)
    {
        using var test = Both.On(kind);
        var made = Import(test, TestReader.Call()).Reading!;
        var cue = made.Cues.First(cue => cue.Kind == CueKind.GenericPraise);
        using var store = test.Open();
        Assert.Equal(cue.Quote, Dismissals.Add(store, cue.Id, "a quotation", test.Clock)?.Quote);
        Assert.Null(Dismissals.Add(store, "nothing-like-it", null, test.Clock));
        Assert.Equal([cue.Id], Dismissals.Of(store, made));
        var moved = made with { Cues = [cue with { Id = "other", Span = new TextSpan(cue.Span.Start + 1, cue.Span.End), Quote = cue.Quote[1..] }, cue with { Id = "elsewhere", Turn = 3 }] };
        Assert.Equal(["other"], Dismissals.Of(store, moved));
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void A_correction_is_in_every_later_reading_until_it_is_taken_back(Kind kind)
    {
        using var test = Both.On(kind);
        var imported = Import(test, TestReader.Call());
        var cue = imported.Reading!.Cues.First(cue => cue.Kind == CueKind.GenericPraise);
        using var store = test.Open();
        var noted = Dismissals.Add(store, cue.Id, null, test.Clock, CueKind.Pain)!;
        Assert.Equal([new Correction(CueKind.GenericPraise, cue.Turn, cue.Span) { Instead = CueKind.Pain }], Dismissals.CorrectionsOf(store, imported.Reading.Id));
        ReadingVersions.Again(store, TestReader.Reader, imported.Call.Number, test.Clock);
        var later = ReadingList.Find(store, imported.Reading.Id)!;
        Assert.DoesNotContain(later.Cues, one => one.Id == cue.Id);
        Assert.Contains(later.Cues, one => one is { Kind: CueKind.Pain } && one.Quote == cue.Quote && one.FoundBy[0] == FoundBy.User);
        Assert.False(Dismissals.Undo(store, "another call", noted.Number, test.Clock));
        Assert.True(Dismissals.Undo(store, imported.Reading.Id, noted.Number, test.Clock));
        ReadingVersions.Again(store, TestReader.Reader, imported.Call.Number, test.Clock);
        Assert.Contains(ReadingList.Find(store, imported.Reading.Id)!.Cues, one => one.Id == cue.Id);
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void Sides_said_by_hand_stay_with_the_stored_call(Kind kind)
    {
        using var test = Both.On(kind);
        var imported = Import(test, TestReader.Call());
        using var store = test.Open();
        CallSides.Correct(store, TestReader.Reader, imported.Call.Number, [Side.Prospect, Side.Seller], new("dit au bureau", "said at the desk"), test.Clock);
        var later = ReadingList.Find(store, imported.Reading!.Id)!;
        Assert.Equal([Side.Prospect, Side.Seller], later.Call.Speakers.Select(speaker => speaker.Side));
        Assert.Equal("said at the desk", later.Call.Speakers[0].Reason!.En);
    }

    [Fact]
    public void Its_file_again_undoes_neither_sides_that_were_said_nor_an_erasure_nor_retention()
    {
        using var test = new TestStore(Kind.Sqlite);
        var imported = Import(test, TestReader.Call());
        using var store = test.Open();
        void Outdate() => store.Readings.ExecuteUpdate(reading => reading.SetProperty(one => one.Lexicon, "older"));
        CallSides.Correct(store, TestReader.Reader, imported.Call.Number, [Side.Prospect, Side.Seller], new("dit", "said"), test.Clock);
        Outdate();
        Assert.Equal([Side.Prospect, Side.Seller], Import(test, TestReader.Call()).Reading!.Call.Speakers.Select(speaker => speaker.Side));
        Forgetting.Forget(store, test.Address, "Dana Whitfield", test.Clock);
        Outdate();
        Assert.DoesNotContain("digest", Import(test, TestReader.Call()).Reading!.Call.Turns.Select(turn => turn.Text).Aggregate(string.Concat), StringComparison.Ordinal);
        Assert.Empty(Access.Of(store, "Dana Whitfield"));
        store.ChangeTracker.Clear();
        Retention.Apply(store, new Retention(6, 12).Find(store, new NodaTime.LocalDate(2027, 5, 18)), test.Clock);
        Outdate();
        Assert.Null(Import(test, TestReader.Call()).Reading);
        Assert.DoesNotContain(store.Readings.AsNoTracking(), reading => reading.Content != null);
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void A_reading_is_made_again_when_the_reader_has_changed_and_the_difference_is_told(Kind kind)
    {
        using var test = Both.On(kind);
        var number = Import(test, TestReader.Call()).Call.Number;
        using var store = test.Open();
        Assert.Empty(ReadingVersions.Outdated(store, TestReader.Reader.Info));
        store.Readings.ExecuteUpdate(reading => reading.SetProperty(one => one.Lexicon, "older"));
        store.Cues.Where(cue => cue.Kind == CueKind.GenericPraise).ExecuteDelete();
        Assert.Equal([number], ReadingVersions.Outdated(store, TestReader.Reader.Info));
        var difference = ReadingVersions.Again(store, TestReader.Reader, number, test.Clock)!;
        Assert.True(difference.CuesAdded > 0);
        Assert.Equal((0, difference.Verdict, 0), (difference.CuesLost, difference.VerdictBefore, difference.Appeared.Count));
        Assert.Empty(ReadingVersions.Outdated(store, TestReader.Reader.Info));
        Assert.Equal(2, store.Readings.Count());
        Assert.Single(store.Readings.Where(reading => reading.Content != null));
    }
}
