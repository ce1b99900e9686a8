using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Emission;

namespace ExchangeNamespace.Certificates.Orders;

/// <summary>The order for certbot 2 and later (eff-certbot.readthedocs.io, certbot command-line options).</summary>
internal static class CertbotLines
{
    public static IEnumerable<string> Write(AcmeOrder order)
    {
        AcmeOrderOptions options = order.Options;
        yield return ScriptComment.Line($"Orders the certificate {order.Names[0]} with certbot 2 or later: run in a POSIX shell.");
        foreach (string line in AcmeText.Records(order))
        {
            yield return ScriptComment.Line(line);
        }

        if (options.DnsProvider is { } provider)
        {
            yield return ScriptComment.Line("The plugin is a package of its own, and asks for its credentials: "
                + $"certbot --help dns-{provider}");
        }

        string name = CertificateName(order);
        string command = "certbot certonly --cert-name " + PosixLiteral.Quote(name)
            + (options.Directory is { } directory ? " --server " + PosixLiteral.Quote(directory) : string.Empty)
            + (options.Contact is { } contact ? " --email " + PosixLiteral.Quote(contact) : string.Empty)
            + " --key-type rsa --rsa-key-size " + order.KeySize.ToString(CultureInfo.InvariantCulture)
            + " --authenticator " + PosixLiteral.Quote(options.DnsProvider is null ? order.Provider : "dns-" + order.Provider)
            + " --preferred-challenges dns"
            + string.Concat(order.Names.Select(n => " -d " + PosixLiteral.Quote(n)));
        string folder = "/etc/letsencrypt/live/" + name;
        foreach (string line in AcmeText.ThenPfx(command, folder + "/fullchain.pem", folder + "/privkey.pem",
            order.Names[0] + order.Suffix))
        {
            yield return line;
        }
    }

    private static string CertificateName(AcmeOrder order) =>
        (order.Names[0].StartsWith("*.", StringComparison.Ordinal) ? order.Names[0].Substring(2) : order.Names[0]) + order.Suffix;
}
