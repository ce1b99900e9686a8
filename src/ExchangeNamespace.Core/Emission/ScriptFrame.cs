using System;
using System.Collections.Generic;
using System.Globalization;

namespace ExchangeNamespace.Emission;

/// <summary>What every script file for an Exchange Management Shell begins and ends with.</summary>
public static class ScriptFrame
{
    /// <summary>
    /// Shows the distinguished name of each service connection point (S3: a plan names neither organisation nor forest). It has no value of
    /// the plan in it, so nothing is quoted.
    /// </summary>
    internal const string ServiceConnectionPoints =
        "Get-ExchangeServer | Where-Object { $_.IsClientAccessServer } | ForEach-Object "
        + "{ \"CN=$($_.Name),CN=Autodiscover,CN=Protocols,$($_.DistinguishedName)\" }";

    /// <summary>Who wrote a script, and when, as one sentence.</summary>
    internal static string Writer(string moduleVersion, DateTime writtenAt) =>
        $"Written by ExchangeNamespace {moduleVersion} on {writtenAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC.";

    /// <summary>Puts the frame around the lines of a file.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="moduleVersion">The version of the module that writes the file.</param>
    /// <param name="writtenAt">The moment of writing, in UTC.</param>
    /// <param name="verification">How the result is checked, as comments at the end.</param>
    /// <returns>Lines without line ends.</returns>
    public static IEnumerable<string> Enclose(IEnumerable<string> lines, string moduleVersion, DateTime writtenAt,
        IEnumerable<string> verification)
    {
        yield return ScriptComment.Line(Writer(moduleVersion, writtenAt) + " The script stops at the first error.");
        yield return "$ErrorActionPreference = 'Stop'";
        yield return string.Empty;
        foreach (string line in lines)
        {
            yield return line;
        }

        bool isFirst = true;
        foreach (string line in verification)
        {
            if (isFirst)
            {
                yield return string.Empty;
                yield return ScriptComment.Line("Afterwards, verify:");
                isFirst = false;
            }

            yield return ScriptComment.Line(line);
        }
    }

    /// <summary>How settings of virtual directories are checked after a script has run.</summary>
    /// <param name="generation">The shell of the script.</param>
    /// <param name="basis">What the script was made from.</param>
    /// <returns>One sentence a line.</returns>
    public static IEnumerable<string> Verification(ShellGeneration generation, ScriptBasis basis)
    {
        yield return "Capture the settings again, in this shell, with the script of: "
            + $"Export-StateCaptureScript {ShellGenerations.Product(generation)} -Path capture.ps1";
        yield return basis == ScriptBasis.Undo
            ? "Then, where the module is: Import-ExchangeState <folder>, and compare with the plan of before: each undone value differs "
                + "from the new plan again."
            : "Then, where the module is: $plan | Compare-NamespacePlan -State (Import-ExchangeState <folder>)";
        yield return "The service connection points in Active Directory: " + ServiceConnectionPoints;
    }
}
