using System.Text.Json;

namespace SoftNo.Deals.Imports;

/// <summary>What can be wrong with a file of deals, and its cure.</summary>
internal static class DealFileProblems
{
    private const int ShownHeader = 80;

    private static readonly Bilingual ExportCsv = new("Exportez les deals en CSV, puis recommencez.", "Export the deals as CSV, then try again.");

    public static Problem Missing(string file) => new(file, null, null, "missing-file", new("Le fichier n’existe pas.", "There is no such file."), new("Vérifiez le chemin.", "Check the path."));

    public static Problem Unreadable(string file, string reason) => new(file, null, null, "unreadable-file",
        new($"Le fichier ne s’ouvre pas\u00a0: {reason}", $"The file cannot be opened: {reason}"),
        new("Vérifiez les droits d’accès, et qu’aucun programme ne le bloque.", "Check its permissions, and that no other program locks it."));

    public static Problem NotText(string file, Problem found) => found.Code switch
    {
        "empty-file" => new(file, null, null, "empty-file", new("Le fichier est vide.", "The file is empty."), ExportCsv),
        "binary-file" => new(file, null, null, "binary-file", new("Ce n’est pas un tableau en texte\u00a0: un classeur, une archive ou une image.", "This is no table in text: a workbook, an archive or an image."), ExportCsv),
        _ => found,
    };

    public static Problem WebPage(string file) => new(file, 1, 1, "html-page",
        new("C’est une page web ou un tableau HTML, pas un export CSV.", "This is a web page or an HTML table, not a CSV export."), ExportCsv);

    public static Problem UnknownHeaders(string file, string text)
    {
        var line = text.AsSpan().TrimStart();
        var end = line.IndexOfAny('\r', '\n');
        var head = (end < 0 ? line : line[..end]) is { Length: > ShownHeader } longer ? string.Concat(longer[..ShownHeader], "…") : (end < 0 ? line : line[..end]).ToString();
        return new(file, 1, 1, "unknown-headers",
            new($"Aucune ligne n’a d’en-têtes qui désignent des deals\u202f; le fichier commence par «\u00a0{head}\u00a0».", $"No line has headers that tell deals; the file begins with \"{head}\"."),
            new("Dites quelle colonne est quoi\u00a0: --map name=\"Votre en-tête\" --map amount=\"…\".", "Say which column is what: --map name=\"Your header\" --map amount=\"…\"."));
    }

    public static Problem NoSuchHeader(string file, string header, IEnumerable<string> headers) => new(file, 1, 1, "no-such-header",
        new($"Aucune colonne ne s’appelle «\u00a0{header}\u00a0».", $"No column is named \"{header}\"."),
        new($"Les colonnes sont\u00a0: {string.Join(", ", headers)}.", $"The columns are: {string.Join(", ", headers)}."));

    public static Problem NoActivities(string file) => new(file, 1, 1, "no-activities",
        new("Aucune ligne n’a les en-têtes d’une table d’activités\u00a0: deal, date, type.", "No line has the headers of a table of activities: deal, date, type."),
        new("Exportez les activités avec l’identifiant de leur deal.", "Export the activities with the id of their deal."));

    public static Problem BrokenJson(string file, JsonException error) => new(file, error.LineNumber is { } line ? (int)line + 1 : null, error.BytePositionInLine is { } column ? (int)column + 1 : null, "broken-json",
        new("Le JSON se lit mal à partir d’ici\u00a0: fichier coupé ou mal formé.", "The JSON breaks here: the file is cut short or malformed."), new("Exportez-le à nouveau.", "Export it again."));

    public static Problem UnknownJson(string file) => new(file, 1, 1, "unknown-json",
        new("C’est du JSON, mais aucun deal n’y est reconnu.", "This is JSON, but no deal is recognised in it."),
        new("Donnez la réponse de l’API du CRM, ou dites quelle clé est quoi avec --map.", "Give the CRM API's answer, or say which key is what with --map."));
}
