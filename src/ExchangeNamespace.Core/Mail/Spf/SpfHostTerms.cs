using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.Spf;

/// <summary>The mechanisms that compare an address, and the names of an address (RFC 7208 5).</summary>
/// <param name="dns">Answers questions.</param>
/// <param name="sender">Whose address it is.</param>
internal sealed class SpfHostTerms(SpfDns dns, SpfSender sender)
{
    private IReadOnlyList<string>? _validated;

    /// <summary>How many questions found nothing.</summary>
    public int VoidQuestions { get; private set; }

    public Task<SpfMatch> MatchAsync(SpfMechanism mechanism, string target, CancellationToken cancel) => mechanism.Kind switch
    {
        SpfMechanismKind.All => Task.FromResult(SpfMatch.Yes("all is about every sender")),
        SpfMechanismKind.Ip4 or SpfMechanismKind.Ip6 => Task.FromResult(Compare(mechanism)),
        SpfMechanismKind.A => AddressAsync(mechanism, target, cancel),
        SpfMechanismKind.Mx => ExchangerAsync(mechanism, target, cancel),
        SpfMechanismKind.Ptr => NameAsync(target, cancel),
        SpfMechanismKind.Include or SpfMechanismKind.Exists => ExistsAsync(target, cancel),
        _ => throw ClosedSet.Outside(mechanism.Kind),
    };

    /// <summary>The name of the address for the macro <c>p</c>: the domain itself, else one below it, else any (7.3).</summary>
    public async Task<string?> ValidatedNameAsync(string domain, CancellationToken cancel)
    {
        // Asked for a macro, not by a term: what it finds or not is no look-up of the record.
        int before = VoidQuestions;
        IReadOnlyList<string> names = await ValidatedNamesAsync(cancel).ConfigureAwait(false);
        VoidQuestions = before;
        return names.FirstOrDefault(n => n == domain) ?? names.FirstOrDefault(n => SpfDomain.IsIn(n, domain)) ?? names.FirstOrDefault();
    }

    private SpfMatch Compare(SpfMechanism mechanism) =>
        SpfNetwork.Contains(mechanism.Address!, mechanism.Prefix4, mechanism.Prefix6, sender.Address)
            ? SpfMatch.Yes($"{AddressSyntax.Write(sender.Address)} lies in it")
            : SpfMatch.No($"{AddressSyntax.Write(sender.Address)} does not lie in it");

    private async Task<SpfMatch> AddressAsync(SpfMechanism mechanism, string target, CancellationToken cancel)
    {
        SpfAnswer answer = await AskAddressesAsync(target, cancel).ConfigureAwait(false);
        return answer.IsError ? Failed(target, answer) : Compare(mechanism, target, answer);
    }

    private async Task<SpfMatch> ExchangerAsync(SpfMechanism mechanism, string target, CancellationToken cancel)
    {
        SpfAnswer answer = await AskAsync(target, DnsRecordType.MX, cancel).ConfigureAwait(false);
        if (answer.IsError)
        {
            return Failed(target, answer);
        }

        if (answer.Records.Count > SpfRecord.MostNames)
        {
            return SpfMatch.Permanent($"{target} has more than {SpfRecord.MostNames} mail exchangers");
        }

        foreach (string host in answer.Records.OrderBy(r => r.Preference).Select(r => SpfDomain.Normalise(r.Value)))
        {
            SpfAnswer addresses = await AskAddressesAsync(host, cancel).ConfigureAwait(false);
            SpfMatch match = addresses.IsError ? Failed(host, addresses) : Compare(mechanism, host, addresses);
            if (match.Outcome != SpfStepOutcome.NoMatch)
            {
                return match;
            }
        }

        return SpfMatch.No(
            answer.Records.Count == 0 ? $"{target} has no mail exchanger"
                : $"no mail exchanger of {target} has the address {AddressSyntax.Write(sender.Address)}");
    }

    private async Task<SpfMatch> NameAsync(string target, CancellationToken cancel)
    {
        IReadOnlyList<string> names = await ValidatedNamesAsync(cancel).ConfigureAwait(false);
        return names.FirstOrDefault(n => SpfDomain.IsIn(n, target)) is { } name
            ? SpfMatch.Yes($"{name} is a name of {AddressSyntax.Write(sender.Address)} and leads back to it")
            : SpfMatch.No($"no name of {AddressSyntax.Write(sender.Address)} lies in {target} and leads back to it");
    }

    private async Task<SpfMatch> ExistsAsync(string target, CancellationToken cancel)
    {
        SpfAnswer answer = await AskAsync(target, DnsRecordType.A, cancel).ConfigureAwait(false);
        return answer.IsError ? Failed(target, answer)
            : answer.Records.Count > 0 ? SpfMatch.Yes($"{target} has an address")
            : SpfMatch.No($"{target} has no address");
    }

    /// <summary>The names of the address that lead back to it; what fails on the way is passed over (5.5).</summary>
    private async Task<IReadOnlyList<string>> ValidatedNamesAsync(CancellationToken cancel)
    {
        if (_validated is not null)
        {
            return _validated;
        }

        SpfAnswer names = await AskAsync(ReverseName.Of(sender.Address), DnsRecordType.PTR, cancel).ConfigureAwait(false);
        List<string> validated = [];
        foreach (string name in names.Records.Take(SpfRecord.MostNames).Select(r => SpfDomain.Normalise(r.Value)))
        {
            SpfAnswer addresses = await AskAddressesAsync(name, cancel).ConfigureAwait(false);
            if (addresses.Records.Any(r => IsSender(r.Value)))
            {
                validated.Add(name);
            }
        }

        return _validated = validated;
    }

    private SpfMatch Compare(SpfMechanism mechanism, string host, SpfAnswer answer)
    {
        string? found = answer.Records.Select(r => r.Value)
            .FirstOrDefault(
                v => AddressSyntax.TryRead(v, out IPAddress? a)
                    && SpfNetwork.Contains(a, mechanism.Prefix4, mechanism.Prefix6, sender.Address));
        return found is not null ? SpfMatch.Yes($"{host} has the address {found}")
            : answer.Records.Count == 0 ? SpfMatch.No($"{host} has no {(sender.IsIPv4 ? "IPv4" : "IPv6")} address")
            : SpfMatch.No($"{host} has the address {NameList.Describe([.. answer.Records.Select(r => r.Value)])}");
    }

    private bool IsSender(string value) => AddressSyntax.TryRead(value, out IPAddress? address) && address.Equals(sender.Address);

    private Task<SpfAnswer> AskAddressesAsync(string name, CancellationToken cancel) =>
        AskAsync(name, sender.IsIPv4 ? DnsRecordType.A : DnsRecordType.AAAA, cancel);

    private async Task<SpfAnswer> AskAsync(string name, DnsRecordType kind, CancellationToken cancel)
    {
        SpfAnswer answer = await dns.AskAsync(name, kind, cancel).ConfigureAwait(false);
        VoidQuestions += answer.IsVoid ? 1 : 0;
        return answer;
    }

    private static SpfMatch Failed(string name, SpfAnswer answer) =>
        SpfMatch.Temporary($"the records of {name} could not be had ({answer.Status})");
}
