using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ExchangeNamespace.Probing;

/// <summary>Looks up the addresses of a name, at one DNS server after the other until one can tell.</summary>
/// <param name="resolver">Asks DNS servers; null where no name is looked up but that of this machine.</param>
/// <param name="servers">The DNS servers, in order.</param>
internal sealed class AddressFinder(IDnsResolver? resolver, IReadOnlyList<DnsServerAddress> servers)
{
    private const string Local = "localhost";
    private const string Loopback = "127.0.0.1";

    /// <summary>The addresses of a name, or why it has no address.</summary>
    public async Task<(IReadOnlyList<string> Addresses, string Why)> FindAsync(string name, CancellationToken cancel)
    {
        if (name == Local)
        {
            return ([Loopback], string.Empty);
        }

        DnsAnswerStatus status = DnsAnswerStatus.Unreachable;
        foreach (DnsServerAddress server in servers)
        {
            HostLookup found = await HostLookup.AskAsync(resolver!, server, name, cancel).ConfigureAwait(false);
            if (found.IsConclusive)
            {
                return (found.Addresses, $"DNS server {server} knows no address of {name} ({found.Status})");
            }

            status = found.Status;
        }

        return ([], $"no DNS server answered for {name} ({status})");
    }
}
