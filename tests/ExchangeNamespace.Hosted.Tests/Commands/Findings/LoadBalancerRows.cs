namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>The findings of Export-LoadBalancerScript.</summary>
internal static class LoadBalancerRows
{
    public static FindingTable Table { get; } = new(
        """
        $balanced = @{ Name = 'EX01'; Site = 'Zurich'; IPAddress = '10.1.0.1' }, @{ Name = 'EX02'; Site = 'Bern'; IPAddress = '10.2.0.1' }
        $balancedSites = @{ Site = @{ Name = 'Zurich' }, @{ Name = 'Bern' } }
        $withProxy = @{ ReverseProxy = 'SharedCertificate' }
        """,
        """
        EXN820 Quiet-Plan EX01 | Export-LoadBalancerScript
        EXN821 Quiet-Plan @{ Name = 'EX01' }, @{ Name = 'EX02'; IPAddress = '10.1.0.2' } @{ ADDomain = $null } | Export-LoadBalancerScript
        EXN822 Quiet-Plan EX01 | Export-LoadBalancerScript
        EXN823 Quiet-Plan EX01 | Export-LoadBalancerScript -PerService
        EXN824 Quiet-Plan EX01 | Export-LoadBalancerScript
        EXN825 Quiet-Plan EX01 $withProxy | Export-LoadBalancerScript -Mode Bridge
        EXN826 Quiet-Plan EX01 $withProxy | Export-LoadBalancerScript -Mode Bridge -AdminCenter
        EXN827 Quiet-Plan EX01 | Export-LoadBalancerScript -Format Nginx
        EXN828 Quiet-Plan @{ Name = 'EX10'; Version = '2010' }, @{ Name = 'EX19'; Version = '2019' } | Export-LoadBalancerScript
        EXN829 Quiet-Plan EX01 @{ ExchangeVersion = '2010' } | Export-LoadBalancerScript
        EXN830 Quiet-Plan $balanced (@{ ADDomain = 'contoso.com' } + $balancedSites) | Export-LoadBalancerScript -Site Zurich
        EXN831 Quiet-Plan EX01 @{ ReverseProxy = 'SeparateCertificate' } | Export-LoadBalancerScript
        EXN832 Quiet-Plan EX01 @{ ReverseProxy = 'SeparateCertificate'; ExchangeVersion = '2016'; DnsModel = 'Separate'; InternalHost = 'mail.corp.contoso.com' } |
            Export-LoadBalancerScript -Mode Bridge
        EXN833 Quiet-Plan EX01 | Export-LoadBalancerScript -MailService Smtp
        EXN834 Quiet-Plan EX01 @{ KeepInternalUrl = $true } | Export-LoadBalancerScript
        """);
}
