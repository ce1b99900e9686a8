Describe 'Pipeline' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop
        $design = @{ ExternalHost = 'mail.contoso.com'; ExchangeVersion = '2016'; DnsModel = 'Split'; WarningAction = 'SilentlyContinue' }

        # Functions with the parameters of Exchange 2016: what they do not have cannot be bound.
        function Set-ClientAccessService { [CmdletBinding()] param([Parameter(Mandatory = $true)] [string] $Identity, [uri] $AutoDiscoverServiceInternalUri, [string[]] $AutoDiscoverSiteScope) $calls.Add("SCP $Identity $AutoDiscoverServiceInternalUri $AutoDiscoverSiteScope".TrimEnd()) }
        function Set-WebServicesVirtualDirectory { [CmdletBinding()] param([Parameter(Mandatory = $true)] [string] $Identity, [uri] $InternalUrl, [uri] $ExternalUrl) $calls.Add("EWS $Identity $InternalUrl $ExternalUrl".TrimEnd()) }
        function Set-OabVirtualDirectory { [CmdletBinding()] param([Parameter(Mandatory = $true)] [string] $Identity, [uri] $InternalUrl, [uri] $ExternalUrl) $calls.Add("OAB $Identity $InternalUrl $ExternalUrl".TrimEnd()) }
        function Set-OutlookAnywhere { [CmdletBinding()] param([Parameter(Mandatory = $true)] [string] $Identity, [string] $InternalHostname, [string] $ExternalHostname, [bool] $InternalClientsRequireSsl, [bool] $ExternalClientsRequireSsl, [string] $ExternalClientAuthenticationMethod) $calls.Add("OA $Identity $InternalHostname $ExternalHostname $ExternalClientAuthenticationMethod".TrimEnd()) }
        function Set-ActiveSyncVirtualDirectory { [CmdletBinding()] param([Parameter(Mandatory = $true)] [string] $Identity, [uri] $InternalUrl, [uri] $ExternalUrl) $calls.Add("EAS $Identity $InternalUrl $ExternalUrl".TrimEnd()) }
        function Set-OwaVirtualDirectory { [CmdletBinding()] param([Parameter(Mandatory = $true)] [string] $Identity, [uri] $InternalUrl, [uri] $ExternalUrl) $calls.Add("OWA $Identity $InternalUrl $ExternalUrl".TrimEnd()) }
        function Set-EcpVirtualDirectory { [CmdletBinding()] param([Parameter(Mandatory = $true)] [string] $Identity, [uri] $InternalUrl, [uri] $ExternalUrl) $calls.Add("ECP $Identity $InternalUrl $ExternalUrl".TrimEnd()) }
        function Set-MapiVirtualDirectory { [CmdletBinding()] param([Parameter(Mandatory = $true)] [string] $Identity, [uri] $InternalUrl, [uri] $ExternalUrl, [string[]] $IISAuthenticationMethods) $calls.Add("MAPI $Identity $InternalUrl $ExternalUrl $IISAuthenticationMethods".TrimEnd()) }

        $expected = @(
            'SCP EX1 https://mail.contoso.com/Autodiscover/Autodiscover.xml'
            'EWS EX1\EWS (Default Web Site) https://mail.contoso.com/EWS/Exchange.asmx https://mail.contoso.com/EWS/Exchange.asmx'
            'OAB EX1\OAB (Default Web Site) https://mail.contoso.com/OAB https://mail.contoso.com/OAB'
            'OA EX1\Rpc (Default Web Site) mail.contoso.com mail.contoso.com Negotiate'
            'EAS EX1\Microsoft-Server-ActiveSync (Default Web Site) https://mail.contoso.com/Microsoft-Server-ActiveSync https://mail.contoso.com/Microsoft-Server-ActiveSync'
            'OWA EX1\owa (Default Web Site) https://mail.contoso.com/owa https://mail.contoso.com/owa'
            'ECP EX1\ecp (Default Web Site) https://mail.contoso.com/ecp https://mail.contoso.com/ecp'
            'MAPI EX1\mapi (Default Web Site) https://mail.contoso.com/mapi https://mail.contoso.com/mapi Ntlm OAuth Negotiate'
        )
    }

    BeforeEach {
        $calls = New-Object System.Collections.Generic.List[string]
    }

    It 'ends in Invoke-Expression' {
        'EX1' | Get-NamespacePlan @design | Export-VirtualDirectoryScript | Invoke-Expression
        $calls | Should -Be $expected
    }

    It 'writes a script that calls the same commands' {
        $script = Join-Path $TestDrive 'urls.ps1'
        Get-NamespacePlan EX1 @design | Export-VirtualDirectoryScript -Path $script
        . $script
        $calls | Should -Be $expected
    }

    It 'takes servers from a CSV file' {
        $csv = Join-Path $TestDrive 'servers.csv'
        'Name,Version,Site,InternetFacing,Rack', 'EX1,2016CU23,Zurich,,12', 'EX2,2019CU12,Bern,False,13' | Set-Content -LiteralPath $csv -Encoding ASCII
        $plan = Import-Csv -LiteralPath $csv | Get-NamespacePlan @design
        @($plan.Servers | ForEach-Object { "$($_.Name) $($_.Version) $($_.Site) $($_.InternetFacing)" }) | Should -Be @('EX1 2016CU23 Zurich True', 'EX2 2019CU12 Bern False')
    }

    It 'takes servers that went through a file or another process' {
        $xml = Join-Path $TestDrive 'servers.xml'
        [pscustomobject] @{ Name = 'EX1'; Fqdn = 'ex1.contoso.com'; Site = 'contoso.com/Configuration/Sites/Zurich'; AdminDisplayVersion = [version] '15.1.2507.6'; ServerRole = 'Mailbox, ClientAccess' } | Export-Clixml -LiteralPath $xml
        $plan = Import-Clixml -LiteralPath $xml | Get-NamespacePlan -ExternalHost mail.contoso.com -WarningAction SilentlyContinue
        "$($plan.Servers[0].Name) $($plan.Servers[0].Version) $($plan.Servers[0].Site)" | Should -BeExactly 'EX1 2016CU23 Zurich'
    }

    It 'stops as soon as the next command has what it wants' {
        $first = Get-NamespacePlan (1..50 | ForEach-Object { "EX$_" }) @design | Export-VirtualDirectoryScript | Select-Object -First 1
        $first | Should -BeLike 'Set-ClientAccessService -Identity EX1 *'
    }

    It 'refuses lines of several shells and gives those of one' {
        $plan = @{ Name = 'OLD1'; Version = '2010' }, @{ Name = 'EX1' } | Get-NamespacePlan @design
        { $plan | Export-VirtualDirectoryScript -ErrorAction Stop } | Should -Throw -ErrorId 'MixedShells,*'
        $lines = @($plan | Export-VirtualDirectoryScript -ExchangeVersion 2010 -Service OWA)
        $lines.Count | Should -Be 1
        $lines[0] | Should -BeLike 'Set-OwaVirtualDirectory -Identity "OLD1\owa (Default Web Site)" *'
    }

    It 'keeps the design, the plan and the lines the same through files' {
        $file = Join-Path $TestDrive 'design.json'
        '{ "schemaVersion": 1, "externalHost": "mail.contoso.com", "exchangeVersion": "2016", "dnsModel": "Split", "server": [ "EX1", { "name": "EX2", "internetFacing": false } ] }' |
            Set-Content -LiteralPath $file -Encoding ASCII
        $read = Get-NamespacePlan -Path $file -WarningAction SilentlyContinue
        $given = 'EX1', @{ Name = 'EX2'; InternetFacing = $false } | Get-NamespacePlan @design
        $read | Export-NamespacePlan -Path (Join-Path $TestDrive 'plan.json')
        $back = Get-ChildItem -LiteralPath (Join-Path $TestDrive 'plan.json') | Import-NamespacePlan
        $lines = @($given | Export-VirtualDirectoryScript)
        $lines.Count | Should -Be 16
        @($read | Export-VirtualDirectoryScript) | Should -Be $lines
        @($back | Export-VirtualDirectoryScript) | Should -Be $lines
    }

    It 'lets lists be indexed' {
        $plan = @{ Name = 'EX1'; Site = 'A' }, @{ Name = 'EX2'; Site = 'B' } | Get-NamespacePlan @design
        $plan.Sites[1].Name | Should -BeExactly 'B'
        $plan.Findings[0].Code | Should -BeLike 'EXN*'
        ($plan | Export-VirtualDirectoryScript -AsCommand)[0].Parameters[0].Name | Should -BeExactly 'Identity'
    }
}
