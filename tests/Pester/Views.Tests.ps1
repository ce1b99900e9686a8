BeforeDiscovery {
    # For each table the column that decides, with a value of the length that users have.
    $decisive = [ordered]@{
        'Autodiscover.AutodiscoverRoute'               = 'Endpoint'
        'Autodiscover.AutodiscoverStep'                = 'Detail'
        'Autodiscover.AutodiscoverUrl'                 = 'Url'
        'Autodiscover.AutodiscoverHop'                 = 'Url'
        'Certificates.Reduction.CertificateNameChoice' = 'Price'
        'Certificates.Reduction.MachineCertificate'    = 'CommonName'
        'Certificates.Renewal.RenewalStep'             = 'Title'
        'Certificates.Checking.CertificateHost'        = 'Reason'
        'Design.DesignMember'                          = 'Value'
        'Model.PlannedServer'                          = 'InternetFacing'
        'Model.PlannedCertificate'                     = 'CommonName'
        'Model.PlannedSite'                            = 'InternalHost'
        'Model.ServiceAssignment'                      = 'External'
        'Diagnostics.Finding'                          = 'Remedy'
        'Model.DnsRecord'                              = 'Value'
        'Model.CertificateName'                        = 'Reason'
        'Emission.ExchangeCommand'                     = 'Line'
        'Certificates.Requests.CertificateNameEntry'   = 'Reason'
        'Builds.ExchangeBuildInfo'                     = 'Newest'
        'Builds.ExchangeUpdate'                        = 'Kb'
        'Builds.UpdateFix'                             = 'Text'
        'Cluster.QuorumVote'                           = 'MayFail'
        'Cluster.RunbookStep'                          = 'Command'
        'Dns.ZoneRecord'                               = 'Data'
        'FrontDoor.LoadBalancer.VirtualService'        = 'Monitor'
        'FrontDoor.Services.NamespaceServiceCheck'     = 'Outcome'
        'SplitDns.SplitDnsName'                        = 'External'
        'SplitDns.SplitDnsModel'                       = 'Line'
        'SplitDns.SplitDnsZone'                        = 'MissingInside'
        'Mail.Identity.MailIdentityLink'               = 'Outcome'
        'Routing.ClientAccessRoute'                    = 'Path'
        'Verdicts.NamespaceCheckResult'                = 'Message'
        'Scripts.ScriptFinding'                        = 'Message'
        'Mail.Spf.SpfStep'                             = 'Reason'
        'Mail.Spf.SpfCostLine'                         = 'Problem'
        'Mail.StartTls.StartTlsCandidate'              = 'Reason'
        'State.CapturedAcceptedDomain'                 = 'DomainType'
        'State.CapturedOutlookProvider'                = 'CertPrincipalName'
        'State.CapturedClientAccessArray'              = 'Fqdn'
        'State.CapturedTransportServer'                = 'InternalTransportCertificateThumbprint'
        'State.CapturedServer'                         = 'Roles'
        'State.CapturedService'                        = 'External'
        'State.CapturedCertificate'                    = 'NotAfter'
        'State.CapturedReceiveConnector'               = 'AuthMechanism'
        'State.CapturedSendConnector'                  = 'SourceTransportServers'
        'Migration.MigrationStep'                      = 'Title'
        'Migration.Calendar.CalendarEntry'             = 'Title'
        'Migration.Simulation.MigrationVerdict'        = 'Message'
        'FrontDoor.Protection.ProtectionCheck'         = 'Message'
        'Comparison.Effects.PlanChange'                = 'New'
        'Comparison.SettingComparison'                 = 'CurrentEnd'
        'Comparison.SettingComparison#ByService'       = 'CurrentEnd'
    }
    $tables = foreach ($file in Get-ChildItem (Join-Path $PSScriptRoot '../../bin/*.Format.ps1xml')) {
        foreach ($view in ([xml] (Get-Content -Raw $file.FullName)).Configuration.ViewDefinitions.View) {
            if ($view.SelectSingleNode('TableControl')) {
                $type = $view.ViewSelectedBy.TypeName -replace '^ExchangeNamespace\.'
                foreach ($width in 80, 120) {
                    @{
                        Type     = $type
                        Width    = $width
                        Decisive = $decisive[$type]
                        Members  = @($view.SelectNodes('.//TableColumnItem/PropertyName | GroupBy/PropertyName') | ForEach-Object { $_.InnerText })
                    }
                }
            }
        }
    }
}

Describe 'Views at <Width> columns: <Type>' -ForEach $tables {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -ErrorAction Stop

        # Letters that stand nowhere else, so that what a table broke into lines can be put together again.
        $known = @{
            AdminDisplayVersion = 'Version 15.2 (Build 1748.10)'
            Thumbprint          = '1' * 40
            Build               = '15.02.1748.036'.Substring(0, 13)
            InternetFacing      = $true
            NotAfter            = [pscustomobject]@{ IsKnown = $true; Value = [datetime] '2027-03-15' }
            Newest              = 'to 2026-11-10'
            Kb                  = 'KB5066366'
            Status              = 'Inconclusive'
            Outcome             = 'Unknown'
            Begin               = [datetime] '2027-01-02 20:00'
            End                 = [datetime] '2027-01-02 20:30'
        }
        function New-Row([string] $value) {
            $row = [ordered]@{ PSTypeName = 'ExchangeNamespace.' + $Type }
            foreach ($member in @($Members) + 'Severity', 'Message', 'Remedy', 'Verdict', 'Status', 'Outcome', 'NotAfter', 'Begin', 'End') {
                $row[$member] = if ($known.ContainsKey($member)) { $known[$member] } else { 'ex01.corp.contoso.com' }
            }
            if (-not $known.ContainsKey($Decisive)) { $row[$Decisive] = $value }
            [pscustomobject] $row
        }

        # The text of each column, put together from the lines that it was broken into.
        function Get-Column([string[]] $lines) {
            $ruler = [Array]::FindIndex($lines, [Predicate[string]] { param($l) $l -match '^ *-+( +-+)* *$' })
            $starts = @([regex]::Matches($lines[$ruler], '-+') | ForEach-Object { $_.Index })
            for ($i = 0; $i -lt $starts.Count; $i++) {
                -join $(foreach ($line in $lines[($ruler + 1)..($lines.Count - 1)]) {
                    if ($line.Length -gt $starts[$i]) {
                        $end = if ($i + 1 -lt $starts.Count) { [Math]::Min($starts[$i + 1], $line.Length) } else { $line.Length }
                        $line.Substring($starts[$i], $end - $starts[$i])
                    }
                })
            }
        }
    }

    It 'keeps the column that decides, whole' {
        $Decisive | Should -Not -BeNullOrEmpty -Because "the table of $Type needs a row in this file"
        $wanted = 'https://ausgeschrieben.corp.contoso.com/Microsoft-Server-ActiveSync'
        $shown = New-Row $wanted | Format-Table | Out-String -Width $Width
        if ($Decisive -eq 'NotAfter') { $wanted = '2027-03-15' } elseif ($known.ContainsKey($Decisive)) { $wanted = "$($known[$Decisive])" }

        $columns = @(Get-Column ($shown -split '\r?\n') | ForEach-Object { $_ -replace '\s' })

        @($columns | Where-Object { $_.EndsWith(($wanted -replace '\s')) }).Count | Should -BeGreaterOrEqual 1 -Because $shown
        $shown | Should -Not -Match ([string] [char] 0x2026) -Because 'nothing is cut off'
    }
}

Describe 'Findings of a plan' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -ErrorAction Stop
        $servers = foreach ($n in 1..6) { @{ Name = "BR$n"; Site = "Branch$n"; InternetFacing = $false } }
        $plan = @(@{ Name = 'FRONT'; Site = 'Main' }) + $servers |
            Get-NamespacePlan -ExternalHost mail.contoso.com -ExchangeVersion 2019 -WarningAction SilentlyContinue -InformationAction Ignore
        $shown = $plan.Findings | Out-String -Width 80
    }

    It 'come by severity' {
        $order = @($plan.Findings | ForEach-Object { [int] $_.Severity })
        $order | Should -Be @($order | Sort-Object -Descending)
    }

    It 'are folded, with all their servers' {
        $cleared = @($plan.Findings | Where-Object Code -eq 'EXN003')
        $cleared.Count | Should -Be 1
        $cleared[0].Servers | Should -Be 'BR1', 'BR2', 'BR3', 'BR4', 'BR5', 'BR6'
    }

    It 'show what to do' {
        ($shown -replace '\s') | Should -BeLike '*LeaveoutInternetFacing=$falsewhereclientsoutsidedoreachtheserver.*'
    }
}

Describe 'Colour' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -ErrorAction Stop
        . (Join-Path $PSScriptRoot '../Support/CleanShell.ps1')
        $escape = [string] [char] 27
        $rows = @(
            [pscustomobject] @{ PSTypeName = 'ExchangeNamespace.Diagnostics.Finding'; Code = 'EXN001'; Severity = 'Error'; Subject = 'a'; Message = 'm'; Remedy = 'r' }
            [pscustomobject] @{ PSTypeName = 'ExchangeNamespace.Diagnostics.Finding'; Code = 'EXN002'; Severity = 'Warning'; Subject = 'a'; Message = 'm'; Remedy = 'r' }
            [pscustomobject] @{ PSTypeName = 'ExchangeNamespace.Diagnostics.Finding'; Code = 'EXN003'; Severity = 'Information'; Subject = 'a'; Message = 'm'; Remedy = '' }
        )
        $difference = [pscustomobject] @{
            PSTypeName = 'ExchangeNamespace.Comparison.SettingComparison'; Server = 'EX01'; Outcome = 'Failed'; Verdict = 'Differs'; Service = 'OWA'
            Setting = 'InternalUrl'; PlannedEnd = 'a'; CurrentEnd = 'b'
        }
    }

    It 'of <Word> is that of PowerShell for <As>' -Skip:($PSVersionTable.PSVersion.Major -lt 7) -ForEach @(
        @{ Word = 'Error'; As = 'Error' }
        @{ Word = 'Warning'; As = 'Warning' }
        @{ Word = 'Differs'; As = 'Warning' }
        @{ Word = 'Failed'; As = 'Error' }
    ) {
        $before = $PSStyle.OutputRendering
        try {
            $PSStyle.OutputRendering = 'Ansi'
            $shown = @($rows) + $difference | ForEach-Object { $_ | Format-Table | Out-String -Width 80 }
        }
        finally { $PSStyle.OutputRendering = $before }

        -join $shown | Should -Match ([regex]::Escape($PSStyle.Formatting.$As + $Word + $PSStyle.Reset))
        -join $shown | Should -Not -Match ([regex]::Escape($escape) + '[^ ]*Information')
    }

    It 'is left out where PowerShell writes plain text' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $before = $PSStyle.OutputRendering
        try {
            $PSStyle.OutputRendering = 'PlainText'
            $shown = @($rows) + $difference | ForEach-Object { $_ | Format-Table | Out-String -Width 80 }
        }
        finally { $PSStyle.OutputRendering = $before }

        -join $shown | Should -Not -Match $escape
        -join $shown | Should -Match 'Warning'
    }

    It 'is left out of files, and in a strict shell too' {
        $manifest = (Resolve-Path (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1')).Path
        $file = Join-Path $TestDrive 'findings.txt'
        Invoke-CleanShell "Set-StrictMode -Version Latest; Import-Module '$manifest'
            (Get-NamespacePlan EX01 mail.contoso.com -ExchangeVersion SE -WarningAction SilentlyContinue).Findings > '$file'"

        $shown = Get-Content -Raw $file
        $shown | Should -Match 'EXN001 Warning '
        $shown | Should -Not -Match $escape
    }

    It 'is left out, and the word is not, where there is no PSStyle' {
        $format = Join-Path $PSScriptRoot '../../bin/ExchangeNamespace.Format.ps1xml'
        $shown = @(foreach ($mode in '', 'Set-StrictMode -Version Latest') {
            $shell = [powershell]::Create()
            try {
                $shell.AddScript("param(`$format, `$row)
                    $mode
                    Update-FormatData -PrependPath `$format
                    Remove-Variable PSStyle -Force -ErrorAction Ignore
                    `$row | Format-Table | Out-String -Width 80").AddArgument($format).AddArgument($rows[1]).Invoke()
            }
            finally { $shell.Dispose() }
        })

        $shown.Count | Should -Be 2
        foreach ($text in $shown) {
            $text | Should -Match 'EXN002 Warning '
            $text | Should -Not -Match $escape
        }
    }
}
