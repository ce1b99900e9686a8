using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Autodiscover;

/// <summary>One service connection point (S3 to S7).</summary>
internal sealed class ConnectionPoint
{
    public required string Server { get; init; }

    /// <summary>The URL; null where it is left as it is on the server.</summary>
    public string? Url { get; init; }

    /// <summary>The sites in its keywords; null where nothing is known of them.</summary>
    public IReadOnlyList<string>? Sites { get; init; }
}

/// <summary>What is known of a host in one view.</summary>
internal sealed class HostFact
{
    /// <summary>Whether the name leads to a server; null where that is not known.</summary>
    public bool? Exists { get; init; }

    /// <summary>The certificates that may answer; empty where none is known.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Certificates { get; init; } = [];

    /// <summary>Whether every one of them covers the host; null where some do, or none is known.</summary>
    public bool? Covers(string host)
    {
        bool[] each = [.. Certificates.Select(names => CertificateNameMatcher.Covers(names, host)).Distinct()];
        return each.Length == 1 ? each[0] : null;
    }
}

/// <summary>An organisation as a walk sees it, from a plan or from captured state.</summary>
internal interface IAutodiscoverTopology
{
    /// <summary>
    /// The service connection points of all servers. One without a URL is known to exist, or at least not known to lead nowhere.
    /// </summary>
    IReadOnlyList<ConnectionPoint> ConnectionPoints { get; }

    /// <summary>The mail domains; empty where they are not known.</summary>
    IReadOnlyList<Fqdn> MailDomains { get; }

    /// <summary>The sites that have servers.</summary>
    IReadOnlyCollection<string> Sites { get; }

    /// <summary>What is known of a host.</summary>
    HostFact Find(string host, DnsView view);

    /// <summary>The host that the service record of the mail domain leads to; null where it is not known.</summary>
    string? ServiceTarget(AutodiscoverQuestion question);

    /// <summary>The site whose URLs a mailbox gets where its site was not stated; null where it is not known.</summary>
    string? AssumedMailboxSite(AutodiscoverQuestion question);

    /// <summary>The URLs of the mailbox's site.</summary>
    IReadOnlyList<AutodiscoverUrl> Urls(AutodiscoverQuestion question);
}
