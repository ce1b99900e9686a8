using System;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Certificates;

/// <summary>An ACME client, and what it can do.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ManualProvider">Its name for a person who makes the challenge records.</param>
/// <param name="CarriesFriendlyName">Whether its line can carry a friendly name; null where an order takes none.</param>
/// <param name="HasKeySize">Whether an order takes the length of the key.</param>
/// <param name="FollowsAlias">Whether it makes the challenge record where a CNAME leads.</param>
/// <param name="DnsOption">Where it is told the DNS servers through which it looks for the record before the authority does; null where it
/// does not look.</param>
internal sealed record AcmeClient(string Name, string ManualProvider, Func<string, bool>? CarriesFriendlyName, bool HasKeySize,
    bool FollowsAlias, string? DnsOption)
{
    private static readonly AcmeClient PoshAcme = new("Posh-ACME", "Manual", PowerShellLiteral.CanQuote, HasKeySize: true,
        FollowsAlias: true, DnsOption: null);

    private static readonly AcmeClient WinAcme = new("win-acme", "manual", CmdLiteral.CanQuote, HasKeySize: false, FollowsAlias: true,
        "DnsServers in its settings.json");

    private static readonly AcmeClient Lego = new("lego", "manual", CarriesFriendlyName: null, HasKeySize: true, FollowsAlias: true,
        "its option --dns.resolvers");

    private static readonly AcmeClient Certbot = new("certbot", "manual", CarriesFriendlyName: null, HasKeySize: true, FollowsAlias: false,
        DnsOption: null);

    /// <summary>The client of a form; null for a form that is no order.</summary>
    public static AcmeClient? Of(CertificateRequestForm form) => form switch
    {
        CertificateRequestForm.Exchange or CertificateRequestForm.CertReqInf or CertificateRequestForm.OpenSsl => null,
        CertificateRequestForm.PoshAcme => PoshAcme,
        CertificateRequestForm.WinAcme => WinAcme,
        CertificateRequestForm.Lego => Lego,
        CertificateRequestForm.Certbot => Certbot,
        _ => throw ClosedSet.Outside(form),
    };
}
