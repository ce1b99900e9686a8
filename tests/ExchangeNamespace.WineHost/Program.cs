using System;
using System.IO;
using System.Runtime.Loader;

namespace ExchangeNamespace.WineHost;

/// <summary>Lets the engine find the libraries beside it that no package reference names.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        AssemblyLoadContext.Default.Resolving += (context, name) =>
        {
            string path = Path.Combine(AppContext.BaseDirectory, name.Name + ".dll");
            return File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
        };
        return Session.Run(args);
    }
}
