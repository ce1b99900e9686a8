Describe 'Captured state' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop
        $capture = Join-Path $PSScriptRoot '../../docs/examples/capture'
    }

    It 'is read from a folder' {
        $state = Import-ExchangeState $capture
        @($state.Servers | ForEach-Object { $_.Name }) | Should -Be 'EX01', 'EX02'
        $state.Services.Count | Should -Be 16
    }

    It 'is read from deserialized objects, and is the same' {
        $fromFile = (Import-ExchangeState (Join-Path $capture 'Get-OwaVirtualDirectory.xml')).Services
        $fromObjects = (Import-Clixml (Join-Path $capture 'Get-OwaVirtualDirectory.xml') | Import-ExchangeState).Services
        "$($fromObjects | ForEach-Object { $_.Identity, $_.Internal, $_.External, $_.Settings['BasicAuthentication'] })" |
            Should -Be "$($fromFile | ForEach-Object { $_.Identity, $_.Internal, $_.External, $_.Settings['BasicAuthentication'] })"
    }

    It 'tells null from not captured' {
        $owa = (Import-ExchangeState (Join-Path $capture 'Get-OwaVirtualDirectory.xml')).Services[1]
        "$($owa.External.Status)" | Should -Be 'Null'
        "$($owa.SiteScope.Status)" | Should -Be 'Absent'
    }

    It 'is an error and nothing else for <Name>' -ForEach @(
        @{ Name = 'a file that is no XML'; Content = 'x'; Id = 'StateFileInvalid' }
        @{ Name = 'a document type'; Content = '<!DOCTYPE a><Objs xmlns="http://schemas.microsoft.com/powershell/2004/04" />'; Id = 'StateFileInvalid' }
        @{ Name = 'somebody else''s objects'; Content = '<Objs xmlns="http://schemas.microsoft.com/powershell/2004/04"><S>x</S></Objs>'; Id = 'StateObjectNotRecognised' }
    ) {
        $file = Join-Path $TestDrive 'Get-OwaVirtualDirectory.xml'
        Set-Content -LiteralPath $file -Value $Content -Encoding ASCII
        $state = Import-ExchangeState $file -ErrorVariable said -ErrorAction SilentlyContinue
        $state | Should -BeNullOrEmpty
        @($said).Count | Should -Be 1
        $said[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
    }

    It 'refuses objects that are none of Exchange' {
        { Get-Item $PSScriptRoot | ForEach-Object { [pscustomobject]@{ Name = $_.Name } } | Import-ExchangeState -ErrorAction Stop } | Should -Throw -ErrorId 'StateObjectNotRecognised,*'
    }
}
