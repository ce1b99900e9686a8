using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.FrontDoor.LoadBalancer;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.FrontDoor.LoadBalancer;

/// <summary>Plans of organisations behind a balancer.</summary>
internal static class Balancers
{
    public static LoadBalancerScript Make(LoadBalancerInput input)
    {
        List<InputFault> faults = [];
        LoadBalancerScript? script = LoadBalancerScript.Build(input, faults);
        Assert.Equal([], faults.Select(f => f.Message));
        return script!;
    }

    public static InputFault Refused(LoadBalancerInput input)
    {
        List<InputFault> faults = [];
        Assert.Null(LoadBalancerScript.Build(input, faults));
        return Assert.Single(faults);
    }

    public static string[] Codes(LoadBalancerScript script) => [.. script.Findings.Select(f => f.Code).Order(StringComparer.Ordinal)];

    /// <summary>Servers of one version with addresses, in no named site.</summary>
    public static NamespacePlan One(string version = "2019CU15", params (string, object?)[] members) => Plans.Make(
        new object[] { Server("EX01", version, null, "10.1.0.11"), Server("EX02", version, null, "10.1.0.12") }, Members(members));

    /// <summary>Four servers in two sites that share their hosts.</summary>
    public static NamespacePlan TwoSites(params (string, object?)[] members) => Plans.Make(
        new object[]
        {
            Server("ZRH-EX01", "2016CU23", "Zurich", "10.1.0.11"), Server("ZRH-EX02", "2019CU15", "Zurich", "10.1.0.12"),
            Server("BRN-EX01", "2016CU23", "Bern", "10.2.0.11"), Server("BRN-EX02", "2019CU15", "Bern", "10.2.0.12"),
        },
        [.. Members(members), ("Site", new object[] { Plans.Members(("Name", "Zurich")), Plans.Members(("Name", "Bern")) })]);

    public static NamespacePlan Of(object[] servers, params (string, object?)[] members) => Plans.Make(servers, Members(members));

    public static Dictionary<string, object?> Server(string name, string version, string? site = null, string? address = null) =>
        Plans.Members(new[] { ("Name", (object?)name), ("Version", version), ("Site", site), ("IPAddress", address) }.Where(m => m.Item2 is not null).ToArray());

    public static (string, object?) HostPerService { get; } = ("ServiceHost", Plans.Members(
        ("OWA", "owa.contoso.com"), ("EWS", "ews.contoso.com"), ("ActiveSync", "eas.contoso.com"), ("OAB", "oab.contoso.com"), ("MAPI", "mapi.contoso.com"),
        ("OutlookAnywhere", "oa.contoso.com")));

    private static (string, object?)[] Members((string Name, object? Value)[] members) =>
    [
        .. new (string, object?)[]
            {
                ("ExternalHost", "mail.contoso.com"), ("ADDomain", "corp.contoso.com"), ("DnsModel", "Split"), ("SmtpDomain", new[] { "contoso.com", "fabrikam.com" }),
            }.Where(m => !members.Any(o => o.Name == m.Item1)),
        .. members,
    ];
}
