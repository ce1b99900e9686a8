using System;
using System.Linq;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>One session for all rows, with what they share: <c>$at</c> makes servers, certificates and files.</summary>
public sealed class FindingStage : IDisposable
{
    private readonly ModuleHost _host = ModuleHost.Open();
    private readonly StandIns _standIns = new();

    public FindingStage()
    {
        foreach (string prelude in FindingTables.All.Select(t => t.Prelude).Prepend("param($StandIns) $at = $StandIns"))
        {
            Assert.Empty(_host.Run(prelude, _standIns).Errors);
        }
    }

    internal HostRun Run(FindingRow row) => _host.Run("& {\n" + row.Script + "\n}");

    public void Dispose()
    {
        _host.Dispose();
        _standIns.Dispose();
    }
}
