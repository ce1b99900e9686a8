using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.MemberReading;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Requests;

/// <summary>
/// Reads everything but the servers of a request. Parameters and design-file members have the same names, so there is one reader
/// and one wording of each fault for both.
/// </summary>
internal static class RequestReader
{
    /// <summary>The schema of the design file.</summary>
    public const int DesignSchemaVersion = 1;

    private static readonly IReadOnlyDictionary<ClientService, string[]> Methods = new Dictionary<ClientService, string[]>
    {
        [ClientService.OutlookAnywhere] = ["Basic", "Ntlm", "Negotiate"],
        [ClientService.MAPI] = ["Basic", "Ntlm", "OAuth", "Negotiate"],
    };

    private static readonly string[] DirectoryMethods = ["Basic", "Windows", "Digest", "Forms"];

    private static readonly Lazy<HashSet<string>> MemberNames = new(() => new HashSet<string>(
        MemberReader.AskedBy(reader => Read(reader, [], DateTime.MinValue), ("ExternalHost", "mail.example.com")),
        StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether a parameter is a member of a request.</summary>
    public static bool IsMember(string name) => MemberNames.Value.Contains(name);

    /// <summary>Reads a request.</summary>
    /// <param name="members">Everything but the servers.</param>
    /// <param name="servers">The servers that were read.</param>
    /// <param name="today">The day for which certificate rules are judged where the request names none.</param>
    /// <param name="faults">Receives what was refused.</param>
    /// <returns>The request; null when something was refused.</returns>
    public static NamespaceRequest? Read(IReadOnlyDictionary<string, object?> members, IReadOnlyList<ServerRequest> servers, DateTime today,
        ICollection<InputFault> faults)
    {
        int before = faults.Count;
        NamespaceRequest? request = Read(new MemberReader(members, string.Empty, MemberPolicy.Forgiving, faults), servers, today);
        return faults.Count == before ? request : null;
    }

    private static NamespaceRequest? Read(MemberReader reader, IReadOnlyList<ServerRequest> servers, DateTime today)
    {
        ICollection<InputFault> faults = reader.Faults;
        Fqdn? externalHost = ExchangedNames.Refuse(reader, servers) ? null : reader.Host("ExternalHost");
        if (reader.Raw("ExternalHost") is null)
        {
            reader.Refuse(FaultIds.MemberMissing, "ExternalHost", null,
                "is missing. Name the host that clients on the Internet use, for example mail.contoso.com.");
        }

        (DnsModel? model, IReadOnlyDictionary<Fqdn, DnsModel> zones) = ReadDnsModel(reader);
        IReadOnlyList<SiteRequest> sites = ReadSites(reader);
        NamespaceRequest? request = externalHost is null ? null : new NamespaceRequest
        {
            Servers = servers,
            ExternalHost = externalHost,
            InternalHost = reader.Host("InternalHost"),
            ADDomain = reader.Host("ADDomain"),
            SmtpDomains = Hosts(reader, "SmtpDomain"),
            DnsModel = model,
            ZoneModels = zones,
            Version = ReadVersion(reader),
            AutodiscoverHost = reader.Host("AutodiscoverHost"),
            ClearsConnectionPoints = reader.IsNull("AutodiscoverHost"),
            AutodiscoverSrvDomains = Hosts(reader, "AutodiscoverSrvDomain") ?? [],
            ServiceHosts = ReadServiceHosts(reader),
            Sites = sites,
            ServerNames = reader.Choice<ServerNameChoice>("ServerNameOnCertificate"),
            ReverseProxy = reader.Choice<ReverseProxyStrategy>("ReverseProxy") ?? ReverseProxyStrategy.None,
            Authority = reader.Choice<CertificateAuthority>("CertificateAuthority") ?? CertificateAuthority.Public,
            CertificateNames = CertificateNames(reader),
            CommonName = CommonName(reader),
            CertificatePerSite = reader.Boolean("CertificatePerSite") ?? true,
            MailHost = reader.Host("MailHost"),
            MailAddresses = ServerReader.Addresses(reader, "MailIPAddress"),
            SendingHost = reader.Host("SendingHost"),
            SendingAddresses = ServerReader.Addresses(reader, "SendingIPAddress"),
            HygieneHosts = Hosts(reader, "HygieneHost") ?? [],
            HygieneRanges = Ranges(reader, "HygieneIPRange"),
            MailChildDomains = Hosts(reader, "MailChildDomain") ?? [],
            LegacyHost = reader.Host("LegacyHost"),
            KeepInternalUrl = reader.Boolean("KeepInternalUrl"),
            Authentication = ReadAuthentication(reader),
            SslOffloading = reader.Boolean("SslOffloading"),
            DownloadHost = reader.Host("DownloadHost"),
            Hybrid = reader.Choice<HybridUse>("Hybrid") ?? HybridUse.None,
            Clients = [.. (reader.Texts("Client") ?? []).Select(t => reader.Choice<OutlookClient>(t, "Client")).OfType<OutlookClient>()],
            ExternalAddresses = ServerReader.Addresses(reader, "ExternalIPAddress"),
            AliasRecords = reader.Choice<AliasRecordChoice>("AliasRecord") ?? AliasRecordChoice.None,
            AsOf = reader.Date("AsOf") ?? today,
        };
        if (request is not null)
        {
            // For people who read the file; nothing is concluded from it.
            reader.Texts("Comment");
            reader.Finish();
            RequestContradictions.Find(request, faults);
        }

        return request;
    }

    private static (DnsModel? Model, IReadOnlyDictionary<Fqdn, DnsModel> Zones) ReadDnsModel(MemberReader reader)
    {
        const string Name = "DnsModel";
        Dictionary<Fqdn, DnsModel> zones = [];
        switch (reader.Raw(Name))
        {
            case string text when string.Equals(text, "Auto", StringComparison.OrdinalIgnoreCase):
                return (null, zones);
            case IReadOnlyDictionary<string, object?> map:
                foreach (KeyValuePair<string, object?> entry in map)
                {
                    string path = Name + "[" + VisibleText.Short(entry.Key) + "]";
                    if (reader.Host(entry.Key, path) is { } zone
                        && reader.Choice<DnsModel>(entry.Value?.ToString() ?? string.Empty, path) is { } perZone)
                    {
                        zones[zone] = perZone;
                    }
                }

                return (null, zones);
            case string text when !Enum.GetNames(typeof(DnsModel)).Contains(text, StringComparer.OrdinalIgnoreCase):
                reader.Refuse(FaultIds.ValueNotListed, Name, text,
                    $"'{VisibleText.Short(text)}' is not Auto, Split, Separate or Pinpoint.");
                return (null, zones);
            case null or string:
                return (reader.Choice<DnsModel>(Name), zones);
            case var other:
                reader.WrongType(Name, other, "Auto, Split, Separate or Pinpoint, and no map from zone to one of them");
                return (null, zones);
        }
    }

    private static ExchangeVersion? ReadVersion(MemberReader reader)
    {
        const string Name = "ExchangeVersion";
        if (reader.Text(Name) is not { } text)
        {
            return null;
        }

        if (!ExchangeVersionReader.TryParse(text, Name, out ExchangeVersion? version, out InputFault? fault))
        {
            reader.Faults.Add(fault);
        }

        return version;
    }

    private static IReadOnlyList<Fqdn>? Hosts(MemberReader reader, string name) =>
        reader.Texts(name) is { } texts ? [.. texts.Select(t => reader.Host(t, reader.PathOf(name))).OfType<Fqdn>().Distinct()] : null;

    private static IReadOnlyList<string> Ranges(MemberReader reader, string name)
    {
        List<string> ranges = [];
        foreach (string text in reader.Texts(name) ?? [])
        {
            if (AddressRange.TryParse(text, out AddressRange? range))
            {
                ranges.Add(range.ToString());
            }
            else
            {
                reader.Refuse(FaultIds.AddressInvalid, name, text, AddressRange.Refusal(text));
            }
        }

        return ranges;
    }

    private static IReadOnlyList<SiteRequest> ReadSites(MemberReader reader)
    {
        List<SiteRequest> sites = [];
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        int index = 0;
        foreach (object? item in reader.Items("Site") ?? [])
        {
            string path = $"Site[{index.ToString(System.Globalization.CultureInfo.InvariantCulture)}]";
            index++;
            if (item is not IReadOnlyDictionary<string, object?> members)
            {
                reader.Faults.Add(
                    new InputFault(FaultIds.MemberWrongType, path, item,
                        $"{path} is not named members: give a hashtable such as @{{ Name = 'Zurich'; InternetFacing = $false }}."));
                continue;
            }

            if (ReadSite(reader.Inner(members, path)) is { } site)
            {
                if (!names.Add(site.Name))
                {
                    reader.Faults.Add(
                        new InputFault(FaultIds.SiteDuplicate, path, site.Name,
                            $"{path}: the site {VisibleText.Short(site.Name)} is given twice."));
                    continue;
                }

                sites.Add(site);
            }
        }

        return sites;
    }

    private static SiteRequest? ReadSite(MemberReader reader)
    {
        string? name = reader.Text("Name") is { } text ? ServerReader.SiteName(text, reader.PathOf("Name"), reader.Faults) : null;
        if (reader.Raw("Name") is null)
        {
            reader.Refuse(FaultIds.MemberMissing, "Name", null, "is missing. Each site needs its Active Directory name.");
        }

        IReadOnlyList<string>? texts = reader.Texts("SiteScope");
        IReadOnlyList<string>? scope = texts is null
            ? null
            : [.. texts.Select(s => ServerReader.SiteName(s, reader.PathOf("SiteScope"), reader.Faults)).OfType<string>()];
        if (texts is { Count: 0 })
        {
            reader.Refuse(FaultIds.ValueOutOfRange, "SiteScope", null,
                "is empty. Leave it out to keep the present scope, or name at least one site.");
        }

        SiteRequest site = new()
        {
            Name = name ?? string.Empty,
            InternetFacing = reader.Boolean("InternetFacing"),
            ExternalHost = reader.Host("ExternalHost"),
            InternalHost = reader.Host("InternalHost"),
            AutodiscoverHost = reader.Host("AutodiscoverHost"),
            ClearsConnectionPoints = reader.IsNull("AutodiscoverHost"),
            SiteScope = scope,
            FailbackHost = reader.Host("FailbackHost"),
            LegacyHost = reader.Host("LegacyHost"),
            ClientAccessArray = reader.Host("ClientAccessArray"),
            ServiceHosts = ReadServiceHosts(reader),
            ExternalAddresses = ServerReader.Addresses(reader, "ExternalIPAddress"),
            InternalAddresses = ServerReader.Addresses(reader, "InternalIPAddress"),
        };
        reader.Finish();
        return name is null ? null : site;
    }

    private static IReadOnlyDictionary<ClientService, ServiceHosts> ReadServiceHosts(MemberReader reader)
    {
        const string Name = "ServiceHost";
        Dictionary<ClientService, ServiceHosts> hosts = [];
        foreach (KeyValuePair<string, object?> entry in reader.Members(Name) ?? new Dictionary<string, object?>())
        {
            string path = reader.PathOf(Name) + "." + VisibleText.Short(entry.Key);
            if (ServiceNames.Read(entry.Key, path, reader.Faults) is not { } service)
            {
                continue;
            }

            switch (entry.Value)
            {
                case string text:
                    Fqdn? host = reader.Host(text, path);
                    hosts[service] = service == ClientService.Autodiscover ? new ServiceHosts(host, host)
                        : new ServiceHosts(null, host, OneName: true);
                    break;
                case IReadOnlyDictionary<string, object?> both:
                    MemberReader inner = reader.Inner(both, path);
                    hosts[service] = new ServiceHosts(SideHost(inner, "Internal"), SideHost(inner, "External"));
                    inner.Finish();
                    break;
                default:
                    reader.Faults.Add(
                        new InputFault(FaultIds.MemberWrongType, path, entry.Value,
                            $"{path} is not a host name and not @{{ Internal = ..; External = .. }}."));
                    break;
            }
        }

        return hosts;
    }

    /// <summary>The host of one side. A side without one looks like a URL to clear, and would get the plan's host.</summary>
    private static Fqdn? SideHost(MemberReader sides, string name)
    {
        if (sides.IsNull(name))
        {
            sides.Refuse(FaultIds.MemberMissing, name, null, "has no value. Name a host, or leave it out to use the host of the plan.");
        }

        return sides.Host(name);
    }

    private static IReadOnlyDictionary<ClientService, IReadOnlyList<string>> ReadAuthentication(MemberReader reader)
    {
        const string Name = "Authentication";
        Dictionary<ClientService, IReadOnlyList<string>> methods = [];
        IReadOnlyDictionary<string, object?>? given = reader.Members(Name);
        if (given is null)
        {
            return methods;
        }

        MemberReader inner = reader.Inner(given, Name);
        foreach (string key in given.Keys)
        {
            if (ServiceNames.Read(key, Name + "." + VisibleText.Short(key), reader.Faults) is not { } service
                || inner.Texts(key) is not { } texts)
            {
                continue;
            }

            string[] known = Methods.TryGetValue(service, out string[]? own) ? own : DirectoryMethods;
            List<string> chosen = [];
            foreach (string text in texts.SelectMany(t => t.Split(',')).Select(t => t.Trim()))
            {
                if (known.FirstOrDefault(k => string.Equals(k, text, StringComparison.OrdinalIgnoreCase)) is { } method)
                {
                    chosen.Add(method);
                }
                else
                {
                    inner.Refuse(FaultIds.ValueNotListed, key, text,
                        $"'{VisibleText.Short(text)}' is not one of {string.Join(", ", known)}.");
                }
            }

            if (service == ClientService.OutlookAnywhere && chosen.Count > 1)
            {
                inner.Refuse(FaultIds.ValueOutOfRange, key, texts, "has more than one method. Outlook Anywhere takes one.");
            }

            methods[service] = chosen;
        }

        return methods;
    }

    private static IReadOnlyList<string> CertificateNames(MemberReader reader)
    {
        const string Name = "CertificateName";
        List<string> names = [];
        foreach (string text in reader.Texts(Name) ?? [])
        {
            if (CertificateNameSyntax.TryNormalise(text, Name, out string? ascii, out InputFault? fault))
            {
                names.Add(ascii);
            }
            else
            {
                reader.Faults.Add(fault);
            }
        }

        return names;
    }

    private static string? CommonName(MemberReader reader)
    {
        const string Name = "CommonName";
        if (reader.Text(Name) is not { } text)
        {
            return null;
        }

        if (!CertificateNameSyntax.TryNormalise(text, Name, out string? ascii, out InputFault? fault))
        {
            reader.Faults.Add(fault);
        }
        else if (ascii.Length > PlannedCertificate.MaximumCommonName)
        {
            reader.Refuse(FaultIds.ValueOutOfRange, Name, text,
                $"has {ascii.Length} characters; a common name has at most {PlannedCertificate.MaximumCommonName}. "
                    + "Choose a shorter name of the certificate.");
        }

        return ascii;
    }
}
