using NodaTime;
using NodaTime.Text;
using SoftNo.Transcripts.Mail;

namespace SoftNo.Tests.Transcripts.Mail;

public class AbsenceTests
{
    private static readonly OffsetDateTime Written = new LocalDateTime(2026, 11, 18, 9, 0).WithOffset(Offset.FromHours(-5));

    private static string? Until(string text, bool auto = true) => Absences.In(text, Written, auto) is { Until: { } until } ? LocalDatePattern.Iso.Format(until) : null;

    [Theory]
    [InlineData("I am out of the office through Friday, November 27.", "2026-11-27")]
    [InlineData("I'll be out from November 23 through November 27 with limited access.", "2026-11-27")]
    [InlineData("I'm away Nov. 23-27.", "2026-11-27")]
    [InlineData("I'm out 11/23 - 11/27. For help call 212 555 0143.", "2026-11-27")]
    [InlineData("I will be back in the office on Monday, November 30.", "2026-11-29")]
    [InlineData("On vacation, returning Dec 1st. Please contact Raj.", "2026-11-30")]
    [InlineData("I am out of office until Monday, November 30.", "2026-11-29")]
    [InlineData("I am out of office until Friday.", "2026-11-20")]
    [InlineData("Je suis absente du 23 au 27 novembre inclus.", "2026-11-27")]
    [InlineData("Bonjour, je suis en congés jusqu’au 4 décembre 2026. En cas d’urgence, écrivez à Hugo.", "2026-12-04")]
    [InlineData("Actuellement en déplacement, je serai de retour le lundi 30 novembre.", "2026-11-29")]
    [InlineData("Je suis absent jusqu'au 04/12/2026 inclus.", "2026-12-04")]
    [InlineData("I am out of the office until January 4.", "2027-01-03")]
    [InlineData("I'm OOO through EOD Friday the 27th and back online Monday.", "2026-11-27")]
    [InlineData("I'm away, back Monday the 30th.", "2026-11-29")]
    [InlineData("Absente cette semaine, je reviens le 30.", "2026-11-29")]
    [InlineData("I'm away until the 30th of November, returning to my desk on Tuesday, 1 December 2026.", "2026-11-30")]
    [InlineData("The office is closed Thursday and Friday (Nov. 26-27) for the holiday. We'll be back on Monday, Nov. 30.", "2026-11-27")]
    [InlineData("The office is closed Thursday and Friday. We'll be back on Monday, Nov. 30.", "2026-11-29")]
    [InlineData("On PTO 11/20–11/27. I'll answer when I'm back on 11/30.", "2026-11-27")]
    [InlineData("I'm out all week and will be back at it on November 30.", "2026-11-29")]
    [InlineData("Je serai de nouveau disponible le lundi 30 novembre.", "2026-11-29")]
    [InlineData("My last day out is November 27.", "2026-11-27")]
    [InlineData("On medical leave, with an expected return date of January 11, 2027.", "2027-01-10")]
    [InlineData("I am out of the office on Friday, November 20 and will respond on Monday.", "2026-11-20")]
    [InlineData("I am out of the office today.", "2026-11-18")]
    public void The_last_day_away(string note, string until) => Assert.Equal(until, Until(note));

    [Theory]
    [InlineData("I am currently out of the office and will answer when I return.")]
    [InlineData("I am out. I'll get back to you on Monday.")]
    public void Without_a_date_the_end_is_unknown(string note)
    {
        Assert.NotNull(Absences.In(note, Written, isAutoReply: true));
        Assert.Null(Until(note));
    }

    [Fact]
    public void A_day_away_begins_and_ends_with_it() => Assert.Equal((new LocalDate(2026, 11, 20), new LocalDate(2026, 11, 20)), (Absences.In("I'm out Friday, so let's talk after.", Written, isAutoReply: false)!.From!.Value, Absences.In("I'm out Friday, so let's talk after.", Written, isAutoReply: false)!.Until!.Value));

    [Fact]
    public void The_first_day_is_read_where_it_is_told() => Assert.Equal(new LocalDate(2026, 11, 23), Absences.In("I'm out from November 23 to November 27.", Written, isAutoReply: true)!.From);

    [Theory]
    [InlineData("Quick note: I'm on vacation through November 27, let's talk after.", "2026-11-27")]
    [InlineData("We will decide by November 27 and be back on Monday.", null)]
    [InlineData("The pilot runs from November 23 to November 27.", null)]
    public void A_person_says_so_in_one_sentence(string words, string? until) => Assert.Equal(until, Until(words, auto: false));
}
