namespace SoftNo.Transcripts;

/// <summary>The problems and warnings of reading transcripts, each with its cure, in both languages.</summary>
internal static class TranscriptProblems
{
    private static readonly Bilingual ExportAgain = new(
        "Réexportez la transcription depuis l’outil qui l’a produite.", "Export the transcript again from the tool that made it.");

    private static readonly Bilingual NameSpeakers = new(
        "Exportez-la avec les noms, ou écrivez « Nom : paroles » à chaque ligne.", "Export it with names, or write \"Name: words\" on each line.");

    private static readonly Bilingual WhatIsRead = new(
        "SoftNo lit WebVTT, SRT, le texte d’Otter, « Nom : paroles », les .call et les exports JSON, DOCX et ZIP : voyez « softno formats ».",
        "SoftNo reads WebVTT, SRT, Otter text, \"Name: words\", .call files and JSON, DOCX and ZIP exports: see \"softno formats\".");

    public static Problem Missing(string file) => Whole(file, "missing-file",
        new("Le fichier n’existe pas.", "There is no such file."), new("Vérifiez le chemin.", "Check the path."));

    public static Problem NoTranscripts(string folder) => Whole(folder, "no-transcripts",
        new("Le dossier ne contient aucune transcription.", "The folder holds no transcript."), WhatIsRead);

    public static Problem Unreadable(string file, string reason) => Whole(file, "unreadable-file",
        new($"Le fichier ne s’ouvre pas : {reason}", $"The file cannot be opened: {reason}"),
        new("Vérifiez les droits d’accès, et qu’aucun programme ne le bloque.", "Check its permissions, and that no other program locks it."));

    public static Problem Empty(string file) => Whole(file, "empty-file", new("Le fichier est vide.", "The file is empty."), ExportAgain);

    public static Problem TooLarge(string file, long limit) => Whole(file, "too-large",
        new($"Le fichier dépasse {limit / 1_000_000} Mo ; il n’a pas été lu.", $"The file is over {limit / 1_000_000} MB; it was not read."),
        new("Coupez-le, ou relevez la limite avec --max-size.", "Split it, or raise the limit with --max-size."));

    public static Problem Binary(string file, ReadOnlySpan<byte> bytes)
    {
        string kind = FileKind.OfBinary(bytes) is { } known ? $" ({known})" : "";
        string head = FileKind.Head(bytes);
        return Whole(file, "binary-file",
            new($"Ce n’est pas du texte : le fichier commence par les octets {head}{kind}.", $"This is not text: the file begins with the bytes {head}{kind}."),
            new("Donnez la transcription de l’appel, pas son enregistrement ni un document. " + WhatIsRead.Fr,
                "Give the call's transcript, not its recording or a document. " + WhatIsRead.En));
    }

    public static Problem WrongEncoding(string file) => Whole(file, "wrong-encoding",
        new("Les caractères du fichier ne se décodent ni en UTF-8, ni en UTF-16, ni en Windows-1252.", "The file's characters decode neither as UTF-8 nor as UTF-16 nor as Windows-1252."),
        new("Enregistrez-le en UTF-8.", "Save it as UTF-8."));

    public static Problem HtmlPage(string file) => new(file, 1, 1, "html-page",
        new("C’est une page web, pas une transcription : souvent une page d’erreur ou de connexion, enregistrée à sa place.",
            "This is a web page, not a transcript: often an error or sign-in page saved in its place."),
        new("Connectez-vous à l’outil, puis téléchargez la transcription à nouveau.", "Sign in to the tool, then download the transcript again."));

    public static Problem UnknownFormat(string file, string text) => new(file, 1, 1, "unknown-format",
        new($"Le format n’est pas reconnu ; le fichier commence par « {FileKind.Head(text)} ».", $"The format is not recognised; the file begins with \"{FileKind.Head(text)}\"."),
        WhatIsRead);

    public static Problem BrokenJson(string file, System.Text.Json.JsonException error)
    {
        int? line = error.LineNumber is { } at ? (int)Math.Min(at + 1, int.MaxValue) : null;
        int? column = error.BytePositionInLine is { } place ? (int)Math.Min(place + 1, int.MaxValue) : null;
        return new(file, line, column, "broken-json",
            new("Le JSON se lit mal à partir d’ici : fichier coupé ou mal formé.", "The JSON breaks here: the file is cut short or malformed."), ExportAgain);
    }

    public static Problem UnknownJson(string file, Json.ShapeNode shape)
    {
        string keys = string.Join(", ", shape.Paths().Take(6));
        return new(file, 1, 1, "unknown-format",
            new($"C’est du JSON, mais aucune transcription connue ; on y trouve : {keys}.", $"This is JSON, but no known transcript; it holds: {keys}."), WhatIsRead);
    }

    public static Problem TooDeep(string file, int limit) => Whole(file, "too-deep",
        new($"Ce JSON emboîte plus de {limit} niveaux ; aucun export ne le fait, il n’a pas été lu.", $"This JSON is nested over {limit} levels deep; no export is, so it was not read."), ExportAgain);

    public static Problem ValueTooLarge(string file, int limit) => Whole(file, "value-too-large",
        new($"Une seule valeur de ce JSON dépasse {limit / 1_000_000} Mo ; il n’a pas été lu.", $"A single value of this JSON is over {limit / 1_000_000} MB; it was not read."), ExportAgain);

    public static Problem TooManySpeakers(string file, int found, int limit) => Whole(file, "too-many-speakers",
        new($"Plus de {limit} personnes parlent ici ({found}) : ce n’est pas un appel.", $"Over {limit} people speak here ({found}): this is no call."),
        new("Donnez un appel par fichier, et vérifiez que les noms sont bien des noms.", "Give one call a file, and check that the names are names."));

    public static Problem BrokenDocument(string file) => Whole(file, "broken-document",
        new("Ce document Word est abîmé, ou contient des entités XML, qu’aucun document Word ne contient.", "This Word document is damaged, or declares XML entities, as no Word document does."),
        new("Ouvrez-le dans Word et enregistrez-le à nouveau, ou exportez la transcription en .vtt.", "Open it in Word and save it again, or export the transcript as .vtt."));

    public static Problem CompanionAlone(string file) => Whole(file, "companion-alone",
        new("Ce fichier dit qui participait, pas ce qui s’est dit.", "This file tells who took part, not what was said."),
        new("Donnez-le avec la transcription : deux entrées, ou un dossier.", "Give it with the transcript: two inputs, or one folder."));

    public static Problem ArchiveTooLarge(string file) => Whole(file, "archive-too-large",
        new("L’archive contient trop de fichiers, ou plus de 4 Go une fois décompressée.", "The archive holds too many files, or more than 4 GB once unpacked."),
        new("Coupez-la en plusieurs.", "Split it into several."));

    public static Problem UnsafeMember(string file) => Whole(file, "unsafe-path",
        new("Le nom de ce fichier sort de l’archive ; il n’a pas été lu.", "This file's name climbs out of the archive; it was not read."),
        new("Refaites l’archive à partir du dossier.", "Make the archive again from the folder."));

    public static Problem NestedArchive(string file) => Whole(file, "nested-archive",
        new("C’est une archive dans l’archive ; elle n’a pas été lue.", "This is an archive inside the archive; it was not read."),
        new("Donnez-la à part.", "Give it by itself."));

    public static Problem ZipBomb(string file) => Whole(file, "zip-bomb",
        new("Ce fichier se décompresse à plus de 500 fois sa taille ; il n’a pas été lu.", "This file unpacks to over 500 times its size; it was not read."),
        new("Donnez la transcription elle-même.", "Give the transcript itself."));

    public static Warning FrenchLeftOut(int turns, int all) => new("french-left-out",
        new($"{turns} prise(s) de parole sur {all} en français : laissées hors de la lecture américaine.", $"{turns} of {all} turns are in French: left out of the American reading."),
        new("Rien à faire, sauf si l’appel s’est tenu en français.", "Nothing to do, unless the call was held in French."));

    public static Problem NoWords(string file) => Whole(file, "no-words",
        new("Le fichier ne contient aucune parole.", "The file holds no words."), ExportAgain);

    public static Problem BrokenTimes(string file, int line, int column) => new(file, line, Math.Max(column, 1), "broken-times",
        new("Les temps des sous-titres ne se lisent pas ; celui-ci est le premier.", "The captions' times cannot be read; this is the first."),
        new("Attendu : « 00:01:02.500 --> 00:01:04.000 ». Corrigez les temps, ou réexportez la transcription.", "Expected: \"00:01:02.500 --> 00:01:04.000\". Correct the times, or export the transcript again."));

    public static Warning SomeTimesBroken(int count, int line, int column) => new("broken-times",
        new($"{count} temps illisible(s), le premier ligne {line}, colonne {Math.Max(column, 1)} ; les paroles sont gardées.", $"{count} unreadable time(s), the first at line {line}, column {Math.Max(column, 1)}; the words are kept."),
        new("Attendu : « 00:01:02.500 --> 00:01:04.000 ».", "Expected: \"00:01:02.500 --> 00:01:04.000\"."));

    public static Warning SomeCueBroken(int line) => new("broken-cue",
        new($"Le sous-titre de la ligne {line} est mal formé ; il est laissé.", $"The caption at line {line} is malformed; it is left out."), ExportAgain);

    public static Warning OtherUnit(bool milliseconds) => milliseconds
        ? new("time-unit", new("Les temps sont en millisecondes, là où ce format écrit des secondes.", "The times are milliseconds where this format writes seconds."), ExportAgain)
        : new("time-unit", new("Les temps sont en secondes, là où ce format écrit des millisecondes.", "The times are seconds where this format writes milliseconds."), ExportAgain);

    public static Problem BadStart(string file, int line, int column, string seen) => new(file, line, column, "bad-start",
        new($"« {seen} » n’est pas une date ISO 8601 avec décalage.", $"\"{seen}\" is no ISO 8601 date with an offset."),
        new("Écrivez par exemple 2026-11-17T10:00-05:00.", "Write for instance 2026-11-17T10:00-05:00."));

    public static Problem MessageTooLarge(string file, int place, long limit) => Whole(file, "message-too-large",
        new($"Le message n° {place} dépasse {limit / 1_000_000} Mo : il n’est pas lu.", $"Message no. {place} is over {limit / 1_000_000} MB: it is not read."),
        new("Donnez une limite plus haute avec --max-size.", "Give a higher limit with --max-size."));

    public static Problem BrokenCalendar(string file, string reason) => Whole(file, "broken-calendar",
        new($"Ce calendrier n’est pas lisible : {reason}", $"This calendar cannot be read: {reason}"),
        new("Exportez de nouveau l’invitation depuis votre agenda.", "Export the invitation from your calendar again."));

    public static Problem NoEvents(string file) => Whole(file, "no-events",
        new("Ce calendrier ne contient aucun rendez-vous.", "This calendar holds no meeting."),
        new("Donnez l’invitation elle-même, en .ics.", "Give the invitation itself, as .ics."));

    public static Problem NoSuchZone(string file, int line, int column, string seen) => new(file, line, column, "no-such-zone",
        new($"Le fuseau « {seen} » n’existe pas.", $"There is no zone \"{seen}\"."),
        new("Donnez un nom IANA, par exemple America/Chicago.", "Give an IANA name, for instance America/Chicago."));

    public static Problem NamesMatchNobody(string file, string option, IEnumerable<string> names, IEnumerable<string> there)
    {
        string asked = Shown(names), present = Shown(there);
        return Whole(file, "names-match-nobody",
            new($"{option} : personne ne s’appelle {asked}. On entend : {present}.", $"{option}: nobody is called {asked}. Heard here: {present}."),
            new("Reprenez un des noms entendus : le prénom suffit.", "Use one of the names heard: the first name is enough."));
    }

    public static Warning NameUnmatched(string option, string name, IEnumerable<string> there)
    {
        string present = Shown(there);
        return new("name-unmatched",
            new($"{option} : personne ne correspond à {name}. On entend : {present}.", $"{option}: nobody matches {name}. Heard here: {present}."),
            new("Reprenez un des noms entendus, si cette personne parle dans l’appel.", "Use one of the names heard, if this person speaks in the call."));
    }

    public static Warning NameAmbiguous(string option, string name, IEnumerable<string> matched)
    {
        string all = Shown(matched);
        return new("name-ambiguous",
            new($"{option} : {name} désigne plusieurs personnes ({all}) ; toutes sont prises.", $"{option}: {name} names several people ({all}); all are taken."),
            new("Donnez le nom complet.", "Give the full name."));
    }

    public static Warning SideConflict(string name, Bilingual first, Bilingual second) => new("side-conflict",
        new($"{name} : {first.Fr}, mais {second.Fr}.", $"{name}: {first.En}, but {second.En}."),
        new("Dites le côté de cette personne avec --us ou --them.", "Tell this person's side with --us or --them."));

    public static Warning NoSpeakers() => new("no-speakers",
        new("La transcription ne nomme personne : on ne sait pas qui parle.", "The transcript names nobody: who speaks is not known."), NameSpeakers);

    public static Warning OneSpeaker(string name) => new("one-speaker",
        new($"Une seule personne parle : {name}.", $"Only one person speaks: {name}."), NameSpeakers);

    public static Warning OnlySellers() => new("only-sellers",
        new("Seul le côté vendeur parle : le prospect ne dit rien.", "Only the seller's side speaks: the prospect says nothing."),
        new("Vérifiez --us, ou donnez l’appel entier.", "Check --us, or give the whole call."));

    public static Warning StartUnknown() => new("start-unknown",
        new("Rien ne dit quand l’appel a commencé : les dates dites dans l’appel restent sans date précise.", "Nothing tells when the call began: the dates said in it stay unresolved."),
        new("Donnez le début avec --at, par exemple --at 2026-11-17T10:00-05:00.", "Give the start with --at, for instance --at 2026-11-17T10:00-05:00."));

    public static Warning StartHourUnknown() => new("start-hour-unknown",
        new("On connaît le jour de l’appel, non l’heure.", "The day of the call is known, not the hour."),
        new("Donnez l’heure avec --at.", "Give the hour with --at."));

    public static Warning ZoneAssumed() => new("zone-assumed",
        new("Le fuseau du prospect n’est dit nulle part : America/New_York est supposé.", "Nothing tells the prospect's zone: America/New_York is assumed."),
        new("Donnez-le avec --zone, par exemple --zone America/Chicago.", "Give it with --zone, for instance --zone America/Chicago."));

    // A dozen names tell who is there.
    private static string Shown(IEnumerable<string> names)
    {
        string[] first = [.. names.Take(13)];
        return first.Length <= 12 ? string.Join(", ", first) : string.Join(", ", first[..12]) + "…";
    }

    private static Problem Whole(string file, string code, Bilingual text, Bilingual cure) => new(file, null, null, code, text, cure);
}
