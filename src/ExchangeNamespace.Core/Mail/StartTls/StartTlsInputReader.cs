using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.MemberReading;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.StartTls;

/// <summary>
/// Reads connectors, certificates and servers from named values: objects of Exchange, live or from another shell, hashtables and table
/// rows. An empty cell was not stated; only an empty <c>Fqdn</c> means no name, as Exchange shows it.
/// </summary>
internal static class StartTlsInputReader
{
    private static readonly char[] ListSeparators = [',', ';', ' '];

    /// <summary>Properties of a connector that have no part in the choice.</summary>
    private static readonly string[] OtherConnectorMembers = ["Bindings", "RemoteIPRanges", "PermissionGroups", "TransportRole", "Banner",
        "RequireTLS", "DomainSecureEnabled"];

    private static readonly Lazy<IReadOnlyList<string>> AskedOfConnector =
        new(() => MemberReader.AskedBy(r => Connector(r)));

    private static readonly Lazy<IReadOnlyList<string>> AskedOfCertificate =
        new(() => MemberReader.AskedBy(r => Certificate(r, reading: null, strict: false)));

    private static readonly Lazy<IReadOnlyList<string>> AskedOfServer = new(() => MemberReader.AskedBy(r => Server(r)));

    /// <summary>The properties that count on a connector.</summary>
    public static IReadOnlyList<string> ConnectorProperties => AskedOfConnector.Value;

    /// <summary>The properties that count on a certificate.</summary>
    public static IReadOnlyList<string> CertificateProperties => AskedOfCertificate.Value;

    /// <summary>The properties that count on a server.</summary>
    public static IReadOnlyList<string> ServerProperties => AskedOfServer.Value;

    public static ReceiveConnector? Connector(
        IReadOnlyDictionary<string, object?> members, string path, bool strict, ICollection<InputFault> faults) =>
        WithoutFault(faults, () => Connector(new MemberReader(members, path, PolicyOf(strict), faults)));

    private static ReceiveConnector Connector(MemberReader reader)
    {
        string? identity = Stated(reader, "Identity");
        string? name = Stated(reader, "Name");
        string? server = LastPart(Stated(reader, "Server"))
            ?? (identity?.IndexOf('\\') is > 0 and int at ? identity.Substring(0, at) : null);
        bool hasFqdn = reader.Has("Fqdn");
        ReceiveConnector connector = new()
        {
            Identity = identity ?? (server is null || name is null ? name : server + "\\" + name) ?? string.Empty,
            Server = server,
            Fqdn = Stated(reader, "Fqdn"),
            IsFqdnKnown = hasFqdn,
            AuthMechanism = List(reader, "AuthMechanism"),
            TlsCertificateName = Stated(reader, "TlsCertificateName"),
            Enabled = reader.Boolean("Enabled"),
        };
        reader.Finish(passedOver: OtherConnectorMembers);
        if (connector.Identity.Length == 0)
        {
            reader.Refuse(FaultIds.MemberMissing, "Name", null,
                "is missing. Give an object of Get-ReceiveConnector, or values with Name, Fqdn and AuthMechanism.");
        }

        return connector;
    }

    /// <summary>Reads a certificate.</summary>
    /// <param name="members">The values.</param>
    /// <param name="reading">What its own bytes say, where they were read; they win over the values.</param>
    /// <param name="path">Where the values came from.</param>
    /// <param name="strict">
    /// Whether it is stated by hand: an unknown member is refused then, and a private key of which nothing is said is taken as there.
    /// </param>
    /// <param name="faults">Receives what is refused.</param>
    public static StoreCertificate? Certificate(
        IReadOnlyDictionary<string, object?> members, CertificateReading? reading, string path, bool strict,
        ICollection<InputFault> faults) =>
        WithoutFault(faults, () => Certificate(new MemberReader(members, path, PolicyOf(strict), faults), reading, strict));

    private static StoreCertificate Certificate(MemberReader reader, CertificateReading? reading, bool strict)
    {
        StoreCertificate? facts = reading?.Bundle is { } bundle ? StoreCertificate.Of(bundle.Leaf) : null;
        string? identity = Stated(reader, "Identity");
        string? server = LastPart(Stated(reader, "Server"))
            ?? (identity?.IndexOf('\\') is > 0 and int at ? identity.Substring(0, at) : null);
        string? subject = facts?.Subject ?? Stated(reader, "Subject");
        string? issuer = facts?.Issuer ?? Stated(reader, "Issuer");
        string? thumbprint = facts?.Thumbprint ?? Stated(reader, "Thumbprint");
        IReadOnlyList<string>? domains = List(reader, "CertificateDomains");
        StoreCertificate certificate = new()
        {
            Server = server is null ? null : NetBios(server),
            Thumbprint = thumbprint?.Replace(" ", string.Empty).ToUpperInvariant(),
            Subject = subject,
            Issuer = issuer,
            Names = facts?.Names
                ?? (domains is null ? null
                    : [.. domains.Concat(DistinguishedName.CommonNames(subject ?? string.Empty)).Where(n => n.Length > 0)
                        .Distinct(StringComparer.OrdinalIgnoreCase)]),
            NotBefore = facts?.NotBefore ?? Moment(reader, "NotBefore"),
            NotAfter = facts?.NotAfter ?? Moment(reader, "NotAfter"),
            Services = List(reader, "Services"),
            HasPrivateKey = reader.Boolean("HasPrivateKey") ?? (strict ? true : null),
            IsSelfSigned = SelfSigned(reader, subject, issuer, facts),
            X509Version = facts?.X509Version,
            Status = Stated(reader, "Status"),
            Fault = reading?.Fault,
        };
        reader.Finish(passedOver: ["FriendlyName", "SerialNumber", "RawData"]);
        if (certificate.Thumbprint is null && certificate.Subject is null && certificate.Names is null)
        {
            reader.Refuse(FaultIds.MemberMissing, "Thumbprint", null,
                "is missing, and so are Subject and CertificateDomains. Give an object of Get-ExchangeCertificate, or values with "
                    + "CertificateDomains and Services.");
        }

        return certificate;
    }

    /// <summary>
    /// Reads a server, from <c>Get-ExchangeServer</c> or from <c>Get-TransportService</c>, which shows the internal transport certificate.
    /// </summary>
    public static TransportServer? Server(
        IReadOnlyDictionary<string, object?> members, string path, bool strict, ICollection<InputFault> faults) =>
        WithoutFault(faults, () => Server(new MemberReader(members, path, PolicyOf(strict), faults)));

    private static TransportServer? Server(MemberReader reader)
    {
        string? fqdn = Stated(reader, "Fqdn");
        string? name = Stated(reader, "Name") ?? fqdn;
        string? version = Stated(reader, "AdminDisplayVersion");
        bool hasThumbprint = reader.Has("InternalTransportCertificateThumbprint");
        string? thumbprint = Stated(reader, "InternalTransportCertificateThumbprint");
        reader.Finish(passedOver: ["ServerRole", "Site"]);
        if (name is null)
        {
            reader.Refuse(FaultIds.MemberMissing, "Name", null,
                "is missing. Give a full name, an object of Get-ExchangeServer or Get-TransportService, or values with Name and Fqdn.");
        }

        ExchangeVersion? parsed = null;
        if (version is not null
            && !ExchangeVersionReader.TryParse(version, reader.PathOf("AdminDisplayVersion"), out parsed, out InputFault? fault))
        {
            reader.Faults.Add(fault);
        }

        return name is null ? null : new TransportServer
        {
            Name = NetBios(name),
            Fqdn = fqdn ?? (name.IndexOf('.') > 0 ? name : null),
            Version = parsed,
            InternalTransportThumbprint = thumbprint?.Replace(" ", string.Empty).ToUpperInvariant(),
            IsInternalTransportKnown = hasThumbprint,
        };
    }

    /// <summary>One server of what several objects say about it: the first that states a value counts.</summary>
    public static TransportServer Merge(TransportServer first, TransportServer second) => new()
    {
        Name = first.Name,
        Fqdn = first.Fqdn ?? second.Fqdn,
        Version = first.Version ?? second.Version,
        InternalTransportThumbprint = first.IsInternalTransportKnown ? first.InternalTransportThumbprint
            : second.InternalTransportThumbprint,
        IsInternalTransportKnown = first.IsInternalTransportKnown || second.IsInternalTransportKnown,
    };

    /// <summary>What was read; null where something of it was refused.</summary>
    private static T? WithoutFault<T>(ICollection<InputFault> faults, Func<T?> read)
        where T : class
    {
        int before = faults.Count;
        T? value = read();
        return faults.Count == before ? value : null;
    }

    private static bool? SelfSigned(MemberReader reader, string? subject, string? issuer, StoreCertificate? facts)
    {
        bool? stated = reader.Boolean("IsSelfSigned");
        string? authority = Stated(reader, "RootCAType");
        return facts?.IsSelfSigned ?? stated
            ?? (subject is not null && issuer is not null ? DistinguishedName.AreEqual(subject, issuer)
            : authority is "ThirdParty" or "Enterprise" ? false
            : null);
    }

    private static string? Stated(MemberReader reader, string name) => reader.Text(name)?.Trim() is { Length: > 0 } text ? text : null;

    private static IReadOnlyList<string>? List(MemberReader reader, string name)
    {
        if (reader.Texts(name) is not { } texts || texts is [""])
        {
            return null;
        }

        if (texts.FirstOrDefault(TextSyntax.BreaksLine) is { } broken)
        {
            reader.Refuse(FaultIds.TextHasControlCharacter, name, broken,
                $"'{VisibleText.Short(broken)}' contains a line break or control character.");
            return null;
        }

        return [.. texts.SelectMany(t => t.Split(ListSeparators, StringSplitOptions.RemoveEmptyEntries))];
    }

    private static DateTime? Moment(MemberReader reader, string name)
    {
        switch (reader.Raw(name))
        {
            case null or "":
                return null;
            case DateTime { Kind: DateTimeKind.Unspecified } moment:
                return DateTime.SpecifyKind(moment, DateTimeKind.Utc);
            case DateTime moment:
                return moment.ToUniversalTime();
            case string text when MomentText.Moment(text) is { } read:
                return DateTime.SpecifyKind(read, DateTimeKind.Utc);
            case var other:
                reader.WrongType(name, other, "a date such as 2026-03-15 or 2026-03-15T12:00:00Z");
                return null;
        }
    }

    /// <summary>An object of Exchange has hundreds of members that are not read.</summary>
    private static MemberPolicy PolicyOf(bool strict) =>
        MemberPolicy.Forgiving with { Unknown = strict ? UnknownMembers.Refuse : UnknownMembers.Ignore };

    private static string NetBios(string name) => name.IndexOf('.') is > 0 and int dot ? name.Substring(0, dot) : name;

    /// <summary>The server of a directory path or a distinguished name.</summary>
    private static string? LastPart(string? text)
    {
        if (text is null)
        {
            return null;
        }

        string name = text.Substring(text.LastIndexOfAny(['/', '\\']) + 1);
        return NetBios(DistinguishedName.CommonNames(name).FirstOrDefault() ?? name);
    }
}
