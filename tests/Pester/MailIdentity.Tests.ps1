Describe 'Test-MailIdentity' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop
        # Port 9 of the loopback: no server answers there, so nothing leaves this machine.
        $silent = @{ DnsServer = '127.0.0.1:9'; Timeout = 0.1; Retry = 0; SmtpTimeout = 0.1; WarningAction = 'SilentlyContinue' }
    }

    It 'says that nothing could be told where no server answers' {
        $links = @(Test-MailIdentity contoso.com @silent)
        @($links | ForEach-Object { $_.Link.ToString() }) | Should -Be 'MailExchanger', 'Dmarc', 'MtaSts', 'TlsReport'
        @($links | Where-Object { $_.Status -ne 'Inconclusive' }).Count | Should -Be 0
        $links[0].Findings.Code | Should -Be 'EXN269'
    }

    It 'takes a plan from the pipeline and looks at its sending addresses' {
        $plan = Get-NamespacePlan EX01 mail.contoso.com -ExchangeVersion 2019 -MailHost smtp.contoso.com -MailIPAddress 203.0.113.25 -WarningAction SilentlyContinue
        @($plan | Test-MailIdentity @silent | Where-Object { $_.Link -eq 'PointerRequired' })[0].Subject | Should -Be '203.0.113.25'
    }

    It 'refuses a name in EHLO that is more than a name' {
        { Test-MailIdentity contoso.com -HelloName "a`r`nMAIL FROM:<>" @silent } | Should -Throw
    }

    It 'fetches no policy where no record announces one' {
        @(Test-MailIdentity contoso.com -HttpsPort 9 @silent | Where-Object { $_.Link -eq 'MtaStsPolicy' }).Count | Should -Be 0
        { Test-MailIdentity contoso.com -HttpsPort 0 @silent } | Should -Throw
    }

    It 'shows links as a table' {
        Test-MailIdentity contoso.com @silent | Out-String -Width 200 | Should -Match 'Outcome\s+Subject\s+Link\s+Found'
    }
}
