using System.Collections.Generic;
using ExchangeNamespace.Emission;

namespace ExchangeNamespace.Certificates.Orders;

/// <summary>The order for win-acme 2.2 and its successor simple-acme (simple-acme.com, command line arguments).</summary>
internal static class WinAcmeLines
{
    public static IEnumerable<string> Write(AcmeOrder order)
    {
        AcmeOrderOptions options = order.Options;
        yield return CmdComment.Line($"Orders the certificate {order.Names[0]} with win-acme or simple-acme: run in an elevated command "
            + "prompt, in the folder of wacs.exe.");
        foreach (string line in AcmeText.Records(order))
        {
            yield return CmdComment.Line(line);
        }

        yield return CmdComment.Line("The first order asks for the terms of the authority. The length of the RSA key stands in "
            + "settings.json, and so does whether the key may be exported.");
        yield return "wacs.exe --source manual --commonname " + CmdLiteral.Quote(order.Names[0])
            + " --host " + CmdLiteral.QuoteAlways(string.Join(",", order.Names))
            + (FriendlyName(order) is { } friendly ? " --friendlyname " + CmdLiteral.QuoteAlways(friendly) : string.Empty)
            + (options.Directory is { } directory ? " --baseuri " + CmdLiteral.QuoteAlways(directory) : string.Empty)
            + (options.Contact is { } contact ? " --emailaddress " + CmdLiteral.QuoteAlways(contact) : string.Empty)
            + " --csr rsa --validationmode dns-01 --validation " + CmdLiteral.Quote(order.Provider)
            + " --store certificatestore --installation none";
    }

    /// <summary>A renewal with the friendly name of another one takes its place.</summary>
    private static string? FriendlyName(AcmeOrder order) =>
        order.Word is null ? order.FriendlyName : (order.FriendlyName ?? order.Names[0]) + order.Suffix;
}
