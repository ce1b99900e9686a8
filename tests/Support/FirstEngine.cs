using System;
using System.Management.Automation.Runspaces;
using ExchangeNamespace.Tests.Support;
using Xunit;

[assembly: AssemblyFixture(typeof(FirstEngine))]

namespace ExchangeNamespace.Tests.Support;

/// <summary>
/// Has PowerShell list its own commands before any test begins. It looks for them in two caches, one after the other, so that of two
/// runspaces that are the first in their process one can find the second cache full after the first was empty: it has no command.
/// </summary>
public sealed class FirstEngine
{
    /// <summary>Makes the list.</summary>
    public FirstEngine()
    {
        if (InitialSessionState.CreateDefault2().Commands.Count == 0)
        {
            throw new InvalidOperationException("PowerShell lists no command.");
        }
    }
}
