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

    It 'write both views without -View, as zone text' {
        $out = Join-Path $TestDrive 'both.zone'
        $told = $plan | Export-DnsScript -NameServer ns1.example.net -Path $out -WarningAction SilentlyContinue -InformationVariable info 6>$null
        $told | Should -BeNullOrEmpty
        @(Get-ChildItem $TestDrive -Filter 'both*' | ForEach-Object { $_.Name } | Sort-Object) | Should -Be @(
            'both.External.zone', 'both.Internal.autodiscover.exoip.com.zone', 'both.Internal.mail.exoip.com.zone'
        )
        "$info" | Should -BeLike 'Written: *both.External.zone, *'
    }

    It 'take a list of views and write each' {
        $views = $plan | Export-DnsScript -View External, Internal -AsRecord -WarningAction SilentlyContinue | ForEach-Object { "$($_.View)" } | Sort-Object -Unique
        $views | Should -Be 'External', 'Internal'
    }

    It 'are never lines for two servers in one stream' {
        $lines = $plan | Export-DnsScript -Format DnsServer -ErrorAction SilentlyContinue -ErrorVariable refused -WarningAction SilentlyContinue
        $lines | Should -BeNullOrEmpty
        $refused[0].FullyQualifiedErrorId | Should -BeLike 'MixedViews,*'
    }

    It 'say that an address belongs to one view' {
        { $plan | Export-DnsScript -Address @{ 'mail.exoip.com' = '10.0.0.1' } -ErrorAction Stop } | Should -Throw -ErrorId 'InputContradiction,*'
    }

    It 'have the records of mail in the inside copy of a split zone' {
        $split = Get-NamespacePlan @{ Name = 'EX01'; IPAddress = '10.0.0.20' } mail.exoip.com -ExchangeVersion SE -DnsModel Split -MailHost smtp.exoip.com -MailIPAddress 203.0.113.25 -WarningAction SilentlyContinue
        $text = $split | Export-DnsScript -View Internal -NameServer ns1.example.net -WarningAction SilentlyContinue
        $text | Should -Contain '@ IN MX 10 smtp.exoip.com.'
        $text | Should -Contain 'smtp IN A 203.0.113.25'
    }

    It 'can be piped into Invoke-Expression as a whole' {
        function Add-DnsServerPrimaryZone($Name, $ReplicationScope, $DynamicUpdate) { "zone $Name $ReplicationScope" }
        function Add-DnsServerResourceRecordA($ZoneName, $Name, $IPv4Address) { "record $ZoneName $Name $IPv4Address" }
        $plan | Export-DnsScript -View Internal -Format DnsServer | Invoke-Expression | Should -Be @(
            'zone mail.exoip.com Domain', 'record mail.exoip.com @ 10.0.0.20'
            'zone autodiscover.exoip.com Domain', 'record autodiscover.exoip.com @ 10.0.0.20'
        )
    }

    It 'lower the time to live before a cut-over and raise it again, a step each' {
        $plan | Export-DnsScript -View Internal -Format Dnscmd -CutOverStep LowerTimeToLive -WarningAction SilentlyContinue | Where-Object { $_ -notlike 'REM *' } | Should -Be @(
            'dnscmd /recorddelete mail.exoip.com @ A 10.0.0.20 /f && dnscmd /recordadd mail.exoip.com @ 300 A 10.0.0.20'
            'dnscmd /recorddelete autodiscover.exoip.com @ A 10.0.0.20 /f && dnscmd /recordadd autodiscover.exoip.com @ 300 A 10.0.0.20'
        )
        $plan | Export-DnsScript -View Internal -CutOverStep RaiseTimeToLive -TimeToLive 01:00:00 | Should -Contain '@ 3600 IN A 10.0.0.20'
        { $plan | Export-DnsScript -View Internal -CutOverStep RaiseTimeToLive -ErrorAction Stop } | Should -Throw -ErrorId 'MemberMissing,*'
    }

    It 'write the records for inbound mail and the file of the policy' {
        $plan = Get-NamespacePlan EX01 mail.contoso.com -ADDomain contoso.com -ExchangeVersion SE -MailHost mail.contoso.com -WarningAction SilentlyContinue
        $given = @{ View = 'External'; MtaStsMode = 'Testing'; WarningAction = 'SilentlyContinue' }
        $example = Join-Path $PSScriptRoot '../../docs/examples/mail.contoso.com.pem'
        $lines = $plan | Export-DnsScript @given -TlsReportAddress tls@contoso.com -DmarcPolicy None -TlsaCertificate $example
        ($lines -match '^_mta-sts IN TXT "v=STSv1; id=[0-9a-f]{16};"$').Count | Should -Be 1
        ($lines -match '^_25[.]_tcp[.]mail IN TLSA 3 1 1 [0-9A-F]{64}$').Count | Should -Be 1
        $plan | Export-DnsScript @given -AsPolicy | Should -Be 'version: STSv1', 'mode: testing', 'mx: mail.contoso.com', 'max_age: 604800'
        $plan | Export-DnsScript @given -TlsaCertificate no-such-file.pem -ErrorAction SilentlyContinue -ErrorVariable fault | Should -BeNullOrEmpty
        $fault[0].FullyQualifiedErrorId | Should -BeExactly 'FileNotFound,ExchangeNamespace.Cmdlets.ExportDnsScriptCommand'
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
        $plan | Export-DnsScript -View Internal -Format Bind -AsRecord -WarningAction SilentlyContinue | Out-String -Width 200 | Should -Match 'Type\s+Name\s+Data\s+Withheld'
    }
}
