using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Text;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Certificates;

/// <summary>An absolute path of a file on a Windows server: <c>C:\folder\file.req</c> or <c>\\server\share\file.req</c>.</summary>
internal sealed class WindowsFilePath
{
    /// <summary>Leaves room, below the 259 characters of old Windows interfaces, for what is put before the extension.</summary>
    public const int MaximumLength = 200;

    /// <summary>The longest text that <see cref="WithSuffix"/> puts before the extension.</summary>
    public const int MaximumSuffix = 40;

    private static readonly HashSet<string> Devices = new(
        new[] { "CON", "PRN", "AUX",
            "NUL" }.Concat(Enumerable.Range(1, 9).SelectMany(n => new[] { "COM" + (char)('0' + n), "LPT" + (char)('0' + n) })),
        StringComparer.OrdinalIgnoreCase);

    private WindowsFilePath(string text) => Text = text;

    /// <summary>The path with backslashes.</summary>
    public string Text { get; }

    /// <summary>The name of the file without its extension.</summary>
    public string FileStem => Text.Substring(Text.LastIndexOf('\\') + 1, Stem - Text.LastIndexOf('\\') - 1);

    /// <summary>A file at the root of drive C, where the source article puts requests.</summary>
    /// <param name="name">Any text; what a file name cannot carry is replaced.</param>
    /// <param name="extension">The extension with its dot.</param>
    public static WindowsFilePath AtRoot(string name, string extension) => new("C:\\" + Sanitise(name) + extension);

    public static bool TryParse(string text, string parameter, [NotNullWhen(true)] out WindowsFilePath? path,
        [NotNullWhen(false)] out InputFault? fault)
    {
        string normal = text.Replace('/', '\\');
        fault = Refuse(normal, text, parameter);
        path = fault is null ? new WindowsFilePath(normal) : null;
        return fault is null;
    }

    /// <summary>The same file with another extension.</summary>
    public WindowsFilePath WithExtension(string extension) => new(Text.Substring(0, Stem) + extension);

    /// <summary>The same file with a word before its extension, so that several requests do not overwrite each other.</summary>
    /// <param name="suffix">The word; null leaves the name as it is.</param>
    public WindowsFilePath WithSuffix(string? suffix) => suffix is null ? this : new(Text.Insert(Stem, "-" + suffix));

    public override string ToString() => Text;

    /// <summary>The text with everything but ASCII letters, digits and hyphens replaced by an underscore.</summary>
    public static string Sanitise(string text)
    {
        StringBuilder builder = new(text.Length);
        foreach (char c in text.Length > MaximumSuffix ? text.Substring(0, MaximumSuffix) : text)
        {
            builder.Append(HostCharacters.IsLdh(c) ? c : '_');
        }

        return builder.ToString();
    }

    private int Stem
    {
        get
        {
            int dot = Text.LastIndexOf('.');
            return dot > Text.LastIndexOf('\\') + 1 ? dot : Text.Length;
        }
    }

    private static InputFault? Refuse(string normal, string given, string parameter)
    {
        if (normal.Length == 0)
        {
            return Fault(FaultIds.PathInvalid,
                "is empty. Give the full path of a file on the server, such as C:\\mail.req or \\\\server\\share\\mail.req.");
        }

        if (!CertificateText.IsOneLine(normal))
        {
            return Fault(FaultIds.TextHasControlCharacter, "contains a line break, a control character or half a character.");
        }

        if (normal.IndexOfAny(['*', '?', '[', ']']) >= 0)
        {
            return Fault(FaultIds.PathHasWildcard,
                "contains one of * ? [ ], which Exchange may read as a wildcard. Choose a path without them.");
        }

        if (normal.Length > MaximumLength)
        {
            return Fault(FaultIds.ValueOutOfRange, $"has {normal.Length} characters. A path has at most {MaximumLength} here.");
        }

        bool drive = normal.Length > 3 && normal[1] == ':' && normal[2] == '\\' && normal[0] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
        bool share = normal.StartsWith("\\\\", StringComparison.Ordinal);
        string[] segments = normal.Substring(share ? 2 : Math.Min(3, normal.Length)).Split('\\');
        if (!(drive || share) || (share && segments.Length < 3))
        {
            return Fault(FaultIds.PathInvalid,
                "is not the full path of a file: start with a drive, such as C:\\mail.req, or with a share, such as "
                    + "\\\\server\\share\\mail.req.");
        }

        return segments.FirstOrDefault(IsBadSegment) is { } bad
            ? Fault(FaultIds.PathInvalid,
                bad.Length == 0 ? "has an empty part or ends in a separator. Name a file."
                    : $"has the part '{VisibleText.Short(bad)}', which Windows does not store under that name.")
            : null;

        InputFault Fault(string id, string what) => new(id, parameter, given, $"{parameter}: '{VisibleText.Short(given)}' {what}");
    }

    private static bool IsBadSegment(string segment) =>
        segment.Length == 0
        || segment.IndexOfAny(['<', '>', '"', '|', ':']) >= 0
        || segment[segment.Length - 1] is '.' or ' '
        || Devices.Contains(segment.Split('.')[0].TrimEnd());
}
