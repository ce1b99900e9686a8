using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Mail.Policies;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Mail.Identity;

/// <summary>What came of fetching the policy of a domain.</summary>
/// <param name="Addresses">What DNS says about the web server.</param>
/// <param name="Answer">What the first address that answered gave; null where the name has no address.</param>
internal sealed record PolicyObservation(HostLookup Addresses, HttpAnswer? Answer);

/// <summary>Fetches the MTA-STS policy of a domain, as senders do where its record announces one (RFC 8461 3.3).</summary>
/// <param name="dns">The way to DNS.</param>
/// <param name="http">The way to web servers.</param>
/// <param name="timeout">How long one address may take.</param>
internal sealed class PolicyObserver(MailDns dns, IHttpProbe http, TimeSpan timeout)
{
    /// <summary>A record must not make this machine busy.</summary>
    private const int MostAddresses = 4;

    public async Task<PolicyObservation> FetchAsync(string domain, CancellationToken cancel)
    {
        HttpTarget target = new(IsSecure: true, MtaStsPolicy.HostPrefix + domain, Port: null, MtaStsPolicy.Path);
        HostLookup addresses = await dns.AddressesAsync(target.Host, cancel).ConfigureAwait(false);
        HttpAnswer? answer = null;
        foreach (string address in addresses.Addresses.Take(MostAddresses))
        {
            answer = await http.GetAsync(target, address, timeout, cancel).ConfigureAwait(false);
            if (answer.Status == HttpStatus.Answered)
            {
                break;
            }
        }

        return new PolicyObservation(addresses, answer);
    }
}
