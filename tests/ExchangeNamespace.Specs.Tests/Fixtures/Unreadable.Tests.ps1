Describe 'Unreadable' {
    It 'is never reached' { }
    throw 'cannot be read'
}
