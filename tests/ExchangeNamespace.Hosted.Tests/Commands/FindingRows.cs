using System.Collections.Generic;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>For each documented code the script that shows it, and the codes for which no script has been written yet.</summary>
internal static class FindingRows
{
    /// <summary>What the scripts share: a plan with nothing to complain about, and ways to differ from it.</summary>
    public const string Prelude =
        """
        $quiet = @{
            ExternalHost = 'mail.contoso.com'; DnsModel = 'Pinpoint'; ADDomain = 'ad.contoso.com'; ExchangeVersion = 'SE'
            CertificateAuthority = 'Internal'; ExternalIPAddress = '192.0.2.1'
        }
        $mail = @{ MailHost = 'smtp.contoso.com'; MailIPAddress = '203.0.113.25' }
        $old2010 = @{ Name = 'OLD'; Version = '2010' }
        $old2007 = @{ Name = 'OLD'; Version = '2007SP3' }
        $twoSites = @{ Name = 'A1'; Site = 'A' }, @{ Name = 'B1'; Site = 'B' }
        $siteB = @{ Name = 'B'; ExternalHost = 'mail-b.contoso.com' }
        $srv = @{ SmtpDomain = 'contoso.com'; AutodiscoverSrvDomain = 'contoso.com' }
        function Plan($Servers, $With = @{}) {
            $all = $quiet.Clone()
            foreach ($key in $With.Keys) { if ($null -eq $With[$key]) { $all.Remove($key) } else { $all[$key] = $With[$key] } }
            Get-NamespacePlan $Servers @all
        }
        function Quiet-Plan($Servers, $With = @{}) { Plan $Servers $With 2>$null 3>$null 6>$null }
        function Connector($Fqdn) {
            $captured = @{ CapturedBy = 'Get-SendConnector'; Name = 'Out'; Identity = 'Out'; Fqdn = $Fqdn; AddressSpaces = 'SMTP:*;1' }
            [pscustomobject]$captured | Import-ExchangeState 3>$null
        }
        function Predict($Connector = @{}, $Certificate = @{}, $Version = '2019') {
            $one = @{ Name = 'Internet'; Fqdn = 'mail.contoso.com'; AuthMechanism = 'Tls' }
            $store = @{ Thumbprint = 'aa bb'; CertificateDomains = 'mail.contoso.com'; Services = 'IIS, SMTP' }
            foreach ($key in $Connector.Keys) { $one[$key] = $Connector[$key] }
            foreach ($key in $Certificate.Keys) { $store[$key] = $Certificate[$key] }
            $stated = @{ Server = 'srv1.contoso.local'; AsOf = '2026-06-01' }
            if ($Version) { $stated.ExchangeVersion = $Version }
            Get-StartTlsCertificate $one $store @stated
        }
        function Lint($Line, $Version = '2016') { Test-ExchangeScript -Script $Line -ExchangeVersion $Version }

        """;

    /// <summary>Each code with a script, whose command must write the code.</summary>
    public static IReadOnlyDictionary<string, string> Scripts { get; } = new Dictionary<string, string>
    {
        ["EXN001"] = "Plan EX01 @{ DnsModel = $null; ADDomain = $null }",
        ["EXN002"] = "Plan EX01 @{ ExchangeVersion = '2013' }",
        ["EXN003"] = "Plan @{ Name = 'EX01'; InternetFacing = $false }",
        ["EXN004"] = "Plan EX01",
        ["EXN005"] = "Plan EX01 @{ ExchangeVersion = '2010' }",
        ["EXN006"] = "Plan EX01 @{ ExchangeVersion = '2013RTM' }",
        ["EXN007"] = "Plan EX01 @{ CertificateAuthority = 'Public'; InternalHost = 'mail.corp.local' }",
        ["EXN008"] = "Plan EX01 @{ CertificateAuthority = 'Public' }",
        ["EXN009"] = "Plan EX01 @{ ExternalHost = ('m' * 60) + '.contoso.com' }",
        ["EXN010"] = "Plan EX01 @{ CertificateName = '*.com' }",
        ["EXN012"] = "Plan EX01 @{ CertificateAuthority = 'Public'; ServerNameOnCertificate = 'Fqdn' }",
        ["EXN013"] = "Plan EX01",
        ["EXN014"] = "Plan EX01 @{ DnsModel = 'Split' }",
        ["EXN015"] = "Plan EX01 @{ SmtpDomain = @() }",
        ["EXN016"] = "Plan EX01 @{ ExternalHost = 'mail.contoso.local' }",
        ["EXN017"] = "Plan EX01 @{ ReverseProxy = 'SeparateCertificate' }",
        ["EXN018"] = "Plan EX01, EX02 @{ CertificateAuthority = 'Public' }",
        ["EXN019"] = "Plan EX01, EX02",
        ["EXN020"] = "Plan EX01 @{ ReverseProxy = 'SeparateCertificate' }",
        ["EXN021"] = "Plan $old2007, @{ Name = 'NEW'; Version = '2010' }",
        ["EXN022"] = "Plan EX01 @{ LegacyHost = 'legacy.contoso.com' }",
        ["EXN023"] = "Plan $old2010, EX01",
        ["EXN024"] = "Plan $twoSites @{ Site = @{ Name = 'A' }, @{ Name = 'B'; InternalHost = 'mail-b.contoso.com' } }",
        ["EXN025"] = "Plan @{ Name = 'A1'; Site = 'A' } @{ Site = @{ Name = 'A' }, @{ Name = 'B' } }",
        ["EXN026"] = "Plan $twoSites @{ ExchangeVersion = '2010'; Site = @{ Name = 'A' }, @{ Name = 'B'; InternetFacing = $false } }",
        ["EXN027"] = "Plan EX01 @{ ServiceHost = @{ OWA = 'owa.contoso.com'; ECP = 'ecp.contoso.com' } }",
        ["EXN028"] = "Plan EX01 @{ DownloadHost = 'dl.contoso.com' }",
        ["EXN029"] = "Plan EX01 @{ DownloadHost = 'dl.contoso.com'; ExchangeVersion = '2016' }",
        ["EXN030"] = "Plan EX01",
        ["EXN031"] = "Plan EX01",
        ["EXN032"] = "Plan EX01",
        ["EXN033"] = "Plan EX01",
        ["EXN034"] = "Plan EX01 @{ ExchangeVersion = '2010'; Client = 'Outlook2003' }",
        ["EXN035"] = "Plan $twoSites @{ Site = @{ Name = 'A' }, ($siteB + @{ ServiceHost = @{ OutlookAnywhere = 'oa-b.contoso.com' } }) }",
        ["EXN036"] = "Plan EX01 @{ ServiceHost = @{ OutlookAnywhere = 'oa.contoso.com' } }",
        ["EXN037"] = "Plan EX01 @{ ADDomain = $null; ServerNameOnCertificate = 'Fqdn' }",
        ["EXN038"] = "Plan EX01 @{ SmtpDomain = 0..99 | ForEach-Object { \"d$_.com\" } }",
        ["EXN039"] = "Plan EX01 @{ Authentication = @{ OAB = 'Forms' } }",
        ["EXN040"] = "Plan EX01",
        ["EXN041"] = "Plan EX01 @{ ADDomain = $null; DnsModel = 'Separate' }",
        ["EXN042"] = "Plan EX01 @{ KeepInternalUrl = $true }",
        ["EXN043"] = "Plan $old2010, @{ Name = 'NEW'; Version = '2013' }",
        ["EXN044"] = "Plan EX01 @{ MailHost = 'smtp.contoso.com'; SendingIPAddress = '192.0.2.9' }",
        ["EXN045"] = "Plan EX01 @{ ExternalIPAddress = $null; MailHost = 'smtp.contoso.com' }",
        ["EXN046"] = "Plan EX01 @{ MailHost = 'smtp.contoso.com'; MailIPAddress = '10.1.1.1' }",
        ["EXN047"] = "Plan EX01 @{ MailHost = 'smtp.contoso.com'; HygieneHost = 'mx.hygiene.example' }",
        ["EXN048"] = "Plan EX01, @{ Name = 'EX02'; InternetFacing = $false }",
        ["EXN049"] = "Plan EX01, @{ Name = 'EX02'; InternetFacing = $false }",
        ["EXN050"] = "Plan EX01, @{ Name = 'EX02'; Version = '2019' }",
        ["EXN051"] = "Plan EX01 @{ ExchangeVersion = '2016'; SslOffloading = $true }",
        ["EXN052"] = "Plan EX01, @{ Name = 'EX02'; Version = '2019CU13' }",
        ["EXN053"] = "Plan $twoSites @{ Site = @{ Name = 'A' }, @{ Name = 'B' } }",
        ["EXN054"] = "Plan $twoSites @{ Site = @{ Name = 'A' }, @{ Name = 'B'; InternalHost = 'mail-b.contoso.com' } }",
        ["EXN055"] = "Plan EX01 @{ ExternalHost = 'co.uk' }",
        ["EXN056"] = "Plan EX01 @{ ExternalHost = 'ex01.contoso.com' }",
        ["EXN057"] = "Plan EX01 @{ ExternalHost = 'contoso.com'; SmtpDomain = 'contoso.com' }",
        ["EXN058"] = "Plan EX01 @{ ExternalIPAddress = '10.0.0.9' }",
        ["EXN059"] = "Plan mail.contoso.com @{ ExternalHost = 'ex01.contoso.com' }",
        ["EXN060"] = "Quiet-Plan EX01 | New-SanCertificateRequest",
        ["EXN061"] = "Quiet-Plan EX01 @{ ReverseProxy = 'SeparateCertificate' } | New-SanCertificateRequest",
        ["EXN062"] = "Quiet-Plan EX01 @{ CertificateName = '*.contoso.com' } | New-SanCertificateRequest -Complete -Service IMAP",
        ["EXN063"] = "Quiet-Plan EX01 @{ CertificateAuthority = 'SelfSigned' } | New-SanCertificateRequest -Complete",
        ["EXN064"] = "Quiet-Plan EX01 | New-SanCertificateRequest -As OpenSsl -Organization ([string][char]0xFC)",
        ["EXN065"] = "Quiet-Plan EX01 | New-SanCertificateRequest -ExchangeVersion 2010",
        ["EXN066"] = "Quiet-Plan EX01 @{ CertificateAuthority = 'SelfSigned' } | New-SanCertificateRequest -As OpenSsl",
        ["EXN075"] = "Quiet-Plan $twoSites @{ CertificatePerSite = $true; Site = @{ Name = 'A' }, $siteB } | New-SanCertificateRequest -Hybrid",
        ["EXN076"] = "Quiet-Plan EX01 | New-SanCertificateRequest -Hybrid",
        ["EXN090"] = "Quiet-Plan EX01 $srv | New-SanCertificateRequest -Hybrid",
        ["EXN092"] = "Quiet-Plan EX01 | Export-DnsScript -View External -Format Bind -TimeToLive 1:00",
        ["EXN093"] = "Quiet-Plan EX01 | Export-DnsScript -View External -Format Bind -TimeToLive 0:05",
        ["EXN100"] = "Quiet-Plan EX01 @{ ExternalIPAddress = $null } | Export-DnsScript -View External -Format Bind",
        ["EXN101"] = "Quiet-Plan EX01 | Export-DnsScript -View External -Format Bind",
        ["EXN105"] = "Quiet-Plan EX01 $mail | Export-DnsScript -View External -Format Bind",
        ["EXN106"] = "Quiet-Plan EX01 | Export-DnsScript -View External -Format Bind -Address @{ 'www.contoso.com' = '192.0.2.9' }",
        ["EXN110"] = "Quiet-Plan EX01 $mail | Export-DnsScript -View External -Format Bind",
        ["EXN111"] = "Quiet-Plan EX01 $srv | Export-DnsScript -View External -Format Bind",
        ["EXN200"] = "Predict @{ Fqdn = 'smtp.contoso.com' }",
        ["EXN201"] = "Predict @{} @{ NotAfter = '2026-05-01' }",
        ["EXN202"] = "Predict @{} @{ Services = 'IIS' }",
        ["EXN205"] = "Predict @{} @{ Status = 'Untrusted' }",
        ["EXN206"] = "Predict @{ TlsCertificateName = '<I>CN=CA<S>CN=mail.contoso.com' } @{} 2010",
        ["EXN208"] = "Predict @{ AuthMechanism = 'Tls, ExchangeServer' }",
        ["EXN212"] = "Predict @{} @{} $null",
        ["EXN213"] = "Predict @{ Enabled = $false }",
        ["EXN214"] = "Predict @{} @{ IsSelfSigned = $true }",
        ["EXN223"] = "Quiet-Plan EX01 @{ ExchangeVersion = '2010' } | Export-CertificateRenewalScript -ReceiveConnector 'EX01\\Client'",
        ["EXN225"] = "Quiet-Plan EX01 | Export-CertificateRenewalScript",
        ["EXN226"] = "Quiet-Plan EX01 | Export-CertificateRenewalScript",
        ["EXN227"] = "Quiet-Plan EX01, EX02 | Export-CertificateRenewalScript",
        ["EXN228"] = "Quiet-Plan EX01 @{ ReverseProxy = 'SeparateCertificate' } | Export-CertificateRenewalScript",
        ["EXN229"] = "Quiet-Plan EX01 @{ CertificateAuthority = 'SelfSigned' } | Export-CertificateRenewalScript -SendConnector Out",
        ["EXN230"] = "Quiet-Plan EX01 | Export-CertificateRenewalScript -SendConnector Out -Service IIS",
        ["EXN240"] = "Quiet-Plan EX01 $mail | Export-MailFlowScript",
        ["EXN241"] = "Quiet-Plan EX01 $mail | Export-MailFlowScript",
        ["EXN242"] = "Quiet-Plan EX01 $mail | Export-MailFlowScript -State (Connector other.contoso.com)",
        ["EXN243"] = "Quiet-Plan EX01 $mail | Export-MailFlowScript -State (Connector smtp.contoso.com)",
        ["EXN244"] = "Quiet-Plan EX01 $mail | Export-MailFlowScript -Binding 10.0.0.25:25",
        ["EXN245"] = "Quiet-Plan EX01 ($mail + @{ ReverseProxy = 'SeparateCertificate' }) | Export-MailFlowScript",
        ["EXN247"] = "Quiet-Plan OLD ($mail + @{ ExchangeVersion = '2007SP3' }) | Export-MailFlowScript",
        ["EXN248"] = "Quiet-Plan OLD ($mail + @{ ExchangeVersion = '2010' }) | Export-MailFlowScript",
        ["EXN249"] = "Quiet-Plan @{ Name = 'EX01'; InternetFacing = $false } $mail | Export-MailFlowScript",
        ["EXN250"] = "Quiet-Plan EX01 ($mail + @{ HygieneHost = 'mx.hygiene.example' }) | Export-MailFlowScript",
        ["EXN251"] = "Quiet-Plan OLD ($mail + @{ ExchangeVersion = '2010' }) | Export-MailFlowScript -TlsCertificateName '<I>CN=A<S>CN=B'",
        ["EXN327"] = "New-SpfRecord contoso.com 10.0.0.1",
        ["EXN330"] = "New-SpfRecord contoso.com 192.0.2.1",
        ["EXN333"] = "New-SpfRecord contoso.com 192.0.2.1 -Existing 'v=spf1 ~all ip4:192.0.2.2'",
        ["EXN400"] = "Lint 'Get-Weather -Place Bern'",
        ["EXN402"] = "Lint 'Set-OwaVirtualDirectry -Identity x'",
        ["EXN403"] = "Lint 'Set-MapiVirtualDirectory -Identity x' 2010",
        ["EXN404"] = "Lint 'Set-OwaVirtualDirectory -Identity x -ExternalUrll https://a.contoso.com/owa'",
        ["EXN406"] = "Lint 'Set-OwaVirtualDirectory -Identity x -ExternalU https://a.contoso.com/owa'",
        ["EXN407"] = "Lint 'Set-OwaVirtualDirectory -Identity x -E https://a.contoso.com/owa'",
        ["EXN408"] = "Lint 'Set-OwaVirtualDirectory -Identity x -Identity y'",
        ["EXN409"] = "Lint 'Set-OwaVirtualDirectory -Identity x -ExternalUrl'",
        ["EXN410"] = "Lint 'Set-OwaVirtualDirectory -ExternalUrl https://a.contoso.com/owa'",
        ["EXN411"] = "Lint 'Get-OwaVirtualDirectory -Identity x -Server y'",
        ["EXN412"] = "Lint 'Set-OwaVirtualDirectory -Identity EX01\\owa (Default Web Site)'",
        ["EXN413"] = "Lint 'Set-OutlookAnywhere -Identity x -ExternalClientAuthenticationMethod Bassic'",
        ["EXN414"] = "Lint \"Set-OwaVirtualDirectory -Identity x -FormsAuthentication 'yes'\"",
        ["EXN415"] = "Lint 'Set-OwaVirtualDirectory -Identity x -ExternalUrl mail.contoso.com/owa'",
        ["EXN416"] = "Lint 'Set-OwaVirtualDirectory -Identity x -InternalUrl https://mail.contoso.locals/owa'",
        ["EXN417"] = "Lint \"Set-OwaVirtualDirectory -Identity $([char]0x201C)EX01$([char]0x201D)\"",
        ["EXN418"] = "Lint \"Set-OwaVirtualDirectory $([char]0x2013)Identity EX01\"",
        ["EXN419"] = "Lint 'Set-OwaVirtualDirectory -Identity \"EX01'",
        ["EXN420"] = "Lint 'Set-OwaVirtualDirectory -Identity <server>'",
        ["EXN421"] = "Lint 'if ('",
        ["EXN422"] = "Lint 'class A { }' 2010",
        ["EXN423"] = "Lint 'Get-ChildItem -Recurse -Depth 2' 2010",
        ["EXN425"] = "Lint 'Set-MapiVirtualDirectory -Identity x -InternalUrl https://mail.contoso.com/ecp'",
        ["EXN426"] = "Lint 'Set-OwaVirtualDirectory -Identity x -InternalUrl http://mail.contoso.com/owa'",
        ["EXN427"] = "Lint 'Set-OutlookAnywhere -Identity x -InternalHostname https://mail.contoso.com'",
        ["EXN428"] = "Lint 'Set-OwaVirtualDirectory -Identity x -InternalUrl https://mail/owa'",
        ["EXN429"] =
            "Lint 'Set-OutlookAnywhere -Identity x -DefaultAuthenticationMethod Ntlm -ExternalClientAuthenticationMethod Ntlm'",
        ["EXN440"] = "Test-ExchangeScript -Script 'Set-OwaVirtualDirectory -Identity x -ExternalUrl https://mial.contoso.com/owa' SE -Plan (Quiet-Plan EX01)",
    };

    /// <summary>The codes without a script. The list may only become shorter: a new code comes with its script.</summary>
    public const string Missing =
        """
        011 070 071 072 073 074 077 091 102 103 104 107 108 109 120 121
        122 123 124 125 126 127 128 129 130 131 132 133 134 135 136 137
        138 139 140 141 150 151 152 153 154 155 156 157 158 159 160 161
        163 164 165 166 167 168 169 170 171 172 173 175 176 177 178 179
        180 181 182 183 184 185 186 187 188 189 190 191 192 193 194 195
        199 203 204 207 209 210 211 220 221 222 224 231 246 252 260 261
        262 263 264 265 266 267 268 269 270 271 272 273 274 275 280 281
        282 283 284 285 286 287 288 289 290 291 292 293 295 296 297 298
        299 300 302 303 304 305 306 307 308 309 310 311 312 313 314 315
        316 317 318 319 320 321 322 323 324 325 326 328 329 331 332 350
        351 352 360 361 362 363 364 365 366 367 368 369 370 371 401 405
        424 430 431 432 433 434 435 436 437 438 441 460 461 462 463 464
        465 466 467 468 469 470 471 472 473 474 475 476 477 478 479 480
        481 482 483 484 501 502 503 504 505 506 507 508 521 522 523 524
        """;
}
