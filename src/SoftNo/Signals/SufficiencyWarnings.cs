namespace SoftNo.Signals;

/// <summary>Why a call was not judged, in words.</summary>
internal static class SufficiencyWarnings
{
    public static IEnumerable<Warning> Of(string? lacks)
    {
        switch (lacks)
        {
            case "prospect-speech":
                yield return new(
                    lacks, new("Le prospect parle trop peu pour qu’on puisse en conclure quoi que ce soit.", "The prospect says too little to conclude anything."),
                    new("Vérifiez qui est le prospect avec --them, ou prenez une transcription plus complète.", "Check who the prospect is with --them, or use a fuller transcript."));
                break;
            case "poor-transcript":
                yield return new(
                    lacks, new("La transcription est trop mauvaise pour être jugée.", "The transcript is too poor to be judged."),
                    new("Refaites la transcription à partir d’un meilleur son.", "Transcribe it again from better sound."));
                break;
            case "no-sale":
                yield return new(
                    lacks, new("Cette conversation ne ressemble pas à un entretien de vente.", "This conversation does not sound like a sales call."),
                    new("Ne donnez que des entretiens avec des prospects.", "Give only calls with prospects."));
                break;
            default:
                break;
        }
    }
}
