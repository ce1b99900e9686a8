using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Serialization;

/// <summary>
/// Reads the members of a plan file. Lines are made from the plan without further questions, so nothing doubtful gets past here.
/// </summary>
internal sealed class PlanReader
{
    private const string PrincipalPrefix = "msstd:";

    private const int MaximumPreference = 65535;

    private static readonly string[] OutlookProviders = ["EXCH", "EXPR", "WEB"];

    private static readonly Regex FindingCode = new(@"\AEXN[0-9]{3}\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private readonly HashSet<string> _sites = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _servers = new(StringComparer.OrdinalIgnoreCase);

    private PlanReader()
    {
    }

    public static NamespacePlan Read(IReadOnlyDictionary<string, object?> members, ICollection<InputFault> faults) =>
        new PlanReader().Read(new PlanMembers(members, string.Empty, faults));

    private NamespacePlan Read(PlanMembers root)
    {
        root.Number(SchemaVersion.Member, NamespacePlan.CurrentSchemaVersion);
        Fqdn? mailHost = root.OptionalHost("mailHost");
        IReadOnlyList<DnsRecord> records = root.Objects("dnsRecords", Record);
        NamespacePlan plan = new()
        {
            ExternalHost = root.Host("externalHost"),
            ExternalZone = root.Host("externalZone"),
            ADDomain = root.OptionalHost("adDomain"),
            SmtpDomains = root.Hosts("smtpDomains"),
            AutodiscoverSrvDomains = root.OptionalHosts("autodiscoverSrvDomains"),
            DnsModel = root.Choice<DnsModel>("dnsModel"),
            Zones = root.Objects("zones", Zone),
            LegacyHost = root.OptionalHost("legacyHost"),
            MailHost = mailHost,
            Mail = PlannedMailReader.Read(root, mailHost, records),
            ReverseProxy = root.Choice<ReverseProxyStrategy>("reverseProxy"),
            AsOf = root.Date("asOf"),
            Sites = root.Objects("sites", Site),
            Servers = Servers(root),
            Certificates = root.Objects("certificates", Certificate),
            DnsRecords = records,
            OutlookProvider = root.OptionalObject("outlookProvider", OutlookProvider),
            Findings = root.Objects("findings", Finding),
            Notes = root.OptionalObjects("notes", Finding),
        };
        root.Finish();
        return plan;
    }

    private static PlannedZone Zone(PlanMembers members) => new()
    {
        Name = members.Host("name"),
        Model = members.Choice<DnsModel>("model"),
    };

    private PlannedSite Site(PlanMembers members)
    {
        PlannedSite site = new()
        {
            Name = members.Text("name"),
            InternetFacing = members.Boolean("internetFacing"),
            ExternalHost = members.OptionalHost("externalHost"),
            InternalHost = members.OptionalHost("internalHost"),
            AutodiscoverHost = members.OptionalHost("autodiscoverHost"),
            SiteScope = SiteScopeReader.Read(members),
        };
        if (site.Name.Length > 0 && !SiteName.IsValid(site.Name))
        {
            members.Refuse(FaultIds.SiteNameInvalid, "name", site.Name, SiteName.Refusal(site.Name));
        }

        if (!_sites.Add(site.Name))
        {
            members.Refuse(FaultIds.SiteDuplicate, "name", site.Name, $"'{VisibleText.Short(site.Name)}' is given twice.");
        }

        return site;
    }

    private IReadOnlyList<PlannedServer> Servers(PlanMembers root)
    {
        IReadOnlyList<IReadOnlyList<ServiceAssignment>> sets = root.Lists("serviceSets", AssignmentReader.Read);
        PlannedServerReader reader = new(sets, _sites, _servers);
        IReadOnlyList<PlannedServer> servers = root.Objects("servers", reader.Read);
        if (servers.Count == 0)
        {
            root.Refuse(FaultIds.ServerMissing, "servers", null, "names no server. A plan has at least one.");
        }

        return servers;
    }

    private PlannedCertificate Certificate(PlanMembers members)
    {
        PlannedCertificate certificate = new()
        {
            InstallOn = members.Texts("installOn"),
            Sites = members.Texts("sites"),
            Issuer = members.Choice<CertificateAuthority>("issuer"),
            CommonName = members.OptionalText("commonName"),
            Names = members.Objects("names", CertificateName),
            PrivateKeyExportable = members.Boolean("privateKeyExportable"),
        };
        if (certificate.InstallOn.FirstOrDefault(m => m != PlannedCertificate.ReverseProxyMachine && !_servers.Contains(m)) is { } machine)
        {
            members.Refuse(FaultIds.ValueNotListed, "installOn", machine,
                $"'{VisibleText.Short(machine)}' is neither a server of the plan nor {PlannedCertificate.ReverseProxyMachine}.");
        }

        if (certificate.Sites.FirstOrDefault(s => !_sites.Contains(s)) is { } site)
        {
            members.Refuse(FaultIds.ServerSiteUnknown, "sites", site, $"'{VisibleText.Short(site)}' is not a site of the plan.");
        }

        if (certificate.CommonName is { } common && !certificate.Names.Any(n => n.Name == common))
        {
            members.Refuse(FaultIds.InputContradiction, "commonName", common,
                $"'{VisibleText.Short(common)}' is not among the names of the certificate.");
        }

        return certificate;
    }

    private static CertificateName CertificateName(PlanMembers members) => new()
    {
        Name = NameOnCertificate(members, "name", members.Text("name")),
        Reason = members.Text("reason"),
        Rule = members.Text("rule"),
    };

    /// <summary>Server names keep their letter case on a certificate, so an ASCII name stays as it is.</summary>
    private static string NameOnCertificate(PlanMembers members, string member, string text)
    {
        if (!CertificateNameSyntax.TryNormalise(text, members.PathOf(member), out string? ascii, out InputFault? fault))
        {
            members.Faults.Add(fault);
            return string.Empty;
        }

        return HostCharacters.AreAscii(text) ? text : ascii;
    }

    private static DnsRecord Record(PlanMembers members)
    {
        DnsRecordType type = members.Choice("type", DnsRecordType.Address, DnsRecordType.CNAME, DnsRecordType.MX);
        return new DnsRecord
        {
            View = members.Choice<DnsView>("view"),
            Zone = members.OptionalHost("zone"),
            Name = members.Host("name"),
            Type = type,
            Value = type == DnsRecordType.Address ? Address(members) : members.Host("value")?.Value,
            Preference = type == DnsRecordType.MX ? members.Number("preference", MaximumPreference) : 0,
            Reason = members.Text("reason"),
        };
    }

    private static string? Address(PlanMembers members)
    {
        if (members.OptionalText("value") is not { } text)
        {
            return null;
        }

        if (!AddressSyntax.TryNormalise(text, out string? address))
        {
            members.Refuse(FaultIds.AddressInvalid, "value", text, AddressSyntax.Refusal(text));
        }

        return address;
    }

    private static OutlookProviderSetting OutlookProvider(PlanMembers members)
    {
        OutlookProviderSetting setting = new()
        {
            Provider = members.Text("provider"),
            CertPrincipalName = members.Text("certPrincipalName"),
            Reason = members.Text("reason"),
        };
        if (Array.IndexOf(OutlookProviders, setting.Provider) < 0)
        {
            members.Refuse(FaultIds.ValueNotListed, "provider", setting.Provider,
                $"'{VisibleText.Short(setting.Provider)}' is not one of {string.Join(", ", OutlookProviders)}.");
        }

        if (!setting.CertPrincipalName.StartsWith(PrincipalPrefix, StringComparison.Ordinal))
        {
            members.Refuse(FaultIds.ValueNotListed, "certPrincipalName", setting.CertPrincipalName,
                $"does not begin with {PrincipalPrefix}.");
        }
        else
        {
            NameOnCertificate(members, "certPrincipalName", setting.CertPrincipalName.Substring(PrincipalPrefix.Length));
        }

        return setting;
    }

    private static Finding Finding(PlanMembers members)
    {
        Finding finding = new()
        {
            Code = members.Text("code"),
            Severity = members.Choice<FindingSeverity>("severity"),
            Subject = members.Text("subject"),
            Message = members.Text("message"),
            Remedy = members.Text("remedy"),
            Rule = members.Text("rule"),
            Values = members.OptionalTexts("values") ?? [],
            Servers = members.OptionalTexts("servers") ?? [],
        };
        if (!FindingCode.IsMatch(finding.Code))
        {
            members.Refuse(FaultIds.ValueNotListed, "code", finding.Code,
                $"'{VisibleText.Short(finding.Code)}' is not a finding code such as EXN001.");
        }

        return finding;
    }
}
