@{
    RootModule        = 'ExchangeNamespace.Benchmarks.EmptyModule.dll'
    ModuleVersion     = '0.1.0'
    GUID              = '5f0c7c1e-0f57-4f0c-9a3e-2b8d6c1f7a40'
    PowerShellVersion = '5.1'
    CmdletsToExport   = @()
    FunctionsToExport = @()
    AliasesToExport   = @()
    VariablesToExport = @()
}
