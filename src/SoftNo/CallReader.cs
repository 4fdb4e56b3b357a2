using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Listener;
using SoftNo.Cues.Moments;
using SoftNo.Cues.Phrases;
using SoftNo.Cues.Sides;
using SoftNo.Signals;
using SoftNo.Threads;

namespace SoftNo;

/// <summary>The whole way from a call to its reading: sides, cues, signals. A pure function of the call; safe for many threads.</summary>
public sealed class CallReader
{
    private readonly CueReader _cues;
    private readonly SideModel _sides;
    private readonly SaleModel _sale;
    private readonly SignalReader _signals;
    private readonly ReaderInfo _info;
    private readonly Warning? _absent;

    /// <summary>Makes a reader.</summary>
    /// <param name="lexicon">The phrases.</param>
    /// <param name="sides">What tells the sides from the words.</param>
    /// <param name="sale">What tells a sale from other talk.</param>
    /// <param name="rules">The rules of the signals.</param>
    /// <param name="weights">The fitted weights, of a reader with or without a trained one.</param>
    /// <param name="listener">The trained reader; null where phrases and rules read alone.</param>
    /// <param name="absence">Where there is no trained reader: <c>off</c> or <c>absent</c>.</param>
    /// <param name="whyAbsent">Why there is none where it is absent, as the machine says it; or null.</param>
    public CallReader(Lexicon lexicon, SideModel sides, SaleModel sale, SignalRules rules, Weights weights, TrainedListener? listener = null, string absence = "absent", string? whyAbsent = null)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        _cues = new(lexicon, listener);
        _sides = sides;
        _sale = sale;
        _signals = new(rules, weights);
        _absent = whyAbsent is null ? null : ListenerAbsent(whyAbsent);
        _info = listener is null ? new(lexicon.Version, absence, null) : new(lexicon.Version, "used", listener.Model);
    }

    /// <summary>Reads the files that lie beside a program: <c>lexicon/</c> and <c>models/</c>.</summary>
    /// <param name="folder">The folder that holds both; null for the program's own.</param>
    /// <param name="withListener">Whether the trained reader is used, where it can be.</param>
    public static CallReaderResult Load(string? folder = null, bool withListener = true)
    {
        folder ??= AppContext.BaseDirectory;
        var lexicon = Lexicon.Load(Path.Combine(folder, "lexicon"));
        var sides = SideModel.Load(Path.Combine(folder, "lexicon", "sides.yml"), Path.Combine(folder, "models", "sides.json"));
        var sale = sides.Model is null ? null : SaleModel.Load(Path.Combine(folder, "lexicon", "sale.yml"), sides.Model);
        var rules = SignalRules.Load(Path.Combine(folder, "lexicon", "signals.yml"));
        string? whyAbsent = null;
        var listener = withListener ? TrainedListener.TryLoad(Path.Combine(folder, "models"), out whyAbsent) : null;
        var weights = Weights.Load(Path.Combine(folder, "models", listener is null ? "weights.phrases.json" : "weights.listener.json"));
        if (lexicon.Lexicon is not null && sides.Model is not null && sale?.Model is not null && rules.Rules is not null && weights.Weights is not null)
            return new(new(lexicon.Lexicon, sides.Model, sale.Model, rules.Rules, weights.Weights, listener, withListener ? "absent" : "off", whyAbsent), []);
        return new(null, [.. lexicon.Problems.Concat(new[] { sides.Problem, sale?.Problem, rules.Problem, weights.Problem }.OfType<Problem>())]);
    }

    /// <summary>What reads: the versions that each reading names.</summary>
    public ReaderInfo Info => _info;

    /// <summary>The rules of the signals.</summary>
    public SignalRules Rules => _signals.Rules;

    /// <summary>The fitted weights.</summary>
    public Weights Weights => _signals.Weights;

    /// <summary>Reads a call; an exchange as it was at its last act.</summary>
    public Reading Read(Call call) => Read(call, null, explain: false);

    /// <summary>Reads a call; an exchange as it was at its last act.</summary>
    /// <param name="call">The call.</param>
    /// <param name="explain">Whether cues of the trained reader alone tell the words that moved it; costs up to as much again as the reading.</param>
    public Reading Read(Call call, bool explain) => Read(call, null, explain);

    /// <summary>Reads a call with the user's word on its cues.</summary>
    /// <param name="call">The call.</param>
    /// <param name="corrections">What the user says of cues, oldest first.</param>
    public Reading Read(Call call, IReadOnlyList<Correction> corrections) => Read(call, null, explain: false, corrections);

    /// <summary>Reads a call, or an exchange as it was known at a moment.</summary>
    /// <param name="call">What to read.</param>
    /// <param name="asOf">The moment; null: that of an exchange's last act, and none for a call alone, whose step then never expires.</param>
    /// <param name="explain">Whether cues of the trained reader alone tell the words that moved it.</param>
    /// <param name="corrections">What the user says of cues, oldest first; null for nothing.</param>
    public Reading Read(Call call, Instant? asOf, bool explain, IReadOnlyList<Correction>? corrections = null)
    {
        ArgumentNullException.ThrowIfNull(call);
        var reading = Weighed(call, asOf ?? call.Exchange?.LastKnown, explain, corrections);
        return _absent is null ? reading : reading with { Warnings = [.. reading.Warnings, _absent] };
    }

    private Reading Weighed(Call call, Instant? moment, bool explain, IReadOnlyList<Correction>? corrections)
    {
        var (settled, heard) = CuesOf(moment is { } known ? call.UpTo(known) : call, explain: explain, corrections: corrections);
        if (moment is not { } at) return _signals.Read(settled, heard, _info);
        if (settled.Exchange is null) return _signals.Read(settled, heard with { NextStep = ThreadReader.Expiring(settled, heard.NextStep, at) }, _info);
        var (thread, step) = ThreadReader.Read(settled, at);
        return _signals.Read(settled, heard with { NextStep = step }, _info) with { Thread = thread };
    }

    private static Warning ListenerAbsent(string why) => new(
        "listener-absent",
        new Bilingual($"Le lecteur entraîné manque, les tournures lisent seules\u00a0: {why}.", $"The trained reader is missing, phrases read alone: {why}."),
        new Bilingual("Réinstallez softno\u202f; ou --without listener, si cela vous suffit.", "Install softno again; or use --without listener if that is enough."));

    /// <summary>What is heard in a call before it is weighed; its sides settled.</summary>
    /// <param name="call">The call.</param>
    /// <param name="heard">What a trained reader heard in it; null for this reader's own.</param>
    public CallEvidence Hear(Call call, IReadOnlyList<HeardCue>? heard = null)
    {
        var (settled, cues) = CuesOf(call, heard);
        return new(settled, cues, _signals.Rules);
    }

    private (Call Settled, CueReading Heard) CuesOf(Call call, IReadOnlyList<HeardCue>? heard = null, bool explain = false, IReadOnlyList<Correction>? corrections = null)
    {
        var settled = ClockInWords.Settle(SideReader.Settle(call, _sides, out var words));
        return (settled, _cues.Read(settled, _sale.Of(settled, words), heard, explain, corrections));
    }
}

/// <summary>A reader, or what is wrong with its files.</summary>
public sealed record CallReaderResult(CallReader? Reader, IReadOnlyList<Problem> Problems);
