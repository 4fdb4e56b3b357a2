using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues.Moments;
using SoftNo.Deals;
using SoftNo.Signals;

namespace SoftNo.Tests.Deals;

public class StepAheadTests
{
    private static readonly LocalDate Today = new(2026, 11, 25);

    private static DealAct Read(int day, Grade step, LocalDate? date = null, Verdict verdict = Verdict.Wavering) =>
        new(new Act(new LocalDateTime(2026, 11, day, 9, 0).WithOffset(Offset.FromHours(-5)), ActKind.Mail, Side.Prospect, "Dana"), new ReadingFigures { Id = "x", Verdict = verdict, Confidence = 0.8, Step = step, StepDate = date });

    private static DealHistory History(params DealAct[] acts) => new(new Deal { Name = "Larkspur" }, acts, []);

    [Fact]
    public void A_meeting_in_the_calendar_stands_beside_a_later_exchange_that_sets_none() =>
        Assert.Equal(new LocalDate(2026, 12, 8), StepAhead.Of(History(Read(3, Grade.Booked, new(2026, 12, 8), Verdict.Insufficient), Read(10, Grade.None)), Today));

    [Theory]
    [InlineData(Grade.Refused, Verdict.Wavering)]
    [InlineData(Grade.None, Verdict.ClearNo)]
    public void A_later_refusal_or_no_undoes_it(Grade step, Verdict verdict) =>
        Assert.Null(StepAhead.Of(History(Read(3, Grade.Booked, new(2026, 12, 8)), Read(10, step, null, verdict)), Today));

    [Fact]
    public void A_firm_step_of_an_earlier_exchange_and_a_booked_one_that_is_past_are_none() =>
        Assert.Null(StepAhead.Of(History(Read(3, Grade.Firm, new(2026, 12, 8)), Read(4, Grade.Booked, new(2026, 11, 24)), Read(10, Grade.Vague)), Today));

    [Fact]
    public void An_absence_holds_up_nothing_once_someone_of_theirs_has_acted_in_it()
    {
        var away = new Pause(new(2026, 11, 9), new(2026, 11, 30), "Dana", IsAbsence: true);
        var history = History(Read(3, Grade.None)) with { Pauses = [away] };
        Assert.Equal(away, StepAhead.PauseOn(history, Today));
        Assert.Null(StepAhead.PauseOn(History(Read(3, Grade.None), Read(12, Grade.None)) with { Pauses = [away] }, Today));
        var agreed = new Pause(new(2026, 11, 1), new(2026, 12, 31), "budget in January");
        Assert.Equal(agreed, StepAhead.PauseOn(history with { Pauses = [away, agreed] }, Today));
    }
}
