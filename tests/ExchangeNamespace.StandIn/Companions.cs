using System.Collections.Generic;

namespace ExchangeNamespace.StandIn;

/// <summary>Commands of PowerShell's own modules that lines and examples use and the hosted engine lacks.</summary>
internal static class Companions
{
    private const string Sink = "param([Parameter(ValueFromPipeline=$true)]$InputObject, [Parameter(Position=0)]$Property)\nprocess { }";

    private const string Password = "$password = [securestring]::new()\n'secret'.ToCharArray() | ForEach-Object { $password.AppendChar($_) }\n";

    /// <summary>Name and body of each.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["Invoke-Expression"] =
            "[CmdletBinding()]\nparam([Parameter(Mandatory=$true, Position=0, ValueFromPipeline=$true)][string]$Command)\n"
            + "process { . ([scriptblock]::Create($" + LineRewriter.BridgeVariable + ".Rewrite($Command))) }",
        ["Get-Credential"] = Password + "[pscredential]::new('contoso\\administrator', $password)",
        ["Read-Host"] = "param([Parameter(Position=0)]$Prompt, [switch]$AsSecureString)\n" + Password + "if ($AsSecureString) { $password } else { 'answer' }",
        ["Select-Object"] = "param([Parameter(ValueFromPipeline=$true)]$InputObject, [int]$First)\nbegin { $count = 0 }\n"
            + "process { if ($count -lt $First) { $count++; $InputObject } }",
        ["Format-List"] = Sink,
        ["Format-Table"] = Sink,
        ["Export-Clixml"] = Sink,
    };
}
