using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;

namespace ExchangeNamespace.Binding;

/// <summary>Opens a file with the program that the desktop has for it.</summary>
internal static class Desktop
{
    /// <summary>Opens the file.</summary>
    /// <returns>Why it was not opened; null where it was.</returns>
    public static string? Open(string file)
    {
        if (!HasDesktop())
        {
            return "This session has no desktop.";
        }

        try
        {
            using Process? program = Process.Start(new ProcessStartInfo(file) { UseShellExecute = true });
            return null;
        }
        catch (Exception e) when (e is Win32Exception or IOException or InvalidOperationException or PlatformNotSupportedException)
        {
            return e.Message;
        }
    }

    /// <summary>A service or a remote session has none, and neither has a system of the Unix kind without a display.</summary>
    private static bool HasDesktop() => RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? Environment.UserInteractive
        : RuntimeInformation.IsOSPlatform(OSPlatform.OSX)
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY"))
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WAYLAND_DISPLAY"));
}
