# Runs the blocks of a page as they are typed at a prompt, one statement after another, in the global scope; this file is
# dot-sourced there. What a statement prints is kept as a console of 120 columns shows it.
$ExnPage = [IO.File]::ReadAllText($ExnInput) | ConvertFrom-Json -AsHashtable
$ErrorActionPreference = 'Continue'
$ProgressPreference = 'SilentlyContinue'
$PSStyle.OutputRendering = 'PlainText'
[cultureinfo]::CurrentCulture = [cultureinfo]::CurrentUICulture = 'en-US'
[Environment]::CurrentDirectory = $ExnPage.Folder
if (-not $IsWindows) { $null = New-PSDrive -Name C -PSProvider FileSystem -Root $ExnPage.Root -Scope Global }
Set-Location -LiteralPath $ExnPage.Folder
$env:PSModulePath = $ExnPage.Modules + [IO.Path]::PathSeparator + $env:PSModulePath
Import-Module ExchangeNamespace
# What -WhatIf says goes to the console and to no stream; the information stream goes there where a command is asked to show it.
$ExnConsole = [IO.StringWriter]::new()
[Console]::SetOut($ExnConsole)

if ($ExnPage.StandIn) {
    Add-Type -LiteralPath $ExnPage.StandIn
    $global:ExchangeStandIn = [ExchangeNamespace.StandIn.StandInSession]::Open($ExnPage.Version, [string[]] $ExnPage.Servers)
    foreach ($ExnFunction in [ExchangeNamespace.StandIn.StandInSession]::Functions($ExnPage.Version).GetEnumerator()) {
        Set-Item -LiteralPath "function:global:$($ExnFunction.Key)" -Value $ExnFunction.Value
    }
}

function Get-ExnConsoleText {
    $text = $ExnConsole.ToString()
    $null = $ExnConsole.GetStringBuilder().Clear()
    if ($text) { $text.TrimEnd() }
}

$ExnPrinted = [Collections.Generic.List[string]]::new()
foreach ($ExnCode in $ExnPage.Blocks) {
    $ExnLines = [Collections.Generic.List[string]]::new()
    $ExnStatements = [Collections.Generic.List[string]]::new()
    $ExnFaults = $null
    $ExnTree = [Management.Automation.Language.Parser]::ParseInput($ExnCode, [ref] $null, [ref] $ExnFaults)
    if ($ExnFaults) {
        $ExnStatements.Add($ExnCode)
    } else {
        $ExnEnd = -1
        foreach ($ExnStatement in $ExnTree.EndBlock.Statements) {
            # What stands on one line is one entry at a prompt.
            if ($ExnStatement.Extent.StartLineNumber -eq $ExnEnd) {
                $ExnStatements[$ExnStatements.Count - 1] += "; $($ExnStatement.Extent.Text)"
            } else {
                $ExnStatements.Add($ExnStatement.Extent.Text)
            }
            $ExnEnd = $ExnStatement.Extent.EndLineNumber
        }
    }
    foreach ($ExnText in $ExnStatements) {
        try {
            . ([scriptblock]::Create($ExnText)) 2>&1 3>&1 4>&1 5>&1 | ForEach-Object -Process {
                Get-ExnConsoleText
                if ($_ -is [Management.Automation.WarningRecord]) { "WARNING: $_" }
                else { $_ }
            } -End { Get-ExnConsoleText } | Out-String -Stream -Width $ExnPage.Width | ForEach-Object { $ExnLines.Add($_) }
        } catch {
            $_ | Out-String -Stream -Width $ExnPage.Width | ForEach-Object { $ExnLines.Add($_) }
        }
    }
    $ExnPrinted.Add($ExnLines -join "`n")
}
[IO.File]::WriteAllText($ExnOutput, (ConvertTo-Json -InputObject @($ExnPrinted)))
