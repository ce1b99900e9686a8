using System;
using System.Reflection;

namespace ExchangeNamespace.Loading;

/// <summary>
/// Loads a library apart from everything else in the process where the runtime can: PowerShell 7 has load contexts,
/// .NET Framework has not. Reached by reflection, because netstandard2.0 does not know the type.
/// </summary>
internal static class PrivateLoadContext
{
    private static readonly Type? ContextType = typeof(object).Assembly.GetType("System.Runtime.Loader.AssemblyLoadContext");

    private static readonly Lazy<Func<string, Assembly>> Loader = new(CreateLoader);

    /// <summary>Whether the runtime has load contexts, which tells PowerShell 7 from Windows PowerShell.</summary>
    public static bool IsSupported => ContextType is not null;

    /// <summary>Loads the file: into the one private context of the process, else by its path.</summary>
    /// <param name="path">The full path of the assembly.</param>
    public static Assembly Load(string path) => Loader.Value(path);

    private static Func<string, Assembly> CreateLoader()
    {
        if (ContextType is null)
        {
            return Assembly.LoadFrom;
        }

        object context = Activator.CreateInstance(ContextType, "ExchangeNamespace", false);
        MethodInfo load = ContextType.GetMethod("LoadFromAssemblyPath", [typeof(string)]);
        return (Func<string, Assembly>)load.CreateDelegate(typeof(Func<string, Assembly>), context);
    }
}
