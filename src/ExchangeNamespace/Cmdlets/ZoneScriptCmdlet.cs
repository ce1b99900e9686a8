using System;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Dns;

namespace ExchangeNamespace.Cmdlets;

/// <summary>How the zones of a script are kept: time to live, start of authority, and storage on Windows.</summary>
public abstract class ZoneScriptCmdlet : ScriptFileCmdlet
{
    /// <summary>How long answers may be kept.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public TimeSpan TimeToLive { get; set; }

    /// <summary>The name servers of zone text.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? NameServer { get; set; }

    /// <summary>The mail address of the person in charge of zone text.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? HostMaster { get; set; }

    /// <summary>The serial number of zone text.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public long Serial { get; set; }

    /// <summary>Where Windows keeps zones that the script makes.</summary>
    [Parameter]
    [SingleValue]
    public DnsZoneStorage ZoneStorage { get; set; }
}
