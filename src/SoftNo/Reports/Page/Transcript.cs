using SoftNo.Calls;
using SoftNo.Cues;

namespace SoftNo.Reports.Page;

/// <summary>The transcript with the cues marked in place and their glosses in the margin.</summary>
internal sealed class Transcript(Report report, Sentences say, Func<Cue, string>? underNote = null)
{
    private readonly Call _call = report.Reading.Call;

    private sealed record Piece(Cue Cue, TextSpan Span, bool Main);

    /// <summary>Writes the section.</summary>
    public void Write(Markup page)
    {
        page.Raw("<section class=\"transcript\" aria-labelledby=\"transcript\"><h2 id=\"transcript\" tabindex=\"-1\">").Text(say.Words.Titles.Transcript).Raw("</h2>");
        page.Element("p class=\"quiet help\"", say.Words.Page.Help);
        var pieces = report.Reading.Cues.SelectMany(Pieces).ToLookup(piece => piece.Turn, piece => piece.Piece);
        for (var i = 0; i < _call.Turns.Count; i++) WriteTurn(page, _call.Turns[i], i > 0 && _call.Turns[i - 1].Speaker == _call.Turns[i].Speaker, [.. pieces[i].OrderBy(piece => piece.Span.Start)]);
        page.Raw("</section>");
    }

    private static IEnumerable<(int Turn, Piece Piece)> Pieces(Cue cue) =>
        cue.Parts.Select(part => (part.Turn, new Piece(cue, part.Span, part.Turn == cue.Turn && part.Span == cue.Span)));

    private void WriteTurn(Markup page, Turn turn, bool goesOn, IReadOnlyList<Piece> pieces)
    {
        var side = _call.SideOf(turn).ToString().ToLowerInvariant();
        page.Raw($"<div class=\"turn {side}{(goesOn ? " on" : "")}\" id=\"turn-{turn.Index}\"><span class=\"at\">").Text(say.At(turn.Index)).Raw("</span><p>");
        page.Raw(goesOn ? "<b class=\"who unseen\">" : "<b class=\"who\">").Text(say.Who(turn.Index)).Raw("</b> ");
        var at = 0;
        foreach (var piece in pieces)
        {
            var start = Math.Max(at, piece.Span.Start);
            if (start > at) page.Text(Plain.Of(turn.Text[at..start]));
            // Words that do two things are marked once, for the first; the second keeps its anchor and its note.
            WriteMark(page, piece, turn.Text[start..Math.Max(start, piece.Span.End)]);
            at = Math.Max(start, piece.Span.End);
        }

        page.Text(Plain.Of(turn.Text[at..])).Raw("</p>");
        var notes = pieces.Where(piece => piece.Main).ToList();
        if (notes.Count > 0)
        {
            page.Raw("<div class=\"notes\">");
            foreach (var note in notes) WriteNote(page, note.Cue);
            page.Raw("</div>");
        }

        page.Raw("</div>");
    }

    private static void WriteMark(Markup page, Piece piece, string words)
    {
        var id = piece.Main ? $" id=\"{CueLook.Anchor(piece.Cue)}\" tabindex=\"-1\"" : "";
        var cleared = piece.Cue.ClearedBy is null ? "" : " cleared";
        page.Raw($"<mark class=\"{CueLook.Group(piece.Cue.Kind)}{cleared}\"{id}>").Text(Plain.Of(words)).Raw("</mark>");
    }

    private void WriteNote(Markup page, Cue cue)
    {
        page.Raw($"<p class=\"note {CueLook.Group(cue.Kind)}\"><b>").Text(say.Kind(cue)).Raw("</b>");
        if (cue.Gloss is { } gloss) page.Text(" ").Text(Plain.Of(gloss.In(say.Language)));
        if (say.Cleared(cue) is { } cleared) page.Raw(" <em>").Text(cleared).Raw("</em>");
        if (cue.Resolved is { } when) page.Raw(" <em>").Text(say.When(when)).Raw("</em>");
        page.Raw("</p>");
        if (underNote is not null) page.Raw(underNote(cue));
    }
}
