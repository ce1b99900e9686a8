Describe 'Get-ExchangeBuild' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop
    }

    It 'reads <Text>' -ForEach @(
        @{ Text = '15.02.1748.037'; Build = '15.2.1748.37' }
        @{ Text = '8.1.336.1'; Build = '8.1.336.1' }
        @{ Text = 'Version 15.2 (Build 30922.7)'; Build = '15.2.922.7' }
        @{ Text = 'Exchange 2007 SP1 Update Rollup 5'; Build = '8.1.336.1' }
        @{ Text = '2019CU14Mar24SU'; Build = '15.2.1544.9' }
        @{ Text = 'KB5036401'; Build = '15.2.1544.9' }
        @{ Text = 5036401; Build = '15.2.1544.9' }
        @{ Text = 'mapi id 14.03.0339.000'; Build = '14.3.339.0' }
    ) {
        (Get-ExchangeBuild $Text).Build | Should -Be ([version] $Build)
    }

    It 'takes servers from the pipeline' {
        $found = @([pscustomobject]@{ Name = 'EX1'; AdminDisplayVersion = 'Version 15.2 (Build 1748.10)' } | Get-ExchangeBuild)
        $found.Count | Should -Be 1
        $found[0].Server | Should -BeExactly 'EX1'
        $found[0].Level | Should -BeExactly 'CU15'
        $found[0].IsUpdateKnown | Should -BeFalse
        $found[0].IsNewest | Should -BeNullOrEmpty
        @($found[0].Candidates).Count | Should -BeGreaterThan 5
    }

    It 'takes servers that went through a file' {
        $path = Join-Path $TestDrive 'server.xml'
        [pscustomobject]@{ Name = 'EX1'; AdminDisplayVersion = 'Version 8.1 (Build 240.6)' } | Export-Clixml -LiteralPath $path
        (Import-Clixml -LiteralPath $path | Get-ExchangeBuild).Level | Should -BeExactly 'SP1'
    }

    It 'takes the file version of a program' {
        $info = [pscustomobject]@{ FileName = 'ExSetup.exe'; FileVersion = '15.02.1748.037' }
        ($info | Get-ExchangeBuild).Update | Should -BeExactly 'Sep25HU'
    }

    It 'knows what a rollup replaced on its day' {
        $newest = Get-ExchangeBuild (Get-ExchangeBuild KB949870 -AsOf 2008-11-30).NewestUpdate.Kb -AsOf 2008-11-30
        $newest.Kb | Should -BeExactly 'KB953467'
        $newest.Replaces | Should -Be 'KB945684', 'KB948016', 'KB949870', 'KB952580'
        $newest.Fixes.Kb | Should -Be 'KB949968', 'KB954197', 'KB957978'
    }

    It 'lists what is missing between two builds' {
        (Get-ExchangeBuild KB953467 -Since KB949870).Kb | Should -Be 'KB952580', 'KB953467'
    }

    It 'gives an error and no object for <Text>' -ForEach @(
        @{ Text = 'rubbish'; Id = 'BuildTextUnreadable' }
        @{ Text = '2019'; Id = 'BuildTextAmbiguous' }
        @{ Text = '6.5.7638.1'; Id = 'BuildFamilyUnknown' }
        @{ Text = '2019 CU16'; Id = 'BuildNameUnknown' }
        @{ Text = 'KB9999999'; Id = 'BuildKbUnknown' }
    ) {
        $found = Get-ExchangeBuild $Text -ErrorAction SilentlyContinue -ErrorVariable fault
        $found | Should -BeNullOrEmpty
        $fault.Count | Should -Be 1
        $fault[0].FullyQualifiedErrorId | Should -BeExactly "$Id,ExchangeNamespace.Cmdlets.GetExchangeBuildCommand"
    }

    It 'warns about an unlisted build and names its neighbours' {
        $found = Get-ExchangeBuild 15.1.2507.18 -WarningAction SilentlyContinue -WarningVariable warning
        $found.Match | Should -Be 'Unlisted'
        $found.Lower.Build | Should -Be ([version] '15.1.2507.17')
        $found.Higher.Build | Should -Be ([version] '15.1.2507.21')
        $warning.Count | Should -Be 1
    }

    It 'is shown as a table' {
        (Get-ExchangeBuild KB953467 | Out-String -Width 140) | Should -Match 'Build\s+Support\s+Newest\s+Server\s+Released\s+KB'
    }
}
