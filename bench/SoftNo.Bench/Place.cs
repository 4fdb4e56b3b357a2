namespace SoftNo.Bench;

/// <summary>Where the project lies.</summary>
internal static class Place
{
    /// <summary>The project's folder, above the program's own.</summary>
    public static string Home { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SoftNo.slnx"))) return folder.FullName;
        }

        throw new InvalidOperationException("The benchmarks run inside the project's folder.");
    }
}
