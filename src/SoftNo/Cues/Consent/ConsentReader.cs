using SoftNo.Calls;
using SoftNo.Cues.Phrases;

namespace SoftNo.Cues.Consent;

/// <summary>Hears what a call says of its own recording. Safe for many threads.</summary>
public sealed class ConsentReader
{
    /// <summary>More notices than this add nothing: one is enough to propose.</summary>
    private const int Most = 8;

    private readonly RunReader _runs;
    private readonly string _ask;

    private ConsentReader(Lexicon lexicon, string ask) => (_runs, _ask) = (new RunReader(lexicon), ask);

    /// <summary>Reads <c>consent/said.yml</c> and <c>consent/ask.yml</c> of a lexicon's folder.</summary>
    public static ConsentReaderResult Load(string folder)
    {
        var problems = new List<Problem>();
        var said = new LexiconReader(folder).ReadConsent();
        problems.AddRange(said.Problems);
        var ask = YamlFile.Read<AskFile>(Path.Combine(folder, "consent", "ask.yml"), "consent/ask.yml", problems);
        return said.Lexicon is { } lexicon && ask is not null ? new(new ConsentReader(lexicon, ask.Say), []) : new(null, problems);
    }

    /// <summary>What is known of a call's consent. Memory and mail need none.</summary>
    /// <param name="call">The call.</param>
    /// <param name="given">Who, when, how, as the user says; or null.</param>
    public ConsentNote Note(Call call, string? given)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (call.Source.Origin == CallOrigin.Memory || call.IsMailAlone) return new(given, [], null);
        var heard = Heard(call);
        var settled = given is not null || heard.Any(one => one.Words == ConsentWords.Agreement);
        return new(given, heard, settled ? null : _ask);
    }

    /// <summary>What is heard of recording, in order of time. An agreement counts only right after somebody else's notice.</summary>
    public IReadOnlyList<HeardConsent> Heard(Call call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var heard = new List<HeardConsent>();
        var noticed = false;
        var speaker = Call.Nobody;
        foreach (var run in TurnRun.Of(call))
        {
            var reading = _runs.Read([.. run.Turns.Select(turn => turn.Text)], run.Side, false);
            var answers = noticed && run.Speaker != speaker;
            var refused = reading.Contexts.Any(context => context.Rule.Role == ContextRole.Declines);
            noticed = false;
            speaker = run.Speaker;
            foreach (var context in reading.Contexts.OrderBy(context => context.Span.First))
            {
                var words = context.Rule.Role switch
                {
                    ContextRole.Notice => ConsentWords.Notice,
                    ContextRole.Agreement when answers && !refused => ConsentWords.Agreement,
                    ContextRole.Declines when answers => ConsentWords.Declined,
                    _ => (ConsentWords?)null,
                };
                noticed |= words == ConsentWords.Notice;
                if (words is { } kind) Keep(heard, Quoted(run, reading, context, kind));
            }

            if (heard.Count >= Most) break;
        }

        return heard;
    }

    // One line a sentence.
    private static void Keep(List<HeardConsent> heard, HeardConsent one)
    {
        if (!heard.Exists(other => other.Turn == one.Turn && other.Words == one.Words && other.Span.Overlaps(one.Span))) heard.Add(one);
    }

    private static HeardConsent Quoted(TurnRun run, RunReading reading, ContextHit context, ConsentWords words)
    {
        var tokens = reading.Run.Tokens;
        var part = tokens[context.Span.First].Part;
        var sentence = reading.Run.Sentences[reading.Run.SentenceAt(context.Span.First)].Span;
        var (first, last) = (sentence.First, sentence.End - 1);
        while (tokens[first].Part != part) first++;
        while (tokens[last].Part != part) last--;
        return new HeardConsent(words, run.Turns[part].Index, new TextSpan(tokens[first].Start, tokens[last].End), context.Rule.Id);
    }

    /// <summary>The sentence to say, as <c>ask.yml</c> has it.</summary>
    internal sealed class AskFile
    {
        public string Source { get; set; } = "";

        public string Say { get; set; } = "";
    }
}

/// <summary>A reader, or what is wrong with its files.</summary>
public sealed record ConsentReaderResult(ConsentReader? Reader, IReadOnlyList<Problem> Problems);
