namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>The findings of Test-ExtendedProtection.</summary>
internal static class ProtectionRows
{
    public static FindingTable Table { get; } = new(
        """
        $cu12 = '15.2.1118.12'
        function Protect([string] $Version, [hashtable] $Fact = @{}, [hashtable] $Given = @{}, $State) {
            $with = if ($State) { @{ State = $State } } else { @{} }
            Quiet-Plan EX01 ($Given + @{ ExchangeVersion = $Version }) | Test-ExtendedProtection @with -ServerFact ($Fact + @{ Server = 'EX01' })
        }
        function Owa($Value, $Server = 'EX01') {
            @{ CapturedBy = 'Get-OwaVirtualDirectory'; Identity = "$Server\owa (Default Web Site)"; Server = $Server; Name = 'owa (Default Web Site)'
                InternalUrl = 'https://mail.contoso.com/owa'; ExtendedProtectionTokenChecking = $Value }
        }
        function Ews($Value) {
            @{ CapturedBy = 'Get-WebServicesVirtualDirectory'; Identity = 'EX01\EWS (Default Web Site)'; Server = 'EX01'; Name = 'EWS (Default Web Site)'
                InternalUrl = 'https://mail.contoso.com/EWS/Exchange.asmx'; ExtendedProtectionTokenChecking = $Value }
        }
        function Iis($Mode) {
            $file = [System.IO.Path]::Combine([System.IO.Path]::GetTempPath(), [System.IO.Path]::GetRandomFileName())
            $section = "<extendedProtection tokenChecking='$Mode' />"
            [System.IO.File]::WriteAllText($file, "<configuration><system.applicationHost><sites><site name='Default Web Site'><application path='/owa' /></site></sites>" +
                "</system.applicationHost><system.webServer><security><authentication><windowsAuthentication>$section</windowsAuthentication></authentication></security></system.webServer></configuration>")
            try { Quiet-Plan EX01 @{ ExchangeVersion = 'SE' } | Test-ExtendedProtection -IisConfiguration @{ EX01 = $file } }
            finally { [System.IO.File]::Delete($file) }
        }
        """,
        """
        EXN840 Iis None
        EXN841 Protect SE -State (Capture (Ews Require))
        EXN842/Error Protect 15.2.986.26 -State (Capture (Owa Require))
        EXN842/Warning Protect 2010SP3 -State (Capture (Owa Require))
        EXN843 Protect 2016CU20
        EXN844/Error Protect SE @{ SslOffloading = $true }
        EXN844/Warning Protect $cu12 @{ SslOffloading = $true }
        EXN845/Error Protect SE @{} @{ ReverseProxy = 'SeparateCertificate' }
        EXN845/Warning Protect $cu12 @{} @{ ReverseProxy = 'SeparateCertificate' }
        EXN846 Protect SE @{} @{ ReverseProxy = 'SharedCertificate' }
        EXN847 Protect SE @{} @{ ReverseProxy = 'SharedCertificate' }
        EXN848 Protect SE @{ HybridAgent = $true } -State (Capture (Ews Allow))
        EXN849/Error Protect 15.0.1497.40 @{ PublicFolders = 'Content'; ExtendedProtection = $true }
        EXN849/Warning Protect 15.0.1497.40 @{ PublicFolders = 'Content' }
        EXN850/Error Protect SE @{ LmCompatibilityLevel = 1 }
        EXN850/Warning Protect $cu12 @{ LmCompatibilityLevel = 1 }
        EXN851/Error Protect SE @{ SuppressExtendedProtection = 1 }
        EXN851/Warning Protect $cu12 @{ SuppressExtendedProtection = 1 }
        EXN852/Error Quiet-Plan EX01, EX02 | Test-ExtendedProtection -ServerFact @{ Server = 'EX01'; TlsVersion = '1.2' }, @{ Server = 'EX02'; TlsVersion = '1.3' }
        EXN852/Warning Quiet-Plan EX01, EX02 @{ ExchangeVersion = $cu12 } |
            Test-ExtendedProtection -ServerFact @{ Server = 'EX01'; TlsVersion = '1.2' }, @{ Server = 'EX02'; TlsVersion = '1.3' }
        EXN853 Quiet-Plan EX01, EX02 | Test-ExtendedProtection -State (Capture (Owa Require), (Owa Allow EX02))
        EXN854 Quiet-Plan EX01, EX02 | Test-ExtendedProtection -ServerFact @{ Server = 'EX01'; Build = '15.1.2106.2' }
        EXN855 Iis Require
        """);
}
