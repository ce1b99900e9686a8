using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Design;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Design;

/// <summary>A captured organisation in a few words: servers, and what each of them has.</summary>
internal sealed class CapturedOrganisation
{
    private static readonly Dictionary<string, string> Directories = new()
    {
        ["OWA"] = "Get-OwaVirtualDirectory|owa|/owa",
        ["ECP"] = "Get-EcpVirtualDirectory|ecp|/ecp",
        ["EWS"] = "Get-WebServicesVirtualDirectory|EWS|/EWS/Exchange.asmx",
        ["OAB"] = "Get-OabVirtualDirectory|OAB|/OAB",
        ["MAPI"] = "Get-MapiVirtualDirectory|mapi|/mapi",
        ["PowerShell"] = "Get-PowerShellVirtualDirectory|PowerShell|/PowerShell",
    };

    private readonly List<Dictionary<string, object?>> _objects = [];

    public CapturedOrganisation Server(string name, string site = "A", string build = "15.2 (Build 1118.7)", params (string Name, object? Value)[] more) =>
        Add("Get-ExchangeServer", [("Name", name), ("Fqdn", name.ToLowerInvariant() + ".corp.contoso.com"), ("Site", site), ("AdminDisplayVersion", "Version " + build), ("ServerRole", "Mailbox, ClientAccess"), .. more]);

    /// <summary>Virtual directories; an empty host is no URL.</summary>
    public CapturedOrganisation Hosts(string server, string inside, string outside, params string[] services)
    {
        foreach (string service in services.Length > 0 ? services : ["OWA", "ECP", "EWS"])
        {
            Directory(server, service, inside, outside);
        }

        return this;
    }

    public CapturedOrganisation Directory(string server, string service, string inside, string outside, params (string Name, object? Value)[] more)
    {
        string[] parts = Directories[service].Split('|');
        return Add(parts[0], [("Identity", $"{server}\\{parts[1]} (Default Web Site)"), ("Server", server), ("InternalUrl", Url(inside)), ("ExternalUrl", Url(outside)), .. more]);

        string? Url(string host) => host.Length == 0 ? null : host.Contains("://", StringComparison.Ordinal) ? host : "https://" + host + parts[2];
    }

    /// <summary>A service connection point; an empty host is no URL.</summary>
    public CapturedOrganisation Point(string server, string host, params string[] sites) => Add(
        "Get-ClientAccessService", ("Name", server), ("Identity", server),
        ("AutoDiscoverServiceInternalUri", host.Length == 0 ? null : $"https://{host}/Autodiscover/Autodiscover.xml"), ("AutoDiscoverSiteScope", sites.ToList<object?>()));

    public CapturedOrganisation Certificate(string server, string names, params (string Name, object? Value)[] more) => Add(
        "Get-ExchangeCertificate",
        [("CapturedFrom", server), ("Thumbprint", new string('1', 40)), ("CertificateDomains", names.Split(' ').ToList<object?>()), ("Services", "IIS, SMTP"), ("Subject", "CN=" + names.Split(' ')[0]), .. more]);

    public CapturedOrganisation Add(string cmdlet, params (string Name, object? Value)[] members)
    {
        Dictionary<string, object?> item = Plans.Members(("CapturedBy", cmdlet));
        foreach ((string name, object? value) in members)
        {
            item[name] = value;
        }

        _objects.Add(item);
        return this;
    }

    public NamespaceDesign Infer(IReadOnlyList<(Fqdn Zone, DnsModel? Model)>? models = null)
    {
        StateReader reader = new();
        foreach (Dictionary<string, object?> item in _objects)
        {
            Assert.True(reader.Read([], item));
        }

        ExchangeState? state = reader.Finish();
        Assert.Equal([], reader.Faults.Select(f => f.Message));
        return StateDesigner.Infer(state!, Plans.Today, models);
    }

    /// <summary>The members of the design and of its sites, as <c>Site.Name=Value (Certainty)</c>.</summary>
    public string[] Members() => [.. Infer().Members.Where(m => m.Server.Length == 0)
        .Select(m => $"{(m.Site.Length > 0 ? m.Site + "." : string.Empty)}{m.Name}={m.Value} ({m.Certainty})")];
}
