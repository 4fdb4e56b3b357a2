using NodaTime;
using NodaTime.Text;
using SoftNo.Cues.Moments.Dates;
using SoftNo.Cues.Moments.Steps;

namespace SoftNo.Cues.Moments;

/// <summary>Looks over the words of dates and steps, <c>lexicon/moments</c>: what could never match, or would match too much.</summary>
public static class MomentsCheck
{
    /// <summary>Everything wrong with the folder's <c>calendar.yml</c>, <c>acts.yml</c> and <c>words.yml</c>, in the order of the files; empty where nothing is.</summary>
    /// <param name="folder">A lexicon's folder.</param>
    public static IReadOnlyList<Problem> Run(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var problems = new List<Problem>();
        Acts(new MomentsFile(folder, "acts.yml", problems));
        Calendar(new MomentsFile(folder, "calendar.yml", problems));
        Words(new MomentsFile(folder, "words.yml", problems));
        return problems;
    }

    private static void Acts(MomentsFile file)
    {
        foreach (var entry in file.Read<List<ActEntry>>() ?? [])
        {
            if (!Enum.TryParse<Act>(entry.Act.Replace("-", "", StringComparison.Ordinal), true, out _))
                file.Add(entry.Act, "act-unknown", $"« {entry.Act} » n'est pas un acte", $"'{entry.Act}' is no act", $"Les actes : {string.Join(", ", Enum.GetNames<Act>())}.", $"The acts: {string.Join(", ", Enum.GetNames<Act>())}.");
            if (entry.Phrases.Count + entry.Wide.Count == 0) file.Add(entry.Act, "act-without-phrase", $"« {entry.Act} » n'a pas de tournure", $"'{entry.Act}' has no phrase", "Ajoutez-en une, ou retirez l'acte.", "Add one, or take the act out.");
            foreach (var phrase in entry.Phrases.Concat(entry.Wide)) Phrase(file, phrase);
            foreach (var twice in entry.Phrases.Concat(entry.Wide).GroupBy(phrase => phrase, StringComparer.Ordinal).Where(group => group.Count() > 1))
                file.Add(twice.Key, "phrase-twice", $"« {twice.Key} » est deux fois dans « {entry.Act} »", $"'{twice.Key}' stands twice in '{entry.Act}'", "Gardez-en une.", "Keep one of them.");
        }
    }

    private static void Phrase(MomentsFile file, string phrase)
    {
        if (!IsBalanced(phrase))
            file.Add(phrase, "phrase-open", $"« {phrase} » : un crochet ou une parenthèse reste ouvert, ou en contient d'autres", $"'{phrase}': a bracket stays open, or holds another", "Fermez-le ; ils ne s'emboîtent pas.", "Close it; they do not nest.");
        else if (ActPattern.Parse(phrase, Spoken.Default).HasEmptyChoice)
            file.Add(phrase, "phrase-empty-choice", $"« {phrase} » : un des choix est vide, ou n'a que des mots de remplissage", $"'{phrase}': an alternative is empty, or nothing but fillers", "Retirez-le ; (a / b) est déjà facultatif.", "Take it out; (a / b) is optional already.");
        else if (!ActPattern.Parse(phrase, Spoken.Default).SaysSomething)
            file.Add(phrase, "phrase-says-nothing", $"« {phrase} » n'exige aucun mot", $"'{phrase}' asks for no word", "Rendez un mot obligatoire : [a / b] au lieu de (a / b).", "Make a word compulsory: [a / b] instead of (a / b).");
    }

    // Brackets close in the order they open, and hold no other.
    private static bool IsBalanced(string phrase)
    {
        var open = '\0';
        foreach (var sign in phrase)
        {
            if (sign is '[' or '(' && open != '\0') return false;
            if (sign is '[' or '(') open = sign;
            if (sign is ']' && open != '[' || sign is ')' && open != '(') return false;
            if (sign is ']' or ')') open = '\0';
        }

        return open == '\0';
    }

    private static void Calendar(MomentsFile file)
    {
        if (file.Read<CalendarFile>() is not { } calendar) return;
        foreach (var zone in calendar.Zones.SelectMany(zone => zone.Members.Append(zone.Zone)).Concat(calendar.Places.Keys).Where(id => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is null))
            file.Add(zone, "zone-unknown", $"« {zone} » n'est pas un fuseau IANA", $"'{zone}' is no IANA zone", "Écrivez-le comme la base IANA, par exemple America/Chicago.", "Write it as the IANA database does, such as America/Chicago.");
        foreach (var holiday in calendar.Holidays.Where(holiday => new[] { holiday.Fixed is not null, holiday.Nth is not null, holiday.Easter is not null }.Count(rule => rule) != 1))
            file.Add(holiday.Names.FirstOrDefault() ?? "", "holiday-rule", $"« {holiday.Names.FirstOrDefault()} » n'a pas une règle et une seule", $"'{holiday.Names.FirstOrDefault()}' has not exactly one rule", "Donnez fixed, nth ou easter.", "Give fixed, nth or easter.");
        foreach (var (name, part) in calendar.Parts)
        {
            if (Hour(part.From) is { } from && Hour(part.To) is { } to && from < to) continue;
            file.Add(name, "part-hours", $"« {name} » ne va pas d'une heure à une heure plus tardive", $"'{name}' does not go from an hour to a later one", "Écrivez HH:mm, par exemple 08:00 et 12:00.", "Write HH:mm, such as 08:00 and 12:00.");
        }

        foreach (var stretch in calendar.Stretches.Keys.Where(name => !Enum.TryParse<Stretch>(name.Replace("-", "", StringComparison.Ordinal), true, out _)))
            file.Add(stretch, "stretch-unknown", $"« {stretch} » n'est pas une partie de période", $"'{stretch}' is no stretch", $"Les parties : {string.Join(", ", Enum.GetNames<Stretch>())}.", $"The stretches: {string.Join(", ", Enum.GetNames<Stretch>())}.");
        Lower(file, calendar.Holidays.SelectMany(holiday => holiday.Names).Concat(calendar.Zones.SelectMany(zone => zone.Names)).Concat(calendar.Places.Values.SelectMany(names => names)).Concat(calendar.Stretches.Values.SelectMany(names => names)).Concat(calendar.OwnSide).Concat(calendar.OtherSide));
    }

    private static void Words(MomentsFile file) => Lower(file, (file.Read<Dictionary<string, List<string>>>() ?? []).Values.SelectMany(set => set));

    private static void Lower(MomentsFile file, IEnumerable<string> words)
    {
        foreach (var word in words.Where(word => word.Length == 0 || word.Any(char.IsUpper)))
            file.Add(word, "word-capital", $"« {word} » ne correspondra jamais", $"'{word}' never matches", "Écrivez-le en minuscules.", "Write it in lower case.");
    }

    private static LocalTime? Hour(string text) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text) is { Success: true, Value: var hour } ? hour : null;
}
