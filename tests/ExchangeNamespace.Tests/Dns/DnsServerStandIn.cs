using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell.Commands;
using Xunit;

namespace ExchangeNamespace.Tests.Dns;

/// <summary>The DnsServer module as the engine sees it: functions with its parameters, types and sets. Each writes what was bound.</summary>
internal sealed class DnsServerStandIn : IDisposable
{
    private const string Functions =
        """
        function Write-Bound($Name, $Set, $Bound) { [pscustomobject] @{ Name = $Name; Set = $Set; Bound = $Bound } }
        function Add-DnsServerPrimaryZone {
            [CmdletBinding(DefaultParameterSetName = 'ADForwardLookupZone')]
            param(
                [Parameter(Mandatory)] [string] $Name,
                [Parameter(Mandatory, ParameterSetName = 'ADForwardLookupZone')] [ValidateSet('Custom', 'Domain', 'Forest', 'Legacy')] [string] $ReplicationScope,
                [Parameter(ParameterSetName = 'ADForwardLookupZone')] [string] $DirectoryPartitionName,
                [Parameter(Mandatory, ParameterSetName = 'FileForwardLookupZone')] [string] $ZoneFile,
                [ValidateSet('None', 'Secure', 'NonsecureAndSecure')] [string] $DynamicUpdate)
            Write-Bound 'Add-DnsServerPrimaryZone' $PSCmdlet.ParameterSetName $PSBoundParameters
        }
        function Add-DnsServerResourceRecordA {
            [CmdletBinding()]
            param([Parameter(Mandatory)] [string] $ZoneName, [Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [ipaddress[]] $IPv4Address, [timespan] $TimeToLive, [switch] $CreatePtr)
            Write-Bound 'Add-DnsServerResourceRecordA' '' $PSBoundParameters
        }
        function Add-DnsServerResourceRecordAAAA {
            [CmdletBinding()]
            param([Parameter(Mandatory)] [string] $ZoneName, [Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [ipaddress[]] $IPv6Address, [timespan] $TimeToLive, [switch] $CreatePtr)
            Write-Bound 'Add-DnsServerResourceRecordAAAA' '' $PSBoundParameters
        }
        function Add-DnsServerResourceRecordCName {
            [CmdletBinding()]
            param([Parameter(Mandatory)] [string] $ZoneName, [Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [string] $HostNameAlias, [timespan] $TimeToLive)
            Write-Bound 'Add-DnsServerResourceRecordCName' '' $PSBoundParameters
        }
        function Add-DnsServerResourceRecordMX {
            [CmdletBinding()]
            param([Parameter(Mandatory)] [string] $ZoneName, [Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [string] $MailExchange, [Parameter(Mandatory)] [uint16] $Preference, [timespan] $TimeToLive)
            Write-Bound 'Add-DnsServerResourceRecordMX' '' $PSBoundParameters
        }
        function Add-DnsServerResourceRecordPtr {
            [CmdletBinding()]
            param([Parameter(Mandatory)] [string] $ZoneName, [Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [string] $PtrDomainName, [timespan] $TimeToLive)
            Write-Bound 'Add-DnsServerResourceRecordPtr' '' $PSBoundParameters
        }
        function Add-DnsServerResourceRecord {
            [CmdletBinding()]
            param(
                [Parameter(Mandatory)] [string] $ZoneName, [Parameter(Mandatory)] [string] $Name, [timespan] $TimeToLive,
                [Parameter(Mandatory, ParameterSetName = 'Srv')] [switch] $Srv,
                [Parameter(Mandatory, ParameterSetName = 'Srv')] [string] $DomainName,
                [Parameter(Mandatory, ParameterSetName = 'Srv')] [uint16] $Priority,
                [Parameter(Mandatory, ParameterSetName = 'Srv')] [uint16] $Weight,
                [Parameter(Mandatory, ParameterSetName = 'Srv')] [uint16] $Port,
                [Parameter(Mandatory, ParameterSetName = 'Txt')] [switch] $Txt,
                [Parameter(Mandatory, ParameterSetName = 'Txt')] [string] $DescriptiveText)
            Write-Bound 'Add-DnsServerResourceRecord' $PSCmdlet.ParameterSetName $PSBoundParameters
        }
        function Get-DnsServerResourceRecord {
            [CmdletBinding()]
            param([Parameter(Mandatory)] [string] $ZoneName, [string] $Name, [string] $RRType)
            $Store | Where-Object { $_.Zone -eq $ZoneName -and ($_.HostName -eq $Name -or $_.HostName -like "*.$Name") }
        }
        function New-Object {
            [CmdletBinding()]
            param([Parameter(Mandatory)] [string] $TypeName, [object[]] $ArgumentList)
            if ($TypeName -ne 'Microsoft.Management.Infrastructure.CimInstance') { throw $TypeName }
            $ArgumentList[0].PSObject.Copy()
        }
        function Set-DnsServerResourceRecord {
            [CmdletBinding()]
            param([Parameter(Mandatory)] [object] $NewInputObject, [Parameter(Mandatory)] [object] $OldInputObject, [Parameter(Mandatory)] [string] $ZoneName)
            if ([object]::ReferenceEquals($NewInputObject, $OldInputObject) -or $OldInputObject.Zone -ne $ZoneName) { throw 'Nothing to change.' }
            if ($NewInputObject.TimeToLive -isnot [timespan]) { throw 'No time.' }
            $OldInputObject.TimeToLive = $NewInputObject.TimeToLive
        }
        """;

    private readonly Runspace _runspace;

    public DnsServerStandIn()
    {
        InitialSessionState state = InitialSessionState.Create();
        state.LanguageMode = PSLanguageMode.FullLanguage;
        state.Commands.Add(new SessionStateCmdletEntry("ForEach-Object", typeof(ForEachObjectCommand), null));
        state.Commands.Add(new SessionStateCmdletEntry("Where-Object", typeof(WhereObjectCommand), null));
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
        Run(Functions);
    }

    public void Dispose() => _runspace.Dispose();

    /// <summary>What one line binds: the cmdlet, its parameter set, and the parameters with their values.</summary>
    public (string Name, string Set, Dictionary<string, object?> Bound) Bind(string line)
    {
        PSObject result = Assert.Single(Run(line));
        var bound = (IDictionary<string, object>)PSObject.AsPSObject(result.Properties["Bound"].Value).BaseObject;
        return ((string)result.Properties["Name"].Value, (string)result.Properties["Set"].Value, bound.ToDictionary(b => b.Key, b => (object?)b.Value));
    }

    /// <summary>The records of the server after the lines, each as zone, name, type and seconds.</summary>
    public IReadOnlyList<string> Change(IReadOnlyList<(string Zone, string Name, string Type)> records, IEnumerable<string> lines)
    {
        _runspace.SessionStateProxy.SetVariable("Store", records.Select(r =>
        {
            PSObject record = new();
            record.Properties.Add(new PSNoteProperty("Zone", r.Zone));
            record.Properties.Add(new PSNoteProperty("HostName", r.Name));
            record.Properties.Add(new PSNoteProperty("RecordType", r.Type));
            record.Properties.Add(new PSNoteProperty("TimeToLive", TimeSpan.FromHours(1)));
            return record;
        }).ToArray());
        foreach (string line in lines)
        {
            Assert.Empty(Run(line));
        }

        return [.. Run("$Store | ForEach-Object { \"$($_.Zone) $($_.HostName) $($_.RecordType) $($_.TimeToLive.TotalSeconds)\" }").Select(r => (string)r.BaseObject)];
    }

    private List<PSObject> Run(string script)
    {
        using PowerShell shell = PowerShell.Create();
        shell.Runspace = _runspace;
        List<PSObject> output = [.. shell.AddScript(script).Invoke()];
        Assert.Empty(shell.Streams.Error);
        return output;
    }
}
