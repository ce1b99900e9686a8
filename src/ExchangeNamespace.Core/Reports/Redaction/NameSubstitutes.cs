using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Reports.Redaction;

/// <summary>Substitutes of host names, label by label, so that names of one domain stay in one domain; and of all other names.</summary>
internal sealed class NameSubstitutes(RedactionMap map, AddressSubstitutes addresses)
{
    private const string Wildcard = "*.";

    /// <summary>They say what a host is for, and not whose it is. Clients and rules depend on the first.</summary>
    private static readonly HashSet<string> Generic = new(StringComparer.Ordinal)
    {
        AutodiscoverLabels.Host, "mail", "webmail", "owa", "outlook", "legacy", "smtp", "mx", "imap", "pop", "www",
    };

    /// <summary>Top-level domains of inside names, which are no secret.</summary>
    private static readonly HashSet<string> Inside = new(StringComparer.Ordinal)
    {
        "local", "internal", "lan", "corp", "home", "intranet", "private", "test", "localdomain",
    };

    /// <summary>Hosts of Microsoft that the texts of the module name.</summary>
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "autodiscover-s.outlook.com", "autodiscover.outlook.com", "outlook.office365.com", "outlook.office.com",
        "spf.protection.outlook.com", "learn.microsoft.com",
    };

    private static readonly HashSet<string> GenericMailboxes = new(StringComparer.Ordinal) { "postmaster", "hostmaster", "abuse" };

    private readonly HashSet<string> _servers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes the name of a server, before the first substitute is made.</summary>
    public void AddServer(string name) => _servers.Add(name);

    /// <summary>A host name or domain, also with a wildcard.</summary>
    public string Host(string name)
    {
        if (name.StartsWith(Wildcard, StringComparison.Ordinal))
        {
            return Wildcard + Host(name.Substring(Wildcard.Length));
        }

        string trimmed = name.TrimEnd('.');
        string ascii = Fqdn.TryParse(trimmed, nameof(name), out Fqdn? fqdn, out _) ? fqdn.Value : trimmed.ToLowerInvariant();
        return Known.Contains(ascii) ? ascii : addresses.OfReverse(ascii) ?? Below(ascii);
    }

    /// <summary>A host name, or the name of a server alone.</summary>
    public string HostOrServer(string name) => name.IndexOf('.') < 0 ? Server(name) : Host(name);

    /// <summary>A server, by its name or its full name.</summary>
    public string Server(string name) => name.IndexOf('.') >= 0 ? Host(name)
        : name.Length == 0 ? name
        : map.Of(RedactionKind.Server, name.ToUpperInvariant(), n => "SERVER" + RedactionMap.Digits(n, "00"));

    /// <summary>A site; the one without a name keeps none.</summary>
    public string Site(string name) => name.Length == 0 ? name
        : map.Of(RedactionKind.Site, name.ToUpperInvariant(), n => "Site " + RedactionMap.Digits(n));

    /// <summary>A thumbprint or serial number: as many digits, all of them another number.</summary>
    public string Number(string hex)
    {
        string digits = string.Concat(hex.Where(Uri.IsHexDigit)).ToUpperInvariant();
        return digits.Length == 0 ? hex : map.Of(RedactionKind.Number, digits, n => RedactionMap.Digits(n).PadLeft(digits.Length, '0'));
    }

    /// <summary>A mail address.</summary>
    public string Mailbox(string local, string domain) => (GenericMailboxes.Contains(local.ToLowerInvariant()) ? local
        : map.Of(RedactionKind.Mailbox, local.ToLowerInvariant(), n => "user" + RedactionMap.Digits(n))) + "@" + Host(domain);

    /// <summary>Any other name.</summary>
    public string Other(string name) =>
        map.Of(RedactionKind.Name, name.ToUpperInvariant(), n => "Name " + RedactionMap.Digits(n));

    /// <summary>A path of files.</summary>
    public string FilePath(string path) => map.Of(RedactionKind.Path, path, n => "path" + RedactionMap.Digits(n));

    private string Below(string name)
    {
        int dot = name.IndexOf('.');
        string parent = dot < 0 ? string.Empty : name.Substring(dot + 1);
        if (dot < 0 || parent.IndexOf('.') < 0 || PublicSuffixes.Contains(parent))
        {
            return Domain(name);
        }

        string label = name.Substring(0, dot);
        string substitute = label.StartsWith("_", StringComparison.Ordinal) ? label
            : _servers.Contains(label) ? Server(label).ToLowerInvariant()
            : Generic.Contains(label) ? label
            : map.Of(RedactionKind.Label, label, n => "host" + RedactionMap.Digits(n));
        return substitute + "." + Below(parent);
    }

    private string Domain(string name)
    {
        string top = name.Substring(name.LastIndexOf('.') + 1);
        string kept = Inside.Contains(top) ? top : TopLevelDomains.IsDelegated(top) ? "example" : "internal";
        return map.Of(RedactionKind.Domain, name, n => "domain" + RedactionMap.Digits(n) + "." + kept);
    }
}
