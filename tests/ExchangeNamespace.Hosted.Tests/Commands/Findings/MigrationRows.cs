namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>The findings of New-NamespaceMigration.</summary>
internal static class MigrationRows
{
    public static FindingTable Table { get; } = new(
        """
        function Migrate($From, $To, $With = @{}, $Before = @{}, $After = @{}, $Name = 'NEW1') {
            $present = Quiet-Plan OLD1 ($Before + @{ ExchangeVersion = $From })
            $target = Quiet-Plan $Name ($After + @{ ExchangeVersion = $To })
            $present | New-NamespaceMigration -Target $target @With
        }
        """,
        """
        EXN601 Migrate 2016CU20 SE
        EXN602 Migrate 2016 SE
        EXN603 Migrate 2016CU23 SE
        EXN604 Migrate 2016CU23 SE @{ ForestFunctionalLevel = 'Windows2008R2Forest' }
        EXN605 Migrate 2016CU23 SE
        EXN606 Migrate 2013CU23 2016CU23
        EXN607 Migrate 2016CU23 SE @{} @{} @{ ExternalHost = 'post.contoso.com' }
        EXN608 Migrate 2007SP3 2013CU23
        EXN609 Migrate 2016CU23 SE
        EXN610 Migrate 2016CU23 SE
        EXN611 Migrate 2016CU23 SE
        EXN612 Migrate 2016CU23 SE @{} @{ MailHost = 'mail.contoso.com' } @{ MailHost = 'mail.contoso.com' }
        EXN613 Migrate 2016CU23 SE
        EXN614 Migrate 2010SP3 2016CU23
        EXN615 Migrate 2010SP3 2016CU23 @{ State = (Capture @{ CapturedBy = 'Get-ClientAccessArray'; Name = 'array'; Fqdn = 'mail.contoso.com'
            Site = 'A' }) }
        EXN616 Migrate 2019CU15 SE @{} @{} @{} OLD1
        EXN617 Migrate 2016CU23 SE @{ State = (Capture @{ CapturedBy = 'Get-SendConnector'; Name = 'Outbound'; Identity = 'Outbound'
            CloudServicesMailEnabled = $true; AddressSpaces = 'SMTP:*;1'; SourceTransportServers = 'OLD1' }) }
        EXN618 Migrate 2013CU23 2019
        EXN619 Migrate 2016CU23 SE @{ State = (Capture @{ CapturedBy = 'Get-ExchangeServer'; Name = 'EX99'; ServerRole = 'Mailbox' }) }
        """);
}
