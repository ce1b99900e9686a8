using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>Runs scripts with the module imported. They see no type of the module, as a user's scripts do not.</summary>
public abstract class CommandTest : IDisposable
{
    private const string Command = "ExchangeNamespace.Cmdlets.";

    /// <summary><c>@given</c> splats a complete design; <c>Show-Server</c> writes what a plan says about its servers.</summary>
    private const string Prelude =
        """
        $given = @{ ExternalHost = 'mail.contoso.com'; ExchangeVersion = '2016'; DnsModel = 'Split'; WarningAction = 'SilentlyContinue'; InformationAction = 'Ignore' }
        $bare = @{ ExternalHost = 'mail.contoso.com'; ExchangeVersion = '2016'; WarningAction = 'SilentlyContinue' }
        function Show-Server { process { foreach ($s in $_.Servers) { "$($s.Name) $($s.Fqdn) $($s.Version) $($s.Site) $($s.InternetFacing) $($s.OutlookAnywhereEnabled) $($s.Addresses)" } } }

        """;

    private protected ModuleHost Host { get; } = ModuleHost.Open();

    public void Dispose()
    {
        Host.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected HostRun Run(string script, params object?[] arguments)
    {
        Prepare();
        return Host.Run(script, arguments);
    }

    private protected HostRun Run(string script, Action<HostRecord> onRecord, params object?[] arguments)
    {
        Prepare();
        return Host.Run(script, onRecord, arguments);
    }

    /// <summary>The texts that a script writes; it must write no error.</summary>
    private protected IReadOnlyList<string> Lines(string script, params object?[] arguments)
    {
        HostRun run = Run(script, arguments);
        Assert.Equal([], run.Errors.Select(e => e.ToString()));
        return [.. run.Output.Select(o => Assert.IsType<string>(o))];
    }

    /// <summary>One error record, with everything a script may rely on.</summary>
    private protected static ErrorRecord Fault(HostRun run, string command, string id, ErrorCategory category)
    {
        ErrorRecord error = Assert.Single(run.Errors);
        Assert.Equal((id + "," + Command + command, category), (error.FullyQualifiedErrorId, error.CategoryInfo.Category));
        return error;
    }

    private void Prepare() => Assert.Empty(Host.Run(Prelude).Errors);
}
