using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Integration.Tests.FrontEnd;

/// <summary>One fault of the organisation, and what the command is to say of it: codes, service, host or server, and who answered.</summary>
/// <param name="Name">The fault in words.</param>
/// <param name="Services">The services that are asked.</param>
/// <param name="Break">Makes it.</param>
/// <param name="Expected">What is said; nothing else may be.</param>
internal sealed record ServiceFault(string Name, string Services, Action<ServiceOrganisation> Break, params IReadOnlyList<string> Expected)
{
    /// <summary>More parameters of the command.</summary>
    public string Parameters { get; init; } = "";

    /// <summary>More parameters of the plan.</summary>
    public string Plan { get; init; } = ServiceOrganisation.SharedCertificate;

    /// <summary>More pairs of host and address.</summary>
    public string Resolve { get; init; } = "";

    /// <summary>Where the hosts lead.</summary>
    public string Proxy { get; init; } = ServiceOrganisation.Front;

    /// <summary>The planned version of the first two servers.</summary>
    public string Version { get; init; } = "2016";

    /// <summary>The seconds that one request may take.</summary>
    public double Timeout { get; init; } = 10;

    /// <summary>A fault of one directory of one server.</summary>
    public static ServiceFault At(string name, string server, string service, FrontEndFault fault, FrontEndService directory, params string[] expected) =>
        new(name, service, o => o.Servers.Single(s => s.Settings.Name == server).Break(fault, directory), expected);

    /// <summary>A fault of one directory of all servers.</summary>
    public static ServiceFault Everywhere(string name, string service, FrontEndFault fault, FrontEndService directory, params string[] expected) =>
        new(name, service, o => o.Servers.ToList().ForEach(s => s.Break(fault, directory)), expected);
}
