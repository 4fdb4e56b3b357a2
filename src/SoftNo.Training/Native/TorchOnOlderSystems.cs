using System.Text;

namespace SoftNo.Training.Native;

/// <summary>
/// Lets TorchSharp load on systems whose libstdc++ is older than GCC 13's (Debian 12, Ubuntu 22.04). The only symbol it
/// wants from <c>GLIBCXX_3.4.32</c> is never called, so the need is marked weak in the copy beside this program.
/// </summary>
internal static class TorchOnOlderSystems
{
    private const string Version = "GLIBCXX_3.4.32";

    /// <summary>Marks the copies in the output folder; does nothing where the system has the version. Call before any use of torch.</summary>
    public static void Cure(TextWriter notices)
    {
        if (!OperatingSystem.IsLinux() || SystemHasVersion())
        {
            return;
        }

        foreach (string library in Directory.EnumerateFiles(AppContext.BaseDirectory, "libLibTorchSharp.so", SearchOption.AllDirectories))
        {
            byte[] image = File.ReadAllBytes(library);
            if (WeakVersionNeed.Mark(image, Version) == 0)
            {
                continue;
            }

            // A new file renamed over the old: the old may be hard-linked to the package's cache.
            string fresh = library + ".new";
            File.WriteAllBytes(fresh, image);
            File.Move(fresh, library, overwrite: true);
            notices.WriteLine($"{Path.GetFileName(library)}: {Version} marked as weak, as this system's libstdc++ lacks it.");
        }
    }

    private static bool SystemHasVersion()
    {
        string? path = File.ReadLines("/proc/self/maps")
            .Where(line => line.Contains("libstdc++.so", StringComparison.Ordinal))
            .Select(line => line[line.IndexOf('/', StringComparison.Ordinal)..])
            .FirstOrDefault();
        return path is null || File.ReadAllBytes(path).AsSpan().IndexOf(Encoding.ASCII.GetBytes(Version)) >= 0;
    }
}
