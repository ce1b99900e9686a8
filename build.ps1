<#
.SYNOPSIS
Builds, tests and packages the module. Runs on Windows PowerShell 5.1 and PowerShell 7.
.DESCRIPTION
Only sequences dotnet and file copies: 'dotnet build src/ExchangeNamespace.slnx' by itself leaves a working module
in the root of the repository. Tasks run in the order given; the first one that fails ends the run with exit code 1.
.PARAMETER Task
Build, Test, Pester, Package, Clean; several with commas. Test, Pester and Package build first. Test runs everything and prints
one count; Pester is the part of it that runs the specs.
.PARAMETER Configuration
Debug or Release. Packages are meant to be built with Release.
.PARAMETER NoBuild
Takes what the last build of that configuration left.
.PARAMETER OutputFolder
Package only: where the folder and the gallery package are written; out/ unless named.
.PARAMETER ProjectAddress
Package only: where the repository can be read, such as https://host/owner/name. The package has ProjectUri, LicenseUri and
the links of Get-Help -Online from it. Unless named, the address in src/Directory.Build.props.
.PARAMETER CertificateThumbprint
Package only, on Windows: signs the manifest, the format file and the DLLs with this certificate of the user's or the
machine's own store.
.EXAMPLE
./build.ps1 -Task Build,Test
.EXAMPLE
./build.ps1 -Task Package -Configuration Release -CertificateThumbprint 0123456789ABCDEF0123456789ABCDEF01234567
#>
[CmdletBinding()]
param(
    [string[]] $Task = @('Build'),
    [ValidateSet('Debug', 'Release')] [string] $Configuration = 'Debug',
    [switch] $NoBuild,
    [string] $OutputFolder = (Join-Path $PSScriptRoot 'out'),
    [string] $ProjectAddress,
    [string] $CertificateThumbprint
)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$root = $PSScriptRoot
$name = 'ExchangeNamespace'
$solution = Join-Path $root "src/$name.slnx"
$manifest = Join-Path $root "$name.psd1"
$out = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($OutputFolder)
$built = [bool] $NoBuild
. (Join-Path $root 'tests/Support/CleanShell.ps1')

function Invoke-Dotnet {
    param([string[]] $Arguments)
    Write-Host "dotnet $($Arguments -join ' ')"
    & dotnet $Arguments
    if ($LASTEXITCODE -ne 0) { throw "dotnet $($Arguments[0]) failed with exit code $LASTEXITCODE" }
}

function Invoke-InCleanShell {
    param([string] $Command)
    Invoke-CleanShell $Command | Out-Host
    if ($LASTEXITCODE -ne 0) { throw "the clean shell ended with exit code $LASTEXITCODE" }
}

function Get-Quoted {
    param([string] $Text)
    return "'" + [Management.Automation.Language.CodeGeneration]::EscapeSingleQuotedStringContent($Text) + "'"
}

function Invoke-Build {
    if ($script:built) { return }
    Invoke-Dotnet 'build', $solution, '-c', $Configuration
    $script:built = $true
}

function Invoke-Test {
    Invoke-Dotnet 'run', '--project', (Join-Path $root "tests/$name.Check"), '-c', $Configuration, '--', '--configuration', $Configuration, '--no-install'
    $script:built = $true
}

# The specs alone; they are among the tests of Invoke-Test.
function Invoke-PesterTask {
    Invoke-Build
    Invoke-Dotnet 'test', (Join-Path $root "tests/$name.Specs.Tests"), '-c', $Configuration, '--no-build'
}

function Invoke-Packager {
    param([string[]] $Arguments)
    Invoke-Dotnet (@((Join-Path $root "src/$name.Packager/bin/$Configuration/net10.0/$name.Packager.dll")) + $Arguments)
}

# What the package carries of others, by the tool of .config/dotnet-tools.json.
function Add-BillOfMaterials {
    param([string] $Folder, [string] $Version)
    $file = "$name.cdx.json"
    Push-Location -LiteralPath $root
    try {
        Invoke-Dotnet 'tool', 'restore'
        Invoke-Dotnet 'tool', 'run', 'dotnet-CycloneDX', '--', 'src/Package.slnf', '--output', $Folder, '--filename', $file,
            '--output-format', 'Json', '--no-serial-number', '--disable-package-restore',
            '--set-name', $name, '--set-version', $Version, '--set-type', 'Library',
            '--exclude-filter', 'Microsoft.NETFramework.ReferenceAssemblies'
    } finally {
        Pop-Location
    }
    Invoke-Packager 'settle', (Join-Path $Folder $file)
}

function Invoke-Package {
    if (-not $script:built) { Invoke-Dotnet 'build', (Join-Path $root "src/$name.Packager"), '-c', $Configuration }
    # Before anything is copied: no unsigned package is left where a signed one was asked for.
    $certificate = if ($CertificateThumbprint) { Get-SigningCertificate }
    $version = (Import-PowerShellDataFile -LiteralPath $manifest).ModuleVersion
    $package = Join-Path $out "$name/$version"
    $gallery = Join-Path $out "$name.$version.nupkg"
    foreach ($old in $package, $gallery) {
        if (Test-Path -LiteralPath $old) { Remove-Item -LiteralPath $old -Recurse -Force }
    }
    $null = New-Item -ItemType Directory -Path $package -Force
    foreach ($item in "$name.psd1", 'bin', 'en-US') {
        Copy-Item -LiteralPath (Join-Path $root $item) -Destination $package -Recurse
    }
    # The help's examples read them.
    $null = New-Item -ItemType Directory -Path (Join-Path $package 'docs')
    Copy-Item -LiteralPath (Join-Path $root 'docs/examples') -Destination (Join-Path $package 'docs') -Recurse
    Invoke-Packager (@('stamp', $package) + @($ProjectAddress | Where-Object { $_ }))
    Add-BillOfMaterials $package $version
    if ($certificate) { Invoke-Sign $package $certificate }
    $packaged = Get-Quoted (Join-Path $package "$name.psd1")
    Invoke-InCleanShell @"
`$ErrorActionPreference = 'Stop'
try {
    `$module = Import-Module $packaged -PassThru
    `$expected = @((Import-PowerShellDataFile -LiteralPath $packaged).CmdletsToExport | Sort-Object)
    `$actual = @(`$module.ExportedCommands.Keys | Sort-Object)
    if ((`$expected -join ' ') -ne (`$actual -join ' ')) { throw "manifest: `$expected; exported: `$actual" }
    Write-Host ('Package {0} {1} exports {2} commands' -f `$module.Name, `$module.Version, `$actual.Count)
} catch {
    Write-Host ('Package cannot be imported: ' + `$_)
    exit 1
}
"@
    Invoke-Packager 'pack', $package, $gallery
}

function Get-SigningCertificate {
    # PowerShell 7 adds the drive only when this module is loaded.
    Import-Module Microsoft.PowerShell.Security
    if (-not (Get-PSDrive -Name Cert -ErrorAction SilentlyContinue)) { throw 'signing needs the certificate store of Windows' }
    $found = @('Cert:\CurrentUser\My', 'Cert:\LocalMachine\My' | ForEach-Object { Join-Path $_ $CertificateThumbprint } |
        Where-Object { Test-Path -LiteralPath $_ } | ForEach-Object { Get-Item -LiteralPath $_ })
    if ($found.Count -eq 0) { throw "no certificate with thumbprint $CertificateThumbprint in the user's or the machine's own store" }
    return $found[0]
}

function Invoke-Sign {
    param([string] $Folder, $Certificate)
    foreach ($file in Get-ChildItem -LiteralPath $Folder -Recurse -File | Where-Object { '.psd1', '.ps1xml', '.dll' -contains $_.Extension }) {
        # A file with a valid signature of its publisher keeps it.
        if ((Get-AuthenticodeSignature -LiteralPath $file.FullName).Status -eq 'Valid') { continue }
        $signature = Set-AuthenticodeSignature -LiteralPath $file.FullName -Certificate $Certificate -HashAlgorithm SHA256
        if ($signature.Status -ne 'Valid') { throw "$($file.FullName): $($signature.StatusMessage)" }
    }
}

function Invoke-Clean {
    $folders = @('bin', 'en-US', 'out' | ForEach-Object { Join-Path $root $_ })
    foreach ($part in 'src', 'tests') {
        $folders += @(Get-ChildItem -LiteralPath (Join-Path $root $part) -Directory |
            ForEach-Object { foreach ($leaf in 'bin', 'obj', 'TestResults') { Join-Path $_.FullName $leaf } })
    }
    $folders | Where-Object { Test-Path -LiteralPath $_ } | ForEach-Object { Remove-Item -LiteralPath $_ -Recurse -Force }
    $script:built = $false
}

# 'powershell -File build.ps1 -Task Build,Test' passes one string.
$tasks = @($Task | ForEach-Object { $_ -split ',' } | ForEach-Object { $_.Trim() } | Where-Object { $_ })
$known = @{ Build = 'Invoke-Build'; Test = 'Invoke-Test'; Pester = 'Invoke-PesterTask'; Package = 'Invoke-Package'; Clean = 'Invoke-Clean' }
try {
    foreach ($one in $tasks) {
        if (-not $known.ContainsKey($one)) { throw "unknown task '$one'; known: Build, Test, Pester, Package, Clean" }
    }
    foreach ($option in 'CertificateThumbprint', 'ProjectAddress', 'OutputFolder') {
        if ($PSBoundParameters.ContainsKey($option) -and $tasks -notcontains 'Package') { throw "-$option is for -Task Package" }
    }
    foreach ($one in $tasks) { & $known[$one] }
} catch {
    Write-Host "build.ps1: $_" -ForegroundColor Red
    exit 1
}
exit 0
