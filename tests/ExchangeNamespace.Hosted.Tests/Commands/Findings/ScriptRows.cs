namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>The findings of Test-ExchangeScript.</summary>
internal static class ScriptRows
{
    public static FindingTable Table { get; } = new(
        """
        function Lint($Line, $Version = '2016') { Test-ExchangeScript -Script $Line -ExchangeVersion $Version }
        """,
        """
        EXN400 Lint 'Get-Weather -Place Bern'
        EXN402 Lint 'Set-OwaVirtualDirectry -Identity x'
        EXN403/Error Lint 'Set-MapiVirtualDirectory -Identity x' 2010
        EXN404 Lint 'Set-OwaVirtualDirectory -Identity x -ExternalUrll https://a.contoso.com/owa'
        EXN406 Lint 'Set-OwaVirtualDirectory -Identity x -ExternalU https://a.contoso.com/owa'
        EXN407 Lint 'Set-OwaVirtualDirectory -Identity x -E https://a.contoso.com/owa'
        EXN408 Lint 'Set-OwaVirtualDirectory -Identity x -Identity y'
        EXN409 Lint 'Set-OwaVirtualDirectory -Identity x -ExternalUrl'
        EXN410 Lint 'Set-OwaVirtualDirectory -ExternalUrl https://a.contoso.com/owa'
        EXN411 Lint 'Get-OwaVirtualDirectory -Identity x -Server y'
        EXN412 Lint 'Set-OwaVirtualDirectory -Identity EX01\owa (Default Web Site)'
        EXN413 Lint 'Set-OutlookAnywhere -Identity x -ExternalClientAuthenticationMethod Bassic'
        EXN414 Lint "Set-OwaVirtualDirectory -Identity x -FormsAuthentication 'yes'"
        EXN415 Lint 'Set-OwaVirtualDirectory -Identity x -ExternalUrl mail.contoso.com/owa'
        EXN416 Lint 'Set-OwaVirtualDirectory -Identity x -InternalUrl https://mail.contoso.locals/owa'
        EXN417 Lint "Set-OwaVirtualDirectory -Identity $([char]0x201C)EX01$([char]0x201D)"
        EXN418/Error Lint "Set$([char]0x2013)OwaVirtualDirectory -Identity EX01"
        EXN418/Warning Lint "Set-OwaVirtualDirectory $([char]0x2013)Identity EX01"
        EXN419 Lint 'Set-OwaVirtualDirectory -Identity "EX01'
        EXN420 Lint 'Set-OwaVirtualDirectory -Identity <server>'
        EXN421 Lint 'if ('
        EXN422/Warning Lint 'class A { }'
        EXN422/Error Lint 'class A { }' 2010
        EXN423/Warning Lint 'Get-ChildItem -Recurse -Depth 2'
        EXN423/Error Lint 'Get-ChildItem -Recurse -Depth 2' 2010
        EXN425/Warning Lint 'Set-MapiVirtualDirectory -Identity x -InternalUrl https://mail.contoso.com'
        EXN425/Error Lint 'Set-MapiVirtualDirectory -Identity x -InternalUrl https://mail.contoso.com/ecp'
        EXN426 Lint 'Set-OwaVirtualDirectory -Identity x -InternalUrl http://mail.contoso.com/owa'
        EXN427 Lint 'Set-OutlookAnywhere -Identity x -InternalHostname https://mail.contoso.com'
        EXN428 Lint 'Set-OwaVirtualDirectory -Identity x -InternalUrl https://mail/owa'
        EXN429 Lint 'Set-OutlookAnywhere -Identity x -DefaultAuthenticationMethod Ntlm -ExternalClientAuthenticationMethod Ntlm'
        EXN440 $line = 'Set-OwaVirtualDirectory -Identity x -ExternalUrl https://mial.contoso.com/owa'
            Test-ExchangeScript -Script $line SE -Plan (Quiet-Plan EX01)
        EXN401 Lint 'Set-OrganizationConfig -Nonsense 1'
        EXN405/Error Lint 'Set-OutlookAnywhere -Identity x -InternalHostname a.contoso.com' 2010
        EXN405/Warning Lint 'Set-OwaVirtualDirectory -Identity x -WhatIf' 2007RTM
        EXN424 Lint ('a' + '(1)' * 20000)
        EXN441/Error Lint "Set-OwaVirtualDirectory -Identity x```n-ExternalUrl https://a.contoso.com/owa"
        EXN441/Warning Lint "Set-OwaVirtualDirectory -Identity x```n-ExternalUrl https://a.contoso.com/owa" 2010
        """) { AsObjects = true };
}
