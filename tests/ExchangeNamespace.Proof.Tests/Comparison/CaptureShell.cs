using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.StandIn;
using Xunit;

namespace ExchangeNamespace.Proof.Comparison;

/// <summary>
/// Runs a capture script in a stand-in, whose engine lacks the utility commands: they are written here as functions, and
/// <c>Export-Clixml</c> gives the text of the engine's own serializer.
/// </summary>
internal sealed class CaptureShell : IDisposable
{
    private const string Utilities =
        """
        function global:Select-Object([string[]]$Property) { process { $o = New-CapturedObject; foreach ($p in $Property) { $o.PSObject.Properties.Add([System.Management.Automation.PSNoteProperty]::new($p, $_.$p)) }; $o } }
        function global:New-CapturedObject { [System.Management.Automation.PSObject]::new() }
        function global:Add-Member([string]$MemberType, [string]$Name, $Value, [switch]$PassThru) { process { $_.PSObject.Properties.Add([System.Management.Automation.PSNoteProperty]::new($Name, $Value)); $_ } }
        function global:Get-Date([string]$Format) { '2026-06-01T12:00:00' }
        function global:Join-Path([string]$Path, [string]$ChildPath) { $Path + '/' + $ChildPath }
        function global:New-Item([string]$ItemType, [string]$Path) { $Path }
        function global:Out-File([string]$FilePath) { }
        function global:Write-Host($Object) { }
        function global:Export-Clixml([string]$Path) {
            begin { $all = @() } process { $all += , $_ }
            end {
                $body = ($all | ForEach-Object { [System.Management.Automation.PSSerializer]::Serialize($_, 2) -replace '(?s)^.*?<Objs[^>]*>|</Objs>\s*$', '' }) -join ''
                $captured[$Path] = '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">' + $body + '</Objs>'
            }
        }
        """;

    private const string Remove = "foreach ($f in 'Select-Object', 'New-CapturedObject', 'Add-Member', 'Get-Date', 'Join-Path', 'New-Item', 'Out-File', 'Write-Host', 'Export-Clixml', 'Select-Captured') { $null = $ExecutionContext.SessionState.InvokeProvider.Item.Remove(\"function:$f\", $true) }";

    private readonly StandInExchange _exchange;

    public CaptureShell(StandInExchange exchange)
    {
        _exchange = exchange;
        Run("$global:captured = @{}");
        Run(Utilities);
    }

    /// <summary>The files that the lines of the script write, by their name.</summary>
    public IReadOnlyDictionary<string, string> Capture(IEnumerable<string> lines)
    {
        // A prompt takes one complete statement after another.
        foreach (string line in lines)
        {
            Run(line);
        }

        System.Collections.Hashtable files = (System.Collections.Hashtable)Run("$captured").Output[0].BaseObject;
        return files.Cast<System.Collections.DictionaryEntry>().ToDictionary(e => Path.GetFileName((string)e.Key), e => (string)e.Value!);
    }

    public static ExchangeState Read(IReadOnlyDictionary<string, string> files)
    {
        StateReader reader = new();
        foreach ((string name, string content) in files)
        {
            using MemoryStream stream = new(System.Text.Encoding.Unicode.GetPreamble().Concat(System.Text.Encoding.Unicode.GetBytes(content)).ToArray());
            reader.ReadFile(stream, name, inFolder: true);
        }

        ExchangeState? state = reader.Finish();
        Assert.Equal([], reader.Faults.Select(f => f.Message));
        return state!;
    }

    public void Dispose() => Run(Remove);

    private StandInResult Run(string line)
    {
        StandInResult result = _exchange.Invoke(line);
        Assert.True(result.Succeeded, result.ToString());
        return result;
    }
}
