Describe 'Get-AutodiscoverRoute' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop
        $plan = Get-NamespacePlan EX01 mail.contoso.com -DnsModel Split -ExchangeVersion 2019 -WarningAction SilentlyContinue
    }

    It 'takes a plan from the pipeline and walks in the order of the client' {
        $route = $plan | Get-AutodiscoverRoute anna@contoso.com -Client Outlook2010
        $route.Verdict | Should -Be 'Hit'
        $route.Endpoint | Should -BeExactly 'https://autodiscover.contoso.com/autodiscover/autodiscover.xml'
        $route.Steps.Method | Should -Be 'ServiceConnectionPoint', 'RootDomain', 'AutodiscoverHost', 'LocalXml', 'HttpRedirect', 'ServiceRecord', 'LastKnownGood'
    }

    It 'claims no order of redirect and service record for <_>' -ForEach 'Outlook2007', 'Outlook2010', 'Outlook2013', 'Outlook2016', 'ActiveSync', 'EwsClient' {
        $steps = ($plan | Get-AutodiscoverRoute anna@contoso.com -Client $_).Steps | Where-Object Method -In 'HttpRedirect', 'ServiceRecord'
        $steps.Rank | Select-Object -Unique | Should -HaveCount 1
        $steps.Certainty | Should -Be 'Disputed', 'Disputed'
    }

    It 'shows a table of steps and a list of a walk' {
        $route = $plan | Get-AutodiscoverRoute anna@contoso.com
        $route.Steps | Out-String | Should -Match 'Rank\s+Method\s+Verdict\s+Order\s+Detail'
        $route | Out-String | Should -Match 'anna@contoso\.com, Outlook2016, not domain-joined, External'
    }

    It 'says that nothing could be told where no DNS server answers' {
        # Port 9 of the loopback: no server answers there, so nothing leaves this machine.
        $route = Get-AutodiscoverRoute anna@contoso.com -Live -DnsServer 127.0.0.1:9 -Timeout 0.2 -Client ActiveSync
        $route.Verdict | Should -Be 'Inconclusive'
        $route.Steps.Verdict | Select-Object -Unique | Should -Be 'Inconclusive'
    }

    It 'gives an error for <Text>' -ForEach @(
        @{ Text = 'anna'; Id = 'EmailAddressInvalid' }
        @{ Text = 'anna@contoso'; Id = 'NameSingleLabel' }
    ) {
        $plan | Get-AutodiscoverRoute $Text -ErrorAction SilentlyContinue -ErrorVariable fault | Should -BeNullOrEmpty
        $fault[0].FullyQualifiedErrorId | Should -BeExactly "$Id,ExchangeNamespace.Cmdlets.GetAutodiscoverRouteCommand"
    }
}
