BeforeDiscovery {
    $manifest = Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1'
    $commands = @((Import-PowerShellDataFile -LiteralPath $manifest).CmdletsToExport | ForEach-Object { @{ Command = $_ } })
}

Describe 'Help' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop
    }

    Context '<Command>' -ForEach $commands {
        BeforeAll {
            $help = Get-Help $Command -Full
            $info = Get-Command $Command -Module ExchangeNamespace
            $own = @($info.Parameters.Values | Where-Object {
                [System.Management.Automation.Cmdlet]::CommonParameters -notcontains $_.Name
            })
            $documented = @($help.parameters.parameter)
        }

        It 'has a synopsis that is not the generated syntax' {
            $help.Synopsis.Trim() | Should -Not -BeNullOrEmpty
            $help.Synopsis | Should -Not -Match ([regex]::Escape($Command))
        }

        It 'has a description' {
            (@($help.description | ForEach-Object { $_.Text }) -join '').Trim() | Should -Not -BeNullOrEmpty
        }

        It 'describes every parameter' {
            foreach ($parameter in $own) {
                $entry = @($documented | Where-Object { $_.name -eq $parameter.Name })
                $entry.Count | Should -Be 1 -Because "-$($parameter.Name) is a parameter"
                (@($entry[0].description | ForEach-Object { $_.Text }) -join '').Trim() |
                    Should -Not -BeNullOrEmpty -Because "-$($parameter.Name) needs a description"
            }
        }

        It 'describes no parameter that does not exist' {
            $names = @($own | ForEach-Object { $_.Name })
            $documented | Where-Object { $names -notcontains $_.name } | ForEach-Object { $_.name } | Should -BeNullOrEmpty
        }

        It 'gives the type of every parameter' {
            foreach ($parameter in $own) {
                $type = $parameter.ParameterType
                $underlying = [Nullable]::GetUnderlyingType($type)
                if ($null -ne $underlying) { $type = $underlying }
                $entry = $documented | Where-Object { $_.name -eq $parameter.Name }
                $entry.type.name | Should -Be $type.Name -Because "of -$($parameter.Name)"
            }
        }

        It 'has two examples with code and an explanation' {
            $examples = @($help.examples.example)
            $examples.Count | Should -BeGreaterOrEqual 2
            foreach ($example in $examples) {
                $example.code | Should -Not -BeNullOrEmpty
                (@($example.introduction; $example.remarks) | ForEach-Object { $_.Text }) -join '' | Should -Not -BeNullOrEmpty -Because $example.title
            }
        }
    }

    It 'has the about topic' {
        $topic = @(Get-Help about_ExchangeNamespace)
        $topic.Count | Should -Be 1
        ($topic[0] | Out-String) | Should -Match 'SHORT DESCRIPTION'
    }
}
