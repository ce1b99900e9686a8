using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.State;

/// <summary>
/// The read-only script that captures everything the module compares, for the shell of one version. It is written in what PowerShell 1.0
/// understands. Each object is reduced to the properties that count, and only to those that it has, so that absent and null stay apart;
/// live certificates keep their services, names and dates, which a full export loses.
/// </summary>
public static class CaptureScript
{
    private const string Folder = "$CaptureFolder";

    /// <summary>In another shell each line would be an error of its own, and the end would still report a capture.</summary>
    private const string Guard =
        "if (-not (Get-Command -Name 'Get-ExchangeServer' -ErrorAction SilentlyContinue)) "
        + "{ throw 'This is not the Exchange Management Shell: nothing was captured. Open that shell on a server of the organisation and "
        + "run the script there.' }";

    private const string Function =
        "function Select-Captured([string]$Command, [string]$From, [string[]]$Names) { process { $item = $_; "
        + "$known = @($Names | Where-Object { $item.PSObject.Properties[$_] -ne $null }); "
        + "$item | Select-Object -Property $known | Add-Member -MemberType NoteProperty -Name " + CaptureMarks.CapturedBy
        + " -Value $Command -PassThru"
        + " | Add-Member -MemberType NoteProperty -Name " + CaptureMarks.CapturedFrom + " -Value $From -PassThru } }";

    /// <summary>The lines of the script: comments, and complete statements of one line each.</summary>
    /// <param name="version">The version of the server in whose shell it runs.</param>
    /// <returns>Lines without line ends.</returns>
    public static IEnumerable<string> Render(ExchangeVersion version) => Render(version, VersionCatalog.Default);

    /// <summary>The lines of the script with the properties of the given rows.</summary>
    internal static IEnumerable<string> Render(ExchangeVersion version, VersionCatalog catalog)
    {
        StateKinds kinds = new(catalog.Services);
        yield return ScriptComment.Line(
            "Captures settings of Exchange: run in the Exchange Management Shell of "
                + $"{ShellGenerations.Describe(ShellGenerations.Of(version))}, as an administrator who may read them.");
        yield return ScriptComment.Line(
            "Read-only: it changes nothing in Exchange and writes one new folder. It captures no password and no private key.");
        yield return ScriptComment.Line(
            "Each server is asked for its web settings, so it takes a while; a server that does not answer is an error in errors.txt, and "
                + "its settings stay unknown.");
        yield return Guard;
        yield return "$CaptureFolder = 'C:\\ExchangeState-' + ((Get-Date -Format s) -replace '[-:]' -replace 'T', '-')";
        yield return "New-Item -ItemType Directory -Path $CaptureFolder | Out-Null";
        yield return "$Error.Clear()";
        yield return Function;
        foreach (StateKindDefinition kind in kinds.All)
        {
            if (Reader(kind, version, catalog) is not { } cmdlet)
            {
                continue;
            }

            yield return ScriptComment.Line("--- " + cmdlet);
            foreach (string line in kind.Kind == StateKind.Certificate
                ? Certificates(cmdlet, kind, version)
                : [Read(cmdlet, cmdlet, "''", kind.PropertiesOf(version)) + Write(cmdlet)])
            {
                yield return line;
            }
        }

        yield return "$Error | ForEach-Object { $_.ToString() } | Out-File -FilePath (Join-Path $CaptureFolder 'errors.txt')";
        yield return ScriptComment.Line(
            "Carry the whole folder to the machine that has the module, as it is, and read it there with: Import-ExchangeState <folder>");
        yield return "Write-Host ('Captured into ' + $CaptureFolder + ' with ' + $Error.Count + ' error(s). Copy the folder, and read it "
            + "with Import-ExchangeState.')";
    }

    /// <summary>The commands that the script of a version calls.</summary>
    internal static IEnumerable<string> Readers(ExchangeVersion version) => StateKinds.Default.All
        .Select(k => Reader(k, version, VersionCatalog.Default))
        .Where(r => r is not null).Select(r => r!);

    private static string? Reader(StateKindDefinition kind, ExchangeVersion version, VersionCatalog catalog)
    {
        if (kind.Service is { } service)
        {
            return catalog.Services.Find(service, version, outlookAnywhereEnabled: true) is not { } dialect ? null
                : kind.Kind == StateKind.ClientAccess ? "Get-" + dialect.Cmdlet.Substring("Set-".Length)
                : kind.Cmdlets[0];
        }

        // Arrays exist later too, but only 2010 serves clients behind them.
        bool isWanted = kind.Kind != StateKind.ClientAccessArray || version.Product == ExchangeProduct.Exchange2010;
        return isWanted ? kind.Cmdlets.LastOrDefault(c => catalog.Cmdlets.Exists(c, version)) : null;
    }

    private static string Read(string command, string cmdlet, string from, IEnumerable<string> properties) =>
        command + " | Select-Captured " + PowerShellLiteral.Quote(cmdlet, LiteralForm.SingleQuoted) + " " + from + " "
        + CommandValue.List(properties, LiteralForm.SingleQuoted);

    private static string Write(string cmdlet) =>
        " | Export-Clixml -Path (Join-Path " + Folder + " " + PowerShellLiteral.Quote(cmdlet + ".xml", LiteralForm.SingleQuoted) + ")";

    /// <summary>
    /// The shell of 2007 reads its own server only. Later ones are asked server by server, from a list that was read before: a remote
    /// session runs one command at a time.
    /// </summary>
    private static IEnumerable<string> Certificates(string cmdlet, StateKindDefinition kind, ExchangeVersion version)
    {
        IReadOnlyList<string> properties = [.. kind.Properties.Where(p => p != "Server")];
        if (version.Product == ExchangeProduct.Exchange2007)
        {
            yield return ScriptComment.Line(
                "Certificates of this server only: run the script on each Client Access and Hub Transport server, and put the folders' "
                    + "files of this name beside each other under names such as Get-ExchangeCertificate-2.xml.");
            yield return Read(cmdlet, cmdlet, "$env:COMPUTERNAME", properties) + Write(cmdlet);
            yield break;
        }

        yield return "$CaptureServers = @(Get-ExchangeServer | Where-Object { -not $_.IsEdgeServer } | ForEach-Object { $_.Name })";
        yield return "$CaptureCertificates = @(foreach ($server in $CaptureServers) { "
            + Read(cmdlet + " -Server $server", cmdlet, "$server", properties) + " })";
        yield return "$CaptureCertificates" + Write(cmdlet);
    }
}
