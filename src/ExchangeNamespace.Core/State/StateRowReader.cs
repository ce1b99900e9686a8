using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.State;

/// <summary>Turns the values of one object into a row of the state.</summary>
internal sealed class StateRowReader(StateBuilder builder)
{
    private static readonly char[] PathSeparators = ['/', '\\'];

    private readonly Dictionary<string, ExchangeVersion?> _versions = new(StringComparer.Ordinal);

    public void Read(StateKindDefinition kind, IReadOnlyDictionary<string, object?> members, string path, ICollection<InputFault> faults)
    {
        StateMembers row = new(members, path, faults);
        int before = faults.Count;
        switch (kind.Kind)
        {
            case StateKind.Server:
                Server(row);
                break;
            case StateKind.Certificate:
                Certificate(row);
                break;
            case StateKind.ReceiveConnector:
                ReceiveConnector(row);
                break;
            case StateKind.SendConnector:
                SendConnector(row);
                break;
            case StateKind.AcceptedDomain:
                AcceptedDomain(row);
                break;
            case StateKind.OutlookProvider:
                OutlookProvider(row);
                break;
            case StateKind.Organization:
                Organization(row);
                break;
            case StateKind.ClientAccessArray:
                ClientAccessArray(row);
                break;
            case StateKind.TransportServer:
                TransportServer(row);
                break;
            case StateKind.ClientAccess or StateKind.WebServices or StateKind.OfflineAddressBook
                or StateKind.OutlookAnywhere or StateKind.ActiveSync or StateKind.UnifiedMessaging
                or StateKind.OutlookOnTheWeb or StateKind.ControlPanel or StateKind.Mapi or StateKind.PowerShell
                or StateKind.AutodiscoverDirectory:
                Service(kind, row, faults, before);
                break;
            default:
                throw ClosedSet.Outside(kind.Kind);
        }
    }

    private void Service(StateKindDefinition kind, StateMembers row, ICollection<InputFault> faults, int before)
    {
        bool isClientAccess = kind.Kind == StateKind.ClientAccess;
        Captured<string> identity = row.Text("Identity");
        Captured<string> name = row.Text("Name");
        string? server = isClientAccess
            ? NameOf(row, "Name", name.IsKnown ? name : identity)
            : NameOf(row, "Server", FirstKnown(row.Text("Server"), row.Text("ServerName"), ServerPart(identity)));
        string? directory = isClientAccess ? null : FirstKnown(DirectoryPart(identity), name).Value;
        if (server is null || (!isClientAccess && directory is null) || faults.Count > before)
        {
            if (faults.Count == before)
            {
                row.Refuse(FaultIds.StateObjectIncomplete, "Identity", identity.Value,
                    "does not tell the server and the object. Capture Identity, Name and Server too.");
            }

            return;
        }

        ClientService service = kind.Service ?? ClientService.Autodiscover;
        CapturedService captured = new()
        {
            Server = builder.Shared(server),
            Service = service,
            Identity = isClientAccess ? server : server + "\\" + directory,
            IsDefault = kind.Service is not null && (isClientAccess || IsDefault(kind, directory!)),
            Internal = FirstCaptured(kind.InternalNames, row.Text),
            External = FirstCaptured(kind.ExternalNames, row.Text),
            SiteScope = FirstCaptured(kind.SiteScopeNames, row.Items),
            Settings = Settings(kind, row),
        };
        (kind.Service is null ? builder.AutodiscoverDirectories : builder.Services).Add(captured);
    }

    /// <summary>A setting that the versions name differently.</summary>
    private static Captured<T> FirstCaptured<T>(IEnumerable<string> names, Func<string, Captured<T>> read) =>
        names.Select(read).FirstOrDefault(v => v.IsCaptured);

    private static bool IsDefault(StateKindDefinition kind, string directory) =>
        kind.Dialects.Any(d => string.Equals(d.VirtualDirectory, directory, StringComparison.OrdinalIgnoreCase));

    private static readonly HashSet<string> NotSettings = new(StringComparer.OrdinalIgnoreCase)
    {
        "Identity", "Name", "Fqdn", "Server", "ServerName",
    };

    private Dictionary<string, Captured<IReadOnlyList<string>>> Settings(StateKindDefinition kind, StateMembers row)
    {
        Dictionary<string, Captured<IReadOnlyList<string>>> settings = new(StringComparer.OrdinalIgnoreCase);
        HashSet<string> others = new(NotSettings.Concat(kind.InternalNames).Concat(kind.ExternalNames).Concat(kind.SiteScopeNames),
            StringComparer.OrdinalIgnoreCase);
        foreach (string property in kind.Properties)
        {
            if (!others.Contains(property) && row.Has(property))
            {
                settings[property] = row.Setting(property);
            }
        }

        return settings;
    }

    private void Server(StateMembers row)
    {
        if (NameOf(row, "Name", FirstKnown(row.Text("Name"), row.Text("Identity"))) is not { } name)
        {
            return;
        }

        Captured<string> version = row.Text("AdminDisplayVersion");
        builder.Servers.Add(new CapturedServer
        {
            Name = builder.Shared(name),
            Fqdn = row.Text("Fqdn"),
            Site = LastPart(row.Text("Site")),
            AdminDisplayVersion = version,
            Version = version.IsKnown ? Version(name, version.Value!) : null,
            Roles = row.Flags("ServerRole"),
            IsClientAccessServer = row.Flag("IsClientAccessServer"),
            IsEdgeServer = row.Flag("IsEdgeServer"),
        });
    }

    private ExchangeVersion? Version(string server, string text)
    {
        if (!_versions.TryGetValue(text, out ExchangeVersion? version))
        {
            ExchangeVersionReader.TryParse(text, "AdminDisplayVersion", out version, out _);
            _versions.Add(text, version);
        }

        if (version is null)
        {
            builder.Add(Findings.Warning(
                StateFindingCodes.VersionNotKnown, server,
                $"The captured version '{VisibleText.Short(text)}' is not one that this module knows.",
                "State the version of the server in the plan.", "S63"));
        }

        return version;
    }

    private void Certificate(StateMembers row)
    {
        Captured<IReadOnlyList<byte>> raw = row.Bytes("RawData");
        Captured<string> thumbprint = row.Text("Thumbprint");
        if (!thumbprint.IsKnown && raw.IsKnown)
        {
            thumbprint = Captured.Known(ThumbprintOf([.. raw.Value!]));
        }

        if (!thumbprint.IsKnown)
        {
            row.Refuse(FaultIds.StateObjectIncomplete, "Thumbprint", null,
                "is missing, and so are the raw bytes: the certificate cannot be told from others.");
            return;
        }

        Captured<string> server = FirstKnown(row.Text("Server"), row.Text(StateKinds.CapturedFrom), ServerPart(row.Text("Identity")));
        string? name = server.IsKnown ? NameOf(row, "Server", server) : null;
        builder.Certificates.Add(new CapturedCertificate
        {
            Server = name is null ? default : Captured.Known(builder.Shared(name)),
            Thumbprint = Captured.Known(thumbprint.Value!.Replace(" ", string.Empty).ToUpperInvariant()),
            RawData = raw,
            Subject = row.RawText("Subject"),
            Issuer = row.RawText("Issuer"),
            SerialNumber = row.Text("SerialNumber"),
            FriendlyName = row.RawText("FriendlyName"),
            NotBefore = row.Time("NotBefore"),
            NotAfter = row.Time("NotAfter"),
            Services = row.Flags("Services"),
            CertificateDomains = row.Items("CertificateDomains"),
            HasPrivateKey = row.Flag("HasPrivateKey"),
            IsSelfSigned = row.Flag("IsSelfSigned"),
            Status = row.Text("Status"),
            RootCAType = row.Text("RootCAType"),
        });
    }

    private static string ThumbprintOf(byte[] raw)
    {
        // A thumbprint is an SHA-1 value by definition; nothing is protected by it here.
#pragma warning disable CA5350
        using SHA1 hash = SHA1.Create();
#pragma warning restore CA5350
        return string.Concat(hash.ComputeHash(raw).Select(b => b.ToString("X2", CultureInfo.InvariantCulture)));
    }

    private void ReceiveConnector(StateMembers row)
    {
        if (Names(row) is not (string name, string identity))
        {
            return;
        }

        Captured<string> server = FirstKnown(row.Text("Server"), ServerPart(Captured.Known(identity)));
        builder.ReceiveConnectors.Add(new CapturedReceiveConnector
        {
            Name = name,
            Identity = identity,
            Server = LastPart(server),
            Fqdn = row.Text("Fqdn"),
            AuthMechanism = row.Flags("AuthMechanism"),
            TlsCertificateName = row.RawText("TlsCertificateName"),
            Bindings = row.Items("Bindings"),
            RemoteIPRanges = row.Items("RemoteIPRanges"),
            TransportRole = row.Text("TransportRole"),
            PermissionGroups = row.Flags("PermissionGroups"),
            Banner = row.RawText("Banner"),
            Enabled = row.Flag("Enabled"),
            RequireTls = row.Flag("RequireTLS"),
        });
    }

    private void SendConnector(StateMembers row)
    {
        if (Names(row) is not (string name, string identity))
        {
            return;
        }

        builder.SendConnectors.Add(new CapturedSendConnector
        {
            Name = name,
            Identity = identity,
            Fqdn = row.Text("Fqdn"),
            AddressSpaces = row.Items("AddressSpaces"),
            SourceTransportServers = row.Items("SourceTransportServers"),
            TlsCertificateName = row.RawText("TlsCertificateName"),
            SmartHosts = row.Items("SmartHosts"),
            DnsRoutingEnabled = row.Flag("DNSRoutingEnabled"),
            RequireTls = row.Flag("RequireTLS"),
            IgnoreStartTls = row.Flag("IgnoreSTARTTLS"),
            TlsAuthLevel = row.Text("TlsAuthLevel"),
            TlsDomain = row.Text("TlsDomain"),
            FrontendProxyEnabled = row.Flag("FrontendProxyEnabled"),
            Enabled = row.Flag("Enabled"),
        });
    }

    private void AcceptedDomain(StateMembers row)
    {
        if (Names(row) is (string name, _))
        {
            builder.AcceptedDomains.Add(
                new CapturedAcceptedDomain { Name = name, DomainName = row.Text("DomainName"), DomainType = row.Text("DomainType"),
                    Default = row.Flag("Default") });
        }
    }

    private void OutlookProvider(StateMembers row)
    {
        if (Names(row) is (string name, _))
        {
            builder.OutlookProviders.Add(
                new CapturedOutlookProvider { Name = name, CertPrincipalName = row.Text("CertPrincipalName"), Server = row.Text("Server"),
                    TTL = row.Text("TTL") });
        }
    }

    private void Organization(StateMembers row) => builder.Organizations.Add(new CapturedOrganization
    {
        Name = row.RawText("Name"),
        MapiHttpEnabled = row.Flag("MapiHttpEnabled"),
        OAuth2ClientProfileEnabled = row.Flag("OAuth2ClientProfileEnabled"),
        EnableDownloadDomains = row.Flag("EnableDownloadDomains"),
    });

    private void ClientAccessArray(StateMembers row)
    {
        if (Names(row) is (string name, _))
        {
            builder.ClientAccessArrays.Add(
                new CapturedClientAccessArray { Name = name, Fqdn = row.Text("Fqdn"), Site = LastPart(row.Text("Site")) });
        }
    }

    private void TransportServer(StateMembers row)
    {
        if (NameOf(row, "Name", FirstKnown(row.Text("Name"), row.Text("Identity"))) is { } name)
        {
            builder.TransportServers.Add(new CapturedTransportServer
            {
                Name = builder.Shared(name),
                InternalTransportCertificateThumbprint = row.Text("InternalTransportCertificateThumbprint"),
            });
        }
    }

    private static (string Name, string Identity)? Names(StateMembers row)
    {
        Captured<string> identity = row.Text("Identity");
        Captured<string> name = FirstKnown(row.Text("Name"), DirectoryPart(identity), identity);
        if (name.IsKnown)
        {
            return (name.Value!, identity.Value ?? name.Value!);
        }

        row.Refuse(FaultIds.StateObjectIncomplete, "Name", null, "is missing. Capture Name and Identity too.");
        return null;
    }

    /// <summary>A server's NetBIOS name from a name, a full name or a directory path.</summary>
    private static string? NameOf(StateMembers row, string property, Captured<string> text)
    {
        Captured<string> last = LastPart(text);
        if (ServerName.TryParse(last.Value, property, out string? name, out _, out InputFault? fault))
        {
            return name;
        }

        row.Refuse(FaultIds.StateObjectIncomplete, property, text.Value, "names no server: " + fault.Message);
        return null;
    }

    private static Captured<string> FirstKnown(params Captured<string>[] values) =>
        values.FirstOrDefault(v => v is { IsKnown: true, Value.Length: > 0 });

    private static Captured<string> ServerPart(Captured<string> identity) =>
        identity.IsKnown && identity.Value!.IndexOf('\\') is > 0 and int at ? Captured.Known(identity.Value.Substring(0, at)) : default;

    private static Captured<string> DirectoryPart(Captured<string> identity) =>
        identity.IsKnown && identity.Value!.IndexOf('\\') is > 0 and int at ? Captured.Known(identity.Value.Substring(at + 1)) : default;

    /// <summary>The last part of a directory path, or the first name of a distinguished name.</summary>
    private static Captured<string> LastPart(Captured<string> text)
    {
        if (!text.IsKnown)
        {
            return text;
        }

        string value = text.Value!;
        int slash = value.LastIndexOfAny(PathSeparators);
        if (slash >= 0)
        {
            value = value.Substring(slash + 1);
        }
        else if (value.StartsWith("CN=", StringComparison.OrdinalIgnoreCase))
        {
            int comma = value.IndexOf(',');
            value = comma < 0 ? value.Substring(3) : value.Substring(3, comma - 3);
        }

        return Captured.Known(value);
    }
}
