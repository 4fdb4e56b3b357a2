namespace SoftNo.Transcripts.Formats;

/// <summary>WebVTT of any recorder: voices (<c>&lt;v Name&gt;</c>, Teams), names before a colon (Zoom), names in the cue's id (Webex), or none.</summary>
internal sealed class WebVtt : TextFormat
{
    public override string Name => "webvtt";

    public override Bilingual Title => new(
        "Sous-titres WebVTT (Zoom, Teams, Webex, Whisper…)", "WebVTT captions (Zoom, Teams, Webex, Whisper…)");

    public override Bilingual? Recognise(SourceText text) =>
        WebVttCues.HasSignature(text) ? new("le fichier s’ouvre par WEBVTT", "the file opens with WEBVTT") : null;

    public override FormatResult Read(SourceText text)
    {
        List<WebVttCue> cues = WebVttCues.Read(text);
        if (cues.Count == 0)
            return WebVttCues.BrokenArrow(text) is { } broke ? TranscriptProblems.BrokenTimes(text.File, broke.Line, broke.Column) : TranscriptProblems.NoWords(text.File);
        if (TeamsMetadata.IsOne(cues)) return TeamsMetadata.Read(cues);
        List<CueWords> words = SpeakersOf(cues, out string flavour);
        // A file that names its speakers is a meeting's export, where dropping a cue drops somebody's words; one that names nobody is read by the letter.
        bool byTheLetter = cues.Count == 1 || cues.Exists(cue => cue.ByTheLetter);
        if (byTheLetter && !words.Exists(cue => cue.Speaker is not null)) words.RemoveAll(cue => !cue.Cue.ByTheLetter);
        WebVttCue[] broken = [.. cues.Where(cue => cue.StartMs is null || cue.EndMs is null)];
        if (broken.Length * 2 > cues.Count) return TranscriptProblems.BrokenTimes(text.File, broken[0].Line, broken[0].Column);

        var call = new CallDraft(flavour.Length == 0 ? Name : $"{Name}/{flavour}");
        foreach (CueWords cue in words)
            call.Utterances.Add(new Utterance(call.Know(cue.Speaker), cue.Text, cue.Cue.StartMs, cue.Cue.EndMs));
        if (broken.Length > 0) call.Warnings.Add(TranscriptProblems.SomeTimesBroken(broken.Length, broken[0].Line, broken[0].Column));
        return call;
    }

    private readonly record struct CueWords(WebVttCue Cue, string? Speaker, string Text);

    private static List<CueWords> SpeakersOf(List<WebVttCue> cues, out string flavour)
    {
        var words = new List<CueWords>(cues.Count);
        foreach (WebVttCue cue in cues)
        {
            foreach (VoicedText run in WebVttText.Read(cue.Payload)) words.Add(new CueWords(cue, run.Voice, run.Text));
        }

        flavour = words.Exists(cue => cue.Speaker is not null) ? "teams" : "";
        if (flavour.Length == 0 && cues.Count(cue => WebexId.IsOne(cue.Id)) * 2 > cues.Count)
        {
            flavour = "webex";
            words = words.ConvertAll(cue => cue with { Speaker = WebexId.Name(cue.Cue.Id) });
        }
        else if (flavour.Length == 0 && NamePrefixes(words))
        {
            flavour = "zoom";
        }

        return words;
    }

    // Names before a colon, where most cues have one or the same ones recur; a file of plain captions keeps its colons.
    private static bool NamePrefixes(List<CueWords> words)
    {
        var prefixes = new SpeakerPrefixes();
        foreach (CueWords cue in words) prefixes.Learn(cue.Text);
        var split = new List<CueWords>(words.Count);
        int named = 0;
        foreach (CueWords cue in words)
        {
            foreach (string part in prefixes.Parts(cue.Text))
            {
                if (prefixes.TrySplit(part, out string name, out string rest))
                {
                    named++;
                    split.Add(new CueWords(cue.Cue, name, rest));
                }
                else
                {
                    split.Add(cue with { Text = part });
                }
            }
        }

        // Two captions in three, or one in three where a name recurs.
        bool recurs = named > split.Where(cue => cue.Speaker is not null).Select(cue => cue.Speaker).Distinct().Count();
        if (named == 0 || (recurs ? named * 3 < words.Count : named * 3 < words.Count * 2)) return false;
        words.Clear();
        words.AddRange(split);
        return true;
    }
}
