using System;
using System.IO;

namespace ExchangeNamespace.Shell.Hosting;

/// <summary>Where a host prints.</summary>
/// <param name="Output">What PowerShell shows: formatted objects and Write-Host.</param>
/// <param name="Messages">Errors, warnings, verbose and debug lines; apart, so that redirected output holds nothing else.</param>
/// <param name="Width">Columns that tables may use.</param>
/// <param name="HasColor">Whether both writers end in a terminal that reads escape sequences.</param>
public sealed record HostConsole(TextWriter Output, TextWriter Messages, int Width, bool HasColor)
{
    /// <summary>The columns of output that does not go to a terminal.</summary>
    public const int DefaultWidth = 120;

    /// <summary>Prints nowhere.</summary>
    public static HostConsole None { get; } = new(TextWriter.Null, TextWriter.Null, DefaultWidth, HasColor: false);

    /// <summary>The console of this process.</summary>
    /// <param name="width">Columns; null takes those of the terminal.</param>
    public static HostConsole ForProcess(int? width)
    {
        bool isTerminal = !Console.IsOutputRedirected && !Console.IsErrorRedirected;
        int columns = width ?? (Console.IsOutputRedirected || Console.WindowWidth <= 0 ? DefaultWidth : Console.WindowWidth);
        bool hasColor = isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new HostConsole(Console.Out, Console.Error, columns, hasColor);
    }
}
