Describe 'A parameter that takes one of several names' {
    BeforeDiscovery {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -ErrorAction Stop
        $cases = foreach ($command in Get-Command -Module ExchangeNamespace) {
            foreach ($parameter in $command.Parameters.Values | Where-Object { $_.ParameterType.IsEnum -and $_.ParameterType.Namespace -like 'ExchangeNamespace*' }) {
                @{ Command = $command.Name; Parameter = $parameter.Name; Names = [enum]::GetNames($parameter.ParameterType) }
            }
        }
    }

    It 'is found in several commands' -TestCases @{ count = @($cases).Count } {
        $count | Should -BeGreaterThan 15
    }

    It 'refuses a list: <Command> -<Parameter>' -TestCases $cases {
        $given = @{ $Parameter = $Names[0..1] }
        $thrown = { & $Command @given } | Should -Throw -PassThru
        "$($thrown.FullyQualifiedErrorId)" | Should -BeLike 'ParameterArgumentTransformationError,*'
    }

    It 'refuses names joined by a comma: <Command> -<Parameter>' -TestCases $cases {
        $given = @{ $Parameter = $Names[0..1] -join ',' }
        $thrown = { & $Command @given } | Should -Throw -PassThru
        "$($thrown.FullyQualifiedErrorId)" | Should -BeLike 'ParameterArgumentTransformationError,*'
    }
}
