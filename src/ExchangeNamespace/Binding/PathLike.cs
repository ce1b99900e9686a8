using System;
using System.IO;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Binding;

/// <summary>Tells a path from a name. It looks at the text alone: a server may be called like a folder that happens to be there.</summary>
internal static class PathLike
{
    /// <summary>What reads the files that people have.</summary>
    public const string Readers =
        "Import-NamespacePlan reads a plan file, Get-NamespacePlan -Path a design file, Import-ExchangeState a capture, Import-Csv "
            + "a table.";

    private static readonly string[] Extensions = [".json", ".csv", ".xml", ".clixml", ".ps1", ".psd1", ".txt"];

    /// <summary>
    /// Whether no name of a host, domain or server looks like it: it has a separator of folders, or ends like a file of the kinds that are
    /// at hand.
    /// </summary>
    public static bool IsPath(string? text) => text is { Length: > 0 }
        && text.IndexOf("://", StringComparison.Ordinal) < 0
        && (text.IndexOfAny(['/', '\\']) >= 0
            || text[0] == '~'
            || Array.Exists(Extensions, e => text.EndsWith(e, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether an input is a path, or a file or folder as Get-Item gives it.</summary>
    public static bool IsFile(object? input) => Bare.Of(input) switch
    {
        FileSystemInfo => true,
        string text => IsPath(text),
        _ => false,
    };

    /// <summary>The fault of a path among names; null without one.</summary>
    /// <param name="name">The name.</param>
    /// <param name="parameter">Its parameter.</param>
    /// <param name="wanted">What is wanted, for example <c>a mail domain</c>.</param>
    public static InputFault? Fault(string? name, string parameter, string wanted) => IsPath(name)
        ? new InputFault(FaultIds.FileOfOtherKind, parameter, name,
            $"'{PathText.Of(name!)}' is a path, not {wanted}. {Readers} Pipe the plan to this command.")
        : null;
}
