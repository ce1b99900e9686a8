# The lines that remove the former certificates, for a person, later: no line of this script removes one.
function Write-Removal($New, $Planned) {
    if ($WhatIfPreference) { return }
    $lines = @('# Written by the deployment of ' + $New.Thumbprint + '. When nothing uses a certificate any more, run its line by hand.')
    foreach ($server in @($Planned.Servers)) {
        if (-not $Record.ContainsKey($server.Name)) { continue }
        $former = $Record[$server.Name]
        foreach ($thumbprint in @($former.Replaced | Where-Object { $_ })) {
            $command = 'Remove-ExchangeCertificate -Thumbprint ''' + $thumbprint + ''' -Server ''' + $server.Name + ''''
            $lines += '# From ' + $former.RemoveFrom + ' on: ' + $command
        }
    }
    if ($lines.Length -eq 1) { return }
    $text = [string]::Join([System.Environment]::NewLine, $lines) + [System.Environment]::NewLine
    $file = $BaseName + '.' + $New.Thumbprint + '.removal.ps1'
    if ([System.IO.File]::Exists($file) -and [System.IO.File]::ReadAllText($file) -eq $text) { return }
    [System.IO.File]::WriteAllText($file, $text)
    Write-Step ('The lines that remove the former certificates are in ' + $file + '.')
}
