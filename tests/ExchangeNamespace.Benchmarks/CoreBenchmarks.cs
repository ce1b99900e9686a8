using System;
using System.Collections.Generic;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Requests;

namespace ExchangeNamespace.Benchmarks;

/// <summary>The stages of the core without PowerShell.</summary>
[MemoryDiagnoser]
[Config(typeof(InThisProcess))]
public class CoreBenchmarks
{
    private readonly CommandSelection _selection = new();
    private NamespaceRequest _request = null!;
    private NamespacePlan _plan = null!;
    private string[] _identities = [];

    /// <summary>How many servers the plan has.</summary>
    [Params(1_000, 10_000, 100_000)]
    public int Servers { get; set; }

    /// <summary>Makes the inputs of each stage.</summary>
    [GlobalSetup]
    public void Setup()
    {
        List<ServerRequest> servers = new(Servers);
        _identities = new string[Servers];
        for (int i = 0; i < Servers; i++)
        {
            servers.Add(ServerReader.Read($"EX{i:d6}.corp.contoso.com", "Server").Server!);
            _identities[i] = $"EX{i:d6}\\EWS (Default Web Site)";
        }

        Dictionary<string, object?> members = new(StringComparer.OrdinalIgnoreCase)
        {
            ["ExternalHost"] = "mail.contoso.com",
            ["SmtpDomain"] = "contoso.com",
            ["ExchangeVersion"] = "2016",
        };
        List<InputFault> faults = [];
        _request = RequestReader.Read(members, servers, new DateTime(2026, 6, 1), faults) ?? throw new InvalidOperationException(faults[0].Message);
        _plan = NamespacePlanner.Plan(_request).Plan!;
    }

    /// <summary>Request to plan.</summary>
    [Benchmark]
    public PlanResult Plan() => NamespacePlanner.Plan(_request);

    /// <summary>Plan to commands as data.</summary>
    [Benchmark]
    public int Build()
    {
        int count = 0;
        foreach (ExchangeCommand command in CommandBuilder.Build(_plan, _selection))
        {
            count += command.Target.Length;
        }

        return count;
    }

    /// <summary>Plan to one-liners.</summary>
    [Benchmark]
    public int Lines()
    {
        int length = 0;
        foreach (ExchangeCommand command in CommandBuilder.Build(_plan, _selection))
        {
            length += command.ToString().Length;
        }

        return length;
    }

    /// <summary>Plan to a script with its header and reasons.</summary>
    [Benchmark]
    public int Script()
    {
        int length = 0;
        foreach (string line in ScriptRenderer.Render(_plan, ShellGeneration.Exchange2016, CommandBuilder.Build(_plan, _selection)))
        {
            length += line.Length;
        }

        return length;
    }

    /// <summary>One quoted identity per server.</summary>
    [Benchmark]
    public int Quote()
    {
        int length = 0;
        foreach (string identity in _identities)
        {
            length += PowerShellLiteral.Quote(identity, LiteralForm.DoubleQuoted).Length;
        }

        return length;
    }

    /// <summary>In this process, because the build rules of the repository do not suit a generated project.</summary>
    private sealed class InThisProcess : ManualConfig
    {
        public InThisProcess() => AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
    }
}
