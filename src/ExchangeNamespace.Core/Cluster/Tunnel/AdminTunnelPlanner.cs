using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Cluster.Tunnel;

/// <summary>Writes the steps of Remote Desktop over SSH (S65), with the findings about ports (S66) and addresses (S67).</summary>
public static class AdminTunnelPlanner
{
    private const string Article = "the source article, on Remote Desktop over SSH";

    /// <summary>Writes the steps.</summary>
    /// <param name="input">What was said about the tunnel.</param>
    /// <param name="faults">Receives what was refused.</param>
    /// <returns>The runbook; null after a fault.</returns>
    public static Runbook? Plan(AdminTunnelInput input, ICollection<InputFault> faults)
    {
        List<InputFault> found = [];
        string sshHost = TunnelReader.Host(input.SshHost, nameof(input.SshHost), found);
        string server = TunnelReader.Host(input.Server, nameof(input.Server), found);
        TunnelReader.RefusePort(input.SshPort, nameof(input.SshPort), found);
        TunnelReader.RefusePort(input.LocalPort, nameof(input.LocalPort), found);
        TunnelReader.RefusePort(input.RemotePort, nameof(input.RemotePort), found);
        TunnelReader.RefuseUser(input, found);
        TunnelReader.RefuseIdentity(input, found);
        foreach (int port in input.Listeners.Keys)
        {
            TunnelReader.RefusePort(port, "Listener", found);
        }

        foreach (InputFault fault in found)
        {
            faults.Add(fault);
        }

        return found.Count > 0
            ? null
            : new Runbook(
                $"Remote Desktop to {server} through SSH on {sshHost}, port {Number(input.SshPort)}",
                [Open(input, sshHost, server), Connect(input, server)],
                [.. TunnelFindings.Of(input, sshHost)]);
    }

    private static RunbookStep Open(AdminTunnelInput input, string sshHost, string server) => new()
    {
        Phase = StepPhase.Tunnel,
        RunOn = "the administrator's computer",
        Shell = input.Shell switch
        {
            TunnelShell.Cmd => StepShell.Cmd,
            TunnelShell.PowerShell => StepShell.PowerShell,
            TunnelShell.Posix => StepShell.Posix,
            _ => throw ClosedSet.Outside(input.Shell),
        },
        Command = Line(input, sshHost, server),
        Purpose = $"Logs on to {sshHost} and forwards port {Number(input.LocalPort)} of this computer to "
            + $"{server}:{Number(input.RemotePort)}. The password or passphrase is asked for and never part of the line.",
        CheckBefore =
            $"the fingerprint of {sshHost}'s host key is known from a safe source. Compare it at the first connection, never switch the "
                + "check off, and stop when the client warns that the key has changed.",
        CheckAfter = $"the client stays connected and says nothing about port {Number(input.LocalPort)} being in use.",
        Undo = "Ctrl+C closes the tunnel.",
        Evidence = StepEvidence.Composed,
        Source = Article,
        Rule = "S65",
    };

    private static RunbookStep Connect(AdminTunnelInput input, string server) => new()
    {
        Phase = StepPhase.Connect,
        RunOn = "the administrator's computer",
        Shell = input.Shell switch
        {
            TunnelShell.Cmd => StepShell.Cmd,
            TunnelShell.PowerShell => StepShell.PowerShell,
            TunnelShell.Posix => StepShell.Manual,
            _ => throw ClosedSet.Outside(input.Shell),
        },
        Command = input.Shell == TunnelShell.Posix
            ? $"connect a Remote Desktop client to localhost:{Number(input.LocalPort)}"
            : $"mstsc /v:localhost:{Number(input.LocalPort)}",
        Purpose = $"Opens Remote Desktop to {server} through the tunnel.",
        CheckBefore = "the tunnel is open.",
        CheckAfter = $"the log-on screen is that of {server}. The certificate warning names {server}, not localhost.",
        Undo = "log off, then close the tunnel.",
        Evidence = StepEvidence.Documented,
        Source = Article,
        Rule = "S65",
    };

    private static string Line(AdminTunnelInput input, string sshHost, string server)
    {
        bool isPlink = input.Client == TunnelClient.Plink;
        StringBuilder line = new(isPlink ? "plink -ssh -N -P " : "ssh -N -p ");
        line.Append(Number(input.SshPort));
        foreach ((string option, string? value) in new[]
        {
            ("-i", input.IdentityFile),
            ("-l", input.UserName),
            ("-L", $"{Number(input.LocalPort)}:{server}:{Number(input.RemotePort)}"),
        })
        {
            if (value is not null)
            {
                line.Append(' ').Append(option).Append(' ').Append(Quote(input.Shell, value));
            }
        }

        return line.Append(' ').Append(Quote(input.Shell, sshHost)).ToString();
    }

    private static string Quote(TunnelShell shell, string value) => shell switch
    {
        TunnelShell.Cmd => CmdLiteral.Quote(value),
        TunnelShell.PowerShell => PowerShellLiteral.Quote(value, LiteralForm.Bare),
        TunnelShell.Posix => PosixLiteral.Quote(value),
        _ => throw new ArgumentOutOfRangeException(nameof(shell), shell, "The shell is not known."),
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
