using System;
using System.IO;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace ExchangeNamespace.Binding;

/// <summary>
/// What Unix can do with files and netstandard2.0 cannot: keep the mode, give a file a second name only where that name is free, and tell
/// where links lead.
/// </summary>
internal static class UnixFile
{
    private const int NameIsTaken = 17;

    private static readonly MethodInfo? GetMode = typeof(File).GetMethod("GetUnixFileMode", [typeof(string)]);
    private static readonly MethodInfo? SetMode = GetMode is null ? null
        : typeof(File).GetMethod("SetUnixFileMode", [typeof(string), GetMode.ReturnType]);

    /// <summary>Whether this is Unix.</summary>
    public static bool IsHere => !RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    /// <summary>Gives a file the mode of another. Windows keeps rights by itself when it replaces a file.</summary>
    public static void CopyMode(string from, string to)
    {
        if (SetMode is not null && IsHere)
        {
            try
            {
                SetMode.Invoke(null, [to, GetMode!.Invoke(null, [from])]);
            }
            catch (TargetInvocationException e)
            {
                ExceptionDispatchInfo.Capture(e.InnerException!).Throw();
            }
        }
    }

    /// <summary>Gives a file a second name.</summary>
    /// <returns>False where the name is taken; null where this system or file system cannot do it.</returns>
    public static bool? TryLink(string file, string name)
    {
        if (!IsHere)
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

    /// <summary>The path of a folder without links, so that a link which leads elsewhere later makes no difference.</summary>
    /// <returns>The path as given on Windows; null where there is no such folder.</returns>
    public static string? WithoutLinks(string folder)
    {
        if (!IsHere)
        {
            return folder;
        }

        IntPtr found = RealPath(folder, IntPtr.Zero);
        try
        {
            return Marshal.PtrToStringAnsi(found);
        }
        finally
        {
            Free(found);
        }
    }

#pragma warning disable CA2101 // Ansi is UTF-8 on Unix, where alone these are called.
    [DllImport("libc", EntryPoint = "link", SetLastError = true, CharSet = CharSet.Ansi)]
    private static extern int Link(string file, string name);

    [DllImport("libc", EntryPoint = "realpath", CharSet = CharSet.Ansi)]
    private static extern IntPtr RealPath(string path, IntPtr buffer);

    [DllImport("libc", EntryPoint = "free")]
    private static extern void Free(IntPtr memory);
#pragma warning restore CA2101
}
