using System.Globalization;
using SoftNo.Cues;
using SoftNo.Reports.Json;
using SoftNo.Reports.Text;
using SoftNo.Rescue.Decoding;

namespace SoftNo.Reports.Practice;

/// <summary>Words explained, for a terminal and as <c>softno.decode/1</c>.</summary>
public static class DecodeReport
{
    /// <summary>The name of the JSON's shape.</summary>
    public const string Schema = "softno.decode/1";

    /// <summary>For a terminal.</summary>
    public static string Text(Decoded decoded, string language, int width, bool colour)
    {
        var words = PracticeWords.In(language).Decode;
        var names = ReportWords.In(language);
        var page = new TextPage(Math.Max(20, width), colour);
        foreach (var found in decoded.Cues)
        {
            var cue = found.Cue;
            var kind = names.Kinds[cue.Kind.Name()];
            page.Line($"“{Plain.Of(cue.Quote)}”", 0, "", Ink.Quoted);
            page.Line($"{(cue.Topic is null ? kind : $"{kind}{names.Colon}{names.Topics.GetValueOrDefault(cue.Topic, cue.Topic)}")}{(cue.FoundBy.Contains(FoundBy.Listener) ? words.Heard : "")}", 2, "", Ink.Faint);
            if (found.Means is { } means) page.Line(means.In(language), 2, $"{words.Means}{names.Colon}");
            foreach (var other in found.AlsoMeans) page.Line(other.In(language), 2, $"{words.Also}{names.Colon}", Ink.Faint);
            if (found.NotWhen is { } not) page.Line(not.In(language), 2, $"{words.NotWhen}{names.Colon}");
            foreach (var look in found.LookAlikes.Take(2)) page.Line($"“{look}”", 2, $"{words.LookAlikes}{names.Colon}", Ink.Faint);
            if (found.Ask is { } ask) page.Line(ask, 2, $"{words.Ask}{names.Colon}", Ink.Spoken);
            page.Gap();
        }
        if (!decoded.Known) WriteNear(page, decoded, words, language);
        return page.ToString();
    }

    /// <summary>As JSON, one line: the cues as in a reading, and what explains each.</summary>
    public static string Json(Decoded decoded, string language) => ReportJson.Line(json =>
    {
        json.WriteString("schema", Schema);
        json.WriteStartArray("turns");
        foreach (var turn in decoded.Call.Turns) json.WriteStringValue(turn.Text);
        json.WriteEndArray();
        json.WriteStartArray("cues");
        foreach (var found in decoded.Cues) FindingsJson.WriteCue(json, found.Cue, decoded.Call, language);
        json.WriteEndArray();
        json.WriteStartArray("explanations");
        foreach (var found in decoded.Cues)
        {
            json.WriteStartObject();
            json.WriteString("cue", found.Cue.Id);
            json.WriteBilingual("means", found.Means);
            json.WriteStartArray("alsoMeans");
            foreach (var other in found.AlsoMeans)
            {
                json.WriteStartObject();
                json.WriteString("fr", other.Fr);
                json.WriteString("en", other.En);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteBilingual("notWhen", found.NotWhen);
            json.WriteStrings("lookAlikes", found.LookAlikes);
            json.WriteString("ask", found.Ask);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("nearest");
        foreach (var near in decoded.Near)
        {
            json.WriteStartObject();
            json.WriteString("rule", near.Rule.Id);
            json.WriteString("phrase", near.Phrase);
            json.WriteRounded("likeness", near.Likeness);
            json.WriteBilingual("gloss", near.Rule.Gloss);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    private static void WriteNear(TextPage page, Decoded decoded, DecodeLabels words, string language)
    {
        page.Line(words.Nothing, 0, "", Ink.Strong);
        if (decoded.Near.Count == 0)
        {
            if (decoded.Cues.Count == 0) page.Line(words.NoNear, 0);
            return;
        }
        page.Line(words.Near, 0, "", Ink.Faint);
        foreach (var near in decoded.Near)
        {
            page.Line($"“{near.Phrase}” ({string.Format(CultureInfo.InvariantCulture, words.Alike, Sentences.Percent(near.Likeness))})", 2, "· ");
            if (near.Rule.Gloss is { } gloss) page.Line(gloss.In(language), 4, "→ ", Ink.Faint);
        }
    }
}
