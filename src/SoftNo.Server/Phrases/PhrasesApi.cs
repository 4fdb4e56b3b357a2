using SoftNo.Cues;
using SoftNo.Cues.Phrases;
using SoftNo.Server.Access;
using SoftNo.Server.Calls;
using SoftNo.Server.Shell;

namespace SoftNo.Server.Phrases;

/// <summary>The phrases that a reading looks for, with their examples.</summary>
internal static class PhrasesApi
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/phrases", (HttpContext context, Readers readers) =>
        {
            var find = context.Request.Query["find"].ToString().Trim();
            return PageResult.Of<PhrasesPage>(context, ("Rules", Rules(readers, find)), ("Find", find));
        });
        routes.MapGet("/api/v1/lexicon", (Readers readers) => Results.Json(new { version = readers.Lexicon.Version, rules = Rules(readers, "").Select(Shape) })).WithMetadata(Scope.Read);
    }

    private static IReadOnlyList<Rule> Rules(Readers readers, string find) =>
    [
        .. readers.Lexicon.Rules.Where(rule => rule.Kind is not null && rule.Fires.Count > 0 && (find.Length == 0 || Holds(rule, find))).OrderBy(rule => rule.Kind).ThenBy(rule => rule.Topic, StringComparer.Ordinal),
    ];

    private static bool Holds(Rule rule, string find) =>
        rule.PhraseTexts.Append(rule.Id).Concat(rule.Fires.Select(example => example.Text)).Any(text => text.Contains(find, StringComparison.OrdinalIgnoreCase));

    private static object Shape(Rule rule) => new
    {
        id = rule.Id,
        kind = rule.Kind!.Value.Name(),
        topic = rule.Topic,
        weight = rule.Weight,
        source = rule.Source,
        phrases = rule.PhraseTexts,
        gloss = rule.Gloss,
        alsoMeans = rule.AlsoMeans,
        fires = rule.Fires.Select(example => new { text = example.Text, start = example.Start, end = example.End, before = example.Before }),
        quiet = rule.Quiet.Select(example => example.Text),
    };
}
