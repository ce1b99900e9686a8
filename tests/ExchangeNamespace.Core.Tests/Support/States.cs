using System;
using System.Collections.Generic;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using Xunit;

namespace ExchangeNamespace.Tests.Support;

/// <summary>Makes captured states of which most parts are empty.</summary>
internal static class States
{
    public static ExchangeState Make(
        IReadOnlyList<StateKind> kinds,
        IReadOnlyList<CapturedServer>? servers = null,
        IReadOnlyList<CapturedService>? services = null,
        IReadOnlyList<CapturedService>? autodiscover = null,
        IReadOnlyList<CapturedCertificate>? certificates = null,
        IReadOnlyList<CapturedReceiveConnector>? receive = null,
        IReadOnlyList<CapturedSendConnector>? send = null,
        IReadOnlyList<CapturedAcceptedDomain>? domains = null,
        IReadOnlyList<CapturedOutlookProvider>? providers = null,
        IReadOnlyList<CapturedClientAccessArray>? arrays = null,
        CapturedOrganization? organization = null) => new()
    {
        Kinds = kinds,
        Servers = servers ?? [],
        Services = services ?? [],
        AutodiscoverDirectories = autodiscover ?? [],
        Certificates = certificates ?? [],
        ReceiveConnectors = receive ?? [],
        SendConnectors = send ?? [],
        AcceptedDomains = domains ?? [],
        OutlookProviders = providers ?? [],
        ClientAccessArrays = arrays ?? [],
        Organization = organization,
        Findings = [],
    };

    /// <summary>What a capture says that has these objects.</summary>
    public static ExchangeState Read(params (string Cmdlet, (string Name, object? Value)[] Members)[] objects)
    {
        StateReader reader = new();
        foreach ((string cmdlet, (string Name, object? Value)[] members) in objects)
        {
            Dictionary<string, object?> all = Plans.Members(members);
            all[CaptureMarks.CapturedBy] = cmdlet;
            Assert.True(reader.Read([], all));
        }

        return reader.Finish() ?? throw new InvalidOperationException(reader.Faults[0].Message);
    }

    /// <summary>A known text, or the null of a property that has no value.</summary>
    public static Captured<string> Text(string? text) => text is null ? Captured.Null<string>() : Captured.Known(text);

    public static Captured<IReadOnlyList<string>> List(params string[] items) => Captured.Known<IReadOnlyList<string>>(items);

    public static CapturedReceiveConnector Receive(string server, string name, string? fqdn, params string[] mechanisms) => new()
    {
        Name = name,
        Identity = server + "\\" + name,
        Fqdn = Text(fqdn),
        AuthMechanism = List(mechanisms),
    };
}
