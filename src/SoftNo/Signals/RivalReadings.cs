using SoftNo.Cues;

namespace SoftNo.Signals;

/// <summary>What else could explain a signal, the likelier in this call first: a prior for each, raised by the cues that speak for it.</summary>
internal static class RivalReadings
{
    public static IReadOnlyList<Bilingual> Of(CallEvidence evidence)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var cue in evidence.Heard.Cues)
        {
            Add(cue.Kind.Name());
            if (cue.Topic is { } topic) Add($"{cue.Kind.Name()}:{topic}");
            if (cue.Rule is { } rule) Add("rule:" + rule);
        }

        for (var at = 0; at < evidence.Talk.Count; at++) counts[evidence.Rules.TalkNames[at]] = evidence.Talk[at];
        return [.. evidence.Rules.OtherReadings
            .OrderByDescending(rival => rival.Prior + rival.RaisedBy.Sum(one => one.Value * counts.GetValueOrDefault(one.Key)))
            .Select(rival => new Bilingual(rival.Fr, rival.En))];

        void Add(string name) => counts[name] = counts.GetValueOrDefault(name) + 1;
    }
}
