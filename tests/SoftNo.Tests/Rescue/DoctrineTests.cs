using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Listener;
using SoftNo.Cues.Phrases;
using SoftNo.Rescue;

namespace SoftNo.Tests.Rescue;

/// <summary>docs/doctrine.md is the specification: each of its phrases is read in a small call, alone and with what silences it.</summary>
public class DoctrineTests
{
    private static readonly string Ledger = File.ReadAllText(Repository.Folder("docs/doctrine.md"));
    private static readonly CueReader Phrase = new(Lexicon.Load(Lexicon.DefaultFolder).Lexicon!);
    private static readonly CueReader Listening = new(Lexicon.Load(Lexicon.DefaultFolder).Lexicon!, TrainedListener.TryLoad(Repository.Folder("models"), out _));

    public static TheoryData<string, string, string> Phrases()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var row in Rows("Phrases")) data.Add(row[0], row[1], row[2]);
        return data;
    }

    [Theory]
    [MemberData(nameof(Phrases))]
    public void A_phrase_of_the_doctrine_is_found_and_falls_silent_with_what_silences_it(string words, string found, string silence) =>
        FoundAndSilent(Phrase, words, found, silence);

    [Theory]
    [MemberData(nameof(Phrases))]
    public void A_phrase_of_the_doctrine_stands_beside_the_trained_reader_too(string words, string found, string silence) =>
        FoundAndSilent(Listening, words, found, silence);

    [Fact]
    public void The_ledger_holds_every_phrase_and_every_beat()
    {
        Assert.Equal(10, Rows("Phrases").Count);
        var beats = Rows("Script beats").GroupBy(row => row[0]).ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal(3, beats["negative-validation"]);
        Assert.All(beats.Keys, move => Assert.Equal(beats[move], Readings.Playbook.Templates.Single(template => template.Move.Name() == move).Beats.Count));
    }

    [Fact]
    public void Every_place_that_the_ledger_names_exists()
    {
        var answers = Readings.Playbook.Templates.SelectMany(template => template.Then).Select(then => then.Answer).ToHashSet();
        foreach (var place in Rows("Steps").Select(row => row[1]).Where(place => place.StartsWith("`then: ", StringComparison.Ordinal)))
            Assert.Contains(place.Trim('`')["then: ".Length..], answers);
        foreach (var file in Rows("Rules").SelectMany(row => row[1].Split('`')).Where(part => part.StartsWith("src/", StringComparison.Ordinal)))
            Assert.True(File.Exists(Repository.Folder(file)) || Directory.Exists(Repository.Folder(file)), file);
    }

    private static void FoundAndSilent(CueReader reader, string words, string found, string silence)
    {
        foreach (var kind in found.Split(", "))
        {
            Assert.Contains(Counting(reader, words), cue => Fits(cue, kind));
            if (silence.Length > 0) Assert.DoesNotContain(Counting(reader, $"{words} {silence}"), cue => Fits(cue, kind));
        }
    }

    private static IEnumerable<Cue> Counting(CueReader reader, string words)
    {
        var call = new Call
        {
            Source = new CallSource { File = "x", Format = "words", StartedAt = Readings.At("2026-11-24T10:00-05:00"), Zone = NodaTime.DateTimeZoneProviders.Tzdb["America/New_York"] },
            Speakers = [new Speaker { Name = "Camille", Side = Side.Seller }, new Speaker { Name = "Dana", Side = Side.Prospect }],
            Turns =
            [
                new Turn { Index = 0, Speaker = 0, Text = "So, that was the whole demo." }, new Turn { Index = 1, Speaker = 1, Text = words },
                new Turn { Index = 2, Speaker = 0, Text = "Thank you, Dana." },
            ],
        };
        return reader.Read(call).Cues.Where(cue => cue.Turn == 1 && cue.ClearedBy is null);
    }

    private static bool Fits(Cue cue, string kinds) => kinds.Split(" or ").Any(kind => kind.Split(':') is [var name, var topic] ? cue.Kind.Name() == name && cue.Topic == topic : cue.Kind.Name() == kind);

    private static List<string[]> Rows(string section) =>
        [.. Ledger.Split("\n## ").Single(part => part.StartsWith(section, StringComparison.Ordinal)).Split('\n').Where(line => line.StartsWith('|')).Skip(2)
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())];
}
