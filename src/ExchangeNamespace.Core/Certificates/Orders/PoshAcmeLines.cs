using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Emission;

namespace ExchangeNamespace.Certificates.Orders;

/// <summary>The order for Posh-ACME 4 (poshac.me, New-PACertificate).</summary>
internal static class PoshAcmeLines
{
    public static IEnumerable<string> Write(AcmeOrder order)
    {
        AcmeOrderOptions options = order.Options;
        yield return ScriptComment.Line($"Orders the certificate {order.Names[0]} with Posh-ACME 4: run in Windows PowerShell 5.1 or "
            + "PowerShell 7 on the machine that renews, not in the Exchange Management Shell.");
        foreach (string line in AcmeText.Records(order))
        {
            yield return ScriptComment.Line(line);
        }

        yield return ScriptComment.Line("Once for each machine, by hand, after you have read the terms of the authority:");
        yield return ScriptComment.Line("Set-PAServer " + Quote(options.Directory ?? "LE_PROD") + "; New-PAAccount -AcceptTOS"
            + (options.Contact is { } contact ? " -Contact " + Quote(contact) : string.Empty));
        if (options.DnsProvider is { } provider)
        {
            yield return ScriptComment.Line($"Fill in what the plugin needs; its guide: Get-PAPlugin {Quote(provider)} -Guide");
            yield return "$pluginArguments = @{}";
        }

        yield return "$pfxPassword = Read-Host -AsSecureString -Prompt 'Password of the PFX file'";
        yield return "New-PACertificate -Domain " + string.Join(",", order.Names.Select(Quote))
            + (order.Word is null ? string.Empty : " -Name " + Quote(order.Names[0].Replace('*', '!') + order.Suffix))
            + " -CertKeyLength " + order.KeySize.ToString(CultureInfo.InvariantCulture)
            + (order.FriendlyName is { } friendly ? " -FriendlyName " + Quote(friendly) : string.Empty)
            + " -Plugin " + Quote(order.Provider)
            + (options.DnsProvider is null ? string.Empty : " -PluginArgs $pluginArguments")
            + (options.ChallengeAlias is { } alias ? " -DnsAlias " + Quote(alias) : string.Empty)
            + " -PfxPassSecure $pfxPassword";
    }

    private static string Quote(string text) => PowerShellLiteral.Quote(text, LiteralForm.SingleQuoted);
}
