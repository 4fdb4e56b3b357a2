using SoftNo.Calls;
using SoftNo.Cues;

namespace SoftNo.Reports.Page;

/// <summary>The call over time: who spoke, and where praise, hard questions, ways out and steps fall.</summary>
internal sealed class Strip
{
    // Places along the call are hundredths of the strip's width, so that neither marks nor hours are squeezed on a telephone; heights are pixels.
    private const double Left = 0.4;
    private const double Wide = 99.2;
    private const double SellerLane = 58;
    private const double ProspectLane = 76;
    private static readonly int[] MinutesBetweenTicks = [1, 2, 5, 10, 15, 30, 60, 120];
    private readonly Sentences _say;
    private readonly Report _report;
    private readonly double[] _starts;
    private readonly double[] _ends;
    private readonly bool _timed;

    /// <summary>The strip of a report.</summary>
    public Strip(Report report, Sentences say)
    {
        (_report, _say) = (report, say);
        var turns = report.Reading.Call.Turns;
        _timed = turns.Count > 1 && turns.All(turn => turn.StartMs is not null) && turns[^1].StartMs > turns[0].StartMs;
        (_starts, _ends) = _timed ? ByTime(turns) : ByWords(turns);
    }

    /// <summary>Writes the strip as SVG, and its legend.</summary>
    public void Write(Markup page)
    {
        if (_starts.Length == 0) return;
        var words = _say.Words.Page;
        page.Raw("<figure class=\"strip\"><svg role=\"group\" aria-label=\"").Text(words.StripLabel).Raw("\">");
        WriteTurns(page);
        foreach (var cue in _report.Reading.Cues) WriteMark(page, cue);
        if (_timed) WriteTicks(page);
        page.Raw("</svg><figcaption>");
        Legend(page, "praise", words.StripPraise);
        Legend(page, "friction", words.StripQuestions);
        Legend(page, "exit", words.StripExits);
        Legend(page, "step", words.StripSteps);
        Legend(page, "seller", words.StripSeller);
        Legend(page, "prospect", words.StripProspect);
        page.Raw("</figcaption></figure>");
    }

    private void WriteTurns(Markup page)
    {
        var call = _report.Reading.Call;
        foreach (var turn in call.Turns)
        {
            var side = call.SideOf(turn);
            var (lane, name) = side == Side.Seller ? (SellerLane, "seller") : side == Side.Prospect ? (ProspectLane, "prospect") : (ProspectLane, "unknown");
            var x = X(_starts[turn.Index]);
            page.Raw($"<rect class=\"turn {name}\" x=\"{Markup.Number(x)}%\" y=\"{Markup.Number(lane)}\" width=\"{Markup.Number(Math.Max(0.1, X(_ends[turn.Index]) - x))}%\" height=\"13\"/>");
        }
    }

    private void WriteMark(Markup page, Cue cue)
    {
        var group = CueLook.Group(cue.Kind);
        var lane = group switch { "praise" => 10.0, "friction" => 22, "exit" => 34, "step" => 46, _ => -1 };
        if (lane < 0) return;
        var x = X(_starts[cue.Turn] + ((_ends[cue.Turn] - _starts[cue.Turn]) * cue.Span.Start / Math.Max(1, _report.Reading.Call.Turns[cue.Turn].Text.Length)));
        var label = Markup.Escaped($"{_say.At(cue.Turn)} {_say.Kind(cue)} {_say.Quote(cue.Quote)}");
        var linked = _report.Mask is null;
        var faded = cue.ClearedBy is null ? "" : " cleared";
        if (linked) page.Raw($"<a href=\"#{CueLook.Anchor(cue)}\" tabindex=\"-1\" aria-label=\"{label}\">");
        page.Raw($"<rect class=\"mark {group}{faded}\" x=\"{Markup.Number(Math.Min(x, Left + Wide - 1))}%\" y=\"{Markup.Number(lane - 4)}\" width=\"5\" height=\"9\" rx=\"1.5\"><title>{label}</title></rect>");
        if (linked) page.Raw("</a>");
    }

    private void WriteTicks(Markup page)
    {
        var total = _ends.Max();
        // About eight ticks, on round minutes.
        var step = MinutesBetweenTicks.FirstOrDefault(minutes => total / (minutes * 60_000.0) <= 8, 240) * 60_000.0;
        for (var at = 0.0; at < total; at += step)
        {
            var x = X(at);
            page.Raw($"<line class=\"tick\" x1=\"{Markup.Number(x)}%\" x2=\"{Markup.Number(x)}%\" y1=\"90\" y2=\"94\"/>");
            page.Raw($"<text class=\"tick\" x=\"{Markup.Number(x)}%\" y=\"107\">").Text(TurnTime.Of((long)at)).Raw("</text>");
        }
    }

    private static void Legend(Markup page, string group, string name) => page.Raw($"<span class=\"key {group}\">").Text(name).Raw("</span> ");

    private double X(double at) => Left + (Wide * at / Math.Max(1, _ends.Max()));

    private static (double[] Starts, double[] Ends) ByTime(IReadOnlyList<Turn> turns)
    {
        var starts = turns.Select(turn => (double)Math.Max(0, turn.StartMs!.Value)).ToArray();
        var ends = new double[starts.Length];
        for (var i = 0; i < ends.Length; i++)
        {
            // Where a source has no ends, a turn lasts as its words do, at 150 a minute, and no longer than to the next.
            var spoken = starts[i] + (turns[i].Text.Length / 5.0 * 400);
            var next = i + 1 < starts.Length ? starts[i + 1] : spoken;
            ends[i] = Math.Max(starts[i] + 1, turns[i].EndMs ?? Math.Min(spoken, Math.Max(next, starts[i])));
        }

        return (starts, ends);
    }

    private static (double[] Starts, double[] Ends) ByWords(IReadOnlyList<Turn> turns)
    {
        var (starts, ends) = (new double[turns.Count], new double[turns.Count]);
        var at = 0.0;
        for (var i = 0; i < turns.Count; i++)
        {
            starts[i] = at;
            at += turns[i].Text.Length + 1;
            ends[i] = at;
        }

        return (starts, ends);
    }
}
