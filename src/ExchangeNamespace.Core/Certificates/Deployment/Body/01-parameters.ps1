[CmdletBinding(SupportsShouldProcess = $true)]
param(
    # The file with certificate, key and chain. Else the environment says it: PFX_FILE, or LEGO_CERT_PFX_PATH as lego does.
    [Parameter(ValueFromPipelineByPropertyName = $true)]
    [string] $PfxFullChain,

    # Its password, best as a SecureString. Else it is read from -PasswordFile, PFX_PASSWORD_FILE or PFX_PASSWORD.
    [Parameter(ValueFromPipelineByPropertyName = $true)]
    [object] $PfxPass,

    # The thumbprint that the client reports; another certificate in the file is refused.
    [Parameter(ValueFromPipelineByPropertyName = $true)]
    [Alias('Thumbprint')]
    [string] $CertThumbprint,

    # A file with the password: what Export-Clixml made of a SecureString or a credential, or a text of one line.
    [string] $PasswordFile,

    # Which certificate of the plan it is, where its names do not tell.
    [int] $CertificateNumber,

    # Where log, record and removal lines are written; the folder of this script by default.
    [string] $Folder,

    # Where a server is asked for its certificate if its name does not lead there from here: SERVER=host:port.
    [string[]] $Endpoint,

    # For how many seconds a server may still present the former certificate.
    [int] $ProbeSeconds = 20,

    # After how many days the former certificate may be removed.
    [int] $SoakDays = 7,

    # Trusts what Exchange shows, where the servers cannot be reached by TLS from here.
    [switch] $NoProbe
)
