using System.Runtime.InteropServices;
using System.Text;
using Microsoft.ML.OnnxRuntime;

namespace SoftNo.Cues.Listener;

/// <summary>
/// ONNX Runtime with its telemetry off before it starts: once it has started, it has already written an identifier of the
/// machine into the user's cache.
/// </summary>
internal static class QuietRuntime
{
    private const string Switch = "ORT_DISABLE_TELEMETRY";

    /// <summary>Makes sure that the runtime is started, and quiet.</summary>
    public static void Start()
    {
        Environment.SetEnvironmentVariable(Switch, "1");
        // Outside Windows, .NET keeps the environment to itself: native code reads the C library's.
        if (!OperatingSystem.IsWindows()) _ = SetEnvironment(Encoding.ASCII.GetBytes(Switch + "\0"), "1\0"u8.ToArray(), 1);
        OrtEnv.Instance().DisableTelemetryEvents();
    }

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("libc", EntryPoint = "setenv")]
    private static extern int SetEnvironment(byte[] name, byte[] value, int overwrite);
}
