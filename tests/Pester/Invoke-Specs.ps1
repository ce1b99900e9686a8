<#
.SYNOPSIS
Runs the Pester specs of this folder, in the shell that runs this script.
.DESCRIPTION
A module once imported stays in its process, so start a new one each time:

    dotnet pwsh tests/Pester/Invoke-Specs.ps1 Spf
    dotnet pwsh tests/Pester/Invoke-Specs.ps1 Spf -Name '*one record*' -Pester 6

The exit code is 0 only when a spec ran and none failed.
.PARAMETER Path
Spec files, folders of them, or the first part of a file name of this folder; the whole folder by default.
.PARAMETER Name
Only the specs whose full name (Describe, Context and It, with a dot between) is like this pattern.
.PARAMETER Pester
5 or 6, of the versions that the build restores; or the path of a Pester.psd1.
.PARAMETER ResultPath
Writes what came out of each It to this file, as JSON, for the test project that counts them.
#>
[CmdletBinding()]
param(
    [string[]] $Path = @($PSScriptRoot),
    [string[]] $Name,
    [string] $Pester = '5',
    [string] $ResultPath
)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

function Get-PesterManifest {
    if ($Pester -notmatch '^\d+$') { return $Pester }
    $packages = if ($env:NUGET_PACKAGES) { $env:NUGET_PACKAGES } else { Join-Path $HOME '.nuget/packages' }
    $properties = [xml] (Get-Content -LiteralPath (Join-Path $PSScriptRoot '../../src/Directory.Packages.props') -Raw)
    $version = $properties.SelectSingleNode('//PesterVersions').InnerText -split ';' | Where-Object { $_ -like "$Pester.*" }
    if (-not $version) { throw "Pester $Pester is not among the versions of src/Directory.Packages.props" }
    $manifest = Join-Path $packages "pester/$version/tools/Pester.psd1"
    if (-not (Test-Path -LiteralPath $manifest)) { throw "Pester $version is not restored: run 'dotnet restore tests/RealPowerShell'" }
    return $manifest
}

function Get-SpecFile {
    foreach ($one in $Path) {
        $found = @(if (Test-Path -LiteralPath $one -PathType Container) {
            Get-ChildItem -LiteralPath $one -Filter '*.Tests.ps1'
        } elseif (Test-Path -LiteralPath $one) {
            Get-Item -LiteralPath $one
        } else {
            Get-ChildItem -LiteralPath $PSScriptRoot -Filter "$one.Tests.ps1"
        })
        if ($found.Count -eq 0) { throw "there is no spec file '$one'" }
        $found | ForEach-Object { $_.FullName }
    }
}

function Get-Message($Item) {
    return @($Item.ErrorRecord | Where-Object { $_ } | ForEach-Object {
        if ($_.PSObject.Properties['DisplayErrorMessage']) { $_.DisplayErrorMessage, $_.DisplayStackTrace } else { "$_", $_.ScriptStackTrace }
    }) -join "`n"
}

# Pester says 'is skipped, because there is no server', and nothing where the spec gives no reason.
function Get-Reason($Test) {
    $said = @($Test.ErrorRecord | Where-Object { $_ } | ForEach-Object { $_.Exception.Message }) -join ' '
    if ($said) { return $said -replace '^.*?, because ' }
    return 'The spec gives no reason.'
}

function New-Result($File, $Name, $Result, $Message) {
    return [pscustomobject]@{ File = [IO.Path]::GetFileName([string] $File); Name = $Name; Result = [string] $Result; Message = $Message }
}

function Get-TestResult($Test, $File) {
    $message = if ('Skipped', 'Inconclusive' -contains $Test.Result) { Get-Reason $Test } else { Get-Message $Test }
    New-Result $File $Test.ExpandedPath $Test.Result $message
}

# Every It, and a set-up or clean-up that failed.
function Get-BlockResult($Block, $File) {
    if (@($Block.ErrorRecord).Count -gt 0) {
        $where = if ($Block.IsRoot) { 'the file' } else { $Block.ExpandedPath }
        New-Result $File "set-up or clean-up of $where" 'Failed' (Get-Message $Block)
    }
    foreach ($test in $Block.Tests) { Get-TestResult $test $File }
    foreach ($inner in $Block.Blocks) { Get-BlockResult $inner $File }
}

# A file that cannot be read, or holds no It, is a failure of its own.
function Get-Result($Run) {
    foreach ($container in $Run.Containers) {
        $results = @(foreach ($block in $container.Blocks) { Get-BlockResult $block $container.Item })
        if (@($container.ErrorRecord).Count -gt 0) {
            New-Result $container.Item 'the file' 'Failed' (Get-Message $container)
        } elseif ($results.Count -eq 0) {
            New-Result $container.Item 'the file' 'Failed' 'The file holds no It.'
        }
        $results
    }
}

try {
    Import-Module (Get-PesterManifest)
    $settings = New-PesterConfiguration
    $settings.Run.Path = @(Get-SpecFile)
    $settings.Run.PassThru = $true
    $settings.Output.Verbosity = 'Normal'
    if ($Name) { $settings.Filter.FullName = $Name }
    # The specs look at error records, which a stopping shell would turn into exceptions.
    $ErrorActionPreference = 'Continue'
    Set-StrictMode -Off
    $run = Invoke-Pester -Configuration $settings
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version 2.0
    $results = @(Get-Result $run)
    if ($ResultPath) {
        $json = ConvertTo-Json -InputObject @{ Shell = [string] $PSVersionTable.PSVersion; Pester = $run.Version; Results = $results } -Depth 4
        [IO.File]::WriteAllText($ResultPath, $json)
    }
    $results | Where-Object { $_.Result -eq 'Skipped' -or $_.Result -eq 'Inconclusive' } |
        ForEach-Object { Write-Host "skipped: $($_.Name): $($_.Message)" }
    $ran = @($results | Where-Object { $_.Result -ne 'NotRun' })
    if ($ran.Count -eq 0) { throw 'no It ran' }
    if ($ran | Where-Object { $_.Result -eq 'Failed' }) { exit 1 }
} catch {
    Write-Host "Invoke-Specs.ps1: $_" -ForegroundColor Red
    exit 2
}
exit 0
