namespace SoftNo.Tests;

/// <summary>Where the repository's own folders lie, found from the test program upwards.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Folder(string relative) => Path.Combine(Root, relative);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SoftNo.slnx"))) return folder.FullName;
        }

        throw new InvalidOperationException("SoftNo.slnx is in no folder above the test program.");
    }
}
