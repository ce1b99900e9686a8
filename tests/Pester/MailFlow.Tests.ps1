Describe 'Mail-flow scripts' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop
        $plan = Get-NamespacePlan EX01 mail.contoso.com -ExchangeVersion 2016 -MailHost smtp.contoso.com -MailIPAddress 203.0.113.25 -WarningAction SilentlyContinue
    }

    It 'carry the public name on new connectors' {
        $lines = @($plan | Export-MailFlowScript -Binding 10.0.0.25 -WarningAction SilentlyContinue | Where-Object { $_ -notlike '#*' })
        $lines | Should -Be @(
            'New-ReceiveConnector -Name "Internet smtp.contoso.com" -Server EX01 -Internet -TransportRole FrontendTransport -PermissionGroups AnonymousUsers -AuthMechanism Tls -Fqdn smtp.contoso.com -Bindings "10.0.0.25:25" -RemoteIPRanges "0.0.0.0-255.255.255.255"'
            'New-SendConnector -Name "Internet smtp.contoso.com" -Internet -AddressSpaces "*" -SourceTransportServers EX01 -Fqdn smtp.contoso.com'
        )
    }

    It 'can be piped into Invoke-Expression as a whole' {
        function New-ReceiveConnector($Name, $Server, [switch]$Internet, $TransportRole, $PermissionGroups, $AuthMechanism, $Fqdn, [string[]]$Bindings, [string[]]$RemoteIPRanges) { "receive $Server $Fqdn $Bindings" }
        function New-SendConnector($Name, [switch]$Internet, $AddressSpaces, [string[]]$SourceTransportServers, $Fqdn) { "send $AddressSpaces $Fqdn" }
        $plan | Export-MailFlowScript -Binding 10.0.0.25 -WarningAction SilentlyContinue | Invoke-Expression |
            Should -Be @('receive EX01 smtp.contoso.com 10.0.0.25:25', 'send * smtp.contoso.com')
    }

    It 'never put the public name on a Default connector' {
        { $plan | Export-MailFlowScript -DefaultConnectorFqdn smtp.contoso.com -ErrorAction Stop } | Should -Throw -ErrorId 'DefaultConnectorFqdnRefused*'
    }

    It 'go into a file that is complete' {
        $file = $plan | Export-MailFlowScript -Path (Join-Path $TestDrive 'mail.ps1') -PassThru -WarningAction SilentlyContinue
        $file.Name | Should -Be 'mail.ps1'
        @(Get-Content $file.FullName | Where-Object { $_ -like '# nslookup *' }).Count | Should -Be 5
    }
}
