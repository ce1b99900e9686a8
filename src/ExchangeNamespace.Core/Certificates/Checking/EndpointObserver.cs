using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Certificates.Checking;

/// <summary>Asks one endpoint for one server name: looks its address up with the DNS servers named, and speaks TLS or SMTP to it.</summary>
/// <param name="resolver">Asks DNS servers; null where every endpoint is an address.</param>
/// <param name="servers">The DNS servers, in order.</param>
/// <param name="tls">Speaks TLS.</param>
/// <param name="smtp">Speaks SMTP; null where no endpoint is a mail server.</param>
/// <param name="timeout">How long one endpoint may take.</param>
/// <param name="helloName">The name to give to mail servers.</param>
internal sealed class EndpointObserver(
    IDnsResolver? resolver, IReadOnlyList<DnsServerAddress> servers, ITlsProbe tls, ISmtpProbe? smtp, TimeSpan timeout, string helloName)
{
    /// <summary>More than any name of Exchange has; a DNS answer must not decide how often this machine connects.</summary>
    private const int MostAddresses = 32;

    /// <summary>Asks every address of the endpoint, for behind one name each server has a certificate of its own.</summary>
    /// <param name="question">The endpoint and the name; a null name stands for none.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>One answer for each address, or one with the reason why the name has no address.</returns>
    public async Task<IReadOnlyList<LiveAnswer>> AskAsync(EndpointQuestion question, CancellationToken cancel)
    {
        string source = question.Source;
        (IReadOnlyList<string> addresses, string why) = question.Endpoint.IsAddress ? ([question.Endpoint.Host], string.Empty)
            : await new AddressFinder(resolver, servers).FindAsync(question.Endpoint.Host, cancel).ConfigureAwait(false);
        return addresses.Count == 0
            ? [LiveAnswer.NotResolved(source, question.ServerName, why)]
            : await Task.WhenAll(
                addresses.Take(MostAddresses).Select(a => AskAsync(question, addresses.Count == 1 ? source : $"{source} ({a})", a, cancel)))
                    .ConfigureAwait(false);
    }

    private async Task<LiveAnswer> AskAsync(EndpointQuestion question, string source, string address, CancellationToken cancel)
    {
        ProbeTarget target = new(address, question.Endpoint.Port, question.ServerName);
        return question.StartTls
            ? LiveAnswer.Of(source, await smtp!.ProbeAsync(target, helloName, timeout, cancel).ConfigureAwait(false))
            : LiveAnswer.Of(source, await tls.ProbeAsync(target, timeout, cancel).ConfigureAwait(false));
    }
}
