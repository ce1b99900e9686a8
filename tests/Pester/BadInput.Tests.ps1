BeforeDiscovery {
    $long = ('a' * 50 + '.') * 5 + 'contoso.com'
    $hosts = @(
        @{ Value = ''; Id = 'NameEmpty' }
        @{ Value = ' '; Id = 'NameHasSpace' }
        @{ Value = 'mail contoso.com'; Id = 'NameHasSpace' }
        @{ Value = '10.1.2.3'; Id = 'IpAddressWhereHostExpected' }
        @{ Value = '2001:db8::1'; Id = 'IpAddressWhereHostExpected' }
        @{ Value = 'https://mail.contoso.com/owa'; Id = 'UrlWhereHostExpected' }
        @{ Value = '*.contoso.com'; Id = 'WildcardHost' }
        @{ Value = 'mail_1.contoso.com'; Id = 'NameHasUnderscore' }
        @{ Value = 'mail.contoso.com.'; Id = 'NameTrailingDot' }
        @{ Value = 'mail..contoso.com'; Id = 'NameEmptyLabel' }
        @{ Value = 'mail'; Id = 'NameSingleLabel' }
        @{ Value = ('a' * 64) + '.contoso.com'; Id = 'LabelTooLong' }
        @{ Value = $long; Id = 'NameTooLong' }
    )
    $servers = @(
        @{ Value = ''; Id = 'NameEmpty' }
        @{ Value = 'CAS 01'; Id = 'NameHasSpace' }
        @{ Value = '10.0.0.1'; Id = 'IpAddressWhereHostExpected' }
        @{ Value = 'https://ex1.contoso.com'; Id = 'UrlWhereHostExpected' }
        @{ Value = 'CAS_01'; Id = 'NameHasUnderscore' }
        @{ Value = 'a' * 16; Id = 'NetBiosNameTooLong' }
        @{ Value = '12345'; Id = 'ServerNameNumeric' }
    )
    $texts = @(
        @{ Name = 'truncated'; Text = '{ "schemaVersion": 1, "externalHost": '; Id = 'JsonInvalid' }
        @{ Name = 'of a later schema'; Text = '{ "schemaVersion": 99 }'; Id = 'SchemaVersionUnsupported' }
        @{ Name = 'with an unknown member'; Text = '{ "schemaVersion": 1, "externalHost": "mail.contoso.com", "exchangeVersion": "2016", "server": "EX1", "externalHots": "x" }'; Id = 'MemberUnknown' }
        @{ Name = 'without a host'; Text = '{ "schemaVersion": 1, "exchangeVersion": "2016", "server": "EX1" }'; Id = 'MemberMissing' }
    )
}

Describe 'Bad input' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop

        # The one error of a command that must give nothing else.
        function Get-OneError([scriptblock] $Script) {
            $all = @(& $Script 2>&1)
            $all.Count | Should -Be 1
            $all[0] | Should -BeOfType ([System.Management.Automation.ErrorRecord])
            return $all[0]
        }
    }

    It 'refuses the host "<Value>" as <Id>' -TestCases $hosts {
        foreach ($parameter in 'ExternalHost', 'InternalHost', 'AutodiscoverHost', 'MailHost') {
            $design = @{ ExternalHost = 'mail.contoso.com'; ExchangeVersion = '2016'; DnsModel = 'Split'; WarningAction = 'SilentlyContinue' }
            $design[$parameter] = $Value
            $fault = Get-OneError { Get-NamespacePlan EX1 @design }
            $fault.FullyQualifiedErrorId | Should -BeLike "$Id,*"
            $fault.TargetObject | Should -BeExactly $Value
            "$fault" | Should -BeLike "*$parameter*"
        }
    }

    It 'refuses the server "<Value>" as <Id>, and plans the others' -TestCases $servers {
        $all = @($Value, 'EX1' | Get-NamespacePlan -ExternalHost mail.contoso.com -ExchangeVersion 2016 -DnsModel Split -WarningAction SilentlyContinue 2>&1)
        $all.Count | Should -Be 2
        $all[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $all[0].TargetObject | Should -BeExactly $Value
        "$($all[1].Servers)" | Should -BeExactly 'EX1'
    }

    It 'refuses <Script>' -TestCases @(
        @{ Script = 'Get-NamespacePlan EX1 mail.contoso.com'; Id = 'VersionMissing' }
        @{ Script = 'Get-NamespacePlan EX1 mail.contoso.com -ExchangeVersion 2007'; Id = 'VersionAmbiguous' }
        @{ Script = 'Get-NamespacePlan EX1 mail.contoso.com -ExchangeVersion 2003'; Id = 'VersionUnknown' }
        @{ Script = 'Get-NamespacePlan EX1 mail.contoso.com -ExchangeVersion 2016 -DnsModel Sideways'; Id = 'ValueNotListed' }
        @{ Script = '@() | Get-NamespacePlan -ExternalHost mail.contoso.com'; Id = 'ServerMissing' }
        @{ Script = '42 | Get-NamespacePlan -ExternalHost mail.contoso.com'; Id = 'ServerNotRecognised' }
        @{ Script = "[pscustomobject] @{ Name = 'EX1'; InternetFacin = 'False' } | Get-NamespacePlan -ExternalHost mail.contoso.com -ExchangeVersion 2016"; Id = 'MemberUnknown' }
        @{ Script = "Get-NamespacePlan EX1 mail.contoso.com -ExchangeVersion 2016 -LegacyHost mail.contoso.com"; Id = 'InputContradiction' }
        @{ Script = "Get-NamespacePlan EX1 mail.contoso.com -ExchangeVersion 2016 -Site @{ Name = 'A' }, @{ Name = 'B'; InternetFacing = `$false; ExternalHost = 'x.contoso.com' }"; Id = 'SiteContradiction' }
        @{ Script = 'Get-NamespacePlan -Path no-such-design.json'; Id = 'FileNotFound' }
        @{ Script = 'Import-NamespacePlan -Path no-such-plan.json'; Id = 'FileNotFound' }
    ) {
        (Get-OneError ([scriptblock]::Create($Script))).FullyQualifiedErrorId | Should -BeLike "$Id,*"
    }

    It 'refuses one of two servers of the same name' {
        $all = @(Get-NamespacePlan EX1, ex1 -ExternalHost mail.contoso.com -ExchangeVersion 2016 -DnsModel Split -WarningAction SilentlyContinue 2>&1)
        $all.Count | Should -Be 2
        $all[0].FullyQualifiedErrorId | Should -BeLike 'ServerDuplicate,*'
    }

    It 'refuses a design file that is <Name>' -TestCases $texts {
        $file = Join-Path $TestDrive 'design.json'
        Set-Content -LiteralPath $file -Value $Text -Encoding ASCII
        (Get-OneError { Get-NamespacePlan -Path $file }).FullyQualifiedErrorId | Should -BeLike "$Id,*"
    }
}
