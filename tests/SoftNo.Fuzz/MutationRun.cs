using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SoftNo.Fuzz;

/// <summary>
/// Feeds a target with changed seeds for a stated time, without afl: an input that gives something new is kept and changed further. The same seed makes the
/// same inputs. What breaks is written to <c>artifacts/fuzz/found/</c>, once for each place it breaks at.
/// </summary>
internal sealed class MutationRun(string name, Action<Stream> target, int seed)
{
    private const int LargestInput = 400_000;
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(5);

    private readonly Random _random = new(seed);
    private readonly HashSet<string> _signatures = [];
    private readonly HashSet<string> _broken = [];
    private readonly List<byte[]> _pool = [.. Corpus.Of(name)];

    private static readonly byte[][] Pieces = [.. new[]
    {
        "\n", "\r\n", "\n\n", "\0", "\t", "  ", ":", ": ", "-->", "<v A>", "</v>", "<", ">", "&", "&lt;", "{", "}", "[", "]", "\"", "\\", "\\u0000", ",", "null", "true", "-1", "1e999", "999999999999999999999",
        "0.1", "NaN", "00:00:01.000", "99:99:99", "0:0", "2026-11-17T15:00:00Z", "0001-01-01", "9999-12-31T23:59:59-18:00", "WEBVTT", "NOTE", "PK\u0003\u0004", "\uFEFF", "\uD83D\uDE00", "é", "=?utf-8?q?=C3?=",
        "From ", ">", "Content-Type: multipart/mixed; boundary=x", "--x", "BEGIN:VEVENT", "END:VEVENT", "DTSTART;TZID=X:", "RRULE:FREQ=SECONDLY", ";", "\"\"", "{{a|", "}}", "speaker", "text", "start", "items", "words",
    }.Select(Encoding.UTF8.GetBytes), [0xFF], [0xC3], [0xFF, 0xFE], [0x80, 0x80]];

    /// <summary>Runs; gives how many places broke.</summary>
    public int For(TimeSpan time)
    {
        if (_pool.Count == 0)
        {
            Console.WriteLine($"{name}: no seeds");
            return 0;
        }

        var clock = Stopwatch.StartNew();
        long runs = 0;
        foreach (var each in _pool.ToArray()) Try(each, ref runs);
        for (var next = TimeSpan.FromSeconds(30); clock.Elapsed < time;)
        {
            Try(Changed(_pool[_random.Next(_pool.Count)]), ref runs);
            if (clock.Elapsed < next) continue;
            next += TimeSpan.FromSeconds(30);
            Tell(clock.Elapsed, runs);
        }

        Tell(clock.Elapsed, runs);
        return _broken.Count;
    }

    private void Tell(TimeSpan elapsed, long runs) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{name}: {elapsed.TotalSeconds:0} s, {runs} inputs, {_pool.Count} kept, {_signatures.Count} outcomes, {_broken.Count} broken"));

    private void Try(byte[] input, ref long runs)
    {
        runs++;
        try
        {
            // A busy machine or the first input's compilation is slow once; a slow reader is slow again.
            if (Timed(input) > Slow && Timed(input) is var again && again > Slow) Keep(input, $"slow: {again.TotalSeconds:0.0} s");
            if (_signatures.Add(Targets.Signature) && runs > _pool.Count) _pool.Add(input);
        }
#pragma warning disable CA1031 // Whatever breaks is what this looks for.
        catch (Exception broken)
#pragma warning restore CA1031
        {
            Keep(input, $"{broken.GetType().Name}: {broken.Message}\n{string.Join('\n', (broken.StackTrace ?? "").Split('\n').Take(4))}");
        }
    }

    private TimeSpan Timed(byte[] input)
    {
        var clock = Stopwatch.StartNew();
        target(new MemoryStream(input));
        return clock.Elapsed;
    }

    private void Keep(byte[] input, string what)
    {
        var place = string.Join('\n', what.Split('\n').Skip(1).Take(2));
        if (!_broken.Add(place.Length > 0 ? place : what.Split(' ')[0])) return;
        var folder = Directory.CreateDirectory(Path.Combine(Corpus.Home, "artifacts", "fuzz", "found")).FullName;
        var file = Path.Combine(folder, $"{name}-{Convert.ToHexStringLower(SHA256.HashData(input))[..12]}");
        File.WriteAllBytes(file, input);
        Console.WriteLine($"{name}: {what}\n  {file}");
    }

    private byte[] Changed(byte[] input)
    {
        var bytes = new List<byte>(input);
        for (var changes = 1 << _random.Next(5); changes > 0; changes--) ChangeOnce(bytes);
        if (bytes.Count > LargestInput) bytes.RemoveRange(LargestInput, bytes.Count - LargestInput);
        return [.. bytes];
    }

    private void ChangeOnce(List<byte> bytes)
    {
        var at = _random.Next(bytes.Count + 1);
        var length = Math.Min(bytes.Count - at, 1 << _random.Next(12));
        switch (_random.Next(8))
        {
            case 0 when at < bytes.Count:
                bytes[at] = (byte)_random.Next(256);
                break;
            case 1 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(_random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 4:
                var other = _pool[_random.Next(_pool.Count)];
                var from = _random.Next(other.Length);
                bytes.InsertRange(at, other[from..Math.Min(other.Length, from + (1 << _random.Next(12)))]);
                break;
            case 5:
                var piece = Pieces[_random.Next(Pieces.Length)];
                for (var times = _random.Next(10) == 0 ? 1 << _random.Next(12) : 1; times > 0; times--) bytes.InsertRange(at, piece);
                break;
            case 6:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                bytes.InsertRange(at, Pieces[_random.Next(Pieces.Length)]);
                break;
        }
    }
}
