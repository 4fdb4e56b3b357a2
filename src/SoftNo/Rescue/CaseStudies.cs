using SoftNo.Calls;
using SoftNo.Rescue.Words;

namespace SoftNo.Rescue;

/// <summary>Chooses the story to send: the industry asked for, else the one whose words the call holds most.</summary>
internal static class CaseStudies
{
    /// <summary>The story for a call, or null: then the place stays open.</summary>
    public static CaseStudy? For(Call call, AdviceOptions options)
    {
        if (options.Industry is { } industry)
            return options.CaseStudies.FirstOrDefault(study => string.Equals(study.Industry, industry, StringComparison.OrdinalIgnoreCase));
        var said = call.Turns.Where(turn => call.SideOf(turn) == Side.Prospect).Select(turn => turn.Text)
            .Concat(call.Speakers.Where(speaker => speaker.Side == Side.Prospect).Select(speaker => $"{speaker.Role} {speaker.Company}"))
            .Append(call.Source.Title ?? "");
        var words = said.SelectMany(SpokenWords.Of).ToList();
        return options.CaseStudies
            .Select(study => (Study: study, Hits: study.Words.Append(study.Industry).Distinct(StringComparer.OrdinalIgnoreCase).Count(word => SpokenWords.Find(words, SpokenWords.Sequence(word)) >= 0)))
            .Where(found => found.Hits > 0).OrderByDescending(found => found.Hits).Select(found => found.Study).FirstOrDefault();
    }
}
