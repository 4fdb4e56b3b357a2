using System.CommandLine;
using SoftNo.Evaluation.HeldOut;
using SoftNo.Training.Measuring;

namespace SoftNo.Training;

/// <summary>The command line of softno-train.</summary>
internal static class Commands
{
    private const string About = """
        Trains SoftNo's Listener on the labelled calls of corpus/train and corpus/scenes.

        Examples (from the repository's root):
          softno-train --base ../minilm --out models
              trains first without the recipe's fold, then on from there on all calls; writes the weights, and fits
              thresholds and call-level weights on corpus/heldout
          softno-train --base ../minilm --folds
              for each fold of corpus/folds.yml trains without its authors, and writes corpus/heldout/FOLD.json;
              --folds a makes one fold
          softno-train --fit models
              fits thresholds and call-level weights on corpus/heldout again, without training
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
        var folds = new Option<string?>("--folds") { Description = "Folds to leave out one after the other, such as a,b; all where none is named.", Arity = ArgumentArity.ZeroOrOne };
        var fit = new Option<string?>("--fit") { Description = "Folder of finished weights whose thresholds and call-level weights are fitted again." };
        var measure = new Option<string?>("--measure") { Description = "Folder of labelled calls to measure the weights on." };
        var epochs = new Option<int?>("--epochs") { Description = "Passes over the corpus, instead of the recipe's." };
        var seed = new Option<int?>("--seed") { Description = "Seed, instead of the recipe's." };
        var layers = new Option<string?>("--layers") { Description = "Layers kept of the base's six, such as 1,3,5, instead of the recipe's." };
        var root = new RootCommand(About) { basis, corpus, models, recipes, work, folds, fit, measure, epochs, seed, layers };
        root.SetAction(parsed =>
        {
            if (parsed.GetValue(measure) is { } folder)
            {
                return CorpusMeasure.Run(output, parsed.GetValue(models) ?? "models", folder);
            }

            if (parsed.GetValue(fit) is { } finished)
            {
                return ModelFit.Run(output, finished, parsed.GetValue(corpus)!);
            }

            if (parsed.GetValue(basis) is not { } start)
            {
                output.WriteLine("--base is needed for a training; see --help.");
                return 1;
            }

            var files = new TrainingFiles(start, parsed.GetValue(corpus)!, parsed.GetValue(models), parsed.GetValue(work)!);
            Recipe recipe = Changed(Recipe.Read(parsed.GetValue(recipes)!), parsed.GetValue(epochs), parsed.GetValue(seed), parsed.GetValue(layers));
            return parsed.GetResult(folds) is null ? Train(recipe, files, output) : LeaveOut(recipe, files, parsed.GetValue(folds), output);
        });
        return root;
    }

    private static Recipe Changed(Recipe recipe, int? epochs, int? seed, string? layers) => recipe with
    {
        Epochs = epochs ?? recipe.Epochs,
        Seed = seed ?? recipe.Seed,
        Layers = layers is null ? recipe.Layers : [.. layers.Split(',').Select(layer => int.Parse(layer, System.Globalization.CultureInfo.InvariantCulture))],
    };

    private static int Train(Recipe recipe, TrainingFiles files, TextWriter output)
    {
        using var run = new TrainingRun(recipe, files, new HashSet<string>(), output);
        if (!run.HasStart && LeaveOut(recipe, files, recipe.Last.Fold, output) is var failed and not 0)
        {
            return failed;
        }

        Trained trained = run.Train();
        if (files.Out is null)
        {
            return 0;
        }

        run.Export(trained);
        return ModelFit.Run(output, files.Out, files.Corpus);
    }

    private static int LeaveOut(Recipe recipe, TrainingFiles files, string? named, TextWriter output)
    {
        IReadOnlyDictionary<string, IReadOnlyList<string>> folds = Folds.Read(files.Corpus);
        string[] chosen = named?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [.. folds.Keys];
        foreach (string fold in chosen)
        {
            if (!folds.TryGetValue(fold, out IReadOnlyList<string>? authors))
            {
                output.WriteLine($"{fold} is no fold of {Folds.FileName}.");
                return 1;
            }

            output.WriteLine($"fold {fold}: without {string.Join(", ", authors)}");
            using var run = new TrainingRun(recipe, files, authors.ToHashSet(StringComparer.Ordinal), output);
            run.WriteHeldOut(run.Train(), fold);
        }

        return 0;
    }
}
