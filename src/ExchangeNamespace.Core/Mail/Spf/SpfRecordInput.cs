using System.Collections.Generic;
using System.Net;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Mail.Spf;

/// <summary>What was stated about the senders of domains, as it was typed.</summary>
internal sealed class SpfRecordInput
{
    public NamespacePlan? Plan { get; init; }

    public IReadOnlyList<string?>? Domains { get; init; }

    public IReadOnlyList<string?>? Addresses { get; init; }

    public bool Mx { get; init; }

    public bool A { get; init; }

    public IReadOnlyList<string?>? Hosts { get; init; }

    public IReadOnlyList<string?>? Includes { get; init; }

    public SpfQualifier? All { get; init; }

    public IReadOnlyList<string?>? Existing { get; init; }

    public IReadOnlyList<string?>? Remove { get; init; }

    public IReadOnlyList<string?>? HelloNames { get; init; }

    public IReadOnlyList<string?>? ChildDomains { get; init; }

    public IReadOnlyList<string?>? SilentDomains { get; init; }

    public bool SendsNoMail { get; init; }
}

/// <summary>A network of senders.</summary>
/// <param name="Address">Its first address.</param>
/// <param name="Prefix">How many bits count.</param>
internal sealed record SpfSenderNetwork(IPAddress Address, int Prefix)
{
    public bool IsIPv4 => Address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork;

    public int Bits => IsIPv4 ? 32 : 128;

    /// <summary>The term that names it.</summary>
    public string Term =>
        (IsIPv4 ? "ip4:" : "ip6:") + AddressSyntax.Write(Address)
            + (Prefix == Bits ? string.Empty : "/" + Prefix.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public bool Holds(SpfSenderNetwork other) => Prefix <= other.Prefix && SpfNetwork.Contains(Address, Prefix, Prefix, other.Address);
}

/// <summary>What was said, read and checked.</summary>
internal sealed class SpfRecordOptions
{
    public required IReadOnlyList<SpfRecordName> Names { get; init; }

    public required IReadOnlyList<SpfSenderNetwork> Networks { get; init; }

    /// <summary>The terms that ask DNS, as they are to stand in the record of a mail domain.</summary>
    public required IReadOnlyList<string> AskingTerms { get; init; }

    public required SpfQualifier? All { get; init; }

    /// <summary>Records that were pasted; null where none were.</summary>
    public required IReadOnlyList<string>? Existing { get; init; }

    public required IReadOnlyList<string> Remove { get; init; }

    /// <summary>The findings about the senders.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }
}

/// <summary>A name that gets a record.</summary>
/// <param name="Domain">The name.</param>
/// <param name="Role">Why.</param>
/// <param name="Parent">The mail domain that a child sends like.</param>
internal sealed record SpfRecordName(Fqdn Domain, SpfRecordRole Role, Fqdn? Parent = null);
