using System.Text.Json;
using SoftNo.Deals;
using SoftNo.Reports.Json;
using SoftNo.Reports.Page;
using SoftNo.Reports.Text;

namespace SoftNo.Reports.Deals;

/// <summary>The words around a diagnosis; <c>{0}</c>… are filled in.</summary>
internal sealed record DiagnosisWords(
    string Title, string Seen, Counted Calls, Counted Exchanges, Counted People, string Own, IReadOnlyDictionary<string, string> Blocks, string Talk, string MoreFeatures, string AcceptedVagueness,
    string Runs, string Process, string DatedStep, string NoSlot, string LeftQuestions, string OurOpenQuestions, string Moves, string NoMoves, string Move, string Limits);

/// <summary>Where deals block, for a terminal and as <c>softno.diagnosis/1</c>.</summary>
public static class DiagnosisReport
{
    /// <summary>The name of the JSON's shape.</summary>
    public const string Schema = "softno.diagnosis/1";

    /// <summary>For a terminal.</summary>
    /// <param name="found">The diagnosis.</param>
    /// <param name="people">How many people of ours it is over; null: the user alone.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    /// <param name="width">Columns.</param>
    /// <param name="colour">Whether to colour.</param>
    public static string Text(Diagnosis found, int? people, DiagnosisRules rules, string language, int width, bool colour)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(rules);
        var words = DealWords.In(language).Diagnosis;
        var page = new TextPage(Math.Max(20, width), colour);
        page.Line(words.Title, 0, "", Ink.Title);
        page.Line(DealWords.Fill(words.Seen, words.Calls.Of(found.Calls, language), words.Exchanges.Of(found.Exchanges, language), people is { } many ? words.People.Of(many, language) : words.Own), 0);
        page.Line(DealWords.Fill(words.Blocks[Name(found.Where)], rules.Calls), 0, "", Ink.Strong);
        page.Title(words.Talk);
        page.Line(Of(words.MoreFeatures, found.MoreFeatures), 2, "· ");
        page.Line(Of(words.AcceptedVagueness, found.AcceptedVagueness), 2, "· ");
        page.Line(DealWords.Fill(words.Runs, found.FeatureRuns, found.OutcomeRuns), 2, "· ");
        page.Title(words.Process);
        page.Line(Of(words.DatedStep, found.DatedStep), 2, "· ");
        page.Line(Of(words.NoSlot, found.NoSlot), 2, "· ");
        page.Line(Of(words.LeftQuestions, found.LeftQuestions), 2, "· ");
        page.Line(Of(words.OurOpenQuestions, found.OurOpenQuestions), 2, "· ");
        page.Title(words.Moves);
        if (found.Moves.Count == 0) page.Line(words.NoMoves);
        foreach (var move in found.Moves)
            page.Line(DealWords.Fill(words.Move, ReportWords.In(language).Moves.GetValueOrDefault(move.Move, move.Move), move.Made, move.Answered, move.Accepted, move.ClearNo), 2, "· ");
        page.Gap();
        page.Line(DealWords.Fill(words.Limits, rules.People), 0, "", Ink.Faint);
        return page.ToString();
    }

    /// <summary>As a part of a page, in which every text is escaped.</summary>
    /// <param name="found">The diagnosis.</param>
    /// <param name="people">How many people of ours it is over; null: the user alone.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    public static string Html(Diagnosis found, int? people, DiagnosisRules rules, string language)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(rules);
        var words = DealWords.In(language).Diagnosis;
        var page = new Markup();
        page.Element("p", DealWords.Fill(words.Seen, words.Calls.Of(found.Calls, language), words.Exchanges.Of(found.Exchanges, language), people is { } many ? words.People.Of(many, language) : words.Own));
        page.Element("p class=\"strong\"", DealWords.Fill(words.Blocks[Name(found.Where)], rules.Calls));
        List(page, words.Talk, [Of(words.MoreFeatures, found.MoreFeatures), Of(words.AcceptedVagueness, found.AcceptedVagueness), DealWords.Fill(words.Runs, found.FeatureRuns, found.OutcomeRuns)]);
        List(page, words.Process, [Of(words.DatedStep, found.DatedStep), Of(words.NoSlot, found.NoSlot), Of(words.LeftQuestions, found.LeftQuestions), Of(words.OurOpenQuestions, found.OurOpenQuestions)]);
        List(page, words.Moves, found.Moves.Count == 0 ? [words.NoMoves] : found.Moves.Select(move =>
            DealWords.Fill(words.Move, ReportWords.In(language).Moves.GetValueOrDefault(move.Move, move.Move), move.Made, move.Answered, move.Accepted, move.ClearNo)));
        return page.Element("p class=\"quiet\"", DealWords.Fill(words.Limits, rules.People)).ToString();
    }

    private static void List(Markup page, string title, IEnumerable<string> lines)
    {
        page.Element("h2", title).Raw("<ul>");
        foreach (var line in lines) page.Element("li", line);
        page.Raw("</ul>");
    }

    /// <summary>As JSON, one line.</summary>
    /// <param name="found">The diagnosis.</param>
    /// <param name="people">How many people of ours it is over; null: the user alone.</param>
    public static string Json(Diagnosis found, int? people) => ReportJson.Line(json =>
    {
        json.WriteString("schema", Schema);
        json.WriteString("over", people is null ? "own" : "team");
        if (people is { } many) json.WriteNumber("people", many);
        json.WriteString("where", Name(found.Where));
        json.WriteNumber("calls", found.Calls);
        json.WriteNumber("exchanges", found.Exchanges);
        json.WriteStartObject("talk");
        Write(json, "moreFeatures", found.MoreFeatures);
        Write(json, "acceptedVagueness", found.AcceptedVagueness);
        json.WriteNumber("featureRuns", found.FeatureRuns);
        json.WriteNumber("outcomeRuns", found.OutcomeRuns);
        json.WriteEndObject();
        json.WriteStartObject("process");
        Write(json, "datedStep", found.DatedStep);
        Write(json, "noSlot", found.NoSlot);
        Write(json, "leftQuestions", found.LeftQuestions);
        Write(json, "ourOpenQuestions", found.OurOpenQuestions);
        json.WriteEndObject();
        json.WriteStartArray("moves");
        foreach (var move in found.Moves)
        {
            json.WriteStartObject();
            json.WriteString("move", move.Move);
            json.WriteNumber("made", move.Made);
            json.WriteNumber("answered", move.Answered);
            json.WriteNumber("accepted", move.Accepted);
            json.WriteNumber("clearNo", move.ClearNo);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    private static string Name(Block block) => block == Block.TooFew ? "too-few" : block.ToString().ToLowerInvariant();

    private static string Of(string words, Share share) => DealWords.Fill(words, share.Count, share.Of, DealWords.Percent(share.Low), DealWords.Percent(share.High));

    private static void Write(Utf8JsonWriter json, string name, Share share)
    {
        json.WriteStartObject(name);
        json.WriteNumber("count", share.Count);
        json.WriteNumber("of", share.Of);
        json.WriteRounded("low", share.Low);
        json.WriteRounded("high", share.High);
        json.WriteEndObject();
    }
}
