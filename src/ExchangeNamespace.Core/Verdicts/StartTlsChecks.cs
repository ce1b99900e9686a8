using System.Collections.Generic;
using System.Threading;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Mail.StartTls;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Verdicts;

/// <summary>The certificate that each captured receive connector presents.</summary>
internal static class StartTlsChecks
{
    /// <summary>A result for each connector.</summary>
    public static IEnumerable<NamespaceCheckResult> Of(CheckMaterial material, CancellationToken cancel)
    {
        ExchangeState state = material.State!;
        InputFault[] missing = [.. StartTlsState.Missing(state)];
        if (missing.Length > 0)
        {
            yield return NamespaceCheckResult.Of(NamespaceCheck.StartTls, "(captured connectors)", [],
                CheckSummary.Unknown(missing[0].Message, "Capture the state again with the script of Export-StateCaptureScript.", "S49"));
            yield break;
        }

        ICertificateReader? reader = null;
        StartTlsInventory inventory = new(StartTlsState.Servers(state), [.. StartTlsState.Certificates(state,
            der => (reader ??= material.CertificateReader()).ReadChain([der], isOrdered: true, cancel))], version: null, material.Now);
        foreach (ReceiveConnector connector in StartTlsState.Connectors(state))
        {
            List<InputFault> faults = [];
            yield return inventory.Predict(connector, connector.Identity, faults) is { } prediction
                ? NamespaceCheckResult.Of(NamespaceCheck.StartTls, prediction, prediction.Findings)
                : NamespaceCheckResult.Of(NamespaceCheck.StartTls, connector.Identity, [],
                    CheckSummary.Unknown(faults[0].Message, "Capture the server of the connector too.", "S49"));
        }
    }
}
