using System.Security.Cryptography;
using SoftNo.Evaluation;
using SoftNo.Evaluation.HeldOut;

namespace SoftNo.Tests.Evaluation.HeldOut;

public class FoldsTests
{
    private static readonly string Corpus = Repository.Folder("corpus");

    [Fact]
    public void Every_author_of_train_and_scenes_stands_in_one_fold_and_none_of_dev()
    {
        var listed = Folds.Read(Corpus).Values.SelectMany(authors => authors).ToList();

        Assert.Equal(listed.Distinct(), listed);
        Assert.Equal(Authors("train").Concat(Authors("scenes")).Order(), listed.Order());
        Assert.Empty(listed.Intersect(Authors("dev")));
    }

    [Fact]
    public void The_held_out_output_is_of_whole_calls_of_its_fold_as_they_are_now()
    {
        var folds = Folds.Read(Corpus);
        var output = HeldOutFold.ReadAll(Path.Combine(Corpus, Folds.OutputFolder));
        Assert.NotEmpty(output);
        Assert.All(output, fold =>
        {
            Assert.Equal(Whole().Where(call => folds[fold.Fold].Contains(call.Author)).Select(call => call.Id).Order(), fold.Calls.Select(call => call.Id).Order());
            Assert.All(fold.Calls, call => Assert.Equal(Hash(call.Id), call.Sha256));
        });
    }

    private static IEnumerable<string> Authors(string folder) =>
        Directory.GetFiles(Path.Combine(Corpus, folder), "*.call").Select(file => Path.GetFileName(file).Split('-')[0]).Distinct();

    private static IEnumerable<LabelledCall> Whole() => SoftNo.Evaluation.Corpus.Load(Path.Combine(Corpus, "train")).Calls.Where(call => call.Whole is not null);

    private static string Hash(string id) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Corpus, "train", id + ".call"))));
}
