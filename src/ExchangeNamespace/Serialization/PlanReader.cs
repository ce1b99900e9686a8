using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.MemberReading;
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

    private static readonly Regex FindingCode = new(@"\AEXN[0-9]{3}\z", RegexOptions.CultureInvariant);

    private readonly HashSet<string> _sites = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _servers = new(StringComparer.OrdinalIgnoreCase);

    private PlanReader()
    {
    }

    public static NamespacePlan Read(IReadOnlyDictionary<string, object?> members, ICollection<InputFault> faults) =>
        new PlanReader().Read(new MemberReader(members, string.Empty, MemberPolicy.Exact, faults));

    private NamespacePlan Read(MemberReader root)
    {
        root.Number(SchemaVersion.Member, NamespacePlan.CurrentSchemaVersion);
        Fqdn? mailHost = root.Host("mailHost");
        IReadOnlyList<DnsRecord> records = root.RequiredObjects("dnsRecords", Record);
        NamespacePlan plan = new()
        {
            ExternalHost = root.RequiredHost("externalHost"),
            ExternalZone = root.RequiredHost("externalZone"),
            ADDomain = root.Host("adDomain"),
            SmtpDomains = root.RequiredHosts("smtpDomains"),
            AutodiscoverSrvDomains = root.Hosts("autodiscoverSrvDomains"),
            DnsModel = root.RequiredChoice<DnsModel>("dnsModel"),
            Zones = root.RequiredObjects("zones", Zone),
            LegacyHost = root.Host("legacyHost"),
            MailHost = mailHost,
            Mail = PlannedMailReader.Read(root, mailHost, records),
            ReverseProxy = root.RequiredChoice<ReverseProxyStrategy>("reverseProxy"),
            Hybrid = root.Choice<HybridUse>("hybrid") ?? HybridUse.None,
            AsOf = root.RequiredDay("asOf"),
            Sites = root.RequiredObjects("sites", Site),
            Servers = Servers(root),
            Certificates = root.RequiredObjects("certificates", Certificate),
            DnsRecords = records,
            OutlookProvider = root.Object("outlookProvider", OutlookProvider),
            Findings = root.RequiredObjects("findings", Finding),
            Notes = root.Objects("notes", Finding),
        };
        root.Finish();
        return plan;
    }

    private static PlannedZone Zone(MemberReader members) => new()
    {
        Name = members.RequiredHost("name"),
        Model = members.RequiredChoice<DnsModel>("model"),
    };

    private PlannedSite Site(MemberReader members)
    {
        PlannedSite site = new()
        {
            Name = members.RequiredText("name"),
            InternetFacing = members.RequiredBoolean("internetFacing"),
            ExternalHost = members.Host("externalHost"),
            InternalHost = members.Host("internalHost"),
            AutodiscoverHost = members.Host("autodiscoverHost"),
            LegacyHost = members.Host("legacyHost"),
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

    private IReadOnlyList<PlannedServer> Servers(MemberReader root)
    {
        IReadOnlyList<IReadOnlyList<ServiceAssignment>> sets = root.RequiredLists("serviceSets", AssignmentReader.Read);
        PlannedServerReader reader = new(sets, _sites, _servers);
        IReadOnlyList<PlannedServer> servers = root.RequiredObjects("servers", reader.Read);
        if (servers.Count == 0)
        {
            root.Refuse(FaultIds.ServerMissing, "servers", null, "names no server. A plan has at least one.");
        }

        return servers;
    }

    private PlannedCertificate Certificate(MemberReader members)
    {
        PlannedCertificate certificate = new()
        {
            InstallOn = members.RequiredTexts("installOn"),
            Sites = members.RequiredTexts("sites"),
            Issuer = members.RequiredChoice<CertificateAuthority>("issuer"),
            CommonName = members.Text("commonName"),
            Names = members.RequiredObjects("names", CertificateName),
            PrivateKeyExportable = members.RequiredBoolean("privateKeyExportable"),
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

    private static CertificateName CertificateName(MemberReader members) => new()
    {
        Name = NameOnCertificate(members, "name", members.RequiredText("name")),
        Reason = members.RequiredText("reason"),
        Rule = members.RequiredText("rule"),
    };

    /// <summary>Server names keep their letter case on a certificate, so an ASCII name stays as it is.</summary>
    private static string NameOnCertificate(MemberReader members, string member, string text)
    {
        if (!CertificateNameSyntax.TryNormalise(text, members.PathOf(member), out string? ascii, out InputFault? fault))
        {
            members.Faults.Add(fault);
            return string.Empty;
        }

        return HostCharacters.AreAscii(text) ? text : ascii;
    }

    private static DnsRecord Record(MemberReader members)
    {
        DnsRecordType type = members.RequiredChoice("type", DnsRecordType.Address, DnsRecordType.CNAME, DnsRecordType.MX);
        return new DnsRecord
        {
            View = members.RequiredChoice<DnsView>("view"),
            Zone = members.Host("zone"),
            Name = members.RequiredHost("name"),
            Type = type,
            Value = type == DnsRecordType.Address ? Address(members) : members.RequiredHost("value")?.Value,
            Preference = type == DnsRecordType.MX ? members.Number("preference", MaximumPreference) : 0,
            Reason = members.RequiredText("reason"),
        };
    }

    private static string? Address(MemberReader members)
    {
        if (members.Text("value") is not { } text)
        {
            return null;
        }

        if (!HostAddress.TryRead(text, out string? address, out string? refusal))
        {
            members.Refuse(FaultIds.AddressInvalid, "value", text, refusal);
        }

        return address;
    }

    private static OutlookProviderSetting OutlookProvider(MemberReader members)
    {
        OutlookProviderSetting setting = new()
        {
            Provider = members.RequiredText("provider"),
            CertPrincipalName = members.RequiredText("certPrincipalName"),
            Reason = members.RequiredText("reason"),
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

    private static Finding Finding(MemberReader members)
    {
        Finding finding = new()
        {
            Code = members.RequiredText("code"),
            Severity = members.RequiredChoice<FindingSeverity>("severity"),
            Subject = members.RequiredText("subject"),
            Message = members.RequiredText("message"),
            Remedy = members.RequiredText("remedy"),
            Rule = members.RequiredText("rule"),
            Values = members.Texts("values") ?? [],
            Servers = members.Texts("servers") ?? [],
        };
        if (!FindingCode.IsMatch(finding.Code))
        {
            members.Refuse(FaultIds.ValueNotListed, "code", finding.Code,
                $"'{VisibleText.Short(finding.Code)}' is not a finding code such as EXN001.");
        }

        return finding;
    }
}
