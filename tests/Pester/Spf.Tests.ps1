Describe 'Test-SpfSender' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop
        # Port 9 of the loopback: no server answers there, so nothing leaves this machine.
        $silent = @{ DnsServer = '127.0.0.1:9'; Timeout = 0.1; Retry = 0; WarningAction = 'SilentlyContinue' }
    }

    It 'judges <Address> as <Result> by a pasted record' -ForEach @(
        @{ Address = '192.0.2.10'; Result = 'Pass' }
        @{ Address = '::ffff:192.0.2.10'; Result = 'Pass' }
        @{ Address = '198.51.100.1'; Result = 'Fail' }
        @{ Address = '2001:db8::1'; Result = 'Fail' }
    ) {
        (Test-SpfSender $Address bob@contoso.com -Record 'v=spf1 ip4:192.0.2.0/28 -all' @silent).Result | Should -Be $Result
    }

    It 'says that nothing can be told where no server answers' {
        $found = Test-SpfSender 192.0.2.10 bob@contoso.com @silent
        $found.Result | Should -Be 'TempError'
        $found.Findings.Code | Should -Be 'EXN325'
    }

    It 'shows each term with its reason' {
        $trace = (Test-SpfSender 198.51.100.1 bob@contoso.com -Record 'v=spf1 ip4:192.0.2.0/28 -all' @silent).Trace
        $trace.Term | Should -Be 'ip4:192.0.2.0/28', '-all'
        $trace[1].Outcome | Should -Be 'Match'
    }
}

Describe 'New-SpfRecord' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop
    }

    It 'makes one record from addresses' {
        (New-SpfRecord contoso.com 192.0.2.10, 2001:db8::10 -Mx).Record | Should -BeExactly 'v=spf1 ip4:192.0.2.10 ip6:2001:db8::10 mx -all'
    }

    It 'merges with the record that exists' {
        (New-SpfRecord contoso.com 192.0.2.10 -Existing 'v=spf1 mx ~all').Record | Should -BeExactly 'v=spf1 ip4:192.0.2.10 mx ~all'
    }

    It 'gives a domain that sends nothing a record and a null MX' {
        $silent = New-SpfRecord contoso.com -SendsNoMail
        $silent.Record | Should -BeExactly 'v=spf1 -all'
        $silent.NullMx | Should -BeExactly '0 .'
    }

    It 'takes a plan from the pipeline' {
        $plan = Get-NamespacePlan EX01 mail.contoso.com -MailHost mail.contoso.com -SmtpDomain contoso.com -SendingIPAddress 192.0.2.10 -ExchangeVersion 2019 -DnsModel Split -WarningAction SilentlyContinue
        ($plan | New-SpfRecord)[0].Record | Should -BeExactly 'v=spf1 ip4:192.0.2.10 -all'
    }

    It 'refuses to let everybody pass' {
        New-SpfRecord contoso.com 192.0.2.10 -All Pass -ErrorAction SilentlyContinue -ErrorVariable fault | Should -BeNullOrEmpty
        $fault[0].FullyQualifiedErrorId | Should -BeExactly 'SpfAllowsEveryone,ExchangeNamespace.Cmdlets.NewSpfRecordCommand'
    }
}
