function ConvertTo-Secret([string] $Text) {
    $secret = New-Object -TypeName System.Security.SecureString
    foreach ($character in $Text.ToCharArray()) { $secret.AppendChar($character) }
    $secret.MakeReadOnly()
    return $secret
}

function Read-SecretFile([string] $Path) {
    $text = [System.IO.File]::ReadAllText($Path)
    if (-not $text.TrimStart().StartsWith('<Objs')) { return ConvertTo-Secret ($text.TrimEnd([char[]] (13, 10))) }
    $saved = Import-Clixml -Path $Path
    if ($saved -is [System.Security.SecureString]) { return $saved }
    return $saved.Password
}

# A password in the environment is taken out of it, so that no program started later inherits it.
function Get-Secret($Given) {
    if ($Given -is [System.Security.SecureString]) { return $Given }
    if ($Given) { return ConvertTo-Secret ([string] $Given) }
    if ($PasswordFile) { return Read-SecretFile $PasswordFile }
    if ($env:PFX_PASSWORD_FILE) { return Read-SecretFile $env:PFX_PASSWORD_FILE }
    $text = [string] $env:PFX_PASSWORD
    [System.Environment]::SetEnvironmentVariable('PFX_PASSWORD', '')
    return ConvertTo-Secret $text
}

function Get-PfxPath([string] $Given) {
    foreach ($path in @($Given, $env:PFX_FILE, $env:LEGO_CERT_PFX_PATH)) {
        if ($path) { return $path }
    }
    throw 'No file was handed over: give -PfxFullChain, or set PFX_FILE.'
}
