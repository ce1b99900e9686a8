using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Cluster;
using ExchangeNamespace.Cluster.Tunnel;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Writes the lines of Remote Desktop over SSH, for OpenSSH or plink.</summary>
[Cmdlet(VerbsData.Export, "AdminTunnelScript", DefaultParameterSetName = LinesSet, SupportsShouldProcess = true)]
[OutputType(typeof(string), typeof(RunbookStep), typeof(FileInfo))]
public sealed class ExportAdminTunnelScriptCommand : RunbookCmdlet
{
    /// <summary>The host whose SSH server is reached from outside.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string SshHost { get; set; } = null!;

    /// <summary>The server to administer.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string Server { get; set; } = null!;

    /// <summary>The port of the SSH server.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int SshPort { get; set; } = TunnelPorts.Ssh;

    /// <summary>The port on this computer.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int LocalPort { get; set; } = TunnelPorts.Local;

    /// <summary>The port of Remote Desktop on the server.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int RemotePort { get; set; } = TunnelPorts.RemoteDesktop;

    /// <summary>The user of the SSH server.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? UserName { get; set; }

    /// <summary>The private key file.</summary>
    [Parameter]
    public string? IdentityFile { get; set; }

    /// <summary>What listens on the SSH host already: port and name.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ListenerTableCompleter))]
    public Hashtable? Listener { get; set; }

    /// <summary>States that the public address changes.</summary>
    [Parameter]
    public SwitchParameter DynamicAddress { get; set; }

    /// <summary>The program that opens the tunnel.</summary>
    [Parameter]
    [SingleValue]
    public TunnelClient Client { get; set; }

    /// <summary>The shell that the line is typed into.</summary>
    [Parameter]
    [SingleValue]
    public TunnelShell Shell { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        List<InputFault> faults = [];
        IReadOnlyDictionary<int, string> listeners = ListenerInput.Read(Listener, nameof(Listener), faults);
        Runbook? runbook = AdminTunnelPlanner.Plan(
            new AdminTunnelInput
            {
                SshHost = SshHost,
                Server = Server,
                SshPort = SshPort,
                LocalPort = LocalPort,
                RemotePort = RemotePort,
                UserName = UserName,
                IdentityFile = IdentityFile,
                Listeners = listeners,
                AddressIsDynamic = DynamicAddress,
                Client = Client,
                Shell = Shell,
            },
            faults);
        WriteRunbook(faults.Count == 0 ? runbook : null, faults);
    }
}
