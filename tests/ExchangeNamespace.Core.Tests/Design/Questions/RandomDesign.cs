using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Tests.Design.Questions;

/// <summary>A design drawn at random, as parameters and as answers.</summary>
internal sealed class RandomDesign
{
    private static readonly string[] Versions = ["2007SP3", "2010", "2013", "2016CU23", "2019CU15", "SE"];
    private static readonly string[] SiteNames = ["Zurich", "New York", "Bern, HQ", "a=b", "C*", "Z\u00fcrich"];
    private static readonly string[] Proxies = ["None", "SharedCertificate", "SharedCertificateWithServerNames", "SeparateCertificate"];

    private readonly Random _random;
    private readonly List<string> _sites;

    public RandomDesign(int seed)
    {
        _random = new Random(seed);
        int count = _random.Next(1, 6);
        _sites = [.. SiteNames.OrderBy(_ => _random.Next()).Take(_random.Next(4))];
        for (int i = 0; i < count; i++)
        {
            Servers.Add(new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { ["Name"] = $"EX{i + 1:00}" + (Flip() ? ".corp.contoso.com" : string.Empty) });
        }

        Answers["Server"] = string.Join(Flip() ? ", " : ";", Servers.Select(s => s["Name"]));
        Version();
        Site();
        Value("ADDomain", "corp.contoso.com", "contoso.com", "contoso.local");
        Members["ExternalHost"] = Answers["ExternalHost"] = Flip() ? "mail.contoso.com" : "webmail.fabrikam.org";
        Inside();
        Facing();
        Value("DnsModel", "Auto", "Split", "Separate", "Pinpoint");
        Value("CertificateAuthority", "Public", "Internal", "SelfSigned");
        Value("ReverseProxy", Proxies);
        if (Flip())
        {
            string[] domains = [.. new[] { "contoso.com", "fabrikam.org", "tailspintoys.com" }.Take(_random.Next(4))];
            Members["SmtpDomain"] = domains.ToList<object?>();
            Answers["SmtpDomain"] = domains.Length == 0 ? "-" : string.Join(", ", domains);
        }

        Value("MailHost", "mx.contoso.com", "mail.contoso.com");
    }

    public Dictionary<string, object?> Members { get; } = [];

    public List<Dictionary<string, object?>> Servers { get; } = [];

    public Dictionary<string, string> Answers { get; } = [];

    private bool Flip() => _random.Next(2) == 0;

    private string Pick(params string[] values) => values[_random.Next(values.Length)];

    private void Value(string member, params string[] values)
    {
        if (Flip())
        {
            Members[member] = Answers[member] = Pick(values);
        }
    }

    private static string Quoted(string name) => "\"" + name + "\"";

    private static string Label(IReadOnlyDictionary<string, object?> server) => ((string)server["Name"]!).Split('.')[0];

    private void Version()
    {
        string ofAll = Pick(Versions);
        Members["ExchangeVersion"] = ofAll;
        List<string> answer = [ofAll];
        foreach (Dictionary<string, object?> server in Servers.Where(_ => _random.Next(3) == 0))
        {
            server["Version"] = Pick(Versions);
            answer.Add($"{Label(server)}={server["Version"]}");
        }

        Answers["ExchangeVersion"] = string.Join(", ", answer);
    }

    private void Site()
    {
        if (_sites.Count == 0)
        {
            Answers["Site"] = Flip() ? string.Empty : "-";
            return;
        }

        for (int i = 0; i < Servers.Count; i++)
        {
            Servers[i]["Site"] = i < _sites.Count ? _sites[i] : Pick([.. _sites]);
        }

        _sites.RemoveAll(s => !Servers.Exists(v => (string)v["Site"]! == s));
        Answers["Site"] = string.Join("; ", Servers.Select(s => $"{Label(s)}={Quoted((string)s["Site"]!)}"));
    }

    private void Inside()
    {
        switch (_random.Next(4))
        {
            case 0:
                Members["KeepInternalUrl"] = true;
                Answers["InternalHost"] = "-";
                return;
            case 1:
                Members["InternalHost"] = Answers["InternalHost"] = Pick("mail.corp.contoso.com", "mail.contoso.com", "inside.contoso.local");
                break;
            default:
                break;
        }

        Value("AutodiscoverHost", "autodiscover.contoso.com", "scp.corp.contoso.com");
    }

    private void Facing()
    {
        if (_sites.Count < 2)
        {
            return;
        }

        List<Dictionary<string, object?>> nodes = [.. _sites.Select(s => new Dictionary<string, object?> { ["Name"] = s })];
        List<Dictionary<string, object?>> reached = nodes;
        if (Flip())
        {
            reached = [.. nodes.Take(_random.Next(1, nodes.Count + 1))];
            nodes.Except(reached).ToList().ForEach(n => n["InternetFacing"] = false);
            Answers["InternetFacing"] = string.Join(", ", reached.Select(n => Quoted((string)n["Name"]!)));
        }

        Hosts("SiteExternalHost", "ExternalHost", reached.Count > 1 ? reached : []);
        Hosts("SiteInternalHost", "InternalHost", Members.ContainsKey("KeepInternalUrl") ? [] : nodes);
        if (nodes.Exists(n => n.Count > 1))
        {
            Members["Site"] = nodes.ToList<object?>();
        }
    }

    private void Hosts(string key, string member, IReadOnlyList<Dictionary<string, object?>> nodes)
    {
        List<string> answer = [];
        foreach (Dictionary<string, object?> node in nodes.Where(_ => Flip()))
        {
            node[member] = $"mail-{_sites.IndexOf((string)node["Name"]!)}.contoso.com";
            answer.Add($"{Quoted((string)node["Name"]!)}={node[member]}");
        }

        Answers[key] = string.Join(", ", answer);
    }
}
