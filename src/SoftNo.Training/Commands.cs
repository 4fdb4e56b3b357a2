using System.CommandLine;
using SoftNo.Training.Measuring;

namespace SoftNo.Training;

/// <summary>The command line of softno-train.</summary>
internal static class Commands
{
    private const string About = """
        Trains SoftNo's Listener on the labelled calls of corpus/train and corpus/scenes.

        Examples (from the repository's root):
          softno-train --base ../minilm --out models
              trains on all calls and writes the weights, with the thresholds of --thresholds
          softno-train --base ../minilm --hold-out t2,t6,u2,u6,w2,w6,s2,s6,v2
              trains without these authors, and chooses the thresholds on their whole calls
          softno-train --measure corpus/dev
              measures the weights in models (or --out), as the product runs them

        The base is all-MiniLM-L6-v2 (model.safetensors, vocab.txt) from
        https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2.
        On a busy machine, OMP_WAIT_POLICY=PASSIVE keeps threads from spinning while they wait.
        A training that is broken off goes on after its last whole epoch when the command is given again.
        """;

    /// <summary>The root command, which writes to <paramref name="output"/>.</summary>
    public static RootCommand Root(TextWriter output)
    {
        var basis = new Option<string?>("--base") { Description = "Folder of the base's model.safetensors and vocab.txt." };
        var corpus = new Option<string>("--corpus") { Description = "Folder of train and scenes.", DefaultValueFactory = _ => "corpus" };
        var models = new Option<string?>("--out") { Description = "Folder to write the weights to, or to measure; a training without it writes none." };
        var recipes = new Option<string>("--recipe") { Description = "File of the recipe.", DefaultValueFactory = _ => "src/SoftNo.Training/recipe.json" };
        var work = new Option<string>("--work") { Description = "Folder of the checkpoints.", DefaultValueFactory = _ => ".softno/training" };
        var thresholds = new Option<string>("--thresholds") { Description = "File of the thresholds.", DefaultValueFactory = _ => "src/SoftNo.Training/thresholds.json" };
        var heldOut = new Option<string?>("--hold-out") { Description = "Authors to leave out, such as t2,t6." };
        var measure = new Option<string?>("--measure") { Description = "Folder of labelled calls to measure the weights on." };
        var epochs = new Option<int?>("--epochs") { Description = "Passes over the corpus, instead of the recipe's." };
        var seed = new Option<int?>("--seed") { Description = "Seed, instead of the recipe's." };
        var layers = new Option<string?>("--layers") { Description = "Layers kept of the base's six, such as 1,3,5, instead of the recipe's." };
        var root = new RootCommand(About) { basis, corpus, models, recipes, work, thresholds, heldOut, measure, epochs, seed, layers };
        root.SetAction(parsed =>
        {
            if (parsed.GetValue(measure) is { } folder)
            {
                return CorpusMeasure.Run(output, parsed.GetValue(models) ?? "models", folder);
            }

            if (parsed.GetValue(basis) is not { } start)
            {
                output.WriteLine("--base is needed for a training; see --help.");
                return 1;
            }

            var files = new TrainingFiles(start, parsed.GetValue(corpus)!, parsed.GetValue(models), parsed.GetValue(work)!, parsed.GetValue(thresholds)!);
            Recipe recipe = Changed(Recipe.Read(parsed.GetValue(recipes)!), parsed.GetValue(epochs), parsed.GetValue(seed), parsed.GetValue(layers));
            return Train(recipe, files, parsed.GetValue(heldOut), output);
        });
        return root;
    }

    private static Recipe Changed(Recipe recipe, int? epochs, int? seed, string? layers) => recipe with
    {
        Epochs = epochs ?? recipe.Epochs,
        Seed = seed ?? recipe.Seed,
        Layers = layers is null ? recipe.Layers : [.. layers.Split(',').Select(layer => int.Parse(layer, System.Globalization.CultureInfo.InvariantCulture))],
    };

    private static int Train(Recipe recipe, TrainingFiles files, string? heldOut, TextWriter output)
    {
        HashSet<string> authors = [.. (heldOut ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        using var run = new TrainingRun(recipe, files, authors, output);
        Trained trained = run.Train();
        if (authors.Count > 0)
        {
            run.FitThresholds(trained);
        }

        if (files.Out is not null)
        {
            run.Export(trained);
        }

        return 0;
    }
}
