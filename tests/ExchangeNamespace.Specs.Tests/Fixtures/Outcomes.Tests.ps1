Describe 'Outcomes' {
    It 'passes for <_>' -ForEach 1, 2 { $_ | Should -BeGreaterThan 0 }
    It 'fails' { 'found' | Should -BeExactly 'expected' -Because 'this one must' }
    It 'is skipped' -Skip { throw 'never' }
    It 'is skipped for a reason' { Set-ItResult -Skipped -Because 'there is no server' }
    It 'cannot tell' { Set-ItResult -Inconclusive -Because 'the server did not answer' }

    Context 'with a set-up that fails' {
        BeforeAll { throw 'no set-up' }
        It 'never starts' { }
    }

    Context 'with a clean-up that fails' {
        It 'passes before' { }
        AfterAll { throw 'no clean-up' }
    }
}
