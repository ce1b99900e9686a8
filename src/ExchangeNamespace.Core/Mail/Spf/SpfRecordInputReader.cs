using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Threading;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.Spf;

/// <summary>Reads what was said about senders. Nothing is guessed, and a record for everybody is refused.</summary>
internal static class SpfRecordInputReader
{
    private const int BitsOfOctet = 8;

    /// <summary>Networks with fewer bits have more senders than anybody looks after.</summary>
    private const int WideIPv4 = 16;

    private const int WideIPv6 = 32;

    public static SpfRecordOptions? Read(SpfRecordInput input, List<InputFault> faults, CancellationToken cancel = default)
    {
        int before = faults.Count;
        RefuseTooMany(input, faults);
        if (faults.Count > before)
        {
            return null;
        }

        List<Finding> findings = [];
        IReadOnlyList<SpfRecordName> names = ReadNames(input, faults);
        List<SpfSenderNetwork> networks = ReadNetworks(input, findings, faults, cancel);
        List<string> terms = [.. input.Mx ? ["mx"] : Array.Empty<string>(), .. input.A ? ["a"] : Array.Empty<string>()];
        terms.AddRange(ReadFqdns(input.Hosts, "HostName", faults).Select(h => "a:" + h));
        terms.AddRange(ReadIncludes(input.Includes, faults).Select(i => "include:" + i));
        if (input.All == SpfQualifier.Pass)
        {
            faults.Add(new InputFault(FaultIds.SpfAllowsEveryone, "All", input.All,
                "+all lets every sender of the world pass, so it is never written. Give Fail (-all) or SoftFail (~all)."));
        }

        RefuseContradictions(input, names, networks.Count + terms.Count, faults);
        return faults.Count > before ? null : new SpfRecordOptions
        {
            Names = names,
            Networks = networks,
            AskingTerms = terms,
            All = input.All,
            Existing = input.Existing is null ? null : [.. input.Existing.Select(e => SpfPaste.Read(e ?? string.Empty))],
            Remove = [.. (input.Remove ?? []).Select(r => r ?? string.Empty)],
            Findings = findings,
        };
    }

    private static void RefuseContradictions(SpfRecordInput input, IReadOnlyList<SpfRecordName> names, int senders, List<InputFault> faults)
    {
        bool sends = names.Any(n => n.Role != SpfRecordRole.Silent);
        if (input.SendsNoMail
            && (senders > 0 || input.Addresses is not null || input.All is not null || input.Existing is not null
            || input.ChildDomains is not null || input.HelloNames is not null))
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, "SendsNoMail", true,
                "A domain that sends no mail has no senders, no record to merge and no other end than -all. Leave one of them out."));
        }
        else if (sends && senders == 0 && input.Existing is null && faults.Count == 0)
        {
            faults.Add(new InputFault(FaultIds.SpfSenderMissing, "IPAddress", null,
                "No sender is named, and a record without one says that no server may send. Give -IPAddress, -Mx, -A, -HostName or "
                    + "-Include, a plan with sending addresses, or -SendsNoMail."));
        }

        if (input.Existing is not null && names.Count(n => n.Role == SpfRecordRole.MailDomain) > 1)
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, "Existing", input.Existing[0],
                "-Existing holds the record of one domain, but several are named. Give one domain, or -LookUp."));
        }
    }

    private static List<SpfRecordName> ReadNames(SpfRecordInput input, List<InputFault> faults)
    {
        List<SpfRecordName> names = [];
        List<Fqdn> domains = input.Domains is null ? [.. input.Plan?.SmtpDomains ?? []] : ReadFqdns(input.Domains, "Domain", faults);
        SpfRecordRole role = input.SendsNoMail ? SpfRecordRole.Silent : SpfRecordRole.MailDomain;
        domains.ForEach(d => Add(new SpfRecordName(d, role)));
        if (!input.SendsNoMail)
        {
            foreach (Fqdn child in input.ChildDomains is null ? [.. input.Plan?.Mail?.ChildDomains ?? []]
                : ReadFqdns(input.ChildDomains, "ChildDomain", faults))
            {
                if (domains.Where(child.IsIn).OrderByDescending(d => d.Value.Length).FirstOrDefault() is { } parent)
                {
                    Add(new SpfRecordName(child, SpfRecordRole.ChildDomain, parent));
                }
                else
                {
                    faults.Add(new InputFault(FaultIds.InputContradiction, "ChildDomain", child,
                        $"{child} lies in none of the domains {NameList.Describe([.. domains.Select(d => d.Value)])}. Name it as a -Domain "
                            + "of its own."));
                }
            }

            Fqdn[] hello = input.HelloNames is not null ? [.. ReadFqdns(input.HelloNames, "HelloName", faults)]
                : input.Plan?.Mail is { } mail ? [mail.SendingHost] : [];
            hello.ToList().ForEach(h => Add(new SpfRecordName(h, SpfRecordRole.HelloName)));
        }

        ReadFqdns(input.SilentDomains, "SilentDomain", faults).ForEach(d => Add(new SpfRecordName(d, SpfRecordRole.Silent)));
        if (names.Count == 0 && faults.Count == 0)
        {
            faults.Add(new InputFault(FaultIds.MemberMissing, "Domain", null,
                "No domain is named. Give -Domain, or a plan with mail domains (Get-NamespacePlan -SmtpDomain)."));
        }

        return names;

        void Add(SpfRecordName name)
        {
            if (names.TrueForAll(n => !n.Domain.Equals(name.Domain)))
            {
                names.Add(name);
            }
            else if (name.Role == SpfRecordRole.Silent)
            {
                faults.Add(new InputFault(FaultIds.InputContradiction, "SilentDomain", name.Domain,
                    $"{name.Domain} is named both as a sender and as silent."));
            }
        }
    }

    private static List<Fqdn> ReadFqdns(IReadOnlyList<string?>? texts, string parameter, List<InputFault> faults)
    {
        List<Fqdn> names = [];
        foreach (string? text in texts ?? [])
        {
            if (!Fqdn.TryParse(text, parameter, out Fqdn? name, out InputFault? fault))
            {
                faults.Add(fault);
            }
            else if (!names.Contains(name))
            {
                names.Add(name);
            }
        }

        return names;
    }

    /// <summary>Records of services often stand under a label with an underscore, which host names do not have.</summary>
    private static List<string> ReadIncludes(IReadOnlyList<string?>? texts, List<InputFault> faults)
    {
        List<string> names = [];
        foreach (string? text in texts ?? [])
        {
            string name = SpfDomain.Normalise(text ?? string.Empty);
            if (!SpfDomain.IsDomain(name) || !name.All(c => HostCharacters.IsLdh(c) || c is '_' or '.'))
            {
                faults.Add(new InputFault(FaultIds.NameBadCharacter, "Include", text,
                    $"'{VisibleText.Short(text ?? string.Empty)}' is not the name of an SPF record to include. Give a full domain in "
                        + "ASCII, such as spf.protection.outlook.com."));
            }
            else if (!names.Contains(name))
            {
                names.Add(name);
            }
        }

        return names;
    }

    private static List<SpfSenderNetwork> ReadNetworks(SpfRecordInput input, List<Finding> findings, List<InputFault> faults,
        CancellationToken cancel)
    {
        List<SpfSenderNetwork> networks = [];
        foreach (string? text in input.SendsNoMail ? [] : input.Addresses ?? input.Plan?.Mail?.SendingAddresses ?? [])
        {
            cancel.ThrowIfCancellationRequested();
            if (ReadNetwork(text) is not { } network)
            {
                faults.Add(new InputFault(FaultIds.AddressInvalid, "IPAddress", text,
                    $"'{VisibleText.Short(text ?? string.Empty)}' is neither an IP address nor a network such as 192.0.2.0/28."));
            }
            else if (network.Prefix == 0)
            {
                faults.Add(new InputFault(FaultIds.SpfAllowsEveryone, "IPAddress", text,
                    $"{AddressSyntax.Write(network.Address)}/0 is the whole Internet. Give the addresses that your servers send from."));
            }
            else
            {
                networks.Add(network);
            }
        }

        string[] inside = [.. networks.Where(n => AddressScope.IsPrivate(AddressSyntax.Write(n.Address))).Select(n => n.Term)];
        if (inside.Length > 0)
        {
            findings.Add(
                Findings.Warning(SpfFindingCodes.PrivateSender, inside[0],
                    "Receivers on the Internet never see a private address as a sender.",
                    "Give the public address that the firewall sends under.", "S51", inside));
        }

        string[] wide = [.. networks.Where(n => n.Prefix < (n.IsIPv4 ? WideIPv4 : WideIPv6)).Select(n => n.Term)];
        if (wide.Length > 0)
        {
            findings.Add(
                Findings.Warning(SpfFindingCodes.WideNetwork, wide[0], "The network holds very many senders, and each of them passes.",
                    "Name the addresses that really send.", "S51", wide));
        }

        return Outermost(networks);
    }

    /// <summary>
    /// The networks that lie in no other, each once and in the order given. Each is looked for under the lengths that occur, never beside
    /// each other one.
    /// </summary>
    private static List<SpfSenderNetwork> Outermost(List<SpfSenderNetwork> networks)
    {
        HashSet<SpfSenderNetwork> all = [.. networks];
        Dictionary<bool, int[]> lengths = networks.GroupBy(n => n.IsIPv4)
            .ToDictionary(g => g.Key, g => g.Select(n => n.Prefix).Distinct().ToArray());
        HashSet<SpfSenderNetwork> taken = [];
        return [.. networks.Where(n => taken.Add(n)
            && !Array.Exists(lengths[n.IsIPv4],
                length => length < n.Prefix && all.Contains(new SpfSenderNetwork(Mask(n.Address, length), length))))];
    }

    private static void RefuseTooMany(SpfRecordInput input, List<InputFault> faults)
    {
        (string Parameter, IReadOnlyList<string?>? Values)[] lists =
        [
            ("Domain", input.Domains), ("IPAddress", input.Addresses), ("HostName", input.Hosts), ("Include", input.Includes),
            ("Existing", input.Existing),
            ("Remove", input.Remove), ("HelloName", input.HelloNames), ("ChildDomain", input.ChildDomains),
            ("SilentDomain", input.SilentDomains),
        ];
        foreach ((string parameter, IReadOnlyList<string?> values) in lists.Where(l => l.Values?.Count > SpfLimits.Values)
            .Select(l => (l.Parameter, l.Values!)))
        {
            faults.Add(new InputFault(
                FaultIds.ValueOutOfRange, parameter, values.Count,
                $"-{parameter} has {values.Count} values; up to {SpfLimits.Values} are taken, and no record holds more. Name networks."));
        }
    }

    private static SpfSenderNetwork? ReadNetwork(string? text)
    {
        string given = (text ?? string.Empty).Trim();
        int slash = given.IndexOf('/');
        if (!SpfSender.TryReadAddress(slash < 0 ? given : given.Substring(0, slash), out IPAddress? address))
        {
            return null;
        }

        bool isMapped = address.IsIPv4MappedToIPv6;
        int bits = address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? 32 : 128;
        int prefix = bits;
        string digits = slash < 0 ? string.Empty : given.Substring(slash + 1);
        if (slash >= 0
            && (digits.Length is 0 or > 3 || !digits.All(c => c is >= '0' and <= '9')
            || (prefix = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)) > bits || isMapped))
        {
            return null;
        }

        return isMapped ? new SpfSenderNetwork(address.MapToIPv4(), 32) : new SpfSenderNetwork(Mask(address, prefix), prefix);
    }

    private static IPAddress Mask(IPAddress address, int prefix)
    {
        byte[] bytes = address.GetAddressBytes();
        for (int i = 0; i < bytes.Length; i++)
        {
            int kept = Math.Max(0, Math.Min(BitsOfOctet, prefix - (i * BitsOfOctet)));
            bytes[i] &= (byte)(0xFF << (BitsOfOctet - kept));
        }

        return new IPAddress(bytes);
    }
}
