using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.MemberReading;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Requests;

/// <summary>What a server input turned out to be: a server, one that carries no client access, or a fault.</summary>
internal readonly record struct ServerReading(ServerRequest? Server, string? Skipped, IReadOnlyList<InputFault> Faults);

/// <summary>
/// Reads servers from names, hashtables, CSV rows and <c>Get-ExchangeServer</c> objects, live or deserialized. Only property text counts,
/// because in a remote shell nothing else arrives.
/// </summary>
internal sealed class ServerReader
{
    private const string ClientAccess = "ClientAccess";

    /// <summary>The version on an object of Exchange.</summary>
    private const string DisplayedVersion = "AdminDisplayVersion";

    /// <summary>What people call the version in a table or hashtable.</summary>
    private const string PlainVersion = "Version";

    /// <summary>The schema version of an object of Exchange.</summary>
    private const string Schema = "ExchangeVersion";

    /// <summary>An object of Exchange has hundreds of members that are not read.</summary>
    private static readonly MemberPolicy OfExchange = MemberPolicy.Forgiving with { Unknown = UnknownMembers.RefuseNearMisses };

    private static readonly Lazy<IReadOnlyList<string>> AskedOfExchange = new(() =>
        [.. MemberReader.AskedBy(reader => new ServerReader().ReadMembers(reader, "Server", []))
            .Except([PlainVersion, Schema])]);

    private readonly Dictionary<string, ExchangeVersion> _versions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unrelated = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The properties that count on an object of Exchange, which has hundreds of others.</summary>
    public static IReadOnlyList<string> ExchangeProperties => AskedOfExchange.Value;

    /// <summary>Reads a server given by its name.</summary>
    public static ServerReading Read(string text, string path) =>
        ServerName.TryParse(text, path, out string? name, out Fqdn? fqdn, out InputFault? fault)
            ? new ServerReading(new ServerRequest { Name = name, Fqdn = fqdn }, null, [])
            : new ServerReading(null, null, [fault]);

    /// <summary>Reads a server given by named values.</summary>
    /// <param name="members">The values.</param>
    /// <param name="path">Where they came from.</param>
    /// <param name="strict">Whether an unknown member is refused; objects of Exchange have hundreds of others.</param>
    public ServerReading Read(IReadOnlyDictionary<string, object?> members, string path, bool strict)
    {
        ServerReading trial = ReadMembers(members, null, strict);
        ServerReading reading = trial.Faults.Count == 0 ? trial : ReadMembers(members, path, strict);
        return reading.Faults.Count > 0 && Naming(members) is { } name
            ? reading with { Faults = [.. reading.Faults.Select(f => Name(f, name))] }
            : reading;
    }

    /// <summary>
    /// The name that the input gives its server, whether it is a good one or not; an index alone is hard to find in a table of hundreds.
    /// </summary>
    private static string? Naming(IReadOnlyDictionary<string, object?> members) => new[] { "Name", "Fqdn" }
        .Select(n => members.FirstOrDefault(m => string.Equals(m.Key, n, StringComparison.OrdinalIgnoreCase)).Value)
        .OfType<string>()
        .FirstOrDefault(t => t.Trim().Length > 0);

    private static InputFault Name(InputFault fault, string name)
    {
        string shown = VisibleText.Short(name);
        bool isNamed = fault.Message.IndexOf(shown, StringComparison.Ordinal) >= 0;
        return isNamed ? fault : fault with { Message = $"{fault.Message} Server: {shown}." };
    }

    private ServerReading ReadMembers(IReadOnlyDictionary<string, object?> members, string? path, bool strict)
    {
        List<InputFault> faults = [];
        return ReadMembers(new MemberReader(members, path, strict ? MemberPolicy.Forgiving : OfExchange, faults), path, faults);
    }

    private ServerReading ReadMembers(MemberReader reader, string? path, List<InputFault> faults)
    {
        string? nameText = reader.Text("Name");
        string? fqdnText = reader.Text("Fqdn");
        (string? versionText, string versionMember) = VersionText(reader);
        string? role = reader.Text("ServerRole");
        bool? clientAccess = reader.Cell("IsClientAccessServer");
        string? site = Site(reader);
        bool? facing = reader.Cell("InternetFacing");
        bool? outlookAnywhere = reader.Cell("OutlookAnywhereEnabled");
        bool? extendedProtection = reader.Cell("ExtendedProtection");
        IReadOnlyList<string> addresses = Addresses(reader, "IPAddress");
        reader.Finish(_unrelated);

        if (string.IsNullOrEmpty(nameText) && string.IsNullOrEmpty(fqdnText))
        {
            faults.Add(new InputFault(FaultIds.ServerNotRecognised, path ?? string.Empty, nameText,
                $"{path} is no server: it has neither Name nor Fqdn. Give a name, a hashtable with Name, a table row, or an object of "
                    + "Get-ExchangeServer."));
            return new ServerReading(null, null, faults);
        }

        if (!ServerName.TryParse(string.IsNullOrEmpty(nameText) ? fqdnText : nameText, reader.PathOf("Name"), out string? name,
            out Fqdn? fqdn, out InputFault? fault))
        {
            faults.Add(fault);
        }

        if (!string.IsNullOrEmpty(fqdnText))
        {
            fqdn = reader.Host(fqdnText!, reader.PathOf("Fqdn"));
            if (name is not null && fqdn is not null && !Belong(name, fqdn))
            {
                reader.Refuse(FaultIds.InputContradiction, "Fqdn", fqdnText,
                    $"is {fqdn}, but the name of the server is {name}. Correct one of the two.");
            }
        }

        ExchangeVersion? version = Version(versionText, reader.PathOf(versionMember), faults);
        if (faults.Count > 0 || name is null)
        {
            return new ServerReading(null, null, faults);
        }

        if (LacksClientAccess(role, clientAccess, version))
        {
            return new ServerReading(null,
                $"{name} has no client-access role ({VisibleText.Short(role ?? "IsClientAccessServer is false")}); it is skipped.", faults);
        }

        ServerRequest server = new()
        {
            Name = name,
            Fqdn = fqdn,
            Version = version,
            Site = site,
            InternetFacing = facing,
            OutlookAnywhereEnabled = outlookAnywhere,
            ExtendedProtection = extendedProtection,
            Addresses = addresses,
        };
        return new ServerReading(server, null, faults);
    }

    /// <summary>Reads addresses: one, a list, or several in one text as CSV files have them.</summary>
    public static IReadOnlyList<string> Addresses(MemberReader reader, string name)
    {
        if (reader.Texts(name) is not { } texts)
        {
            return [];
        }

        List<string> addresses = [];
        foreach (string text in texts.SelectMany(t => t.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries)))
        {
            if (HostAddress.TryRead(text, out string? address, out string? refusal))
            {
                addresses.Add(address);
            }
            else
            {
                reader.Refuse(FaultIds.AddressInvalid, name, text, refusal);
            }
        }

        return addresses;
    }

    /// <summary>A site name on its own, also from a directory path or a distinguished name.</summary>
    public static string? SiteName(string text, string path, ICollection<InputFault> faults)
    {
        string name = text.Trim();
        int slash = name.LastIndexOf('/');
        if (slash >= 0)
        {
            name = name.Substring(slash + 1);
        }
        else if (name.StartsWith("CN=", StringComparison.OrdinalIgnoreCase))
        {
            int comma = name.IndexOf(',');
            name = comma < 0 ? name.Substring(3) : name.Substring(3, comma - 3);
        }

        if (Model.SiteName.IsValid(name))
        {
            return name;
        }

        faults.Add(new InputFault(FaultIds.SiteNameInvalid, path, text, $"{path}: {Model.SiteName.Refusal(text)}"));
        return null;
    }

    /// <summary>A NetBIOS name is the first label, cut at 15 characters.</summary>
    private static bool Belong(string name, Fqdn fqdn) =>
        string.Equals(name, fqdn.FirstLabel, StringComparison.OrdinalIgnoreCase)
        || (name.Length == ServerName.MaximumNetBios && fqdn.FirstLabel.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>A version's text; a product year may be written as a number.</summary>
    private static string? Year(MemberReader reader, string name) =>
        reader.Raw(name) is long year ? year.ToString(System.Globalization.CultureInfo.InvariantCulture) : reader.Text(name);

    /// <summary>The text of the version and the member that it stands in; a blank one says nothing.</summary>
    private static (string? Text, string Member) VersionText(MemberReader reader)
    {
        string? displayed = Year(reader, DisplayedVersion);
        string? plain = Year(reader, PlainVersion);
        string? schema = Year(reader, Schema);

        // Exchange's own ExchangeVersion property is the schema version of the object, such as 0.1 (8.0.535.0): never the server's.
        return !string.IsNullOrWhiteSpace(displayed) ? (displayed, DisplayedVersion)
            : !string.IsNullOrWhiteSpace(plain) ? (plain, PlainVersion)
            : !string.IsNullOrWhiteSpace(schema) && schema!.IndexOf('(') <= 0 ? (schema, Schema)
            : (null, DisplayedVersion);
    }

    private static string? Site(MemberReader reader) => reader.Text("Site") is { } text && text.Trim().Length > 0
        ? SiteName(text, reader.PathOf("Site"), reader.Faults)
        : null;

    public static bool LacksClientAccess(string? role, bool? clientAccess, ExchangeVersion? version)
    {
        if (role is null or "")
        {
            return clientAccess == false;
        }

        // From 2016 on the mailbox role contains client access.
        bool inMailbox = version?.Product >= ExchangeProduct.Exchange2016
            && role.IndexOf("Mailbox", StringComparison.OrdinalIgnoreCase) >= 0;
        return !inMailbox && role.IndexOf(ClientAccess, StringComparison.OrdinalIgnoreCase) < 0 && clientAccess != true;
    }

    private ExchangeVersion? Version(string? text, string path, List<InputFault> faults)
    {
        if (text is null)
        {
            return null;
        }

        if (!_versions.TryGetValue(text, out ExchangeVersion? version))
        {
            if (!ExchangeVersionReader.TryParse(text, path, out version, out InputFault? fault))
            {
                faults.Add(fault);
                return null;
            }

            _versions.Add(text, version);
        }

        return version;
    }
}
