# Dot-source it: runs a command in a new process of the shell that runs now, without profile; $LASTEXITCODE tells how it ended.
# A process of its own, because a module's assemblies stay loaded, and locked, where they were once imported.
function Invoke-CleanShell {
    param([string] $Command)
    $program = (Get-Process -Id $PID).Path
    $arguments = @('-NoProfile', '-NonInteractive', '-OutputFormat', 'Text', '-EncodedCommand',
        [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($Command)))
    switch ([IO.Path]::GetFileNameWithoutExtension($program)) {
        # PowerShell as a tool of the .NET SDK.
        'dotnet' { & $program (Join-Path $PSHOME 'pwsh.dll') $arguments }
        { 'pwsh', 'powershell' -contains $_ } { & $program $arguments }
        # An editor that hosts a shell.
        default { & (Join-Path $PSHOME ($(if ($PSVersionTable.PSVersion.Major -lt 6) { 'powershell' } else { 'pwsh' }))) $arguments }
    }
}
