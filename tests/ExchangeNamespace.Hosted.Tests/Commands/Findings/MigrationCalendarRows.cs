namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>The findings of Export-NamespaceMigrationScript.</summary>
internal static class MigrationCalendarRows
{
    public static FindingTable Table { get; } = new(
        """
        function Days($PhaseTime = @{}, $With = @{ MaintenanceWindow = 'Sat 20:00-24:00'; TtlNow = 3600 }, $Authority = 'Public') {
            $plan = @{ ExternalHost = 'mail.contoso.com'; ADDomain = 'contoso.com'; CertificateAuthority = $Authority }
            $present = Get-NamespacePlan @{ Name = 'OLD1'; IPAddress = '10.0.0.11' } -ExchangeVersion 2016CU23 @plan
            $target = Get-NamespacePlan @{ Name = 'NEW1'; IPAddress = '10.0.0.21' } -ExchangeVersion SE @plan
            New-NamespaceMigration $present $target -ForestFunctionalLevel Windows2016Forest |
                Export-NamespaceMigrationScript -Calendar -StartDate 2026-12-07 -AsOf 2026-12-01 -PhaseTime $PhaseTime @With
        }
        """,
        """
        EXN680 Days -With @{ TtlNow = 3600 }
        EXN681 Days -With @{ MaintenanceWindow = 'Sat 20:00-24:00' }
        EXN682 Days @{ CutOver = '5:00' }
        EXN683 Days @{ Capture = '90.00:00' } -With @{ WorkingHours = 'Mon 09:00-09:30' }
        EXN684 Days @{ CutOver = '5:00' }
        EXN685 Days @{ CutOver = '3:00' }
        EXN686 Days @{ Mailboxes = '90.00:00' }
        EXN687 Days @{ Mailboxes = '90.00:00'; NewCertificate = '5:00' }
        EXN688 Days -Authority Internal
        EXN689 Days
        EXN715 (Quiet-Plan OLD1 @{ ExchangeVersion = '2007SP3' } | New-NamespaceMigration -Target (Quiet-Plan NEW1 @{ ExchangeVersion = '2013CU23' }) | Export-NamespaceMigrationScript)
        """);
}
