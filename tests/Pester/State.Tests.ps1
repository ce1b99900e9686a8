Describe 'Captured state' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop
        $capture = Join-Path $PSScriptRoot '../../docs/examples/capture'
    }

    It 'is read from a folder' {
        $state = Import-ExchangeState $capture
        @($state.Servers | ForEach-Object { $_.Name }) | Should -Be 'EX01', 'EX02'
        $state.Services.Count | Should -Be 16
    }

    It 'is read from deserialized objects, and is the same' {
        $fromFile = (Import-ExchangeState (Join-Path $capture 'Get-OwaVirtualDirectory.xml')).Services
        $fromObjects = (Import-Clixml (Join-Path $capture 'Get-OwaVirtualDirectory.xml') | Import-ExchangeState).Services
        "$($fromObjects | ForEach-Object { $_.Identity, $_.Internal, $_.External, $_.Settings['BasicAuthentication'] })" |
            Should -Be "$($fromFile | ForEach-Object { $_.Identity, $_.Internal, $_.External, $_.Settings['BasicAuthentication'] })"
    }

    It 'is not needed to tell what one change of a design means' {
        $now = Get-NamespacePlan EX01, EX02 mail.contoso.com -ExchangeVersion SE -DnsModel Split -WarningAction SilentlyContinue
        $new = Get-NamespacePlan EX01, EX02 mail.contoso.com -ExchangeVersion SE -DnsModel Split -ServiceHost @{ OWA = 'owa.contoso.com'; ECP = 'owa.contoso.com' } -WarningAction SilentlyContinue
        $changes = @($new | Compare-NamespacePlan -Reference $now)
        @($changes | Where-Object Kind -EQ Setting | ForEach-Object { "$($_.Subject) $($_.Item)" }) | Should -Be 'OWA InternalUrl', 'OWA ExternalUrl', 'ECP InternalUrl', 'ECP ExternalUrl'
        @($changes.Lines | Select-Object -Unique).Count | Should -Be 4
        @($changes | Where-Object Kind -EQ CertificateName).New | Should -Be 'owa.contoso.com'
        @($now | Compare-NamespacePlan -Reference $now) | Should -BeNullOrEmpty
        $now | Compare-NamespacePlan -Reference $now -Quiet | Should -BeTrue
        $new | Compare-NamespacePlan -Reference $now -Quiet | Should -BeFalse
        @($new | Compare-NamespacePlan -Reference $now -As Markdown)[0] | Should -Be '# Change of the namespace mail.contoso.com'
        { $new | Compare-NamespacePlan -Reference $now -State 1 -ErrorAction Stop } | Should -Throw
    }

    It 'tells null from not captured' {
        $owa = (Import-ExchangeState (Join-Path $capture 'Get-OwaVirtualDirectory.xml')).Services[1]
        "$($owa.External.Status)" | Should -Be 'Null'
        "$($owa.SiteScope.Status)" | Should -Be 'Absent'
    }

    It 'is an error and nothing else for <Name>' -ForEach @(
        @{ Name = 'a file that is no XML'; Content = 'x'; Id = 'StateFileInvalid' }
        @{ Name = 'a document type'; Content = '<!DOCTYPE a><Objs xmlns="http://schemas.microsoft.com/powershell/2004/04" />'; Id = 'StateFileInvalid' }
        @{ Name = 'objects of another program'; Content = '<Objs xmlns="http://schemas.microsoft.com/powershell/2004/04"><S>x</S></Objs>'; Id = 'StateObjectNotRecognised' }
    ) {
        $file = Join-Path $TestDrive 'Get-OwaVirtualDirectory.xml'
        Set-Content -LiteralPath $file -Value $Content -Encoding ASCII
        $state = Import-ExchangeState $file -ErrorVariable said -ErrorAction SilentlyContinue
        $state | Should -BeNullOrEmpty
        @($said).Count | Should -Be 1
        $said[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
    }

    It 'refuses objects that are none of Exchange' {
        { Get-Item $PSScriptRoot | ForEach-Object { [pscustomobject]@{ Name = $_.Name } } | Import-ExchangeState -ErrorAction Stop } | Should -Throw -ErrorId 'StateObjectNotRecognised,*'
    }

    It 'is captured by the emitted script, which is ASCII and reads only' {
        $lines = @(Export-StateCaptureScript 2007)
        ($lines -join '') | Should -Not -Match '[^ -~]'
        @($lines | Where-Object { $_ -match '\b(Set|New|Remove|Enable|Disable)-(?!Item)' }) | Should -BeNullOrEmpty
        @($lines | Where-Object { $_ -like '# --- *' }) | Should -Contain '# --- Get-UMVirtualDirectory'
        @(Export-StateCaptureScript SE) | Should -Not -Contain '# --- Get-UMVirtualDirectory'
    }

    It 'stops at its first line outside the Exchange Management Shell' {
        $before = @(Get-ChildItem).Count
        { Export-StateCaptureScript SE | Invoke-Expression } | Should -Throw '*not the Exchange Management Shell*'
        @(Get-ChildItem).Count | Should -Be $before
    }

    It 'names its folder by the same day in every calendar' {
        $line = Export-StateCaptureScript SE | Where-Object { $_ -like '$CaptureFolder = *' }
        $before = [cultureinfo]::CurrentCulture
        try {
            foreach ($culture in 'th-TH', 'fa-IR', 'ar-SA') {
                [cultureinfo]::CurrentCulture = $culture
                . ([scriptblock]::Create($line))
                $CaptureFolder | Should -MatchExactly '^C:\\ExchangeState-20\d{6}-\d{6}$'
            }
        } finally {
            [cultureinfo]::CurrentCulture = $before
        }
    }

    It 'captures stub objects that the module reads back' {
        function Get-OwaVirtualDirectory { [pscustomobject]@{ Identity = 'EX01\owa (Default Web Site)'; Name = 'owa (Default Web Site)'; Server = 'EX01'; InternalUrl = [uri]'https://ex01/owa'; ExternalUrl = $null } }
        foreach ($name in 'ExchangeServer', 'ClientAccessService', 'WebServicesVirtualDirectory', 'OabVirtualDirectory', 'OutlookAnywhere', 'ActiveSyncVirtualDirectory', 'EcpVirtualDirectory', 'MapiVirtualDirectory', 'PowerShellVirtualDirectory', 'AutodiscoverVirtualDirectory', 'ExchangeCertificate', 'ReceiveConnector', 'SendConnector', 'AcceptedDomain', 'OutlookProvider', 'OrganizationConfig', 'TransportService') {
            Set-Item -Path "function:Get-$name" -Value { }
        }

        $folder = Join-Path $TestDrive 'captured'
        $null = New-Item -ItemType Directory -Path $folder
        Export-StateCaptureScript SE | Where-Object { $_ -notlike 'New-Item*' } | ForEach-Object { $_ -replace '^\$CaptureFolder = .*', "`$CaptureFolder = '$folder'" } | Invoke-Expression
        $owa = @((Import-ExchangeState $folder).Services)
        $owa.Count | Should -Be 1
        "$($owa[0].Internal) $($owa[0].External.Status) $($owa[0].Setting('BasicAuthentication').Status)" | Should -Be 'https://ex01/owa Null Absent'
    }

    Context 'beside a plan' {
        BeforeAll {
            $state = Import-ExchangeState $capture
            $plan = $state.Servers | Get-NamespacePlan -ExternalHost mail.contoso.com -DnsModel Split -WarningAction SilentlyContinue
        }

        It 'is compared setting by setting' {
            $rows = @($plan | Compare-NamespacePlan -State $state -WarningAction SilentlyContinue)
            @($rows | Where-Object { $_.Server -eq 'EX01' -and "$($_.Verdict)" -ne 'Equal' }) | Should -BeNullOrEmpty
            "$(($rows | Where-Object { $_.Server -eq 'EX02' -and $_.Service -eq 'OWA' -and $_.Setting -eq 'ExternalUrl' }).Verdict)" | Should -Be 'Missing'
            $plan | Compare-NamespacePlan -State $state -Quiet | Should -BeFalse
        }

        It 'is shown by server and by service' {
            $plan | Compare-NamespacePlan -State $state -WarningAction SilentlyContinue | Out-String | Should -Match 'Server: EX02'
            $plan | Compare-NamespacePlan -State $state -By Service -WarningAction SilentlyContinue | Out-String | Should -Match 'Service: OWA'
        }

        It 'gives the lines that change something, and the lines that take them back' {
            $plan | Export-VirtualDirectoryScript -CurrentState $state -Service OWA | Should -Be 'Set-OwaVirtualDirectory -Identity "EX02\owa (Default Web Site)" -InternalUrl https://mail.contoso.com/owa -ExternalUrl https://mail.contoso.com/owa'
            $plan | Export-VirtualDirectoryScript -CurrentState $state -Service OWA -Undo | Should -Be 'Set-OwaVirtualDirectory -Identity "EX02\owa (Default Web Site)" -InternalUrl https://ex02.contoso.com/owa -ExternalUrl $null'
        }

        It 'sets a download host, the switch of the organisation last, and takes the switch back first' {
            $owa = [pscustomobject]@{ CapturedBy = 'Get-OwaVirtualDirectory'; Identity = 'EX01\owa (Default Web Site)'; Server = 'EX01'
                InternalUrl = 'https://mail.contoso.com/owa'; ExternalUrl = 'https://mail.contoso.com/owa'
                ExternalDownloadHostName = $null; InternalDownloadHostName = 'old.contoso.com' }
            $organization = [pscustomobject]@{ CapturedBy = 'Get-OrganizationConfig'; Name = 'Contoso'; EnableDownloadDomains = $false }
            $captured = $owa, $organization | Import-ExchangeState
            $plan = Get-NamespacePlan EX01 mail.contoso.com -ExchangeVersion SE -DnsModel Split -DownloadHost dl.contoso.com -WarningAction SilentlyContinue
            $plan | Export-VirtualDirectoryScript -CurrentState $captured -Service OWA | Should -Be @(
                'Set-OwaVirtualDirectory -Identity "EX01\owa (Default Web Site)" -ExternalDownloadHostName dl.contoso.com -InternalDownloadHostName dl.contoso.com'
                'Set-OrganizationConfig -EnableDownloadDomains:$true')
            $plan | Export-VirtualDirectoryScript -CurrentState $captured -Service OWA -Undo | Should -Be @(
                'Set-OrganizationConfig -EnableDownloadDomains:$false'
                'Set-OwaVirtualDirectory -Identity "EX01\owa (Default Web Site)" -ExternalDownloadHostName $null -InternalDownloadHostName old.contoso.com')
        }

        It 'is told of an external host that is the name of any server' {
            $owa = [pscustomobject]@{ CapturedBy = 'Get-OwaVirtualDirectory'; Identity = 'EX01\owa (Default Web Site)'; Server = 'EX01'
                InternalUrl = 'https://mail.contoso.com/owa'; ExternalUrl = 'https://ex02.contoso.com/owa' }
            $rows = @($plan | Compare-NamespacePlan -State ($owa | Import-ExchangeState) -WarningAction SilentlyContinue)
            @($rows | Where-Object Service -EQ ExternalHost).Setting | Should -Be 'ex02.contoso.com'
        }

        It 'keeps its error id where it is refused' {
            $plan = Get-NamespacePlan EX01 mail.contoso.com -ExchangeVersion 2016 -WarningAction SilentlyContinue
            { $plan | Compare-NamespacePlan -State 42 -ErrorAction Stop } | Should -Throw -ErrorId 'StateObjectNotRecognised,ExchangeNamespace.Cmdlets.CompareNamespacePlanCommand'
        }

        It 'is needed for an undo' {
            { $plan | Export-VirtualDirectoryScript -Undo -ErrorAction Stop } | Should -Throw -ErrorId 'UndoNeedsState,*'
        }
    }
}
