using System.Security.Cryptography;
using System.Text.Json;
using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Listener;

namespace SoftNo.Tests.Listener;

public sealed class TrainedListenerTests : IDisposable
{
    private static readonly string Models = Repository.Folder("models");

    private readonly TrainedListener _listener = TrainedListener.TryLoad(Models, out var why) ?? throw new InvalidOperationException(why);

    [Fact]
    public void What_is_no_character_is_heard_past()
    {
        var call = _listener.Listen([("\uFFFE That's really interesting \uFFFE", Side.Prospect)]);
        Assert.All(call.Cues, cue => Assert.InRange(cue.Span.End, 1, 31));
    }

    [Fact]
    public void It_hears_the_polite_noes_of_a_call_at_their_exact_words()
    {
        (string, Side)[] turns =
        [
            ("Our engine is a graph of transformers with three patents behind it.", Side.Seller),
            ("Wow, that's super interesting.", Side.Prospect),
            ("Does it write back to NetSuite?", Side.Prospect),
            ("So shall we plan a next call?", Side.Seller),
            ("Let us think about it internally and we'll circle back.", Side.Prospect),
        ];
        var heard = _listener.Hear(turns).Select(cue => (cue.Turn, cue.Kind, cue.Topic, cue.Span.Of(turns[cue.Turn].Item1)));
        Assert.Equal(
            [
                (0, CueKind.FeaturePitch, null, "Our engine is a graph of transformers with three patents behind it"),
                (1, CueKind.GenericPraise, null, "Wow, that's super interesting"),
                (2, CueKind.HardQuestion, "integration", "Does it write back to NetSuite"),
                (4, CueKind.SoftNo, "digest", "Let us think about it internally and we'll circle back"),
            ],
            heard);
    }

    [Fact]
    public void What_it_quotes_is_the_turns_own_slice_and_begins_and_ends_with_a_word()
    {
        (string Text, Side Side)[] turns = [("“Très” intéressant — but… we’ll 😀 circle back, OK?!", Side.Prospect), ("", Side.Seller), ("Take your time!", Side.Unknown)];
        foreach (var cue in _listener.Hear(turns))
        {
            var quote = cue.Span.Of(turns[cue.Turn].Text);
            Assert.True(char.IsLetterOrDigit(quote[0]) && char.IsLetterOrDigit(quote[^1]), quote);
            Assert.InRange(cue.Probability, 0, 1);
            Assert.InRange(cue.TopicProbability, 0, 1);
        }
    }

    [Fact]
    public void A_kind_the_side_cannot_say_is_never_heard()
    {
        const string words = "That's really cool technology, we'll think about it and circle back.";
        Assert.All(_listener.Hear([(words, Side.Seller)]), cue => Assert.NotEqual(Side.Prospect, cue.Kind.SideOf()));
        Assert.All(_listener.Hear([(words, Side.Prospect)]), cue => Assert.NotEqual(Side.Seller, cue.Kind.SideOf()));
    }

    [Fact]
    public void A_call_without_words_has_no_cues()
    {
        Assert.Empty(_listener.Hear([]));
        Assert.Empty(_listener.Hear([("", Side.Prospect), ("  ", Side.Seller)]));
    }

    [Fact]
    public void Two_readings_at_once_say_what_one_says()
    {
        (string, Side)[] turns = [("Just send me some information and we'll be in touch.", Side.Prospect)];
        var alone = _listener.Hear(turns);
        var readings = new IReadOnlyList<HeardCue>[4];
        Parallel.For(0, readings.Length, at => readings[at] = _listener.Hear(turns));
        Assert.All(readings, reading => Assert.Equal(alone.Select(cue => (cue.Kind, cue.Topic, cue.Span)), reading.Select(cue => (cue.Kind, cue.Topic, cue.Span))));
    }

    [Fact]
    public void The_words_that_moved_a_cue_are_its_turns_own()
    {
        (string Text, Side Side)[] turns = [("Wow, that's super interesting.", Side.Prospect), ("Nine plants, and does it write back to NetSuite?", Side.Prospect), ("We'll think about it.", Side.Prospect)];
        var heard = _listener.Listen(turns);
        var cues = heard.Cues;
        var moved = cues.Select(cue => heard.MovedBy(cue)).ToList();
        Assert.NotEmpty(moved.SelectMany(words => words));
        Assert.All(moved, words => Assert.InRange(words.Count, 0, 3));
        for (var at = 0; at < cues.Count; at++)
        {
            Assert.All(moved[at], word => Assert.InRange(word.Weight, 0.05, 1));
            Assert.All(moved[at], word => Assert.Matches(@"^[\w']+$", word.Span.Of(turns[cues[at].Turn].Text)));
            Assert.Equal(moved[at].OrderByDescending(word => word.Weight), moved[at]);
        }
    }

    [Fact]
    public void A_call_heard_turn_by_turn_ends_with_what_the_whole_call_gives()
    {
        (string Text, Side Side)[] turns =
        [
            ("Our engine is a graph of transformers with three patents behind it.", Side.Seller),
            ("Wow, that's super interesting.", Side.Prospect),
            ("So shall we plan a next call?", Side.Seller),
            ("Let us think about it internally and we'll circle back.", Side.Prospect),
        ];
        var call = _listener.Begin();
        IReadOnlyList<HeardCue> last = [];
        foreach (var (text, side) in turns)
        {
            last = call.Add(text, side, out var first);
            Assert.Equal(0, first);
        }

        Assert.Equal(
            _listener.Hear(turns).Select(cue => (cue.Turn, cue.Kind, cue.Topic, cue.Span)),
            last.Select(cue => (cue.Turn, cue.Kind, cue.Topic, cue.Span)));
    }

    [Fact]
    public void In_a_long_call_only_the_last_turns_are_heard_again()
    {
        var call = _listener.Begin();
        var first = 0;
        for (var turn = 0; turn < 100; turn++) call.Add(turn % 2 == 0 ? "And then we looked at the plan." : "Mm-hm.", turn % 2 == 0 ? Side.Seller : Side.Prospect, out first);
        Assert.Equal(92, first);
    }

    [Fact]
    public void A_missing_folder_is_an_absent_listener_with_its_reason()
    {
        Assert.Null(TrainedListener.TryLoad("no-such-folder", out var why));
        Assert.Equal($"{Path.Combine("no-such-folder", "listener.json")} is missing", why);
    }

    [Fact]
    public void Broken_weights_are_an_absent_listener_with_its_reason()
    {
        var folder = Directory.CreateTempSubdirectory("softno-listener-").FullName;
        try
        {
            foreach (var file in Directory.GetFiles(Models)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            File.WriteAllText(Path.Combine(folder, "listener.onnx"), "not a graph");
            Assert.Null(TrainedListener.TryLoad(folder, out var why));
            Assert.StartsWith($"the weights in {folder} cannot be read: ", why, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_shipped_files_are_those_the_card_names_and_fit_in_25_megabytes()
    {
        foreach (var file in _listener.Card.Weights)
        {
            Assert.Equal(file.Sha256, Hash(Path.Combine(Models, file.Path)));
        }

        Assert.InRange(Directory.GetFiles(Models).Sum(file => new FileInfo(file).Length), 1, 25_000_000);
    }

    [Fact]
    public void The_recipe_is_the_one_softno_train_has()
    {
        using var recipe = JsonDocument.Parse(File.ReadAllText(Repository.Folder("src/SoftNo.Training/recipe.json")));
        Assert.True(JsonElement.DeepEquals(recipe.RootElement, _listener.Card.Recipe), "recipe.json differs from the recipe of the shipped weights: train again.");
    }

    [Fact]
    public void Every_file_it_was_trained_on_is_still_there_unchanged_and_none_is_of_dev()
    {
        Assert.All(_listener.Card.TrainedOn, file => Assert.Equal(file.Sha256, Hash(Repository.Folder(file.Path))));
        Assert.DoesNotContain(_listener.Card.TrainedOn, file => file.Path.StartsWith("corpus/dev", StringComparison.Ordinal));
    }

    [Fact]
    public void New_files_are_reported_as_not_yet_trained_on()
    {
        var card = _listener.Card;
        var fresh = card.NotYetTrainedOn(Repository.Root);
        if (fresh.Count > 0) TestContext.Current.AddWarning($"not yet trained on: {fresh.Count} files, {fresh[0]} to {fresh[^1]}");
        var without = card with { TrainedOn = [.. card.TrainedOn.Skip(1)] };
        Assert.Equal(card.NotYetTrainedOn(Repository.Root).Append(card.TrainedOn[0].Path).Order(StringComparer.Ordinal), without.NotYetTrainedOn(Repository.Root));
    }

    public void Dispose() => _listener.Dispose();

    private static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
}
