using System.Text.Json.Nodes;
using System.Xml.Linq;
using Xunit;

namespace SoftNo.Cli.Tests;

public class LicenceTests
{
    [Fact]
    public void Every_shipped_package_has_a_licence_of_the_list()
    {
        var allowed = File.ReadAllLines(Path.Combine(Softno.Home, "tests", "SoftNo.Cli.Tests", "licences.txt")).Where(line => line.Length > 0 && line[0] != '#').ToHashSet(StringComparer.Ordinal);
        var assets = JsonNode.Parse(File.ReadAllText(Path.Combine(Softno.Home, "artifacts", "obj", "SoftNo.Cli", "project.assets.json")))!;
        var roots = assets["packageFolders"]!.AsObject().Select(folder => folder.Key).ToList();
        var packages = assets["libraries"]!.AsObject().Where(library => library.Value!["type"]!.GetValue<string>() == "package").ToList();
        Assert.NotEmpty(packages);
        var refused = packages.Select(package => (package.Key, Licence: LicenceOf(roots, package.Value!))).Where(package => !allowed.Contains(package.Licence));
        Assert.Empty(refused.Select(package => $"{package.Key}: {package.Licence}"));
    }

    private static string LicenceOf(List<string> roots, JsonNode package)
    {
        var folder = roots.Select(root => Path.Combine(root, package["path"]!.GetValue<string>())).First(Directory.Exists);
        var description = XDocument.Load(Directory.GetFiles(folder, "*.nuspec").Single());
        var licence = description.Descendants().FirstOrDefault(element => element.Name.LocalName == "license");
        if (licence is null) return description.Descendants().FirstOrDefault(element => element.Name.LocalName == "licenseUrl")?.Value ?? "none";
        return licence.Attribute("type")?.Value == "file" ? File.ReadLines(Path.Combine(folder, licence.Value)).First(line => line.Trim().Length > 0).Trim() : licence.Value;
    }
}
