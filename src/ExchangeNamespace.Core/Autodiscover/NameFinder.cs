using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Autodiscover;

/// <summary>Asks DNS servers in order until one can tell.</summary>
internal sealed class NameFinder(IDnsResolver resolver, IReadOnlyList<DnsServerAddress> servers)
{
    public async Task<HostLookup> FindAsync(string host, CancellationToken cancel)
    {
        HostLookup? first = null;
        foreach (DnsServerAddress server in servers)
        {
            HostLookup found = await HostLookup.AskAsync(resolver, server, host, cancel).ConfigureAwait(false);
            if (found.IsConclusive)
            {
                return found;
            }

            first ??= found;
        }

        return first!;
    }

    public async Task<DnsAnswer> AskAsync(string name, DnsRecordType kind, CancellationToken cancel)
    {
        DnsAnswer? first = null;
        foreach (DnsServerAddress server in servers)
        {
            DnsAnswer answer = await resolver.AskAsync(server, new DnsQuestion(name, kind), cancel).ConfigureAwait(false);
            if (HostLookup.Conclusive(answer.Status))
            {
                return answer;
            }

            first ??= answer;
        }

        return first!;
    }
}
