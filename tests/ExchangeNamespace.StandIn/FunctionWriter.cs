using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.StandIn.Binding;

namespace ExchangeNamespace.StandIn;

/// <summary>Writes the functions of a version from the catalogue.</summary>
internal static class FunctionWriter
{
    // No help page says which set is the default; these are the ones that the documented calls without a deciding parameter need.
    private static readonly Dictionary<string, string> DefaultSets = new(StringComparer.Ordinal)
    {
        ["New-ExchangeCertificate"] = "Certificate",
        ["Get-ExchangeCertificate"] = "Thumbprint",
        ["Test-OutlookWebServices"] = "ClientAccessServer",
        ["Test-WebServicesConnectivity"] = "ClientAccessServer",
        ["Test-OutlookConnectivity"] = "Protocol",
    };

    /// <summary>Name and body of each function of the version.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Write(StandInVersion version) => CmdletCatalog.Default.Cmdlets
        .Where(cmdlet => cmdlet.ExistsIn(version.Exchange))
        .Select(cmdlet => KeyValuePair.Create(cmdlet.Name, Body(cmdlet, version)));

    private static string Body(CmdletEntry cmdlet, StandInVersion version)
    {
        IReadOnlyList<CmdletParameter> parameters = cmdlet.ParametersFor(version.Exchange);
        bool shouldProcess = parameters.Any(p => p.Name == "WhatIf") && parameters.Any(p => p.Name == "Confirm");
        IEnumerable<string> declared = parameters
            .Where(p => !shouldProcess || (p.Name is not "WhatIf" and not "Confirm"))
            .Select(p => ParameterDeclaration.Write(p, p.MembershipsFor(version.Exchange), version));
        string[] binding =
        [
            "PositionalBinding=$false",
            .. shouldProcess ? (string[])["SupportsShouldProcess=$true"] : [],
            .. DefaultSet(cmdlet, version) is { } set ? (string[])["DefaultParameterSetName='" + set + "'"] : [],
        ];
        return "[CmdletBinding(" + string.Join(", ", binding) + ")]\nparam(\n" + string.Join(",\n", declared) + "\n)\n"
            + "process {\n"
            + "$outcome = $" + LineRewriter.BridgeVariable + ".Process($PSCmdlet, $PSBoundParameters)\n"
            + "if ($null -ne $outcome.Failure) { $PSCmdlet.ThrowTerminatingError($outcome.Failure) }\n"
            + "$PSCmdlet.WriteObject($outcome.Output, $true)\n}";
    }

    private static string? DefaultSet(CmdletEntry cmdlet, StandInVersion version)
    {
        string[] sets = [.. cmdlet.ParameterSetsFor(version.Exchange).Select(s => s.Name).Where(s => s != "__All")];
        return DefaultSets.TryGetValue(cmdlet.Name, out string? known) && sets.Contains(known) ? known
            : sets.Contains("Thumbprint") ? "Thumbprint"
            : sets.Contains("Identity") ? "Identity"
            : sets.FirstOrDefault();
    }
}
