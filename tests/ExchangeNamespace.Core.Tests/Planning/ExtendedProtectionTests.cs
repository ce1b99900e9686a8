using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Planning.Drafts;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Planning;

/// <summary>
/// Extended Protection by version, statement and proxy. Source: learn.microsoft.com, "Configure Windows Extended Protection in Exchange
/// Server":
/// on by default from 2019 CU14 on, with the script before; no SSL offloading; the same certificate where a proxy decrypts and encrypts
/// again.
/// </summary>
public class ExtendedProtectionTests
{
    /// <summary>
    /// Version, what the server states, whether offloading is refused, and whether it is told that the two exclude each other.
    /// </summary>
    public static TheoryData<string, bool?, bool, bool> Offloading => new()
    {
        { "2007SP3", null, false, false },
        { "2010SP3", null, false, false },
        { "2010SP3", true, true, false },
        { "2013CU23", null, false, true },
        { "2013CU23", true, true, false },
        { "2016CU23", null, false, true },
        { "2016CU23", false, false, true },
        { "2016CU23", true, true, false },
        { "2019", null, false, true },
        { "2019CU13", null, false, true },
        { "2019CU13", true, true, false },
        { "2019CU14", null, true, false },
        { "2019CU14", false, false, true },
        { "2019CU15", null, true, false },
        { "SE", null, true, false },
        { "SE", true, true, false },
        { "SE", false, false, true },
    };

    [Theory]
    [MemberData(nameof(Offloading))]
    public void Offloading_is_refused_where_Extended_Protection_is_on_and_told_where_it_could_be(string version, bool? stated,
        bool refused, bool told)
    {
        PlanResult result = Try(version, stated, ("SslOffloading", true));

        Assert.Equal(refused, result.Faults.Any(f => f is { Id: FaultIds.SslOffloadingWithExtendedProtection, Value: "EX01" }));
        Assert.Equal(refused, result.Plan is null);
        Assert.Equal(told, result.Plan?.Findings.Any(f => f.Code == FindingCodes.OffloadingPreventsExtendedProtection) == true);
    }

    /// <summary>Version, what the server states, and how bad it is that proxy and server have different certificates.</summary>
    public static TheoryData<string, bool?, FindingSeverity> Proxy => new()
    {
        { "2007SP1", null, FindingSeverity.Warning },
        { "2016CU23", null, FindingSeverity.Warning },
        { "2016CU23", true, FindingSeverity.Error },
        { "2019CU13", null, FindingSeverity.Warning },
        { "2019CU14", null, FindingSeverity.Error },
        { "2019CU14", false, FindingSeverity.Warning },
        { "SE", null, FindingSeverity.Error },
        { "SE", false, FindingSeverity.Warning },
    };

    [Theory]
    [MemberData(nameof(Proxy))]
    public void Separate_certificates_are_an_error_where_Extended_Protection_is_on(string version, bool? stated, FindingSeverity severity)
    {
        NamespacePlan plan = Try(version, stated, ("ReverseProxy", "SeparateCertificate")).Plan!;

        Assert.Equal(severity, Assert.Single(plan.Findings, f => f.Code == FindingCodes.ProxyWithExtendedProtection).Severity);
        Assert.DoesNotContain(Try(version, stated, ("ReverseProxy", "SharedCertificate")).Plan!.Findings,
            f => f.Code == FindingCodes.ProxyWithExtendedProtection);
    }

    [Theory]
    [InlineData("2010SP3", true, "-SSLOffloading:$False")]
    [InlineData("2016CU23", true, "-SSLOffloading $false")]
    [InlineData("2016CU23", null, null)]
    [InlineData("SE", true, "-SSLOffloading $false")]
    [InlineData("SE", null, null)]
    public void Where_it_is_stated_the_line_of_Outlook_Anywhere_switches_offloading_off(string version, bool? stated, string? part)
    {
        string line = Assert.Single(Plans.Lines(Try(version, stated).Plan!),
            l => l.Contains("-OutlookAnywhere ", StringComparison.Ordinal));

        Assert.Equal(part?.Replace(' ', ':'), Offload(line)?.Replace(' ', ':'), StringComparer.OrdinalIgnoreCase);

        static string? Offload(string text) => text.IndexOf("-SSLOffloading", StringComparison.Ordinal) is >= 0 and int at
            ? text[at..].TrimEnd() : null;
    }

    [Theory]
    [InlineData("2019CU13", "2019CU14", true)]
    [InlineData("2016CU23", "SE", true)]
    [InlineData("2019CU14", "SE", false)]
    [InlineData("2016CU23", "2019CU13", false)]
    [InlineData("2010", "2016", false)]
    public void Servers_behind_one_name_that_differ_are_told(string first, string second, bool told)
    {
        NamespacePlan plan = Plans.Make(new object[] { Server("EX01", first, null), Server("EX02", second, null) }, Host);

        Assert.Equal(told, plan.Findings.Any(f => f.Code == FindingCodes.ExtendedProtectionDiffers));
    }

    [Fact]
    public void CU14_is_the_first_build_that_has_it_on() => Assert.Equal(
        (ExtendedProtectionSupport.CanBeOn, ExtendedProtectionSupport.OnByDefault),
        (ExtendedProtection.Of(Versions.Read("15.2.1258.39")), ExtendedProtection.Of(Versions.Read("Version 15.2 (Build 1544.4)"))));

    private static (string, object?) Host => ("ExternalHost", "mail.contoso.com");

    private static PlanResult Try(string version, bool? stated, params (string Name, object? Value)[] members) =>
        Plans.Try(new object[] { Server("EX01", version, stated) }, [Host, .. members]);

    private static Dictionary<string, object?> Server(string name, string version, bool? stated) =>
        Plans.Members(("Name", name), ("Version", version), ("ExtendedProtection", stated));
}
