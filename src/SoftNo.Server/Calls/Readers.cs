using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Phrases;
using SoftNo.Deals.Imports;
using SoftNo.Deals.Matching;
using SoftNo.Forecasting;
using SoftNo.Reports;
using SoftNo.Rescue;
using SoftNo.Rescue.Decoding;
using SoftNo.Rescue.Memory;
using SoftNo.Settings;
using SoftNo.Transcripts;

namespace SoftNo.Server.Calls;

/// <summary>What reads at the desk, loaded once: the same reader, playbook and settings as the command's. Safe for many requests at once.</summary>
internal sealed class Readers : IDisposable
{
    private readonly CallReader _reader;
    private readonly CallPriors _priors;
    private readonly IClock _clock;
    // One reading keeps one core busy: more at once would only make each slower.
    private readonly SemaphoreSlim _cores = new(Math.Max(1, Environment.ProcessorCount));

    private Readers(CallReader reader, Playbook playbook, Lexicon lexicon, TeamSettings settings, IClock clock)
    {
        (_reader, Playbook, Lexicon, Settings, _clock) = (reader, playbook, lexicon, settings, clock);
        _priors = CallPriors.Load(CallPriors.DefaultFile);
        Decoder = new Decoder(lexicon, playbook);
        Debrief = new Debrief(lexicon, playbook);
    }

    /// <summary>The moves.</summary>
    public Playbook Playbook { get; }

    /// <summary>The phrases.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>Who we are.</summary>
    public TeamSettings Settings { get; }

    /// <summary>Explains words.</summary>
    public Decoder Decoder { get; }

    /// <summary>Reads a call from memory.</summary>
    public Debrief Debrief { get; }

    /// <summary>How sure matches of calls and deals are.</summary>
    public MatchingRules Matching { get; } = MatchingRules.Load(CrmWords.DefaultFolder);

    /// <summary>Now.</summary>
    public Instant Now => _clock.GetCurrentInstant();

    /// <summary>Loads the files that lie beside the program; problems where the user edited one into something that cannot be read.</summary>
    /// <param name="settings">Who we are.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="withListener">Whether the trained reader is used.</param>
    public static (Readers? Readers, IReadOnlyList<Problem> Problems) Load(TeamSettings settings, IClock clock, bool withListener = true)
    {
        var reader = CallReader.Load(withListener: withListener);
        var playbook = Playbook.Load(Playbook.DefaultFolder);
        var lexicon = Lexicon.Load(Lexicon.DefaultFolder);
        return reader.Reader is not null && playbook.Playbook is not null && lexicon.Lexicon is not null
            ? (new Readers(reader.Reader, playbook.Playbook, lexicon.Lexicon, settings, clock), [])
            : (null, [.. reader.Problems.Concat(playbook.Problems).Concat(lexicon.Problems).Distinct()]);
    }

    /// <summary>The calls of a file's bytes, as the settings and the request say.</summary>
    public TranscriptResult Calls(Stream bytes, string file, Given given) => TranscriptReader.Read(bytes, file, Options(given));

    /// <summary>What settings and request say of calls.</summary>
    public CallOptions Options(Given given) => new()
    {
        Us = given.Us,
        UsualUs = given.Us.Count > 0 ? [] : Settings.UsUsually,
        Them = given.Them,
        At = given.At,
        Zone = given.Zone ?? (Settings.TheirZone.Origin is Origin.Environment ? Settings.TheirZone.Value : null),
        UsualZone = Settings.TheirZone.Value,
        OurZone = Settings.OurZone.Value,
        OurDomains = Settings.Domains.Value,
    };

    /// <summary>Reads a call and says what to do about it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="declared">The percentage in the CRM, or null.</param>
    /// <param name="gone">Told when nobody waits any more.</param>
    /// <param name="corrections">The user's word on its cues, oldest first.</param>
    public Task<Report> Read(Call call, double? declared, CancellationToken gone, IReadOnlyList<Correction>? corrections = null) =>
        Use(reader => Told(reader.Read(call, corrections ?? []), declared), gone);

    /// <summary>Does something that reads calls, when a core is free.</summary>
    public async Task<T> Use<T>(Func<CallReader, T> work, CancellationToken gone)
    {
        await _cores.WaitAsync(gone).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => work(_reader), gone).ConfigureAwait(false);
        }
        finally
        {
            _cores.Release();
        }
    }

    /// <summary>Reads a call from memory.</summary>
    public Report Read(DebriefAnswers answers) =>
        Told(Debrief.Read(answers with { Zone = Settings.TheirZone.Value, OurZone = Settings.OurZone.Value }), answers.Percent);

    /// <summary>The seller in mails and calendar files.</summary>
    public SoftNo.Rescue.Files.Person Us => new(Settings.Names.Value.Count > 0 ? Settings.Names.Value[0] : null, Settings.Address.Value);

    /// <inheritdoc/>
    public void Dispose() => _cores.Dispose();

    /// <summary>What advice rests on.</summary>
    public AdviceOptions Advice => Settings.Advice(Now);

    /// <summary>A reading with what to do about it.</summary>
    public Report Told(SoftNo.Signals.Reading reading, double? declared) => new(reading, Playbook.Advise(reading, Advice))
    {
        Declared = declared is { } percent ? Declared.Beside(percent, reading, _priors) : null,
    };
}
