using System.Security.Cryptography;
using System.Text.Json;
using SoftNo.Cues;
using SoftNo.Cues.Listener;
using SoftNo.Training.Corpus;
using SoftNo.Training.Network;

namespace SoftNo.Training.Export;

/// <summary>Writes what the product runs: graphs, dictionary, card and notice.</summary>
internal static class ModelFolder
{
    private const string EncoderFile = "listener.onnx";
    private const string CallFile = "listener-call.onnx";

    private const string Notice = """
        The weights in this folder (listener.onnx, listener-call.onnx) and the dictionary (vocab.txt) were made from
        all-MiniLM-L6-v2, published by the sentence-transformers authors under the Apache License, Version 2.0:
        https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2

        Changes: the dictionary was cut to the pieces of English calls; the encoder was trained further on SoftNo's
        labelled calls; a recurrent layer over turns and a head were added; matrices are stored as bytes. `softno-train`
        makes them again from corpus/; listener.json lists every file they were trained on.

        """;

    /// <summary>Writes the folder.</summary>
    public static void Write(
        string folder, IReadOnlyDictionary<string, FloatArray> weights, CutDictionary dictionary, Recipe recipe,
        ListenerBase origin, WrittenThresholds thresholds, IReadOnlyList<HashedFile> trainedOn)
    {
        Directory.CreateDirectory(folder);
        EncoderGraph.Save(Path.Combine(folder, EncoderFile), weights, recipe.Layers.Count);
        CallGraph.Save(Path.Combine(folder, CallFile), weights, recipe);
        File.WriteAllText(Path.Combine(folder, TrainedListener.DictionaryFile), string.Join('\n', dictionary.Pieces) + "\n");
        File.WriteAllText(Path.Combine(folder, "NOTICE"), Notice.ReplaceLineEndings("\n"));
        HashedFile[] files = [.. new[] { EncoderFile, CallFile, TrainedListener.DictionaryFile }.Select(file => Hashed(Path.Combine(folder, file), file))];
        new ListenerCard
        {
            Id = Convert.ToHexStringLower(SHA256.HashData([.. files.SelectMany(file => Convert.FromHexString(file.Sha256))]))[..12],
            Base = origin,
            RecipeSha256 = recipe.Hash(),
            Recipe = JsonSerializer.SerializeToElement(recipe, Recipe.Json),
            Kinds = [.. CueKinds.All.Select(kind => kind.Name())],
            Topics = [.. Outputs.Topics.Select(topic => $"{topic.Kind.Name()}:{topic.Topic}")],
            Thresholds = thresholds,
            Weights = files,
            TrainedOn = trainedOn,
        }.Write(Path.Combine(folder, ListenerCard.FileName));
    }

    /// <summary>The hash of a file, under the name it is to be known by.</summary>
    public static HashedFile Hashed(string path, string name) =>
        new(name, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))));
}
