using System.Text.RegularExpressions;

namespace SoftNo.Tests.Conventions;

/// <summary>What the documents name exists.</summary>
public partial class DocumentsTests
{
    public static TheoryData<string> Documents =>
        [.. Directory.GetFiles(Repository.Root, "*.md").Concat(Directory.GetFiles(Repository.Folder("docs"), "*.md", SearchOption.AllDirectories)).Select(file => Path.GetRelativePath(Repository.Root, file))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_leads_to_a_file(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, document))!;
        var links = Link().Matches(File.ReadAllText(Path.Combine(Repository.Root, document))).Select(match => match.Groups[1].Value.Split('#')[0])
            .Where(link => link.Length > 0 && !link.Contains("://", StringComparison.Ordinal));
        Assert.All(links, link => Assert.True(File.Exists(Path.Combine(folder, link)) || Directory.Exists(Path.Combine(folder, link)), link));
    }

    [Fact]
    public void Every_file_and_folder_that_the_guides_name_exists()
    {
        foreach (var document in (string[])["CONTRIBUTING.md", "docs/architecture.md", "README.md"])
        {
            var named = Named().Matches(File.ReadAllText(Repository.Folder(document))).Select(match => match.Groups[1].Value);
            Assert.All(named, path => Assert.True(File.Exists(Repository.Folder(path)) || Directory.Exists(Repository.Folder(path)), $"{document}: {path}"));
        }
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(@"`((?:src|lexicon|playbook|models|corpus|tests|samples|docs|bench)/[A-Za-z0-9_./-]*)`", RegexOptions.NonBacktracking)]
    private static partial Regex Named();
}
