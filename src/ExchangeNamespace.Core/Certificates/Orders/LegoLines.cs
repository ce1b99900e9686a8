using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Emission;

namespace ExchangeNamespace.Certificates.Orders;

/// <summary>The order for lego (go-acme.github.io/lego, options).</summary>
internal static class LegoLines
{
    public static IEnumerable<string> Write(AcmeOrder order)
    {
        AcmeOrderOptions options = order.Options;
        yield return ScriptComment.Line($"Orders the certificate {order.Names[0]} with lego 4: run in a POSIX shell. lego 5 takes the word "
            + "run before the options.");
        foreach (string line in AcmeText.Records(order))
        {
            yield return ScriptComment.Line(line);
        }

        if (options.DnsProvider is { } provider)
        {
            yield return ScriptComment.Line($"What the provider needs is read from the environment: lego dnshelp -c {provider}");
        }

        string folder = ".lego" + order.Suffix;
        string command = "lego"
            + (order.Word is null ? string.Empty : " --path " + PosixLiteral.Quote(folder))
            + (options.Directory is { } directory ? " --server " + PosixLiteral.Quote(directory) : string.Empty)
            + (options.Contact is { } contact ? " --email " + PosixLiteral.Quote(contact) : string.Empty)
            + " --key-type rsa" + order.KeySize.ToString(CultureInfo.InvariantCulture)
            + " --dns " + PosixLiteral.Quote(order.Provider)
            + string.Concat(order.Names.Select(n => " --domains " + PosixLiteral.Quote(n)))
            + " run";
        string file = folder + "/certificates/" + order.Names[0].Replace('*', '_');
        foreach (string line in AcmeText.ThenPfx(command, file + ".crt", file + ".key", order.Names[0] + order.Suffix))
        {
            yield return line;
        }
    }
}
