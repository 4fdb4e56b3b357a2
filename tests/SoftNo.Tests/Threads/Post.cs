using System.Text;
using NodaTime;
using NodaTime.Text;
using SoftNo.Calls;
using SoftNo.Cues.Moments;
using SoftNo.Threads;
using SoftNo.Transcripts;
using SoftNo.Transcripts.Mail;

namespace SoftNo.Tests.Threads;

/// <summary>Short ways to write mails and calendars, and to read them as one exchange.</summary>
internal sealed class Post
{
    public const string Us = "Camille Roy <camille@trajet.example>";
    public const string Dana = "Dana Whitfield <dana@larkspur.example>";
    public const string Raj = "Raj Patel <raj@larkspur.example>";
    private readonly List<(string Name, string Text)> _files = [];
    private readonly StringBuilder _mbox = new();
    private int _count;

    /// <summary>A message; the date as RFC 5322 has it, or empty for none.</summary>
    public Post Mail(string from, string date, string body, string? to = null, string subject = "Larkspur and Trajet", string headers = "", string? id = null)
    {
        to ??= from == Us ? Dana : Us;
        string answers = _count > 0 && !headers.Contains("References", StringComparison.Ordinal) ? $"References: <m{_count - 1}@example>\n" : "";
        _mbox.Append("From x Mon Nov 16 15:02:00 2026\n").Append(id ?? $"Message-ID: <m{_count++}@example>\n").Append(answers)
            .Append("From: ").Append(from).Append("\nTo: ").Append(to).Append("\nSubject: ").Append(subject).Append(date.Length > 0 ? "\nDate: " : "\n").Append(date).Append(date.Length > 0 ? "\n" : "").Append(headers);
        if (!headers.Contains("Content-Type", StringComparison.Ordinal)) _mbox.Append("Content-Type: text/plain; charset=utf-8\n");
        _mbox.Append('\n').Append(body).Append("\n\n");
        return this;
    }

    /// <summary>A calendar message as a file of its own.</summary>
    public Post Event(string method, string start, string guests, string stamp, int sequence = 0, string organizer = "ORGANIZER;CN=Camille Roy:mailto:camille@trajet.example", string more = "", string uid = "one@trajet.example")
    {
        _files.Add(($"event{_files.Count}.ics", Calendar(method, start, guests, stamp, sequence, organizer, more, uid)));
        return this;
    }

    /// <summary>The text of a calendar message.</summary>
    public static string Calendar(string method, string start, string guests, string stamp, int sequence, string organizer, string more, string uid) =>
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nMETHOD:{method}\r\nBEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:{stamp}\r\nDTSTART;TZID=America/New_York:{start}\r\nSUMMARY:Lanes\r\n{organizer}\r\n{guests}\r\nSEQUENCE:{sequence}\r\n{more}END:VEVENT\r\nEND:VCALENDAR\r\n";

    /// <summary>A guest line.</summary>
    public static string Guest(string answer, string name = "Dana Whitfield", string address = "dana@larkspur.example") => $"ATTENDEE;CN={name};PARTSTAT={answer}:mailto:{address}";

    /// <summary>A file of any kind.</summary>
    public Post File(string name, string text)
    {
        _files.Add((name, text));
        return this;
    }

    /// <summary>Everything as one exchange.</summary>
    public Call Call(CallOptions? options = null)
    {
        var all = new List<(string Name, string Text)>(_files);
        if (_mbox.Length > 0) all.Insert(0, ("thread.mbox", _mbox.ToString()));
        TranscriptResult result = TranscriptReader.ReadTogether([.. all.Select(file => file.Name)], name => new MemoryStream(Encoding.UTF8.GetBytes(all.Find(file => file.Name == name).Text)), options ?? new CallOptions { Us = ["trajet.example"] });
        Assert.Empty(result.Problems);
        return Assert.Single(result.Calls);
    }

    /// <summary>Every thread apart.</summary>
    public IReadOnlyList<Call> Threads() => TranscriptReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(_mbox.ToString())), "thread.mbox", new CallOptions { Us = ["trajet.example"] }).Calls;

    /// <summary>The exchange as it was known at a moment in New York (<c>2026-11-24 12:00</c>).</summary>
    public (ThreadReading Thread, NextStep Step) At(string local, CallOptions? options = null)
    {
        Instant asOf = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(local).Value.InZoneStrictly(DateTimeZoneProviders.Tzdb["America/New_York"]).ToInstant();
        return ThreadReader.Read(Call(options).UpTo(asOf), asOf);
    }

    /// <summary>The new words of a body sent by Dana.</summary>
    public static string Words(string body) => NewWords.Of(body, "Dana Whitfield");

    /// <summary>Each act as <c>date side kind</c>.</summary>
    public static string[] Acts(ThreadReading thread) => [.. thread.Acts.Select(act => $"{OffsetDateTimePattern.GeneralIso.Format(act.At)} {act.Side} {act.Kind}")];
}
