using System.Diagnostics;
using System.Text;
using Ical.Net;
using MimeKit;
using NodaTime;
using SoftNo.Rescue;
using SoftNo.Rescue.Files;
using SoftNo.Signals;

namespace SoftNo.Tests.Rescue;

public class FileTests
{
    private static readonly Instant Now = Readings.Options.Now;
    private static readonly Person Dana = new("Dana Whitfield", "dana@larkspur.example");
    private static readonly Person Camille = new("Camille Roy", "camille@lumenor.example");

    private static readonly Reading Plain = Readings.Of(Verdict.SoftNo, "none", "none", "Dana: Hi.\nCamille: Hello.");

    private static Hold HoldIn(string zone)
    {
        var reading = Readings.Of(Verdict.SoftNo, "vague-next-step", "none", "Dana: Hi.\nCamille: Hello.", zone: zone);
        return Readings.Playbook.Fill(Move.MicroCommitment, reading, Readings.Options).Hold!;
    }

    [Fact]
    public void The_hold_is_tentative_fifteen_minutes_long_in_the_prospects_zone_without_attendee()
    {
        var entry = Calendar.Load(Readings.Playbook.Calendar.Hold(HoldIn("America/New_York"), Dana, Plain, Now))!.Events.Single()!;
        Assert.Equal("TENTATIVE", entry.Status);
        Assert.Empty(entry.Attendees);
        Assert.Null(entry.Organizer);
        Assert.Equal("America/New_York", entry.DtStart!.TzId);
        Assert.Equal(new DateTime(2026, 12, 1, 15, 0, 0, DateTimeKind.Utc), entry.DtStart.AsUtc);
        Assert.Equal(new DateTime(2026, 12, 1, 15, 15, 0, DateTimeKind.Utc), entry.DtEnd!.AsUtc);
        Assert.Equal("Hold: Dana Whitfield", entry.Summary);
    }

    [Fact]
    public void The_invitation_has_attendee_and_organizer_and_is_a_request()
    {
        var calendar = Calendar.Load(Readings.Playbook.Calendar.Invite(HoldIn("America/New_York"), Dana, Camille, Plain, Now))!;
        var entry = calendar.Events.Single()!;
        Assert.Equal("REQUEST", calendar.Method);
        Assert.Equal("mailto:camille@lumenor.example", entry.Organizer!.Value!.ToString());
        Assert.Equal("mailto:dana@larkspur.example", entry.Attendees.Single().Value!.ToString());
        Assert.Equal("Dana Whitfield and Camille Roy, 15 minutes", entry.Summary);
        Assert.Null(Readings.Playbook.RefusedIn(entry.Description!));
    }

    [Theory]
    [InlineData("America/New_York")]
    [InlineData("America/Phoenix")]
    [InlineData("Pacific/Honolulu")]
    [InlineData("America/Indiana/Knox")]
    public void A_second_reader_agrees_on_the_instant_zone_and_people(string zone)
    {
        var hold = HoldIn(zone);
        var read = SecondReader.Read(Readings.Playbook.Calendar.Invite(hold, Dana, Person.Unknown, Plain, Now));
        var start = hold.Start.ToInstant();
        Assert.Equal($"{start:uuuu-MM-dd'T'HH:mm:ss}|{start + Duration.FromMinutes(15):uuuu-MM-dd'T'HH:mm:ss}|{zone}|mailto:dana@larkspur.example|invalid:nomail|CONFIRMED", read);
        var held = SecondReader.Read(Readings.Playbook.Calendar.Hold(hold, Dana, Plain, Now));
        Assert.Equal($"{start:uuuu-MM-dd'T'HH:mm:ss}|{start + Duration.FromMinutes(15):uuuu-MM-dd'T'HH:mm:ss}|{zone}|||TENTATIVE", held);
    }

    [Fact]
    public void The_mail_is_unsent_and_its_address_left_open_where_none_is_known()
    {
        var mail = Readings.Playbook.Fill(Move.MicroCommitment, Readings.Of(Verdict.SoftNo, "none", "none", "Dana: Hi.\nCamille: Hello."), Readings.Options).Mail;
        var bytes = MailFile.Write(mail, Person.Unknown, new Person("Dana Whitfield", null), Readings.At("2026-11-26T15:00+01:00"));
        using var message = MimeMessage.Load(new MemoryStream(bytes), TestContext.Current.CancellationToken);
        Assert.Equal("1", message.Headers["X-Unsent"]);
        Assert.Empty(message.To);
        Assert.Empty(message.From);
        Assert.Null(message.Headers["Message-ID"]);
        Assert.Equal(mail.Subject, message.Subject);
        Assert.Equal(mail.Body, message.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal(["X-Unsent", "Date", "Subject", "MIME-Version", "Content-Type"], Headers(bytes));
    }

    [Fact]
    public void The_mail_carries_the_addresses_that_are_known()
    {
        var bytes = MailFile.Write(new Mail(null, "One question", "Hi Dana,\n"), Camille, Dana, Readings.At("2026-11-26T15:00+01:00"));
        using var message = MimeMessage.Load(new MemoryStream(bytes), TestContext.Current.CancellationToken);
        Assert.Equal("\"Dana Whitfield\" <dana@larkspur.example>", message.To.ToString());
        Assert.Equal("\"Camille Roy\" <camille@lumenor.example>", message.From.ToString());
    }

    [Fact]
    public void No_file_names_the_product_in_any_field()
    {
        var hold = HoldIn("America/New_York");
        var mail = MailFile.Write(new Mail(null, "One question", "Hi Dana,\n"), Camille, Dana, Readings.At("2026-11-26T15:00+01:00"));
        string[] files =
        [
            Readings.Playbook.Calendar.Hold(hold, Dana, Plain, Now), Readings.Playbook.Calendar.Invite(hold, Dana, Camille, Plain, Now), Encoding.UTF8.GetString(mail),
        ];
        Assert.All(files, file =>
        {
            var flat = file.Replace("\r\n ", "", StringComparison.Ordinal);
            Assert.DoesNotContain("softno", flat, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("soft-no", flat, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("micro-commitment", flat, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Environment.MachineName, flat, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Contains("PRODID:-//Calendar//Calendar//EN\r\n", files[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Writing_twice_gives_the_same_bytes_and_another_time_another_uid()
    {
        var first = HoldIn("America/New_York");
        var other = first with { Start = first.Alternatives[0], End = first.Alternatives[0].Plus(Duration.FromMinutes(15)) };
        Assert.Equal(Readings.Playbook.Calendar.Hold(first, Dana, Plain, Now), Readings.Playbook.Calendar.Hold(first, Dana, Plain, Now));
        Assert.NotEqual(Uid(Readings.Playbook.Calendar.Hold(first, Dana, Plain, Now)), Uid(Readings.Playbook.Calendar.Hold(other, Dana, Plain, Now)));
    }

    private static string Uid(string file) => Calendar.Load(file)!.Events.Single()!.Uid!;

    private static IEnumerable<string> Headers(byte[] file) =>
        Encoding.UTF8.GetString(file).ReplaceLineEndings("\n").Split("\n\n")[0].Split('\n').Where(line => line[0] != ' ' && line[0] != '\t').Select(line => line.Split(':')[0]);
}

/// <summary>Debian's python3-icalendar: reads a calendar independently of the library that wrote it.</summary>
internal static class SecondReader
{
    private const string DebiansOwn = "/usr/bin/python3";

    private const string Script = """
        import sys, icalendar, datetime
        c = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
        e = [x for x in c.walk('VEVENT')]
        assert len(e) == 1 and len(c.walk('VTIMEZONE')) == 1
        e = e[0]
        assert all(not x.errors for x in c.walk()), [x.errors for x in c.walk()]
        utc = lambda d: d.astimezone(datetime.timezone.utc).strftime('%Y-%m-%dT%H:%M:%S')
        tz = str(c.walk('VTIMEZONE')[0]['TZID'])
        assert str(e['DTSTART'].params['TZID']) == tz
        # The offset that the file's own VTIMEZONE gives, not the system's.
        own = c.walk('VTIMEZONE')[0].to_tz()
        at = lambda k: utc(own.localize(e[k].dt.replace(tzinfo=None)))
        print('|'.join([at('DTSTART'), at('DTEND'), tz, str(e.get('ATTENDEE', '')), str(e.get('ORGANIZER', '')), str(e['STATUS'])]))
        """;

    public static string Read(string calendar)
    {
        using var process = Start();
        if (process is null) Assert.Skip("python3 with icalendar isn't installed; cure: apt-get install python3-icalendar");
        process.StandardInput.Write(calendar);
        process.StandardInput.Close();
        var read = process.StandardOutput.ReadToEnd().Trim();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (error.Contains("No module named 'icalendar'", StringComparison.Ordinal)) Assert.Skip("python3-icalendar isn't installed; cure: apt-get install python3-icalendar");
        Assert.Equal("", error);
        return read;
    }

    private static Process? Start()
    {
        var start = new ProcessStartInfo(File.Exists(DebiansOwn) ? DebiansOwn : "python3") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Script);
        try
        {
            return Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
