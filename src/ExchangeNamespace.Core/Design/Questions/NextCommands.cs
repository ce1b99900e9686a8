using System.Collections.Generic;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Emission;

namespace ExchangeNamespace.Design.Questions;

/// <summary>What an administrator types when the design is there.</summary>
internal static class NextCommands
{
    /// <summary>The commands; none where no line can carry the path.</summary>
    /// <param name="path">The path of the design file, as the user named it; null where none was written.</param>
    public static IReadOnlyList<string> Of(string? path) => path is not null && !PowerShellLiteral.CanQuote(path) ? [] :
    [
        path is null ? "$plan = $design | Get-NamespacePlan"
            : $"$plan = Get-NamespacePlan -{Parameter(path)} {PowerShellLiteral.Quote(path, LiteralForm.Bare)}",
        "$plan | Export-VirtualDirectoryScript -Path urls.ps1",
        "$plan | New-SanCertificateRequest -AsName",
    ];

    private static string Parameter(string path) => path.IndexOfAny(['[', ']', '*', '?', '`']) < 0 ? "Path" : "LiteralPath";
}
