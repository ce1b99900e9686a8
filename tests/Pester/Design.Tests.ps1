
Describe 'The design of a captured organisation' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop
        $capture = Join-Path $PSScriptRoot '../../docs/examples/capture'
        $quiet = @{ WarningAction = 'SilentlyContinue' }
    }

    It 'has the hosts that the configured server has' {
        $design = Import-ExchangeState $capture | ConvertTo-NamespaceDesign @quiet
        $hosts = @($design.Members | Where-Object { $_.Name -in 'ExternalHost', 'InternalHost' })
        "$($hosts.Value)" | Should -Be 'mail.contoso.com mail.contoso.com'
    }

    It 'clears the service connection points by null, in a parameter and in a file, and keeps them so in a plan file' {
        $file = Join-Path $TestDrive 'cleared.json'
        Set-Content -LiteralPath $file -Value '{ "schemaVersion": 1, "Server": "EX01", "ExternalHost": "mail.contoso.com", "ExchangeVersion": "2013", "AutodiscoverHost": null }'
        $kept = Join-Path $TestDrive 'cleared-plan.json'
        $plan = Get-NamespacePlan EX01 mail.contoso.com -ExchangeVersion SE -AutodiscoverHost $null @quiet
        $plan | Export-NamespacePlan -Path $kept
        $lines = foreach ($one in (Get-NamespacePlan -Path $file @quiet), $plan, (Import-NamespacePlan -Path $kept)) {
            $one | Export-VirtualDirectoryScript -Service Autodiscover
        }
        $lines | Should -Be @(
            'Set-ClientAccessServer -Identity EX01 -AutoDiscoverServiceInternalUri $null'
            'Set-ClientAccessService -Identity EX01 -AutoDiscoverServiceInternalUri $null'
            'Set-ClientAccessService -Identity EX01 -AutoDiscoverServiceInternalUri $null'
        )
        "$($plan.Findings.Code)" | Should -Match 'EXN080'
    }

    It 'plans two sites that stand in for each other, and what Exchange Online needs' {
        $sites = @{ Name = 'A'; FailbackHost = 'back-a.contoso.com'; ClientAccessArray = 'rpc-a.contoso.com' },
            @{ Name = 'B'; ExternalHost = 'mail-b.contoso.com'; FailbackHost = 'back-b.contoso.com' }
        $servers = @{ Name = 'A1'; Site = 'A' }, @{ Name = 'B1'; Site = 'B' }
        $plan = $servers | Get-NamespacePlan -ExternalHost mail.contoso.com -ExchangeVersion 2010 -DnsModel Split -Site $sites -WarningAction SilentlyContinue
        @($plan | Export-VirtualDirectoryScript -Service OWA -WarningAction SilentlyContinue)[1] | Should -BeLike '* -FailbackUrl https://back-b.contoso.com/owa'
        @($plan.DnsRecords | Where-Object { "$($_.Name)" -eq 'rpc-a.contoso.com' } | ForEach-Object { "$($_.View)" }) | Should -Be 'Internal'
        $modern = Get-NamespacePlan EX01 mail.contoso.com -ExchangeVersion SE -DnsModel Split -Hybrid ModernAuthentication -WarningAction SilentlyContinue
        $lines = @($modern | Export-VirtualDirectoryScript -Service EWS)
        $lines[0] | Should -BeLike '* -OAuthAuthentication:$true'
        $lines[1] | Should -BeExactly '# Set-OrganizationConfig -OAuth2ClientProfileEnabled:$true'
        @($modern.Findings | Where-Object Code -EQ EXN082).Values | Should -Contain 'https://autodiscover.contoso.com/'
    }

    It 'names the server that setup left as it is' {
        ConvertTo-NamespaceDesign $capture -WarningVariable said -WarningAction SilentlyContinue | Out-Null
        @($said | Where-Object { "$_" -match '^EXN54[01] .*EX02' }).Count | Should -Be 3
    }

    It 'is a file that the planner reads unchanged' {
        $file = Join-Path $TestDrive 'design.json'
        $design = ConvertTo-NamespaceDesign -LiteralPath $capture -OutPath $file @quiet
        $fromFile = Get-NamespacePlan -Path $file @quiet | Export-VirtualDirectoryScript @quiet
        $fromObject = $design | Get-NamespacePlan @quiet | Export-VirtualDirectoryScript @quiet
        $fromFile.Count | Should -Be 16
        "$fromFile" | Should -Be "$fromObject"
        (ConvertFrom-Json (Get-Content -Raw $file)).Comment.Count | Should -BeGreaterThan 3
    }

    It 'writes no file with -WhatIf and replaces none without -Force' {
        $file = Join-Path $TestDrive 'other.json'
        ConvertTo-NamespaceDesign $capture -OutPath $file -WhatIf @quiet | Should -Not -BeNullOrEmpty
        Test-Path $file | Should -BeFalse
        Set-Content -LiteralPath $file -Value 'mine'
        { ConvertTo-NamespaceDesign $capture -OutPath $file -ErrorAction Stop @quiet } | Should -Throw -ErrorId 'FileExists,*'
        Get-Content -LiteralPath $file | Should -Be 'mine'
    }

    It 'is shown as one page of 80 columns' {
        $lines = @((ConvertTo-NamespaceDesign $capture @quiet | Out-String -Width 80) -split '\r?\n')
        @($lines | Where-Object { $_.Length -gt 80 }) | Should -BeNullOrEmpty
        "$lines" | Should -Match 'Guess     ExternalHost = mail.contoso.com'
    }
}
