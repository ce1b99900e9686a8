# The DNS names of the subject alternative name, read from its bytes: Windows prints them in the language of the machine.
function Get-AlternativeName($Certificate) {
    foreach ($extension in @($Certificate.Extensions)) {
        if ($extension.Oid.Value -ne '2.5.29.17') { continue }
        $der = $extension.RawData
        $at = 0
        while ($at -lt $der.Length) {
            $tag = [int] $der[$at]
            $length = [int] $der[$at + 1]
            $at += 2
            if ($length -ge 128) {
                $end = $at + $length - 128
                $length = 0
                for (; $at -lt $end; $at++) { $length = $length * 256 + [int] $der[$at] }
            }
            if ($tag -eq 48) { continue }
            if ($tag -eq 130) { [System.Text.Encoding]::ASCII.GetString($der, $at, $length).ToLowerInvariant() }
            $at += $length
        }
    }
}

function Test-Covered([string] $Name, [string[]] $Names) {
    if ($Names -contains $Name) { return $true }
    $dot = $Name.IndexOf('.')
    return $dot -gt 0 -and -not $Name.StartsWith('*') -and $Names -contains ('*' + $Name.Substring($dot))
}

function Get-CommonName([string] $Subject) {
    if ($Subject -match '(?:^|,\s*)CN=(?:"([^"]*)"|([^,]*))') { return ([string] $Matches[1] + [string] $Matches[2]).Trim() }
    return ''
}

function Open-Certificate([string] $Path, $Secret) {
    $bytes = [System.IO.File]::ReadAllBytes($Path)
    try {
        $flags = [System.Security.Cryptography.X509Certificates.X509KeyStorageFlags]::MachineKeySet
        $type = [System.Security.Cryptography.X509Certificates.X509Certificate2]
        $certificate = New-Object -TypeName $type.FullName -ArgumentList $bytes, $Secret, $flags
    }
    catch {
        throw ('The file ' + $Path + ' cannot be opened with the password that was handed over.')
    }
    return @{
        Bytes = $bytes
        Secret = $Secret
        Thumbprint = $certificate.Thumbprint
        Subject = $certificate.Subject
        Name = '<I>' + $certificate.Issuer + '<S>' + $certificate.Subject
        CommonName = Get-CommonName $certificate.Subject
        Names = @(Get-AlternativeName $certificate)
        NotBefore = $certificate.NotBefore.ToUniversalTime()
        NotAfter = $certificate.NotAfter.ToUniversalTime()
        KeyType = $certificate.PublicKey.Oid.Value
        HasPrivateKey = $certificate.HasPrivateKey
        Usages = @(Get-Usage $certificate)
    }
}

function Get-Usage($Certificate) {
    foreach ($extension in @($Certificate.Extensions)) {
        if ($extension.Oid.Value -eq '2.5.29.37') { foreach ($usage in @($extension.EnhancedKeyUsages)) { $usage.Value } }
    }
}

# Which certificate of the plan it is: the only one that it covers, else the only one with exactly its names.
function Select-Planned($New) {
    $covered = @($PlanCertificates | Where-Object {
        if ($CertificateNumber) { $_.Number -eq $CertificateNumber }
        else { @($_.Hosts | Where-Object { -not (Test-Covered $_ $New.Names) }).Length -eq 0 }
    })
    if ($covered.Length -gt 1) {
        $covered = @($covered | Where-Object { @($_.Hosts).Length -eq @($New.Names).Length })
    }
    if ($covered.Length -eq 1) { return $covered[0] }
    if (@($PlanCertificates).Length -eq 1 -and -not $CertificateNumber) { return $PlanCertificates[0] }
    throw 'The names of the new certificate do not tell which one of the plan it is: give -CertificateNumber.'
}

# Everything is looked at before anything is touched.
function Confirm-Certificate($New, $Planned) {
    $now = [System.DateTime]::UtcNow
    if ($CertThumbprint -and $CertThumbprint.Replace(' ', '') -ne $New.Thumbprint) {
        'the file holds ' + $New.Thumbprint + ' and not ' + $CertThumbprint
    }
    foreach ($name in @($Planned.Hosts | Where-Object { -not (Test-Covered $_ $New.Names) })) { 'it lacks the name ' + $name }
    if ($New.NotBefore -gt $now) { 'it is not valid before ' + $New.NotBefore.ToString('u') }
    if ($New.NotAfter -le $now) { 'it expired at ' + $New.NotAfter.ToString('u') }
    if (-not $New.HasPrivateKey) { 'the file holds no private key' }
    if ($New.KeyType -ne '1.2.840.113549.1.1.1') { 'its key is not RSA, which Exchange does not take for every service' }
    if ($New.Usages.Length -gt 0 -and $New.Usages -notcontains '1.3.6.1.5.5.7.3.1') { 'it may not be used by servers' }
    if (-not $New.Subject -and (Test-NamesCertificate $Planned)) { 'it has no subject, by which connectors name it' }
}

function Test-NamesCertificate($Planned) {
    if (@($Planned.SendConnectors).Length -gt 0 -or $Planned.Hybrid) { return $true }
    return @($Planned.Servers | Where-Object { @($_.ReceiveConnectors).Length -gt 0 }).Length -gt 0
}
