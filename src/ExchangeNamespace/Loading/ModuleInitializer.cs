using System.Management.Automation;

namespace ExchangeNamespace.Loading;

/// <summary>Runs when PowerShell imports and removes the module: lets the module find its private libraries in between.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <summary>Starts answering for the module's private libraries. Loads nothing by itself.</summary>
    public void OnImport() => DependencyResolver.Attach();

    /// <summary>Stops answering once the module has left every runspace that imported it.</summary>
    /// <param name="psModuleInfo">The module being removed; not used.</param>
    public void OnRemove(PSModuleInfo psModuleInfo) => DependencyResolver.Detach();
}
