namespace SoftNo.Rescue.Memory;

/// <summary>What the reader of a remembered call should know.</summary>
internal static class MemoryWarnings
{
    private static readonly Warning FromMemory = new(
        "from-memory",
        new Bilingual("Cette lecture repose sur des souvenirs, pas sur une transcription.", "This reading rests on memory, not on a transcript."),
        new Bilingual("Enregistrez le prochain appel, avec l’accord de tous.", "Record the next call, with everyone's consent."));

    private static readonly Warning StartAssumed = new(
        "start-assumed",
        new Bilingual("La date est lue comme si l’appel venait de finir.", "The date is read as if the call had just ended."),
        new Bilingual("Donnez le début de l’appel avec --at.", "Give the call's start with --at."));

    private static readonly Warning ZoneAssumed = new(
        "zone-assumed",
        new Bilingual("Rien ne dit le fuseau du prospect : America/New_York est supposé.", "Nothing tells the prospect's zone: America/New_York is assumed."),
        new Bilingual("Donnez-le avec --zone, par exemple --zone America/Chicago.", "Give it with --zone, for instance --zone America/Chicago."));

    /// <summary>The warnings of a debrief: a date that was named needs a start and a clock.</summary>
    public static IReadOnlyList<Warning> Of(DebriefAnswers answers)
    {
        if (answers.DateNamer == DateNamer.Nobody || answers.DateWords is null) return [FromMemory];
        var warnings = new List<Warning> { FromMemory };
        if (answers.At is null) warnings.Add(StartAssumed);
        if (answers.Zone is null) warnings.Add(ZoneAssumed);
        return warnings;
    }
}
