Describe 'DNS scripts' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop
        $design = @{ ExternalHost = 'mail.exoip.com'; ADDomain = 'exoip.local'; ExchangeVersion = '2019'; DnsModel = 'Pinpoint'; WarningAction = 'SilentlyContinue' }
        $plan = Get-NamespacePlan @{ Name = 'EX01'; IPAddress = '10.0.0.20' } @design
    }

    It 'put the address at the top of a pinpoint zone' {
        $lines = @($plan | Export-DnsScript -View Internal -Format Dnscmd | Where-Object { $_ -notlike 'REM *' })
        $lines | Should -Be @(
            'dnscmd /zoneadd mail.exoip.com /dsprimary /dp /domain'
            'dnscmd /recordadd mail.exoip.com @ A 10.0.0.20'
            'dnscmd /zoneadd autodiscover.exoip.com /dsprimary /dp /domain'
            'dnscmd /recordadd autodiscover.exoip.com @ A 10.0.0.20'
        )
    }

    It 'can be piped into Invoke-Expression as a whole' {
        function Add-DnsServerPrimaryZone($Name, $ReplicationScope, $DynamicUpdate) { "zone $Name $ReplicationScope" }
        function Add-DnsServerResourceRecordA($ZoneName, $Name, $IPv4Address) { "record $ZoneName $Name $IPv4Address" }
        $plan | Export-DnsScript -View Internal -Format DnsServer | Invoke-Expression | Should -Be @(
            'zone mail.exoip.com Domain', 'record mail.exoip.com @ 10.0.0.20'
            'zone autodiscover.exoip.com Domain', 'record autodiscover.exoip.com @ 10.0.0.20'
        )
    }

    It 'write a comment and a warning for an address that is not stated' {
        $text = $plan | Export-DnsScript -View External -Format Bind -NameServer ns1.example.net -WarningVariable said -WarningAction SilentlyContinue
        $text | Should -Contain '; mail IN A (address) : the address is not stated'
        @($said | Where-Object { "$_" -like 'EXN100 mail.exoip.com*' }).Count | Should -Be 1
    }

    It 'go into one file for each zone' {
        $made = $plan | Export-DnsScript -View Internal -Format Bind -NameServer ns1.example.net -Path (Join-Path $TestDrive 'in.db') -PassThru
        @($made | ForEach-Object { $_.Name }) | Should -Be 'in.mail.exoip.com.db', 'in.autodiscover.exoip.com.db'
    }

    It 'have a service record and no address for a domain that is found by one' {
        $served = Get-NamespacePlan @{ Name = 'EX01'; IPAddress = '10.0.0.20' } mail.contoso.com -SmtpDomain contoso.com, fabrikam.com -AutodiscoverSrvDomain fabrikam.com `
            -ExternalIPAddress 192.0.2.10 -ExchangeVersion 2019 -WarningAction SilentlyContinue
        $records = $served | Export-DnsScript -View External -Format Bind -AsRecord -WarningVariable said -WarningAction SilentlyContinue
        @($records | Where-Object { $_.Zone -eq 'fabrikam.com' } | ForEach-Object { "$($_.Name) $($_.Type)" }) | Should -Be @('_autodiscover._tcp.fabrikam.com SRV')
        "$said" | Should -Match 'EXN111'
    }

    It 'show records as a table' {
        $plan | Export-DnsScript -View Internal -Format Bind -AsRecord -WarningAction SilentlyContinue | Out-String -Width 200 | Should -Match 'Zone\s+Name\s+Type\s+Data\s+Withheld'
    }
}
