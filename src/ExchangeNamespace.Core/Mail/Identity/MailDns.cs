using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Mail.Identity;

/// <summary>Asks the servers one after the other until one can tell.</summary>
/// <param name="resolver">Asks one server.</param>
/// <param name="servers">The servers, at least one.</param>
internal sealed class MailDns(IDnsResolver resolver, IReadOnlyList<DnsServerAddress> servers)
{
    public IDnsResolver Resolver { get; } = resolver;

    public IReadOnlyList<DnsServerAddress> Servers { get; } = servers;

    public async Task<RecordLookup> RecordsAsync(string name, DnsRecordType kind, CancellationToken cancel)
    {
        RecordLookup lookup = await RecordLookup.AskAsync(Resolver, Servers[0], name, kind, cancel).ConfigureAwait(false);
        for (int i = 1; i < Servers.Count && !lookup.IsConclusive; i++)
        {
            lookup = await RecordLookup.AskAsync(Resolver, Servers[i], name, kind, cancel).ConfigureAwait(false);
        }

        return lookup;
    }

    /// <summary>The same of the first server alone, which says whether it has proved the answer: another would not make it true.</summary>
    public Task<RecordLookup> SignedAsync(string name, DnsRecordType kind, CancellationToken cancel) =>
        RecordLookup.AskAsync(Resolver, Servers[0], name, kind, cancel, isSigned: true);

    public async Task<HostLookup> AddressesAsync(string name, CancellationToken cancel)
    {
        HostLookup lookup = await HostLookup.AskAsync(Resolver, Servers[0], name, cancel).ConfigureAwait(false);
        for (int i = 1; i < Servers.Count && !lookup.IsConclusive; i++)
        {
            lookup = await HostLookup.AskAsync(Resolver, Servers[i], name, cancel).ConfigureAwait(false);
        }

        return lookup;
    }
}
