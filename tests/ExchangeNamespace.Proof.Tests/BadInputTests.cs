using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Proof.Support;
using Xunit;
using static ExchangeNamespace.Tests.Support.Plans;

namespace ExchangeNamespace.Proof;

/// <summary>Each kind of bad input has its own id, names its parameter and value, says what to do, and leaves no plan.</summary>
public class BadInputTests
{
    private static readonly string LongLabel = new('a', 64);

    private static readonly string LongName = string.Join(".", Enumerable.Repeat(new string('a', 50), 5)) + ".com";

    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["an empty host"] = Host("", FaultIds.NameEmpty, "is empty"),
        ["a host with a space"] = Host("mail contoso.com", FaultIds.NameHasSpace, "white space"),
        ["an IPv4 address as host"] = Host("192.0.2.10", FaultIds.IpAddressWhereHostExpected, "IP address"),
        ["an IPv6 address as host"] = Host("2001:db8::1", FaultIds.IpAddressWhereHostExpected, "IP address"),
        ["a URL as host"] = Host("https://mail.contoso.com/owa", FaultIds.UrlWhereHostExpected, "URL"),
        ["a path as host"] = Host("mail.contoso.com/owa", FaultIds.UrlWhereHostExpected, "path"),
        ["a wildcard as URL host"] = Host("*.contoso.com", FaultIds.WildcardHost, "-CertificateName"),
        ["an underscore"] = Host("mail_1.contoso.com", FaultIds.NameHasUnderscore, "underscore"),
        ["a trailing dot"] = Host("mail.contoso.com.", FaultIds.NameTrailingDot, "dot"),
        ["two dots"] = Host("mail..contoso.com", FaultIds.NameEmptyLabel, "empty label"),
        ["a label of 64 characters"] = Host(LongLabel + ".contoso.com", FaultIds.LabelTooLong, "64"),
        ["a name of 258 characters"] = Host(LongName, FaultIds.NameTooLong, "253"),
        ["a hyphen at the end of a label"] = Host("mail-.contoso.com", FaultIds.LabelHyphen, "hyphen"),
        ["a character that hosts do not have"] = Host("mail!.contoso.com", FaultIds.NameBadCharacter, "'!'"),
        ["a host of one label"] = Host("mail", FaultIds.NameSingleLabel, "single label"),
        ["a numeric top-level domain"] = Host("mail.123", FaultIds.NameNumericTopLevel, "numeric"),
        ["a name without an ASCII form"] = Host("ma\u200Bil.contoso.com", FaultIds.NameNotMappable, "<U+200B>"),
        ["no external host"] = new(() => Try("CAS01", ("ExchangeVersion", "SE")), FaultIds.MemberMissing, "ExternalHost", null, "is missing"),
        ["a wildcard inside a certificate name"] = Design("CertificateName", "mail.*.com", FaultIds.WildcardMisplaced, "left-most label"),
        ["no server"] = new(() => Plan([]), FaultIds.ServerMissing, "Server", null, "No server"),
        ["an unknown version"] = Design("ExchangeVersion", "2003", FaultIds.VersionUnknown, "2007SP1"),
        ["2007 without a service pack"] = Design("ExchangeVersion", "2007", FaultIds.VersionAmbiguous, "2007RTM"),
        ["no version"] = new(() => Try("CAS01", ("ExternalHost", "mail.contoso.com")), FaultIds.VersionMissing, "ExchangeVersion", "CAS01", "never guessed"),
        ["a site given twice"] = Design("Site", new object[] { Members(("Name", "Paris")), Members(("Name", "PARIS")) }, FaultIds.SiteDuplicate, "twice", "Site[1]", "PARIS"),
        ["a site that is not Internet-facing with an external host"] = Design("Site",
            new object[] { Members(("Name", "Paris")), Members(("Name", "Rome"), ("InternetFacing", false), ("ExternalHost", "rome.contoso.com")) },
            FaultIds.SiteContradiction, "not Internet-facing but carries an external host", "Site", "Rome"),
        ["no site that is Internet-facing"] = Design("Site", new object[] { Members(("Name", "Rome"), ("InternetFacing", false)) }, FaultIds.SiteContradiction, "No site is Internet-facing", "Site", "mail.contoso.com"),
        ["a text that cannot be a site name"] = Design("Site", new object[] { Members(("Name", "Par'is")) }, FaultIds.SiteNameInvalid, "Active Directory site", "Site[0].Name", "Par'is"),
        ["an unknown member"] = Design("ExternalHosts", "mail.contoso.com", FaultIds.MemberUnknown, "Did you mean ExternalHost?", value: "ExternalHosts"),
        ["a list where a host is wanted"] = Design("InternalHost", 5, FaultIds.MemberWrongType, "a host name", value: 5),
        ["an unknown choice"] = Design("ReverseProxy", "Apache", FaultIds.ValueNotListed, "SharedCertificate"),
        ["an unknown address"] = Design("ExternalIPAddress", "10.0.0.256", FaultIds.AddressInvalid, "not an IP address"),
        ["a line break in a text"] = Design("ExchangeVersion", "SE\r\nRemove-Item C:\\", FaultIds.TextHasControlCharacter, "line break"),
        ["a line break in a site scope"] = Design("Site", new object[] { Members(("Name", "Paris"), ("SiteScope", "Paris\nLyon")) }, FaultIds.SiteNameInvalid, "<U+000A>", "Site[0].SiteScope", "Paris\nLyon"),
        ["an empty site scope"] = Design("Site", new object[] { Members(("Name", "Paris"), ("SiteScope", Array.Empty<object>())) }, FaultIds.ValueOutOfRange, "is empty", "Site[0].SiteScope", null),
        ["internal URLs kept and given"] = new(() => Plan(["CAS01"], ("KeepInternalUrl", true), ("InternalHost", "in.contoso.com")), FaultIds.InputContradiction, "KeepInternalUrl", "in.contoso.com", "Leave one out"),
    };

    /// <summary>Faults of one server beside others that are fine.</summary>
    private static readonly Dictionary<string, Case> OfServers = new()
    {
        ["a NetBIOS name of 16 characters"] = Server("EXCHANGESERVER01", FaultIds.NetBiosNameTooLong, "at most 15"),
        ["a server name of digits"] = Server("2016", FaultIds.ServerNameNumeric, "digits only"),
        ["an empty server name"] = Server("", FaultIds.NameEmpty, "is empty"),
        ["a server without a name"] = new(() => Plan(["CAS01", Members(("Site", "Paris"))]), FaultIds.ServerNotRecognised, "Server", null, "neither Name nor Fqdn"),
        ["a server given twice"] = new(() => Plan(["CAS01", "cas01"]), FaultIds.ServerDuplicate, "Server", "cas01", "more than once"),
        ["a server in no listed site"] = new(() => Plan([In("CAS01", "Paris"), In("CAS02", "Oslo")], TwoSites), FaultIds.ServerSiteUnknown, "Server", "CAS02", "'Oslo'"),
        ["a server without a site among sites"] = new(() => Plan([In("CAS01", "Paris"), "CAS02"], TwoSites), FaultIds.ServerSiteUnknown, "Server", "CAS02", "states no site"),
        ["a server that contradicts its site"] = new(() => Plan([In("CAS01", "Paris"), Members(("Name", "CAS02"), ("Site", "Rome"), ("InternetFacing", true))], TwoSites), FaultIds.SiteContradiction, "Server", "CAS02", "Correct one of the two"),
        ["offloading with Extended Protection"] = new(() => Plan([Members(("Name", "CAS01"), ("ExtendedProtection", false)), Members(("Name", "CAS02"), ("ExtendedProtection", true))], ("SslOffloading", true)), FaultIds.SslOffloadingWithExtendedProtection, "Server", "CAS02", "bridging"),
    };

    public static TheoryData<string> CaseNames => [.. Cases.Keys];

    public static TheoryData<string> ServerCaseNames => [.. OfServers.Keys];

    [Theory]
    [MemberData(nameof(CaseNames))]
    public void Bad_input_is_refused_by_its_own_id_and_no_plan_is_made(string name)
    {
        PlanResult result = Cases[name].Run();
        AssertFault(Cases[name], result);
        Assert.Null(result.Plan);
    }

    [Theory]
    [MemberData(nameof(ServerCaseNames))]
    public void A_bad_server_is_refused_and_the_others_are_planned(string name)
    {
        PlanResult result = OfServers[name].Run();
        AssertFault(OfServers[name], result);
        Assert.Equal("CAS01", Assert.Single(result.Plan!.Servers).Name, ignoreCase: true);
    }

    [Fact]
    public void Different_mistakes_have_different_messages()
    {
        string[] messages = [.. Cases.Values.Concat(OfServers.Values).Select(c => c.Run().Faults[0].Message)];
        Assert.Equal(messages.Length, messages.Distinct().Count());
    }

    [Fact]
    public void The_limits_themselves_are_accepted()
    {
        Assert.Empty(Plan(["EXCHANGESERVR15"], ("InternalHost", new string('a', 63) + ".contoso.com"), ("AutodiscoverHost", string.Join(".", Enumerable.Repeat(new string('a', 49), 5)) + ".a.b")).Faults);
        Assert.Equal(253, (string.Join(".", Enumerable.Repeat(new string('a', 49), 5)) + ".a.b").Length);
    }

    private static (string, object?) TwoSites => ("Site", new object[] { Members(("Name", "Paris")), Members(("Name", "Rome"), ("InternetFacing", false)) });

    private static void AssertFault(Case expected, PlanResult result)
    {
        InputFault fault = Assert.Single(result.Faults);
        Assert.Equal(expected.Id, fault.Id);
        Assert.Equal(expected.Parameter, fault.Parameter);
        Assert.Equal(expected.Value, fault.Value);
        Assert.Contains(expected.Says, fault.Message, StringComparison.Ordinal);
        LineProof.AssertPrintable(fault.Message);
    }

    private static Case Host(string value, string id, string says) => new(() => Try("CAS01", ("ExchangeVersion", "SE"), ("ExternalHost", value)), id, "ExternalHost", value, says);

    private static Case Design(string member, object given, string id, string says, string? parameter = null, object? value = null) =>
        new(() => Plan(["CAS01"], (member, given)), id, parameter ?? member, parameter is null ? value ?? given : value, says);

    private static Case Server(string name, string id, string says) => new(() => Plan(["CAS01", name]), id, "Server", name, says);

    private static Dictionary<string, object?> In(string name, string site) => Members(("Name", name), ("Site", site));

    private static PlanResult Plan(object[] servers, params (string, object?)[] members) => Try(servers,
        [.. new (string, object?)[] { ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "SE") }.Where(d => members.All(m => m.Item1 != d.Item1)), .. members]);

    private sealed record Case(Func<PlanResult> Run, string Id, string Parameter, object? Value, string Says);
}
