$EventSource = 'ExchangeNamespace'
$script:Failures = 0
if (-not $Folder) { $Folder = Split-Path -Parent $MyInvocation.MyCommand.Path }
$BaseName = Join-Path $Folder ([System.IO.Path]::GetFileNameWithoutExtension($MyInvocation.MyCommand.Path))
$LogFile = $BaseName + '.log'
