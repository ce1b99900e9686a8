namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>The findings of Test-NamespaceMigration: of migrations as they are made, and of some that were changed since.</summary>
internal static class SimulationRows
{
    public static FindingTable Table { get; } = new(
        """
        function Moving($Before, $After, $Present = @{}, $Target = @{}, $With = @{}, $Name = 'NEW1',
            $Old = @{ Name = 'OLD1'; IPAddress = '10.0.0.11' }) {
            $from = Quiet-Plan $Old ($Present + @{ ExchangeVersion = $Before; ExternalIPAddress = '192.0.2.11' })
            $new = Quiet-Plan @{ Name = $Name; IPAddress = $(if ($Name -eq 'OLD1') { '10.0.0.11' } else { '10.0.0.21' }) } (
                $Target + @{ ExchangeVersion = $After; ExternalIPAddress = $(if ($Name -eq 'OLD1') { '192.0.2.11' } else { '192.0.2.21' }) })
            New-NamespaceMigration $from $new -TimeToLive 3600 -ForestFunctionalLevel Windows2016Forest @With 3>$null 2>$null 6>$null
        }

        function Simulate($Without = '^$', $Migration = (Moving 2016CU23 SE)) {
            $Migration.Steps = [ExchangeNamespace.Migration.MigrationStep[]]@($Migration.Steps | ? { $_.Id -notmatch $Without })
            $Migration | Test-NamespaceMigration
        }
        """,
        """
        EXN700 Simulate '1-legacy' (Moving 2007SP3 2013CU23 @{} @{ LegacyHost = 'legacy.contoso.com' })
        EXN701 Moving 2007SP3 2013CU23 | Test-NamespaceMigration
        EXN702 Simulate '1-certificate-NEW1'
        EXN703 $old = @{ Name = 'OLD1'; IPAddress = '10.0.0.11'; OutlookAnywhereEnabled = $false }
            Simulate '1-prepare-OLD1' (Moving 2010SP3 2016CU23 -Old $old)
        EXN704 Simulate '1-cutover'
        EXN705 Simulate '1-mailboxes'
        EXN706 Simulate '1-(cutover|ttl-raise)-outside' (Moving 2016CU23 SE @{ MailHost = 'smtp.contoso.com'; MailIPAddress = '192.0.2.12' } @{
            MailHost = 'smtp.contoso.com'; MailIPAddress = '192.0.2.22' })
        EXN707 Simulate '1-end-uninstall-OLD1'
        EXN708 Simulate
        EXN709 Simulate -Migration (Moving 2019CU15 SE -Name OLD1)
        EXN710 Simulate -Migration (Moving 2016CU23 SE -Target @{ ExternalHost = 'post.contoso.com' })
        EXN711 Simulate -Migration (Moving 2016CU23 SE -With @{ State = (Capture @{ CapturedBy = 'Get-ExchangeCertificate'; Server = 'OLD1'
            Thumbprint = 'AB'; CertificateDomains = @('other.contoso.com'); Services = 'IIS'; IsSelfSigned = $false }) })
        EXN713 Simulate -Migration (Moving 2010SP3 2016CU23)
        EXN714 Simulate '1-certificate-NEW1'
        """);
}
