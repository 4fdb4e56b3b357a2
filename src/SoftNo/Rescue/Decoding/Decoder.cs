using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Listener;
using SoftNo.Cues.Phrases;
using SoftNo.Rescue.Templates;

namespace SoftNo.Rescue.Decoding;

/// <summary>Explains words without a call: what an American means, when not, what to ask.</summary>
public sealed class Decoder
{
    /// <summary>Mail programs wrap at 72 columns or more: a line this long may have been broken there.</summary>
    private const int WrappedFrom = 56;

    private readonly Lexicon _lexicon;
    private readonly CueReader _reader;
    private readonly Func<TrainedListener?> _listener;
    private readonly PlaybookFiles.DecodeFile _data;
    private readonly NearestPhrases _nearest;

    /// <summary>Makes a decoder.</summary>
    /// <param name="lexicon">The phrases.</param>
    /// <param name="playbook">What to ask.</param>
    /// <param name="listener">Loads the trained reader, which is asked only where no phrase was found; null or a null result: phrases alone.</param>
    public Decoder(Lexicon lexicon, Playbook playbook, Func<TrainedListener?>? listener = null)
    {
        (_lexicon, _reader, _data, _listener) = (lexicon, new CueReader(lexicon), playbook.Decoding, listener ?? (() => null));
        _nearest = new NearestPhrases(lexicon, _data);
    }

    /// <summary>Explains a text: each paragraph is one turn of the prospect's.</summary>
    /// <param name="text">The words.</param>
    /// <param name="file">The file's name, or <c>-</c> for words given by hand.</param>
    public Decoded Explain(string text, string file)
    {
        var call = CallOf(text, file);
        var known = Found(_reader, call);
        if (known.Count > 0) return new Decoded(call, known, []);
        var heard = _listener() is { } listener ? Found(new CueReader(_lexicon, listener), call) : [];
        return new Decoded(call, heard, _nearest.To(text));
    }

    private List<DecodedCue> Found(CueReader reader, Call call) => [.. reader.Read(call).Cues.Where(cue => cue.Side == Side.Prospect).Select(Explain)];

    private DecodedCue Explain(Cue cue)
    {
        var rule = (cue.Rule ?? cue.NearestRule) is { } id ? _lexicon.Find(id) : null;
        var entry = _data.Entries.GetValueOrDefault(cue.Topic is null ? cue.Kind.Name() : $"{cue.Kind.Name()}:{cue.Topic}") ?? _data.Entries.GetValueOrDefault(cue.Kind.Name());
        return new DecodedCue(
            cue, cue.Gloss ?? rule?.Gloss ?? entry?.Means?.Bilingual, rule?.AlsoMeans ?? [], entry?.NotWhen.Bilingual,
            _nearest.LikestFirst(cue.Quote, (rule?.Quiet ?? []).Select(example => example.Text)), entry?.Ask);
    }

    private Call CallOf(string text, string file)
    {
        var paragraphs = Paragraphs(text);
        return new Call
        {
            Source = new CallSource { File = file, Format = "words", Language = "en" },
            Speakers = [new Speaker { Name = "Prospect", Side = Side.Prospect, Basis = Basis.Given, Reason = new Bilingual("mots donnés à expliquer", "words given to be explained") }],
            Turns = [.. paragraphs.Select((line, index) => new Turn { Index = index, Speaker = 0, Text = line })],
        };
    }

    /// <summary>Paragraphs with their white space collapsed, without the words of older mails: a line broken where a mail program wraps goes on in the next.</summary>
    private List<string> Paragraphs(string text)
    {
        var paragraphs = new List<string>();
        var goesOn = false;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))
        {
            if (_data.OldMail.Begins.Exists(start => line.StartsWith(start, StringComparison.OrdinalIgnoreCase)) || _data.OldMail.Ends.Exists(end => line.EndsWith(end, StringComparison.OrdinalIgnoreCase))) break;
            if (_data.OldMail.Quoted.Exists(mark => line.StartsWith(mark, StringComparison.Ordinal))) continue;
            if (goesOn && line.Length > 0) paragraphs[^1] += $" {line}";
            else if (line.Length > 0) paragraphs.Add(line);
            goesOn = line.Length >= WrappedFrom;
        }

        return paragraphs;
    }
}
