namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>The findings of Test-NamespaceCertificate about certificates.</summary>
internal static class CertificateRows
{
    public static FindingTable Table { get; } = new(
        """
        $own = 'mail.contoso.com'
        function Judge([object[]]$Certificate, $With = @{}) {
            Test-NamespaceCertificate -Path $at.Pem($Certificate) -HostName mail.contoso.com @With
        }
        function Judge-Name($Names, $CommonName = 'mail.contoso.com', $With = @{}) { Judge $at.Issued($CommonName, $Names) $With }
        function Judge-Captured($With = @{}, $Also = @()) {
            Test-NamespaceCertificate -Certificate (Stored $With $Also) -HostName mail.contoso.com -AsOf 2026-02-01
        }
        $public = @{ CertificateAuthority = 'Public' }
        """,
        """
        EXN150 Judge-Name 'other.contoso.com' 'other.contoso.com'
        EXN151 Judge $at.Bare()
        EXN152 Judge-Name 'mal.contoso.com' 'mal.contoso.com'
        EXN153 Judge-Name ($own, 'old.contoso.com')
        EXN154 Judge $at.Issued($own, $own, -100, -1)
        EXN155 Judge $at.Issued($own, $own, 1, 100)
        EXN156 Judge $at.Issued($own, $own, -100, 10)
        EXN157 Judge $at.Issued($own, $own, -70, 30)
        EXN158/Error Judge $at.OfKeyLength(512)
        EXN158/Warning Judge $at.OfKeyLength(1024)
        EXN159/Error Judge $at.SignedWith('1.2.840.113549.1.1.4')
        EXN159/Warning Judge $at.SignedWith('1.2.840.113549.1.1.5')
        EXN160/Error Judge $at.OnEdwardsCurve()
        EXN160/Warning Judge $at.OnCurve()
        EXN161/Warning Judge $at.SelfSigned($own, $own)
        EXN161/Error $plan = Quiet-Plan EX01
            Test-NamespaceCertificate -Path $at.Pem($at.SelfSigned($own, ($own, 'autodiscover.contoso.com'))) -Plan $plan
        EXN163/Warning Judge $at.Issued($own, $own, -10, 900) $public
        EXN163/Information Judge $at.Issued($own, $own, -10, 900)
        EXN164/Warning Judge-Name ($own, 'mail.corp.local') $own $public
        EXN164/Information Judge-Name ($own, 'mail.corp.local')
        EXN165 Judge-Name ($own, '*.co.uk')
        EXN166/Warning Judge-Name $own 'other.contoso.com' $public
        EXN166/Information Judge-Name $own 'other.contoso.com'
        EXN167 Judge $at.Bare()
        EXN168 Judge-Name '*.contoso.com' $own @{ Service = 'POP' }
        EXN169 Judge-Name '*.contoso.com' '*.contoso.com' @{ Service = 'UM' }
        EXN170 $plan = Quiet-Plan EX01
            Test-NamespaceCertificate -Path $at.Pem($at.Issued('autodiscover.contoso.com', ($own, 'autodiscover.contoso.com'))) -Plan $plan
        EXN172/Information Judge ($at.Issued($own, $own), $at.SelfSigned('other', 'other.contoso.com'))
        EXN173 $old = $at.Authority()
            Judge ($at.IssuedBy($old), $old) @{ AsOf = [datetime]::UtcNow.AddDays(-12) }
        EXN175 Judge ($at.Issued($own, $own), $at.SelfSigned('other', 'other.contoso.com'))
        EXN176 Judge $at.ForClients()
        EXN177 Judge $at.Authority()
        EXN178 Test-NamespaceCertificate -Path $at.File($at.OfVersion1()) -HostName mail.contoso.com
        EXN179 Judge-Captured @{ HasPrivateKey = $false }
        EXN180 $other = @{ CapturedBy = 'Get-ExchangeCertificate'; CapturedFrom = 'EX01'; Thumbprint = '2' * 40; Issuer = 'CN=CA'
                Subject = 'CN=mail.contoso.com'; CertificateDomains = 'mail.contoso.com'; Services = 'IIS' }
            Judge-Captured @{} $other
        EXN198 Judge-Name $own $own @{ Service = 'SMTP' }
        EXN187 Judge $at.OfKeyLength(9216)
        EXN188 Judge $at.Issued($own, [string[]](0..10001 | ForEach-Object { "n$_.contoso.com" }))
        EXN190 $narrow = $at.Authority(2, 'fabrikam.com')
            Judge ($at.IssuedBy($narrow), $narrow)
        EXN191 $narrow = $at.Authority(4, 'fabrikam.com')
            Judge ($at.IssuedBy($narrow), $narrow)
        EXN192/Warning Judge-Name ($own, '10.0.0.1') $own $public
        EXN192/Information Judge-Name ($own, '10.0.0.1')
        EXN193/Warning Judge-Name $own 'Mail.contoso.com' $public
        EXN193/Information Judge-Name $own 'Mail.contoso.com'
        EXN194 Judge-Captured @{ Services = 'SMTP' }
        EXN195 Judge-Captured @{ Services = 'None' }
        """);
}
