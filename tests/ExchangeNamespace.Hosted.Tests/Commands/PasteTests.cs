using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>The documented pipeline ends in Invoke-Expression; here functions with the parameters of Exchange 2016 stand at its end.</summary>
public sealed class PasteTests : CommandTest
{
    private const string Exchange =
        """
        $calls = [System.Collections.ArrayList]::new()
        function Add-Call($Name, $Bound) { [void] $calls.Add($Name + ' ' + (@(foreach ($key in $Bound.Keys) { if ($null -eq $Bound[$key]) { "$key=" } else { "$key=$($Bound[$key])" } }) -join ' ')) }
        function Set-ClientAccessService { [CmdletBinding()] param([Parameter(Mandatory)] [string] $Identity, [AllowNull()] [uri] $AutoDiscoverServiceInternalUri, [string[]] $AutoDiscoverSiteScope) Add-Call $MyInvocation.MyCommand.Name $PSBoundParameters }
        function Set-WebServicesVirtualDirectory { [CmdletBinding()] param([Parameter(Mandatory)] [string] $Identity, [uri] $InternalUrl, [uri] $ExternalUrl, [bool] $BasicAuthentication) Add-Call $MyInvocation.MyCommand.Name $PSBoundParameters }
        function Set-OabVirtualDirectory { [CmdletBinding()] param([Parameter(Mandatory)] [string] $Identity, [uri] $InternalUrl, [uri] $ExternalUrl, [bool] $RequireSSL) Add-Call $MyInvocation.MyCommand.Name $PSBoundParameters }
        function Set-OutlookAnywhere { [CmdletBinding()] param([Parameter(Mandatory)] [string] $Identity, [string] $InternalHostname, [string] $ExternalHostname, [bool] $InternalClientsRequireSsl, [bool] $ExternalClientsRequireSsl, [string] $ExternalClientAuthenticationMethod, [bool] $SSLOffloading) Add-Call $MyInvocation.MyCommand.Name $PSBoundParameters }
        function Set-ActiveSyncVirtualDirectory { [CmdletBinding()] param([Parameter(Mandatory)] [string] $Identity, [uri] $InternalUrl, [uri] $ExternalUrl) Add-Call $MyInvocation.MyCommand.Name $PSBoundParameters }
        function Set-OwaVirtualDirectory { [CmdletBinding()] param([Parameter(Mandatory)] [string] $Identity, [uri] $InternalUrl, [uri] $ExternalUrl) Add-Call $MyInvocation.MyCommand.Name $PSBoundParameters }
        function Set-EcpVirtualDirectory { [CmdletBinding()] param([Parameter(Mandatory)] [string] $Identity, [uri] $InternalUrl, [uri] $ExternalUrl) Add-Call $MyInvocation.MyCommand.Name $PSBoundParameters }
        function Set-MapiVirtualDirectory { [CmdletBinding()] param([Parameter(Mandatory)] [string] $Identity, [uri] $InternalUrl, [uri] $ExternalUrl, [string[]] $IISAuthenticationMethods) Add-Call $MyInvocation.MyCommand.Name $PSBoundParameters }

        """;

    private static readonly string[] Expected =
    [
        "Set-ClientAccessService Identity=EX1 AutoDiscoverServiceInternalUri=https://mail.contoso.com/Autodiscover/Autodiscover.xml",
        @"Set-WebServicesVirtualDirectory Identity=EX1\EWS (Default Web Site) InternalUrl=https://mail.contoso.com/EWS/Exchange.asmx ExternalUrl=https://mail.contoso.com/EWS/Exchange.asmx",
        @"Set-OabVirtualDirectory Identity=EX1\OAB (Default Web Site) InternalUrl=https://mail.contoso.com/OAB ExternalUrl=https://mail.contoso.com/OAB",
        @"Set-OutlookAnywhere Identity=EX1\Rpc (Default Web Site) InternalHostname=mail.contoso.com ExternalHostname=mail.contoso.com InternalClientsRequireSsl=True ExternalClientsRequireSsl=True ExternalClientAuthenticationMethod=Negotiate",
        @"Set-ActiveSyncVirtualDirectory Identity=EX1\Microsoft-Server-ActiveSync (Default Web Site) InternalUrl=https://mail.contoso.com/Microsoft-Server-ActiveSync ExternalUrl=https://mail.contoso.com/Microsoft-Server-ActiveSync",
        @"Set-OwaVirtualDirectory Identity=EX1\owa (Default Web Site) InternalUrl=https://mail.contoso.com/owa ExternalUrl=https://mail.contoso.com/owa",
        @"Set-EcpVirtualDirectory Identity=EX1\ecp (Default Web Site) InternalUrl=https://mail.contoso.com/ecp ExternalUrl=https://mail.contoso.com/ecp",
        @"Set-MapiVirtualDirectory Identity=EX1\mapi (Default Web Site) InternalUrl=https://mail.contoso.com/mapi ExternalUrl=https://mail.contoso.com/mapi IISAuthenticationMethods=Ntlm OAuth Negotiate",
    ];

    [Theory]
    [InlineData("'EX1' | Get-NamespacePlan @given | Export-VirtualDirectoryScript | Invoke-Expression")]
    [InlineData("Invoke-Expression -Command ((Get-NamespacePlan EX1 @given | Export-VirtualDirectoryScript) -join \"`n\")")]
    [InlineData("$f = [System.IO.Path]::GetTempFileName(); Get-NamespacePlan EX1 @given | Export-VirtualDirectoryScript -Path $f -Force; Invoke-Expression -Command ([System.IO.File]::ReadAllText($f)); [System.IO.File]::Delete($f)")]
    public void Lines_files_and_pasted_text_call_the_same_commands(string script) =>
        Assert.Equal(Expected, Lines(Exchange + script + "; $calls"));

    [Fact]
    public void A_server_that_is_not_Internet_facing_gets_its_external_values_cleared()
    {
        IReadOnlyList<string> calls = Lines(Exchange + "'EX1', @{ Name = 'EX2'; InternetFacing = $false } | Get-NamespacePlan @given | Export-VirtualDirectoryScript -Server EX2 -Service OWA, EWS | Invoke-Expression; $calls");

        Assert.Equal(2, calls.Count);
        Assert.All(calls, c => Assert.EndsWith(" ExternalUrl=", c, StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_that_fails_is_an_error_of_that_command_and_the_next_lines_run()
    {
        HostRun run = Run(Exchange + "function Set-OabVirtualDirectory { Write-Error 'no such directory' }; Get-NamespacePlan EX1 @given | Export-VirtualDirectoryScript | Invoke-Expression; $calls.Count");

        Assert.Equal("no such directory", Assert.Single(run.Errors).Exception.Message);
        Assert.Equal([Expected.Length - 1], run.Output);
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public void The_shell_host_ends_in_1_after_a_refused_input_and_still_prints_the_lines_of_the_others()
    {
        (int exitCode, string[] output, string errors) = ShellProcess.Run(
            "-Command", "'EX1', 'bad name' | Get-NamespacePlan -ExternalHost mail.contoso.com -ExchangeVersion 2016 -DnsModel Split | Export-VirtualDirectoryScript -Service OWA");

        Assert.Equal(1, exitCode);
        Assert.Equal(["Set-OwaVirtualDirectory -Identity \"EX1\\owa (Default Web Site)\" -InternalUrl https://mail.contoso.com/owa -ExternalUrl https://mail.contoso.com/owa"], output);
        Assert.Contains("bad name", errors, StringComparison.Ordinal);
        Assert.Contains("EXN014", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_shell_host_ends_in_0_after_warnings_alone() => Assert.Equal(
        0,
        ShellProcess.Run("-Command", "Get-NamespacePlan EX1 mail.contoso.com -ExchangeVersion 2016 | Export-VirtualDirectoryScript").ExitCode);
}
