using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning.Drafts;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.FrontDoor.LoadBalancer;

/// <summary>What a load balancer cannot be, with the reason; each is refused before anything is made.</summary>
internal static class LoadBalancerReader
{
    private const int LongestHsts = 63_072_000;

    public static void Check(LoadBalancerInput input, ICollection<InputFault> faults)
    {
        foreach (InputFault fault in Contradictions(input).Concat(Values(input)))
        {
            faults.Add(fault);
        }
    }

    private static IEnumerable<InputFault> Contradictions(LoadBalancerInput input)
    {
        bool isBridge = input.Mode == LoadBalancerMode.Bridge;
        if (isBridge && input.Format == LoadBalancerFormat.Nginx)
        {
            yield return Refuse(nameof(input.Mode), input.Mode,
                "Without its commercial parts nginx does not keep a connection that NTLM has logged on for its client: users are asked for "
                    + "their password without end, or see each other's mailbox. Use -Mode Passthrough, which passes TLS on, or -Format "
                    + "HAProxy.");
        }

        if (isBridge && input.Plan.ReverseProxy == ReverseProxyStrategy.None)
        {
            yield return Refuse(nameof(input.Mode), input.Mode,
                "The plan has no certificate for a machine that ends TLS. Plan with -ReverseProxy SharedCertificate, or use -Mode "
                    + "Passthrough.");
        }

        if (isBridge && ProtectedFrom(input.Plan).FirstOrDefault(f => f.Severity == FindingSeverity.Error) is { } finding)
        {
            yield return Refuse(nameof(input.Mode), input.Mode, $"{finding.Message} {finding.Remedy}");
        }

        if (isBridge && input.PerService)
        {
            yield return Refuse(nameof(input.PerService), true,
                "-Mode Bridge has a pool for each service already, because it sees the path. Leave -PerService out.");
        }

        foreach ((string name, object? value) in isBridge ? [] : BridgeOnly(input))
        {
            yield return Refuse(name, value, $"A balancer that passes TLS on sees no path and no header. Use -{name} with -Mode Bridge.");
        }

        if (input.CertificateFolder is not null && isBridge && input.Format != LoadBalancerFormat.HAProxy)
        {
            yield return Refuse(nameof(input.CertificateFolder), input.CertificateFolder,
                "Only -Format HAProxy names files of certificates. Leave -CertificateFolder out.");
        }

        if (input.CaFile is not null && input.Format != LoadBalancerFormat.HAProxy)
        {
            yield return Refuse(nameof(input.CaFile), input.CaFile,
                "Only -Format HAProxy names a file of authorities. Leave -CaFile out.");
        }
    }

    /// <summary>What the plan says about certificates on proxy and servers and Extended Protection.</summary>
    public static IEnumerable<Finding> ProtectedFrom(NamespacePlan plan) =>
        plan.Findings.Where(f => f.Code == FindingCodes.ProxyWithExtendedProtection);

    private static IEnumerable<(string Name, object? Value)> BridgeOnly(LoadBalancerInput input) => new (string, object?, bool)[]
    {
        (nameof(input.AdminCenter), true, input.AdminCenter),
        (nameof(input.RemotePowerShell), true, input.RemotePowerShell),
        (nameof(input.HstsMaxAge), input.HstsMaxAge, input.HstsMaxAge is not null),
        (nameof(input.CertificateFolder), input.CertificateFolder, input.CertificateFolder is not null),
    }
    .Where(p => p.Item3).Select(p => (p.Item1, p.Item2));

    private static IEnumerable<InputFault> Values(LoadBalancerInput input)
    {
        string[] known = [.. input.Plan.Servers.Select(s => s.Site).Where(s => s.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        foreach (string site in (input.Sites ?? []).Where(s => !known.Contains(s, StringComparer.OrdinalIgnoreCase)))
        {
            yield return new InputFault(FaultIds.ServerSiteUnknown, "Site", site, known.Length == 0
                ? "The plan names no site. Leave -Site out."
                : $"The plan has no servers in a site '{VisibleText.Short(site)}'. Give one of: {NameList.Describe(known)}.");
        }

        foreach (string address in (input.ListenAddresses ?? []).Where(a => !AddressSyntax.TryNormalise(a, out _)))
        {
            yield return new InputFault(FaultIds.AddressInvalid, "ListenAddress", address, AddressSyntax.Refusal(address));
        }

        if (input.HstsMaxAge is < 0 or > LongestHsts)
        {
            yield return new InputFault(FaultIds.ValueOutOfRange, nameof(input.HstsMaxAge), input.HstsMaxAge,
                $"-HstsMaxAge is a number of seconds between 0 and {LongestHsts} (two years). Microsoft begins with 300.");
        }

        foreach ((string name, string? path) in new[]
            { (nameof(input.CertificateFolder), input.CertificateFolder), (nameof(input.CaFile), input.CaFile) })
        {
            if (path is not null && !HAProxyLiteral.CanQuote(path))
            {
                yield return new InputFault(FaultIds.TextHasControlCharacter, name, path,
                    $"-{name} '{VisibleText.Short(path)}' is empty, or has a control character or one beyond ASCII, which a line of "
                        + "HAProxy does not carry.");
            }
        }
    }

    private static InputFault Refuse(string parameter, object? value, string message) =>
        new(FaultIds.InputContradiction, parameter, value, message);
}
