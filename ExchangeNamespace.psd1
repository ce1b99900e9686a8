@{
    RootModule             = 'bin/ExchangeNamespace.dll'
    ModuleVersion          = '0.1.0'
    GUID                   = '7d3f0b52-6b0e-4c0a-9a55-2f6f5c1f4f0e'
    Author                 = 'ExchangeNamespace contributors'
    CompanyName            = 'ExchangeNamespace contributors'
    Copyright              = 'Copyright (c) ExchangeNamespace contributors'
    Description            = 'Derives one namespace plan for on-premises Exchange and writes the exact Exchange Management Shell lines, certificate requests and records that follow from it.'

    # The floor of Windows PowerShell; PowerShell 7 is supported from 7.4, which a manifest cannot say beside this.
    PowerShellVersion      = '5.1'
    CompatiblePSEditions   = 'Desktop', 'Core'
    DotNetFrameworkVersion = '4.7.2'

    FormatsToProcess       = @(
        'bin/ExchangeNamespace.Format.ps1xml'
        'bin/ExchangeNamespace.Autodiscover.Format.ps1xml'
        'bin/ExchangeNamespace.Routing.Format.ps1xml'
        'bin/ExchangeNamespace.StartTls.Format.ps1xml'
        'bin/ExchangeNamespace.Certificate.Format.ps1xml'
        'bin/ExchangeNamespace.CertificateCheck.Format.ps1xml'
        'bin/ExchangeNamespace.State.Format.ps1xml'
        'bin/ExchangeNamespace.Design.Format.ps1xml'
        'bin/ExchangeNamespace.Script.Format.ps1xml'
        'bin/ExchangeNamespace.Spf.Format.ps1xml'
        'bin/ExchangeNamespace.Kerberos.Format.ps1xml'
        'bin/ExchangeNamespace.Protection.Format.ps1xml'
        'bin/ExchangeNamespace.LoadBalancer.Format.ps1xml'
        'bin/ExchangeNamespace.Service.Format.ps1xml'
        'bin/ExchangeNamespace.MailIdentity.Format.ps1xml'
        'bin/ExchangeNamespace.Verdict.Format.ps1xml'
        'bin/ExchangeNamespace.MigrationCalendar.Format.ps1xml'
        'bin/ExchangeNamespace.Migration.Format.ps1xml'
        'bin/ExchangeNamespace.MigrationCheck.Format.ps1xml'
    )

    # RequiredAssemblies and NestedModules stay out: what they name is loaded for the whole process.
    CmdletsToExport        = @(
        'Get-NamespacePlan'
        'Import-NamespacePlan'
        'Export-NamespacePlan'
        'Export-NamespaceReport'
        'Export-VirtualDirectoryScript'
        'New-SanCertificateRequest'
        'Test-SplitDns'
        'Test-MailIdentity'
        'Get-ExchangeBuild'
        'Measure-QuorumVote'
        'Export-ClusterRecoveryScript'
        'Export-AdminTunnelScript'
        'Export-KerberosScript'
        'Test-KerberosSpn'
        'Test-ExtendedProtection'
        'Export-LoadBalancerScript'
        'Test-NamespaceService'
        'Export-DnsScript'
        'Test-ExchangeScript'
        'Export-StateCaptureScript'
        'Test-SpfSender'
        'New-SpfRecord'
        'Get-AutodiscoverRoute'
        'Test-NamespaceCertificate'
        'Get-ClientAccessRoute'
        'Get-StartTlsCertificate'
        'Export-CertificateRenewalScript'
        'Export-MailFlowScript'
        'Import-ExchangeState'
        'Compare-NamespacePlan'
        'ConvertTo-NamespaceDesign'
        'New-NamespaceDesign'
        'Test-Namespace'
        'Export-NamespaceMigrationScript'
        'New-NamespaceMigration'
        'Test-NamespaceMigration'
    )
    FunctionsToExport      = @()
    AliasesToExport        = @()
    VariablesToExport      = @()

    PrivateData            = @{
        PSData = @{
            # ProjectUri, LicenseUri and the links of Get-Help -Online are written into a package, when it is made, from the
            # address of the project in src/Directory.Build.props.
            Tags         = @(
                'Exchange', 'ExchangeServer', 'Namespace', 'Autodiscover', 'Certificate', 'DNS', 'SPF'
                'PSEdition_Desktop', 'PSEdition_Core'
            )
            ReleaseNotes = 'The first version. docs/CHANGELOG.md in the repository says what changes from version to version.'
        }
    }
}
