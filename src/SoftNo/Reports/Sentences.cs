using System.Globalization;
using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Moments;
using SoftNo.Rescue;
using SoftNo.Signals;

namespace SoftNo.Reports;

/// <summary>What a report says, in one language, whatever it is shown on: terminal, Markdown or page.</summary>
public sealed class Sentences
{
    private readonly Reading _reading;
    private readonly SentenceWords _say;
    private readonly StepTime _time;
    private readonly Report _report;

    /// <summary>The sentences of a report in a language.</summary>
    /// <param name="report">What to speak of.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    public Sentences(Report report, string language)
    {
        (_report, _reading, Words, Language) = (report, report.Reading, ReportWords.In(language), language);
        (_say, _time) = (Words.Sentences, new StepTime(Words, _reading.Call.Source));
    }

    /// <summary>The words of the language.</summary>
    public ReportWords Words { get; }

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public string Language { get; }

    /// <summary>The verdict's name.</summary>
    public string Verdict => Words.Verdicts[_reading.Verdict.Name()].Name;

    /// <summary>What the verdict means.</summary>
    public string VerdictMeans => Words.Verdicts[_reading.Verdict.Name()].Means;

    /// <summary>How sure the verdict is.</summary>
    public string Confidence => Fill(_say.Confidence, Sure(_reading.Confidence));

    /// <summary>The call's title, or its file's name.</summary>
    public string Title => _report.Mask is not null ? _say.SharedTitle : Plain.Of(_reading.Call.Source.Title ?? Path.GetFileName(_reading.Call.Source.File));

    /// <summary>Format, date and length of the call.</summary>
    public string About
    {
        get
        {
            var source = _reading.Call.Source;
            var parts = new List<string> { FromMemory ? _say.FromMemory : source.Title is null || _report.Mask is not null ? source.Format : $"{Plain.Of(Path.GetFileName(source.File))} ({source.Format})" };
            if (source.StartedAt is { } at)
            {
                // A start inferred from the file's name is a date: its midnight was never said.
                var dateOnly = source.StartedAtBasis == Basis.Inferred && at.TimeOfDay == NodaTime.LocalTime.Midnight;
                parts.Add(dateOnly ? _time.Date(at.Date) : _time.Of(new Moment.AtMinute(at)));
            }

            if (source.Duration is { } lasted) parts.Add(Words.Minutes.Of((int)Math.Max(1, Math.Round(lasted.TotalMinutes)), Language));
            return string.Join(" · ", parts);
        }
    }

    /// <summary>Who sells and who may buy, and what that rests on.</summary>
    public string? Sides
    {
        get
        {
            var speakers = _reading.Call.Speakers;
            var us = Names(Side.Seller);
            var them = Names(Side.Prospect);
            if (us.Length == 0 || them.Length == 0) return null;
            var weakest = speakers.Where(speaker => speaker.Side != Side.Unknown).Min(speaker => speaker.Basis);
            var sellers = speakers.Count(speaker => speaker.Side == Side.Seller);
            var buyers = speakers.Count(speaker => speaker.Side == Side.Prospect);
            return Fill(_say.Rests, us, Words.Sell.Of(sellers, Language), them, Words.MayBuy.Of(buyers, Language), Words.Bases[weakest.ToString().ToLowerInvariant()]);
        }
    }

    /// <summary>"0 hard questions; looked for…", or the good news.</summary>
    public string Friction
    {
        get
        {
            var friction = _reading.Friction;
            var asked = Words.HardQuestions.Of(friction.HardQuestions, Language);
            if (friction is { HardQuestions: 0, Objections: > 0 }) return Fill(_say.ObjectionsOnly, asked, Words.Objections.Of(friction.Objections, Language));
            if (friction.HardQuestions == 0) return Fill(_say.NoHardQuestion, asked);
            var topics = friction.Topics.Count == 0 ? "" : $" ({string.Join(", ", friction.Topics.Select(Topic))})";
            var objections = friction.Objections == 0 ? "" : $", {Words.Objections.Of(friction.Objections, Language)}";
            return Fill(_say.GoodNews, asked, topics, objections);
        }
    }

    /// <summary>Praise, hard questions, objections and buying steps by person.</summary>
    public IEnumerable<string> People => _reading.Friction.ByPerson.Select(person => Fill(
        _say.Person, Person(person.Name), Words.Praise.Of(person.Praise, Language), Words.HardQuestions.Of(person.HardQuestions, Language),
        Words.Objections.Of(person.Objections, Language), Words.BuyingSteps.Of(person.BuyingSteps, Language)));

    /// <summary>The next step: grade, time, whose it is, doubts.</summary>
    public IReadOnlyList<string> NextStep
    {
        get
        {
            var step = _reading.NextStep;
            if (step.Grade == Grade.None) return [_say.StepNone];
            var first = $"{Words.Grades[step.Grade.Name()]}{Words.Colon}{(step.When is { } when ? _time.Of(when) : Lower(_say.StepUnknownTime))}";
            var lines = new List<string> { $"{first.TrimEnd('.')}{(step.Bound == Bound.None ? "" : $" ({Words.Bounds[step.Bound.ToString().ToLowerInvariant()]})")}." };
            if (step is { Quote: { } quote, Turn: { } turn }) lines.Add(Fill(_say.StepQuote, Quote(quote), Who(turn), At(turn)));
            if (step.Candidates.Count > 1) lines.Add(Fill(_say.StepCandidates, string.Join($" {_say.Or} ", step.Candidates.Select(_time.Of))));
            if (step.Expired) lines.Add(Words.Thread.Expired);
            if (step.Owed is { } owed) lines.Add(Fill(_say.StepOwed, Shown(owed)));
            return lines;
        }
    }

    /// <summary>The mirror, private to the seller; empty where nothing of his was heard.</summary>
    public IReadOnlyList<string> Mirror
    {
        get
        {
            if (FromMemory) return [];
            var seller = _reading.Seller;
            var lines = new List<string> { Fill(_say.Mirror, Words.FeatureTurns.Of(seller.FeaturePitch, Language), Words.OutcomeTurns.Of(seller.OutcomePitch, Language)) };
            if (seller is { OutcomePitch: 0, FeaturePitch: > 0 }) lines.Add(_say.MirrorNoResult);
            if (seller.AcceptedVagueness.Count > 0) lines.Add(Fill(_say.MirrorAccepted, string.Join(", ", seller.AcceptedVagueness.Select(id => At(_reading.CueOf(id).Turn)))));
            if (seller.TalkShare is { } share) lines.Add(Fill(_say.MirrorTalk, Percent(share)));
            return lines;
        }
    }

    /// <summary>The declared figure beside the band; null where none was declared.</summary>
    public string? Declared => _report.Declared is not { } declared ? null : Fill(
        declared.TooHigh ? _say.DeclaredHigh : declared.Percent < declared.Low ? _say.DeclaredLow : _say.DeclaredWithin,
        declared.Percent.ToString("0.#", Culture), declared.Low.ToString("0", Culture), declared.High.ToString("0", Culture));

    /// <summary>What was looked for and not found; null where nothing is told.</summary>
    public string? LookedFor(Signal signal) => signal.LookedFor.Count == 0 ? null : Fill(_say.LookedFor, string.Join(", ", signal.LookedFor.Select(Topic).Distinct()));

    /// <summary>How sure a signal's state is, in brackets; nothing where the state is unknown.</summary>
    public string SureOf(Signal signal) => signal.State == SignalState.Unknown ? "" : $" ({Fill(Words.Percent, Sure(signal.Confidence))})";

    /// <summary>
    /// The <paramref name="most"/> likeliest rival explanations of a signal, each a clause, without those that an earlier signal of the reading gave; null where none is left.
    /// </summary>
    public string? OtherReadings(Signal signal, int most) =>
        FreshReadings(signal, most) is { Count: > 0 } fresh ? string.Join(Words.Semicolon, fresh.Select(other => Lower(other.TrimEnd('.')))) : null;

    /// <summary>The same, each a sentence.</summary>
    public IReadOnlyList<string> FreshReadings(Signal signal, int most)
    {
        var said = _reading.Signals.TakeWhile(other => other != signal).Where(other => other.State == SignalState.Present).SelectMany(other => other.OtherReadings.Take(most)).ToHashSet();
        return [.. signal.OtherReadings.Take(most).Where(other => !said.Contains(other)).Select(other => Shown(other.In(Language)))];
    }

    /// <summary>Quotes that were shown before, by their times, in one line.</summary>
    public string SeenAbove(IEnumerable<Cue> cues) => Fill(_say.SeenAbove, string.Join(", ", cues.Select(cue => SaidAt(cue.Turn))));

    /// <summary>What reads the call, and within which limits.</summary>
    public string ReadBy => Fill(_say.ReadBy, _reading.Reader.Lexicon, Words.Listener.GetValueOrDefault(_reading.Reader.Listener, _reading.Reader.Listener));

    /// <summary>"Micro-commitment, medium tone".</summary>
    public string Move(FilledRescue rescue) => rescue.Tone is { } tone
        ? Fill(_say.MovePicked, Words.Moves[rescue.Move.Name()], Words.Tones[tone.ToString().ToLowerInvariant()]) : Words.Moves[rescue.Move.Name()];

    /// <summary>Kind and topic of a cue.</summary>
    public string Kind(Cue cue) => cue.Topic is null ? Words.Kinds[cue.Kind.Name()] : $"{Words.Kinds[cue.Kind.Name()]}{Words.Colon}{Topic(cue.Topic)}";

    /// <summary>Why a cue speaks against: the words that clear it; null where nothing does.</summary>
    public string? Cleared(Cue cue) => cue.ClearedBy is not { } by ? null
        : Fill(_say.Cleared, Quote(by.Span.End <= _reading.Call.Turns[by.Turn].Text.Length ? by.Span.Of(_reading.Call.Turns[by.Turn].Text) : ""), At(by.Turn));

    /// <summary>Words of the call between quotation marks, made safe to show.</summary>
    public string Quote(string words) => Fill(Words.Quote, Shown(words));

    /// <summary>A topic, or a thing that was looked for, in words.</summary>
    public string Topic(string topic) => Words.Topics.GetValueOrDefault(topic[(topic.IndexOf(':', StringComparison.Ordinal) + 1)..], topic);

    /// <summary>When a turn was said; its number where there are no times, "from memory" where it was remembered.</summary>
    public string At(int turn) => FromMemory ? _say.Remembered : _reading.Call.Turns[turn] is { StartMs: null, At: { } at }
        ? Fill(Words.Thread.ShortDate, Words.Thread.ShortMonths[at.Month - 1], at.Day)
        : TurnTime.Of(_reading.Call.Turns[turn]) ?? $"#{(turn + 1).ToString(CultureInfo.InvariantCulture)}";

    /// <summary>What an exchange says beside its words: silence, open question, absences, invitations; nothing for a call alone.</summary>
    public IReadOnlyList<string> Thread => _reading.Thread is { } thread ? [.. new ThreadSentences(thread, this).Lines] : [];

    /// <summary>Who said a turn.</summary>
    public string Who(int turn) => _reading.Call.Turns[turn].Speaker is var speaker && speaker == Call.Nobody ? _say.Nobody : Name(speaker);

    /// <summary>Who said a turn, and when: "0:32 Brent Calloway", "Dana Reyes (from memory)".</summary>
    public string SaidAt(int turn) => FromMemory ? $"{Who(turn)} ({_say.Remembered})" : $"{At(turn)} {Who(turn)}";

    /// <summary>A text that may hold words of the call: made safe to show, and masked in a shared report.</summary>
    public string Shown(string text) => _report.Mask is { } mask ? mask.Over(Plain.Of(text)) : Plain.Of(text);

    /// <summary>A time in words.</summary>
    public string When(Moment moment) => _time.Of(moment);

    /// <summary>A share as a whole percentage.</summary>
    public static string Percent(double share) => Math.Round(100 * share, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture);

    /// <summary>How sure something is, as a whole percentage: never wholly sure, since nothing read from words is.</summary>
    public static string Sure(double confidence) => Percent(Math.Min(confidence, 0.99));

    private bool FromMemory => _reading.Call.Source.Origin == CallOrigin.Memory;

    private string Name(int speaker) => _report.Mask is { } mask ? mask.Label(_reading.Call, speaker) : Plain.Of(_reading.Call.Speakers[speaker].Name);

    private string Person(string name)
    {
        var speakers = _reading.Call.Speakers;
        for (var i = 0; i < speakers.Count; i++)
        {
            if (speakers[i].Name == name) return Name(i);
        }

        return Shown(name);
    }

    private CultureInfo Culture => Language == "fr" ? FrenchNumbers : CultureInfo.InvariantCulture;

    private static CultureInfo FrenchNumbers { get; } = new(CultureInfo.InvariantCulture.Name) { NumberFormat = { NumberDecimalSeparator = "," } };

    private string Names(Side side)
    {
        var speakers = _reading.Call.Speakers;
        var all = Enumerable.Range(0, speakers.Count).Where(i => speakers[i].Side == side).Select(Name).ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} {_say.And} {all[^1]}";
    }

    private static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];

    private static string Fill(string pattern, params object[] parts) => string.Format(CultureInfo.InvariantCulture, pattern, parts);
}
