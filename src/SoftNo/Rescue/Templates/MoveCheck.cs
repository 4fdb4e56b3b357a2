using SoftNo.Rescue.Words;

namespace SoftNo.Rescue.Templates;

/// <summary>What a move's file must have: every text, in both languages, and only places that exist.</summary>
/// <param name="slots">The places that exist.</param>
/// <param name="facts">What else a variant may need.</param>
/// <param name="refused">Words that no text for the prospect may hold.</param>
internal sealed class MoveCheck(HashSet<string> slots, HashSet<string> facts, RefusedWords refused)
{
    public void Check(PlaybookFiles.MoveFile file, Move move, string shown, ICollection<Problem> problems)
    {
        if (file.Move != move.Name()) Add("move", "doit porter le nom du fichier", "must bear the file's name");
        foreach (var (key, pair) in new[] { ("why", file.Why), ("delivery", file.Delivery), ("coaching", file.Coaching), ("avoid", file.Avoid) })
            Both(key, pair);
        foreach (var (key, variants) in new[] { ("say.soft", file.Say.Soft), ("say.medium", file.Say.Medium), ("say.bold", file.Say.Bold) })
            Last(key, variants.Select(variant => variant.Needs));
        Last("mail", file.Mail.Select(mail => mail.Needs));
        if (file.Source.Length == 0) Add("source", "manque", "is missing");
        if (file.Beats.Count == 0) Add("beats", "manque", "is missing");
        if (file.Then.Count == 0) Add("then", "manque", "is missing");
        if (file.Mail.Exists(mail => mail.Subject.Count == 0 || mail.Body.Exists(sentence => sentence.Count == 0))) Add("mail", "a un objet ou une phrase vide", "has an empty subject or sentence");
        foreach (var answer in file.Then)
        {
            Both($"then.{answer.Answer}.means", answer.Means);
            Both($"then.{answer.Answer}.do", answer.Do);
        }
        var needs = file.Mail.SelectMany(mail => mail.Needs).Concat(file.Say.Soft.Concat(file.Say.Medium).Concat(file.Say.Bold).SelectMany(variant => variant.Needs)).Where(name => !facts.Contains(name));
        foreach (var name in Texts(file).SelectMany(Places).Concat(needs).Where(name => !slots.Contains(name)).Distinct())
            Add($"{{{name}}}", "n'est pas un emplacement connu", "is no known place");
        foreach (var found in Texts(file).Select(refused.In).OfType<string>().Distinct())
            Add($"“{found}”", "ne se dit pas à un prospect américain", "isn't said to an American prospect");

        void Both(string key, PlaybookFiles.TextPair pair)
        {
            if (pair.Fr.Length == 0 || pair.En.Length == 0) Add(key, "doit être écrit en français et en anglais", "must be written in French and English");
        }

        void Last(string key, IEnumerable<List<string>> needs)
        {
            if (needs.LastOrDefault() is not { Count: 0 }) Add(key, "doit finir par une variante sans « needs »", "must end with a variant that needs nothing");
        }

        void Add(string key, string french, string english) => problems.Add(new Problem(
            shown, null, null, "move-invalid",
            new Bilingual($"{key} {french}.", $"{key} {english}."),
            new Bilingual($"Corrigez {key} dans ce fichier.", $"Fix {key} in this file.")));
    }

    private static IEnumerable<string> Texts(PlaybookFiles.MoveFile file) =>
        file.Say.Soft.Concat(file.Say.Medium).Concat(file.Say.Bold).Select(variant => variant.Text)
            .Concat(file.Mail.SelectMany(mail => mail.Subject.Concat(mail.Body.SelectMany(sentence => sentence))))
            .Concat(file.Then.Select(answer => answer.Say));

    private static IEnumerable<string> Places(string text)
    {
        for (var at = text.IndexOf('{'); at >= 0; at = text.IndexOf('{', at + 1))
            if (text.IndexOf('}', at) is >= 0 and var end) yield return text[(at + 1)..end];
    }
}
