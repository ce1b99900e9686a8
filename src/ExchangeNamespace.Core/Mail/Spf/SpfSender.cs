using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.Spf;

/// <summary>Whom a receiver is asked to judge.</summary>
internal sealed class SpfSender
{
    /// <summary>What stands for a missing local part (RFC 7208 4.3).</summary>
    public const string DefaultLocalPart = "postmaster";

    /// <summary>No mail address is longer (RFC 5321 4.5.3.1.3), and no host name.</summary>
    public const int LongestText = 1024;

    private SpfSender(IPAddress address, string local, string domain, string hello, bool isHello)
    {
        Address = address;
        LocalPart = local;
        Domain = domain;
        Hello = hello;
        IsHello = isHello;
    }

    /// <summary>The address; an IPv4 address that came mapped into IPv6 is an IPv4 address.</summary>
    public IPAddress Address { get; }

    public string LocalPart { get; }

    public string Domain { get; }

    public string Hello { get; }

    /// <summary>Whether the name of HELO is judged, because there is no sender.</summary>
    public bool IsHello { get; }

    public bool IsIPv4 => Address.AddressFamily == AddressFamily.InterNetwork;

    public string MailFrom => LocalPart + "@" + Domain;

    /// <summary>Takes a sender apart. Local parts may hold anything, so nothing but the last <c>@</c> counts.</summary>
    /// <param name="address">The address that the mail came from.</param>
    /// <param name="mailFrom">The sender of the envelope; empty for a message of a mail server.</param>
    /// <param name="hello">The name given with HELO; empty takes the domain of the sender.</param>
    public static SpfSender Of(IPAddress address, string? mailFrom, string? hello)
    {
        string from = Unwrap(mailFrom);
        string name = (hello ?? string.Empty).Trim();
        int at = from.LastIndexOf('@');
        string local = at > 0 ? from.Substring(0, at) : string.Empty;
        string domain = Ascii(from.Length == 0 ? name : from.Substring(at + 1));
        return new SpfSender(
            address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address,
            local.Length == 0 ? DefaultLocalPart : local,
            domain,
            name.Length == 0 ? domain : name,
            from.Length == 0);
    }

    /// <summary>Reads an address in full notation; one that came mapped into IPv6 may be written so.</summary>
    public static bool TryReadAddress(string? text, [NotNullWhen(true)] out IPAddress? address) =>
        AddressSyntax.TryRead(text?.Trim(), out address);

    private static string Unwrap(string? mailFrom)
    {
        string from = (mailFrom ?? string.Empty).Trim();
        return from.Length > 1 && from[0] == '<' && from[from.Length - 1] == '>' ? from.Substring(1, from.Length - 2) : from;
    }

    /// <summary>Internationalised domains are asked for by their A-labels (RFC 8616 4).</summary>
    private static string Ascii(string domain) =>
        !HostCharacters.AreAscii(domain) && Fqdn.TryParse(domain, nameof(domain), out Fqdn? name, out _) ? name.Value : domain;
}
