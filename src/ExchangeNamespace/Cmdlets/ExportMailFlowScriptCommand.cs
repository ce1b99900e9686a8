using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Mail.Connectors;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Cmdlets;

/// <summary>
/// Writes the receive and send connectors of a plan as Exchange Management Shell lines, with the check of each record behind them.
/// </summary>
[Cmdlet(VerbsData.Export, "MailFlowScript", DefaultParameterSetName = LinesSet, SupportsShouldProcess = true)]
[OutputType(typeof(string), typeof(ExchangeCommand), typeof(FileInfo))]
public sealed class ExportMailFlowScriptCommand : ShellScriptCmdlet
{
    private const string CommandSet = "Command";

    /// <summary>The servers that receive and send; the Internet-facing ones by default.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ServerCompleter))]
    public string[]? Server { get; set; }

    /// <summary>An address of its own for the receive connector, or a hashtable of servers with addresses.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ServerTableCompleter))]
    public object? Binding { get; set; }

    /// <summary>Where mail is taken from: addresses, prefixes or ranges.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? RemoteIPRange { get; set; }

    /// <summary>The name of the new connectors.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ConnectorName { get; set; }

    /// <summary>The address space of the send connector.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? AddressSpace { get; set; }

    /// <summary>The certificate of the connectors, as Exchange names it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? TlsCertificateName { get; set; }

    /// <summary>Sets the FQDN of the Default connectors back: blank, the name of the server, or its full name.</summary>
    [Parameter]
    [AllowEmptyString]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? DefaultConnectorFqdn { get; set; }

    /// <summary>The captured state: a send connector that exists is changed instead of a second one being made.</summary>
    [Parameter]
    [ValidateNotNull]
    [StateNotPath]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public ExchangeState? State { get; set; }

    /// <summary>Adds -WhatIf to each line.</summary>
    [Parameter]
    public SwitchParameter Rehearse { get; set; }

    /// <summary>Writes the command objects instead of their lines.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CommandSet)]
    public SwitchParameter AsCommand { get; set; }

    private protected override void WritePlan()
    {
        if (!SelectServers(Plan, Server, out ISet<string>? servers))
        {
            return;
        }

        bool rehearse = Rehearse;
        if (ParameterSetName != PathSet && !MayWriteLines($"the connectors of {Plan.ExternalHost}", ref rehearse))
        {
            return;
        }

        List<InputFault> faults = [];
        MailFlowScript? script = MailFlowScript.Build(Plan, ReadInput(servers, rehearse), faults);
        WriteFaults(faults);
        if (script is null || RefusesMixedShells(script.Shells))
        {
            return;
        }

        WriteFindings(script.Findings);
        if (script.Unrehearsed.Count > 0)
        {
            WriteError(ErrorRecords.RehearseNotInVersion(script.Unrehearsed));
        }

        switch (ParameterSetName)
        {
            case PathSet:
                WriteFiles("mail-flow script", script.Shells, shell => MailFlowText.File(Plan, script, shell));
                break;
            case CommandSet:
                WriteObject(script.Commands, enumerateCollection: true);
                break;
            default:
                WriteObject(MailFlowText.Lines(script), enumerateCollection: true);
                break;
        }
    }

    private MailFlowInput ReadInput(ISet<string>? servers, bool rehearse) => new()
    {
        Selection = new CommandSelection { Servers = servers, Generation = Shell, Rehearse = rehearse },
        Bindings = PlainObjectConverter.From(Binding),
        RemoteRanges = RemoteIPRange,
        ConnectorName = ConnectorName,
        AddressSpace = AddressSpace,
        TlsCertificateName = TlsCertificateName,
        DefaultConnectorFqdn = DefaultConnectorFqdn,
        State = State,
    };
}
