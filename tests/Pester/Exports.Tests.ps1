Describe 'Exports' {
    BeforeAll {
        $manifest = Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1'
        $data = Import-PowerShellDataFile -LiteralPath $manifest
        $module = Import-Module $manifest -PassThru -Force -ErrorAction Stop
    }

    It 'exports the cmdlets the manifest names and nothing else' {
        @($module.ExportedCmdlets.Keys | Sort-Object) | Should -Be @($data.CmdletsToExport | Sort-Object)
        $module.ExportedFunctions.Count | Should -Be 0
        $module.ExportedAliases.Count | Should -Be 0
        $module.ExportedVariables.Count | Should -Be 0
    }

    It 'has every cmdlet of the assembly in the manifest' {
        $assembly = $module.ExportedCmdlets.Values | Select-Object -First 1 | ForEach-Object { $_.ImplementingType.Assembly }
        $declared = @($assembly.GetExportedTypes() | ForEach-Object {
            $_.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false) | ForEach-Object { $_.VerbName + '-' + $_.NounName }
        })
        @($declared | Sort-Object) | Should -Be @($data.CmdletsToExport | Sort-Object)
    }

    It 'uses approved verbs only' {
        $approved = @(Get-Verb | ForEach-Object { $_.Verb })
        $module.ExportedCmdlets.Values | Where-Object { $approved -notcontains $_.Verb } | Should -BeNullOrEmpty
    }

    It 'has the version of its assembly' {
        $assembly = $module.ExportedCmdlets.Values | Select-Object -First 1 | ForEach-Object { $_.ImplementingType.Assembly }
        $assembly.GetName().Version.ToString(3) | Should -BeExactly $data.ModuleVersion
    }
}
