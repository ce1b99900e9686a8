using System;
using System.IO;
using System.Reflection;
using System.Runtime.InteropServices;

namespace ExchangeNamespace.Binding;

/// <summary>
/// What Unix can do with files and netstandard2.0 cannot: keep the mode, and give a file a second name only where that name is free.
/// </summary>
internal static class UnixFile
{
    private const int NameIsTaken = 17;

    private static readonly MethodInfo? GetMode = typeof(File).GetMethod("GetUnixFileMode", [typeof(string)]);
    private static readonly MethodInfo? SetMode = GetMode is null ? null
        : typeof(File).GetMethod("SetUnixFileMode", [typeof(string), GetMode.ReturnType]);

    /// <summary>Gives a file the mode of another. Windows keeps rights by itself when it replaces a file.</summary>
    public static void CopyMode(string from, string to)
    {
        if (SetMode is not null && !RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            SetMode.Invoke(null, [to, GetMode!.Invoke(null, [from])]);
        }
    }

    /// <summary>Gives a file a second name.</summary>
    /// <returns>False where the name is taken; null where this system or file system cannot do it.</returns>
    public static bool? TryLink(string file, string name)
    {
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            return null;
        }

        try
        {
            return Link(file, name) == 0 ? true : Marshal.GetLastWin32Error() == NameIsTaken ? false : null;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

#pragma warning disable CA2101 // Ansi is UTF-8 on Unix, where alone this is called.
    [DllImport("libc", EntryPoint = "link", SetLastError = true, CharSet = CharSet.Ansi)]
    private static extern int Link(string file, string name);
#pragma warning restore CA2101
}
