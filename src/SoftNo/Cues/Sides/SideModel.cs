using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SoftNo.Cues.Sides;

/// <summary>Something one does in a sale, as a seller or as a buyer, by the phrases that do it.</summary>
/// <param name="Name">The name in <c>lexicon/sides.yml</c>, such as <c>our-offer</c>.</param>
/// <param name="Gloss">What one does, to complete « the speaker … ».</param>
/// <param name="Weight">Log-odds of the seller's side for each unit of ln(1 + times said); negative speaks for the prospect's.</param>
public sealed record SideFeature(string Name, Bilingual Gloss, double Weight);

/// <summary>What the two sides say, with the weight of each feature: role words only, never names, accent or turns of phrase.</summary>
public sealed class SideModel
{
    private SideModel(IReadOnlyList<SideFeature> features, RolePhrases phrases, SideWeights weights)
    {
        Features = features;
        Phrases = phrases;
        Weights = weights;
    }

    /// <summary>The features, in the file's order.</summary>
    public IReadOnlyList<SideFeature> Features { get; }

    /// <summary>The fitted numbers.</summary>
    public SideWeights Weights { get; }

    internal RolePhrases Phrases { get; }

    /// <summary>Loads <c>lexicon/sides.yml</c> and <c>models/sides.json</c>; a weight that is missing is zero.</summary>
    /// <param name="phrasesFile">The phrases.</param>
    /// <param name="weightsFile">The weights, or null for none.</param>
    public static SideModelResult Load(string phrasesFile, string? weightsFile)
    {
        var weights = new SideWeights(new Dictionary<string, double>(), 0, 0, 0);
        if (weightsFile is not null)
        {
            try
            {
                weights = JsonSerializer.Deserialize<SideWeights>(File.ReadAllText(weightsFile), JsonSerializerOptions.Web) ?? weights;
            }
            catch (Exception error) when (error is IOException or JsonException or UnauthorizedAccessException)
            {
                return Bad(weightsFile, null, null, error.Message);
            }
        }

        try
        {
            using var reader = new StreamReader(phrasesFile);
            return Read(phrasesFile, new Parser(reader), weights);
        }
        catch (YamlException error)
        {
            return Bad(phrasesFile, (int)error.Start.Line, (int)error.Start.Column, error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Bad(phrasesFile, null, null, error.Message);
        }
    }

    private static SideModelResult Read(string file, Parser parser, SideWeights weights)
    {
        var features = new List<SideFeature>();
        var phrases = new RolePhrases();
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        parser.Consume<MappingStart>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var name = parser.Consume<Scalar>().Value;
            string fr = "", en = "";
            parser.Consume<MappingStart>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = parser.Consume<Scalar>();
                if (key.Value == "fr") fr = parser.Consume<Scalar>().Value;
                else if (key.Value == "en") en = parser.Consume<Scalar>().Value;
                else if (key.Value != "phrases") return Bad(file, (int)key.Start.Line, (int)key.Start.Column, key.Value);
                else if (Fault(parser, phrases, features.Count) is { } bad) return Bad(file, (int)bad.Start.Line, (int)bad.Start.Column, bad.Value);
            }

            features.Add(new(name, new(fr, en), weights.Features.GetValueOrDefault(name)));
        }

        return new(new SideModel(features, phrases, weights), null);
    }

    private static Scalar? Fault(Parser parser, RolePhrases phrases, int feature)
    {
        Scalar? bad = null;
        parser.Consume<SequenceStart>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            var phrase = parser.Consume<Scalar>();
            if (!phrases.Add(phrase.Value, feature)) bad ??= phrase;
        }

        return bad;
    }

    private static SideModelResult Bad(string file, int? line, int? column, string what) => new(null, new(
        file, line, column, "bad-sides", new($"Ce fichier des rôles ne se lit pas : {what}", $"This file of roles cannot be read: {what}"),
        new("Corrigez-le, ou remettez celui qui est livré.", "Correct it, or put back the one that is shipped.")));
}

/// <summary>A side model, or what is wrong with its files.</summary>
public sealed record SideModelResult(SideModel? Model, Problem? Problem);

/// <summary>The fitted numbers of <c>models/sides.json</c>.</summary>
/// <param name="Features">Log-odds of the seller's side by feature.</param>
/// <param name="Bias">Log-odds of the seller's side of a speaker who says none of the phrases.</param>
/// <param name="Answers">Gain of two speakers being on two sides for each unit of <see cref="SpeakerWords.Affinity"/>.</param>
/// <param name="Chance">The share of chance taken off there, 0 to 1.</param>
public sealed record SideWeights(IReadOnlyDictionary<string, double> Features, double Bias, double Answers, double Chance);
