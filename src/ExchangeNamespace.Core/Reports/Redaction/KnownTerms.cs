using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Mail.StartTls;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Reports.Redaction;

/// <summary>
/// The names of a request that have no form of their own: servers, sites, the organisation, connectors, parts of subjects.
/// </summary>
internal sealed class KnownTerms
{
    /// <summary>Shorter texts, such as the code of a country, name nothing, and would be found in other words.</summary>
    private const int Shortest = 3;

    /// <summary>Words of the sentences of the module: a company of that name is not told by them.</summary>
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "exchange", "server", "servers", "mail", "microsoft", "outlook", "windows", "name", "names", "site", "the",
    };

    /// <summary>The names that setup gives to certificates of every organisation.</summary>
    private static readonly HashSet<string> OfSetup = new(StringComparer.OrdinalIgnoreCase)
    {
        "Microsoft Exchange Server Auth Certificate", "Federation",
    };

    private readonly NameSubstitutes _names;
    private readonly Dictionary<string, Func<string, string>> _terms = new(StringComparer.OrdinalIgnoreCase);

    private KnownTerms(NameSubstitutes names) => _names = names;

    /// <summary>The names of a request, each with what makes its substitute.</summary>
    public static IReadOnlyDictionary<string, Func<string, string>> Of(ReportRequest request, NameSubstitutes names)
    {
        KnownTerms terms = new(names);
        terms.AddPlan(request.Plan);
        if (request.Reference is { } reference)
        {
            terms.AddPlan(reference);
        }

        if (request.State is { } state)
        {
            terms.AddState(state);
        }

        foreach (ReportCertificate certificate in request.Certificates)
        {
            terms.AddCertificate(certificate);
        }

        return terms._terms;
    }

    private void AddPlan(NamespacePlan plan)
    {
        foreach (PlannedServer server in plan.Servers)
        {
            AddServer(server.Name);
        }

        foreach (string site in plan.Sites.Select(s => s.Name).Concat(plan.Servers.Select(s => s.Site))
            .Concat(plan.Sites.SelectMany(s => s.SiteScope ?? [])).Concat(plan.Certificates.SelectMany(c => c.Sites)))
        {
            Add(site, _names.Site);
        }

        foreach (Fqdn domain in new[] { plan.ExternalZone, plan.ADDomain }.OfType<Fqdn>().Concat(plan.SmtpDomains))
        {
            AddName(domain.FirstLabel);
        }
    }

    private void AddState(ExchangeState state)
    {
        string[] servers = [.. state.Servers.Select(s => s.Name).Concat(state.Services.Select(s => s.Server))
            .Concat(state.TransportServers.Select(s => s.Name)).Concat(Values(state.ReceiveConnectors.Select(c => c.Server)))
            .Concat(Values(state.Certificates.Select(c => c.Server)))
            .Concat(Lists(state.SendConnectors.Select(c => c.SourceTransportServers)))];
        foreach (string server in servers.Where(IsOneLabel))
        {
            AddServer(server);
        }

        foreach (string site in Values(state.Servers.Select(s => s.Site)).Concat(Values(state.ClientAccessArrays.Select(a => a.Site)))
            .Concat(Lists(state.Services.Select(s => s.SiteScope))))
        {
            Add(site, _names.Site);
        }

        foreach (string name in Values(state.Certificates.Select(c => c.Subject)).Concat(Values(state.Certificates.Select(c => c.Issuer)))
            .SelectMany(DistinguishedName.Values)
            .Concat(state.ClientAccessArrays.Select(a => a.Name)).Concat(state.AcceptedDomains.Select(d => d.Name))
            .Concat(state.Organization is { Name.IsKnown: true } organization ? [organization.Name.Value!] : []))
        {
            AddName(name);
        }

        // The connectors of setup are called after their server, and their other words are the same everywhere.
        HashSet<string> known = new(servers, StringComparer.OrdinalIgnoreCase);
        foreach (string connector in state.ReceiveConnectors.Select(c => c.Name).Concat(state.SendConnectors.Select(c => c.Name))
            .Where(n => !known.Contains(n.Split(' ').Last())))
        {
            AddName(connector);
        }
    }

    /// <summary>What its bytes say stands in no captured member.</summary>
    private void AddCertificate(ReportCertificate certificate)
    {
        foreach (string server in certificate.Servers.Concat(certificate.Names).Where(IsOneLabel))
        {
            AddServer(server);
        }

        foreach (string name in certificate.Parties.SelectMany(DistinguishedName.Values).Concat(certificate.Names))
        {
            AddName(name);
        }
    }

    /// <summary>A name of one label is the name of a server.</summary>
    private static bool IsOneLabel(string name) =>
        name.Length > 0 && !OfSetup.Contains(name) && name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_');

    private void AddServer(string name)
    {
        _names.AddServer(name);
        Add(name, _names.Server);
    }

    /// <summary>A host name has a form of its own.</summary>
    private void AddName(string name)
    {
        if (name.Length >= Shortest && !Common.Contains(name) && !OfSetup.Contains(name)
            && !Fqdn.TryParse(name, nameof(name), out _, out _))
        {
            Add(name, _names.Other);
        }
    }

    private void Add(string term, Func<string, string> substitute)
    {
        if (term.Length > 0 && !_terms.ContainsKey(term))
        {
            _terms.Add(term, substitute);
        }
    }

    private static IEnumerable<string> Values(IEnumerable<Captured<string>> values) => values.Where(v => v.IsKnown).Select(v => v.Value!);

    private static IEnumerable<string> Lists(IEnumerable<Captured<IReadOnlyList<string>>> values) =>
        values.Where(v => v.IsKnown).SelectMany(v => v.Value!);
}
