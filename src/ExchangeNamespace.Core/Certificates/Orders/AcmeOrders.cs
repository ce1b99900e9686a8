using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Certificates.Orders;

/// <summary>Writes the order of a certificate for an ACME client, and says what its authority refuses.</summary>
internal static class AcmeOrders
{
    /// <summary>What Let's Encrypt takes at most in one order (letsencrypt.org, profiles).</summary>
    private const int MostNames = 100;

    public static IReadOnlyList<string>? Write(NamespacePlan plan, PlannedCertificate certificate, AcmeOrder order,
        CertificateRequestForm form, ICollection<InputFault> faults, ICollection<Finding> findings)
    {
        if (Refusal(certificate, order) is { } fault)
        {
            faults.Add(fault);
            return null;
        }

        foreach (Finding finding in Findings(plan, order))
        {
            findings.Add(finding);
        }

        return [.. Lines(form, order)];
    }

    private static IEnumerable<string> Lines(CertificateRequestForm form, AcmeOrder order) => form switch
    {
        CertificateRequestForm.PoshAcme => PoshAcmeLines.Write(order),
        CertificateRequestForm.WinAcme => WinAcmeLines.Write(order),
        CertificateRequestForm.Lego => LegoLines.Write(order),
        CertificateRequestForm.Certbot => CertbotLines.Write(order),
        CertificateRequestForm.Exchange or CertificateRequestForm.CertReqInf or CertificateRequestForm.OpenSsl
            => throw new ArgumentOutOfRangeException(nameof(form), form, "This form is no order."),
        _ => throw ClosedSet.Outside(form),
    };

    private static InputFault? Refusal(PlannedCertificate certificate, AcmeOrder order)
    {
        string name = order.Names[0];
        if (certificate.Issuer == CertificateAuthority.SelfSigned)
        {
            return new InputFault(FaultIds.InputContradiction, "As", name,
                $"The plan says that the certificate {name} is self-signed; no authority issues it. Use -As Exchange, or plan with "
                    + "-CertificateAuthority Public.");
        }

        if (order.Options.Directory is not null)
        {
            return null;
        }

        if (certificate.Issuer == CertificateAuthority.Internal)
        {
            return new InputFault(FaultIds.InputContradiction, "AcmeDirectory", name,
                $"The plan says that an authority of your own issues the certificate {name}. Give the address of its ACME directory with "
                    + "-AcmeDirectory, or use -As Exchange.");
        }

        string[] refused = [.. order.Names.Where(TopLevelDomains.IsInternal)];
        return refused.Length > 0
            ? new InputFault(FaultIds.ValueNotListed, "Plan", refused[0],
                $"A public authority refuses the whole order of {name}: {NameList.Describe(refused)} cannot exist on the Internet. Plan "
                    + "with split or pinpoint DNS (-DnsModel), or give -AcmeDirectory for an authority of your own.")
            : order.Names.Count > MostNames
            ? new InputFault(FaultIds.ValueOutOfRange, "Plan", order.Names.Count,
                $"The certificate {name} has {order.Names.Count.ToString(CultureInfo.InvariantCulture)} names; Let's Encrypt takes at most "
                    + $"{MostNames} in one order. Use -MaximumNames, or -AcmeDirectory for another authority.")
            : null;
    }

    private static IEnumerable<Finding> Findings(NamespacePlan plan, AcmeOrder order)
    {
        AcmeClient client = order.Options.Client;
        if (order.Options.DnsProvider is null)
        {
            yield return Diagnostics.Findings.Warning(CertificateFindingCodes.ChallengeByHand, order.Names[0],
                $"The client {client.Name} stops and waits for a person who makes the challenge records, at each renewal too.",
                "Give -DnsProvider, the client's name for your DNS provider. Where it has none for your zone, let the records lead to "
                    + "another zone with -ChallengeAlias.", "U1");
        }

        string[] inside = [.. order.Names.Where(n => IsInsideOnly(plan, n))];
        if (inside.Length > 0)
        {
            yield return Diagnostics.Findings.Warning(CertificateFindingCodes.ChallengeOutside, order.Names[0],
                $"There are records inside only for {NameList.Describe(inside)}, and the authority asks public DNS servers.",
                "Let the client write the challenge records in the external zone. The names themselves need no record there.", "U1",
                inside);
        }

        if (client.DnsOption is { } option && plan.DnsModel != DnsModel.Separate && order.Options.Directory is null)
        {
            yield return Diagnostics.Findings.Warning(CertificateFindingCodes.ChallengeCheckedInside, order.Names[0],
                $"The client {client.Name} looks for the challenge records before the authority does. Through DNS servers inside it asks "
                    + "the inside copy of the zone, which does not have them.",
                $"Give the client DNS servers outside: {option}.", "U1");
        }
    }

    private static bool IsInsideOnly(NamespacePlan plan, string name)
    {
        DnsView[] views = [.. plan.DnsRecords.Where(r => string.Equals(r.Name.Value, name, StringComparison.OrdinalIgnoreCase))
            .Select(r => r.View).Distinct()];
        return views is [DnsView.Internal];
    }
}
