Describe 'The session of a spec' {
    It 'is not in strict mode' { (Get-Item .).NoSuchProperty | Should -BeNullOrEmpty }
    It 'goes on after an error' { $ErrorActionPreference | Should -Be 'Continue' }
    It 'starts without a module of ours' { Get-Module ExchangeNamespace | Should -BeNullOrEmpty }
}
