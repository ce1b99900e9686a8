Describe 'Export-LoadBalancerScript' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -ErrorAction Stop
        $servers = 1..3 | ForEach-Object { @{ Name = "EX0$_"; IPAddress = "10.1.0.1$_" } }
        $plan = Get-NamespacePlan $servers mail.contoso.com -ADDomain corp.contoso.com -ExchangeVersion SE -DnsModel Split -ReverseProxy SharedCertificate -WarningAction SilentlyContinue
    }

    It 'writes a file with line feeds alone, whole or not at all' {
        $file = Join-Path $TestDrive 'haproxy.cfg'
        $plan | Export-LoadBalancerScript -Path $file -WarningAction SilentlyContinue

        $text = [System.IO.File]::ReadAllText($file)
        $text | Should -Not -Match "`r"
        $text | Should -BeExactly (@($plan | Export-LoadBalancerScript -WarningAction SilentlyContinue | ForEach-Object { "$_`n" }) -join '')
    }

    It 'gives a row for each service, which a pipeline can take on' {
        $rows = $plan | Export-LoadBalancerScript -Format Table -Mode Bridge -WarningAction SilentlyContinue

        ($rows | Where-Object Service -EQ EWS).Monitor | Should -Be 'GET https /EWS/healthcheck.htm is 200'
        @($rows | Where-Object Service -EQ Closed | ForEach-Object { $_.Paths[0] }) | Should -Be '/ecp', '/PowerShell'
        ($rows | Where-Object Service -EQ MAPI).Members.Count | Should -Be 3
    }

    It 'refuses nginx where NTLM would break, and says what works' {
        { $plan | Export-LoadBalancerScript -Format Nginx -Mode Bridge -ErrorAction Stop } | Should -Throw -ErrorId 'InputContradiction,*' -ExpectedMessage '*-Mode Passthrough*'
    }

    It 'refuses a file for objects' {
        { $plan | Export-LoadBalancerScript -Format Table -Path (Join-Path $TestDrive 'x') -ErrorAction Stop } | Should -Throw -ErrorId 'InputContradiction,*'
    }
}
