using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Cluster.Tunnel;

/// <summary>The permanent codes of findings about tunnels. A code is never reused.</summary>
public static class TunnelFindingCodes
{
    /// <summary>The SSH port is in use on that host.</summary>
    public const string PortConflict = "EXN521";

    /// <summary>Port 443 is not free for a web server any more.</summary>
    public const string HttpsPortTaken = "EXN522";

    /// <summary>A changing address needs dynamic DNS.</summary>
    public const string DynamicAddress = "EXN523";

    /// <summary>The local port is that of Remote Desktop itself.</summary>
    public const string LocalPortIsRemoteDesktop = "EXN524";
}

/// <summary>The texts of findings about tunnels.</summary>
internal static class TunnelFindings
{
    public static IEnumerable<Finding> Of(AdminTunnelInput input, string sshHost)
    {
        string port = input.SshPort.ToString(CultureInfo.InvariantCulture);
        if (input.Listeners.TryGetValue(input.SshPort, out string? listener))
        {
            string others = string.Join(", ", input.Listeners.Keys.OrderBy(k => k).Select(k => k.ToString(CultureInfo.InvariantCulture)));
            yield return Findings.Warning(
                TunnelFindingCodes.PortConflict, sshHost + ":" + port,
                $"{listener} listens on port {port} already, and two services cannot share it.",
                $"Give the SSH server another address or another port (in use: {others}), or move {listener}, as the source article moved "
                    + "SCVMM from 443 to 543. Clients of Exchange need IIS on 443.", "S66");
        }
        else if (input.SshPort == TunnelPorts.Ssh)
        {
            yield return Findings.Information(
                TunnelFindingCodes.HttpsPortTaken, sshHost + ":" + port,
                "With the SSH server on port 443 that address has no port 443 left for IIS or another web server.",
                "Check what listens there: netstat -ano | findstr :443. State it with -Listener.", "S66");
        }

        if (input.AddressIsDynamic)
        {
            yield return Findings.Warning(
                TunnelFindingCodes.DynamicAddress, sshHost,
                "The public address changes.",
                "Keep the name up to date with a dynamic DNS service and connect by name. Do not publish mail under such an address: PTR "
                    + "and SPF need a fixed one.", "S67");
        }

        if (input.LocalPort == TunnelPorts.RemoteDesktop)
        {
            yield return Findings.Warning(
                TunnelFindingCodes.LocalPortIsRemoteDesktop, "localhost:3389",
                "On Windows this computer's own Remote Desktop may listen on 3389, and the client refuses to connect to its own computer.",
                "Use another local port, such as 3391.", "S65");
        }
    }
}
