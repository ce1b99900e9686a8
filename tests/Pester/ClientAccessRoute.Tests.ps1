Describe 'Get-ClientAccessRoute' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop
        $sites = @{ Name = 'Berlin' }, @{ Name = 'Oslo'; InternetFacing = $false; InternalHost = 'oslo.corp.contoso.com' }
        $servers = @{ Name = 'CAS1'; Site = 'Berlin' }, @{ Name = 'CAS2'; Site = 'Oslo' }
        $plan = Get-NamespacePlan $servers mail.contoso.com -ADDomain corp.contoso.com -ExchangeVersion 2010SP3 -Site $sites -WarningAction SilentlyContinue
    }

    It 'proxies to a site that is not Internet-facing' {
        $route = $plan | Get-ClientAccessRoute -Protocol OWA -MailboxSite Oslo
        $route.Path | Should -BeExactly 'Proxy, Local'
        $route.Hops[0].Url | Should -BeExactly 'https://oslo.corp.contoso.com/owa'
        $route.Hops[0].Authentication | Should -Match 'Integrated'
        $route.Hops[0].Source | Should -Match 'bb310763'
    }

    It 'gives a route for every protocol' {
        $plan | Get-ClientAccessRoute -MailboxSite Oslo | Should -HaveCount 10
    }

    It 'draws a route' {
        $plan | Get-ClientAccessRoute -Protocol EWS -MailboxSite Oslo -AsGraph | Should -Match '^flowchart TD\n'
    }

    It 'shows a table of routes and a list of a hop' {
        $routes = $plan | Get-ClientAccessRoute -All -Protocol OWA
        $routes | Out-String -Width 80 | Should -Match 'Protocol\s+Server\s+MailboxSite\s+Mailbox\s+Path\s+Certainty'
        $routes[0].Hops[0] | Out-String | Should -Match 'CertificateCovers'
    }

    It 'gives an error for <Name>' -ForEach @(
        @{ Name = 'a site'; Given = @{ MailboxSite = 'Rome' }; Id = 'RouteSiteUnknown' }
        @{ Name = 'a server'; Given = @{ MailboxSite = 'Oslo'; Server = 'CAS9' }; Id = 'RouteServerUnknown' }
    ) {
        $plan | Get-ClientAccessRoute @Given -ErrorAction SilentlyContinue -ErrorVariable fault | Should -BeNullOrEmpty
        $fault[0].FullyQualifiedErrorId | Should -BeExactly "$Id,ExchangeNamespace.Cmdlets.GetClientAccessRouteCommand"
    }
}
