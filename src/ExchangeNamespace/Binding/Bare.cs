using System.Management.Automation;

namespace ExchangeNamespace.Binding;

/// <summary>An object without the wrapper that PowerShell puts around it.</summary>
internal static class Bare
{
    public static object? Of(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
