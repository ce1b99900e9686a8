namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>The findings of Get-ClientAccessRoute.</summary>
internal static class RouteRows
{
    public static FindingTable Table { get; } = new(
        """
        $sites = @{ Site = @{ Name = 'A' }, @{ Name = 'B'; ExternalHost = 'mail-b.contoso.com'; InternalHost = 'mail-b.contoso.com' } }
        $cas = @{ ServerRole = 'ClientAccess' }
        $v2007 = '8.3 (Build 83.6)'
        $v2010 = '14.3 (Build 123.4)'
        function Route($Captured, $Protocol = 'OWA', $With = @{}) {
            if (-not $With.MailboxSite) { $With.MailboxSite = 'B' }
            Capture $Captured | Get-ClientAccessRoute -Protocol $Protocol -Server A1 @With
        }
        function Two($Version, $One = $Version) {
            (Server A1 $One @{ ServerRole = 'ClientAccess' }), (Server B1 $Version @{ Site = 'B'; ServerRole = 'ClientAccess' })
        }
        function At($Server, $Internal, $External, $With = @{}, $Of = $owa) { Directory $Of $Internal $External $With $Server }
        $a = 'https://a.contoso.com/owa'
        $b = 'https://b.contoso.com/owa'
        """,
        """
        EXN430 $plan = $at.Text('.json', '')
            Quiet-Plan $twoSites $sites | Export-NamespacePlan -Path $plan -Force
            $changed = [System.IO.File]::ReadAllText($plan) -replace '("name":"B1".*"internetFacing":)true', '$1false'
            Import-NamespacePlan $at.Text('.json', $changed) | Get-ClientAccessRoute -Protocol OWA -Server A1 -MailboxSite B
        EXN431 Route ((Two $v2010) + (At A1 $a $a) + (At B1 $b $a))
        EXN432 Route ((Two $v2010) + (At A1 $a $a) + (At B1 $b $null @{ WindowsAuthentication = $false }))
        EXN433 Route ((Two $v2010) + (At A1 $a $a) + (At B1 $null $null))
        EXN434/Warning Route ((Two $v2010) + (At A1 $a $a) + (At B1 $b $b) + @{ CapturedBy = 'Get-ExchangeCertificate'; CapturedFrom = 'B1'
            Thumbprint = '1' * 40; CertificateDomains = 'other.contoso.com'; Services = 'IIS' })
        EXN434/Information Route ((Two $v2010) + (At A1 $a $a) + (At B1 $b $null) + @{ CapturedBy = 'Get-ExchangeCertificate'
            CapturedFrom = 'B1'; Thumbprint = '1' * 40; CertificateDomains = 'other.contoso.com'; Services = 'IIS' })
        EXN435 Route ((Two $v2007) + (Server B2 $v2007 @{ Site = 'B'; ServerRole = 'ClientAccess' }) +
            (At A1 $a $a @{} ActiveSyncVirtualDirectory) + (At B1 $b $b @{} ActiveSyncVirtualDirectory) +
            (At B2 $b $null @{} ActiveSyncVirtualDirectory)) ActiveSync
        EXN436 Quiet-Plan $twoSites $sites | Get-ClientAccessRoute -Protocol ECP -Server A1 -MailboxSite B
        EXN437 Route ((Two '15.2 (Build 1118.7)') + (At A1 $a $a) + (At B1 $b $b @{ FailbackUrl = $b }))
        EXN438 Route ((Server A1 $v2010 $cas), (Server B1 $v2007 $cas), (At A1 $a $a), (At B1 $b $null)) OWA @{
                MailboxSite = 'A'; MailboxVersion = '2007' }
        """);
}
