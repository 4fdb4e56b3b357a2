using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues.Consent;
using SoftNo.Cues.Phrases;
using SoftNo.Forecasting;
using SoftNo.Reports;
using SoftNo.Rescue;
using SoftNo.Settings;

namespace SoftNo.Cli;

/// <summary>What reads: the call reader and the playbook, loaded once for all files.</summary>
internal sealed class ReadParts
{
    private readonly CallReader _reader;
    private readonly Playbook _playbook;
    private readonly IClock _clock;
    private readonly AdviceOptions _options;
    private readonly double? _declared;
    private readonly ConsentReader _consents;

    private ReadParts(CallReader reader, Playbook playbook, ConsentReader consents, IClock clock, double? declared, AdviceOptions options) =>
        (_reader, _playbook, _consents, _clock, _declared, _options) = (reader, playbook, consents, clock, declared, options);

    /// <summary>Who agreed to the recording, when and how, as the user says; or null.</summary>
    public string? Consent { get; init; }

    /// <summary>Loads the parts that are shipped beside the program; both at once, because both are read from many small files.</summary>
    public static (ReadParts? Parts, IReadOnlyList<Problem> Problems) Load(IClock clock, DateTimeZone ourZone, double? declared, bool withoutListener, TeamSettings? settings = null, string? consent = null)
    {
        var playbook = Task.Run(() => Playbook.Load(Playbook.DefaultFolder));
        var reader = CallReader.Load(withListener: !withoutListener);
        var consents = ConsentReader.Load(Lexicon.DefaultFolder);
        var moves = playbook.GetAwaiter().GetResult();
        if (reader.Reader is null || moves.Playbook is null || consents.Reader is null) return (null, [.. reader.Problems, .. moves.Problems, .. consents.Problems]);
        return (new ReadParts(reader.Reader, moves.Playbook, consents.Reader, clock, declared, Practice.Options(settings, clock.GetCurrentInstant()) with { OurZone = ourZone }) { Consent = consent }, []);
    }

    /// <summary>Reads a call and says what to do about it.</summary>
    /// <param name="call">The call or exchange.</param>
    /// <param name="asOf">The moment the user gave; null: now for an exchange, none for a call alone.</param>
    /// <param name="explain">Whether the words that moved the trained reader are looked for; they cost up to as much again as the reading.</param>
    public Report Read(Call call, Instant? asOf, bool explain)
    {
        var now = asOf ?? _clock.GetCurrentInstant();
        var reading = _reader.Read(call, call.Exchange is null ? asOf : now, explain);
        var advice = _playbook.Advise(reading, _options with { Now = now });
        return new Report(reading, advice) { Consent = _consents.Note(reading.Call, Consent), Declared = _declared is { } percent ? Declared.Beside(percent, reading, CallPriors.Load(CallPriors.DefaultFile)) : null };
    }
}
