using System.Runtime.CompilerServices;

namespace SoftNo.Tests.Transcripts;

/// <summary>Files that no one here wrote, found by <c>SOFTNO_DATA</c>, else beside the project. Absent: the test is skipped with this reason.</summary>
internal static class TestData
{
    /// <summary>The project's root.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A folder of the data, or a skip.</summary>
    public static string Folder(string name)
    {
        string data = Environment.GetEnvironmentVariable("SOFTNO_DATA") ?? Path.GetFullPath(Path.Combine(Root, "..", "shared", "data"));
        string folder = Path.Combine(data, name);
        if (!Directory.Exists(folder)) Assert.Skip($"{folder} is absent: set SOFTNO_DATA to the folder of the shared data.");
        return folder;
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        string? folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "SoftNo.slnx"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The project's root was not found.");
    }
}
