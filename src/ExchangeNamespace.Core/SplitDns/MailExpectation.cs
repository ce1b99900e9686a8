using System.Collections.Generic;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.SplitDns;

/// <summary>The mail exchangers that a view is to name for a domain.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="View">The view.</param>
/// <param name="Exchangers">The exchangers.</param>
internal sealed record MailExpectation(Fqdn Domain, DnsView View, IReadOnlyList<string> Exchangers);
