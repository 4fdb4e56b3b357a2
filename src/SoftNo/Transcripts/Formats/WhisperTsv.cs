using System.Globalization;

namespace SoftNo.Transcripts.Formats;

/// <summary>Whisper's table: start, end and text between tabs, milliseconds; perhaps a speaker.</summary>
internal sealed class WhisperTsv : TextFormat
{
    public override string Name => "whisper-tsv";

    public override Bilingual Title => new("Tableau TSV de Whisper", "Whisper's TSV table");

    public override Bilingual? Recognise(SourceText text) =>
        text.LineCount > 1 && Columns(text) is { Length: >= 3 } columns && columns[0] == "start" && columns[1] == "end" && columns.Contains("text")
            ? new("l’en-tête start, end, text", "the header start, end, text")
            : null;

    public override FormatResult Read(SourceText text)
    {
        var call = new CallDraft(Name);
        string[] columns = Columns(text);
        int words = Array.IndexOf(columns, "text"), who = Array.IndexOf(columns, "speaker");
        for (int line = 1; line < text.LineCount; line++)
        {
            string[] cells = text.Line(line).ToString().Split('\t', columns.Length);
            if (cells.Length <= words) continue;
            call.Utterances.Add(new Utterance(call.Know(who >= 0 ? cells[who] : null), cells[words], Number(cells[0]), Number(cells[1])));
        }

        return call.Utterances.Count == 0 ? TranscriptProblems.NoWords(text.File) : call;
    }

    private static string[] Columns(SourceText text) => text.Line(0).ToString().Trim().ToLowerInvariant().Split('\t');

    private static long? Number(string cell) => long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value : null;
}
