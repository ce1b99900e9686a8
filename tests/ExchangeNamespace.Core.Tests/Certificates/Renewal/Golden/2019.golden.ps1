# Renewal of the certificates of mail.contoso.com: run in the Exchange Management Shell of Exchange 2016, 2019 and SE, step by step, not as a whole.
# The authority stands between the steps. Go on only when the check of a step is true; a command that is a comment is run by hand, on purpose.
# Warning EXN227, C:\mail_contoso_com.pfx: The file carries the private key to EX02, ReverseProxy. Choose a long password, and delete every copy when the last machine has it. Ask the authority whether its licence covers several machines.
# Warning EXN220, mail.contoso.com: The old certificate also carries pop.contoso.com, old.contoso.com, which the new one lacks. Add what is still used with -AdditionalName, or to the plan.

# 1. On EX01: Look at the certificate that is replaced, and note its services.
# Check: It is there, with the services that follow.
Get-ExchangeCertificate -Thumbprint '0123456789ABCDEF0123456789ABCDEF01234567'

# 2. On EX01: Request the certificate mail.contoso.com; EX01 keeps the private key.
[System.IO.File]::WriteAllBytes('C:\mail_contoso_com.req', [System.Text.Encoding]::ASCII.GetBytes((New-ExchangeCertificate -GenerateRequest -KeySize 2048 -SubjectName "C=CH,O=Contoso,CN=mail.contoso.com" -DomainName oa.contoso.com,autodiscover.contoso.com,smtp.contoso.com -PrivateKeyExportable:$true)))
# Check: A pending request stands beside the old certificate.
Get-ExchangeCertificate -DomainName mail.contoso.com

# 3. On EX01: Send C:\mail_contoso_com.req to the authority, and save its answer on EX01 as C:\mail_contoso_com.cer.
# The file must hold the certificate alone, DER or Base64, not a chain: later lines read thumbprint, issuer and subject from it.
# Install new intermediate certificates of the authority on every server first.

# 4. On EX01: Import the certificate and enable it for IIS, SMTP in the same line.
# Where a connector names it by issuer and subject and these stay the same, it counts from its import on.
# SMTP: answer N to the overwrite prompt, so that the default SMTP certificate stays.
Import-ExchangeCertificate -FileData ([System.IO.File]::ReadAllBytes('C:\mail_contoso_com.cer')) | Enable-ExchangeCertificate -Services IIS,SMTP
# Check: It shows IIS, SMTP, with the names of the plan.
# Later lines use this variable: in a new window, set it again first.
$NewCertificate = ([System.Security.Cryptography.X509Certificates.X509Certificate2]([System.IO.File]::ReadAllBytes('C:\mail_contoso_com.cer')))
Get-ExchangeCertificate -Thumbprint $NewCertificate.Thumbprint
# When the check is true, run it by hand. It cuts web clients off for a short time.
# iisreset -noforce

# 5. On EX01: Write the certificate with its private key to C:\mail_contoso_com.pfx, for EX02, ReverseProxy.
[System.IO.File]::WriteAllBytes('C:\mail_contoso_com.pfx', (Export-ExchangeCertificate -Thumbprint $NewCertificate.Thumbprint -BinaryEncoded -Password (Read-Host -Prompt "Password of the file with the private key" -AsSecureString)).FileData)
# Check: C:\mail_contoso_com.pfx is there. It holds the private key: delete every copy at the end.

# 6. On EX01: Import the certificate with its key on EX02 and enable it for IIS, SMTP.
# Then run iisreset -noforce on EX02.
Import-ExchangeCertificate -FileData ([System.IO.File]::ReadAllBytes('C:\mail_contoso_com.pfx')) -Password (Read-Host -Prompt "Password of the file with the private key" -AsSecureString) -Server EX02
# SMTP: answer N to the overwrite prompt, so that the default SMTP certificate stays.
Enable-ExchangeCertificate -Thumbprint $NewCertificate.Thumbprint -Services IIS,SMTP -Server EX02
# Check: It shows IIS, SMTP on EX02.
Get-ExchangeCertificate -Thumbprint $NewCertificate.Thumbprint -Server EX02

# 7. On EX01: Lead the receive connector EX01\Default Frontend EX01 to the new certificate.
Set-ReceiveConnector -Identity "EX01\Default Frontend EX01" -TlsCertificateName ('<I>' + $NewCertificate.Issuer + '<S>' + $NewCertificate.Subject)
# Check: It is <I>issuer<S>subject of the new certificate.
(Get-ReceiveConnector -Identity "EX01\Default Frontend EX01").TlsCertificateName

# 8. On EX01: Lead the send connector Out to the new certificate.
# Every server that sends through it needs a certificate with this issuer and subject.
Set-SendConnector -Identity "Out" -TlsCertificateName ('<I>' + $NewCertificate.Issuer + '<S>' + $NewCertificate.Subject)
# Check: It is <I>issuer<S>subject of the new certificate.
(Get-SendConnector -Identity "Out").TlsCertificateName

# 9. On EX01: Set the principal name that Outlook expects to msstd:mail.contoso.com, for the whole organisation.
Set-OutlookProvider -Identity EXPR -CertPrincipalName "msstd:mail.contoso.com"
# Check: It is msstd:mail.contoso.com.
(Get-OutlookProvider -Identity "EXPR").CertPrincipalName

# 10. On ReverseProxy: Import C:\mail_contoso_com.pfx and bind it to the listeners.
# Check: The proxy presents the new certificate outside, and trusts the one that the servers present.

# 11. On EX01: Look at mail.contoso.com from outside, before anything is removed.
# Test-NamespaceCertificate -Endpoint mail.contoso.com:443, and the mail host on port 25.
# Get-StartTlsCertificate with the connectors and certificates as they are now.
# Check: Every host presents the new certificate, and mail with TLS arrives.

# 12. On EX01: Days later, when nothing uses it any more: remove the old certificate from EX01.
# Where Exchange says that a connector still uses it although the new one has the same issuer and subject, leave it until it expires.
# Delete C:\mail_contoso_com.pfx and its copies.
# Remove-ExchangeCertificate -Thumbprint '0123456789ABCDEF0123456789ABCDEF01234567'

# 13. On EX02: Days later, when nothing uses it any more: remove the old certificate from EX02.
# Where Exchange says that a connector still uses it although the new one has the same issuer and subject, leave it until it expires.
# Remove-ExchangeCertificate -Thumbprint '0123456789ABCDEF0123456789ABCDEF01234567'
