using System;
using System.IO;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using ExchangeNamespace.Tests.Support;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestPipelineStartup(typeof(ExchangeNamespace.Tests.BuiltModule))]

namespace ExchangeNamespace.Tests;

/// <summary>Loads the module from where the build has laid it out, and its libraries as an import does.</summary>
public sealed class BuiltModule : ITestPipelineStartup
{
    public ValueTask StartAsync(IMessageSink diagnosticMessageSink)
    {
        AppDomain.CurrentDomain.AssemblyResolve += (_, e) =>
        {
            string name = new AssemblyName(e.Name).Name;
            return name is "ExchangeNamespace" or "ExchangeNamespace.Core"
                ? Assembly.LoadFrom(Path.Combine(SharedData.RepositoryRoot(), "bin", name + ".dll"))
                : null;
        };
        AttachLibraries();
        return default;
    }

    public ValueTask StopAsync() => default;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AttachLibraries() => Loading.DependencyResolver.Attach();
}
