using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Certificates.Orders;

/// <summary>What the orders of all clients say: the records that they need outside, and how a PFX file comes of their files.</summary>
internal static class AcmeText
{
    /// <summary>The value that allows Let's Encrypt in a CAA record.</summary>
    private const string LetsEncrypt = "letsencrypt.org";

    /// <summary>Comments about external DNS, for an order to be possible.</summary>
    public static IEnumerable<string> Records(AcmeOrder order)
    {
        if (order.Options.ChallengeAlias is { } alias)
        {
            yield return "External DNS, once for each name:";
            foreach (string name in order.ChallengeNames.Where(n => !string.Equals(n, alias, StringComparison.OrdinalIgnoreCase)))
            {
                yield return $"  {name}. CNAME {alias}.";
            }
        }

        if (order.Options.Directory is null)
        {
            string[] domains = [.. order.Names.Select(Domain).Distinct(StringComparer.OrdinalIgnoreCase)];
            string tag = order.Names.All(n => n[0] == '*') ? "issuewild" : "issue";
            yield return $"Where {NameList.Describe(domains)} or a domain above has CAA records, one must allow the authority: "
                + $"CAA 0 {tag} {LetsEncrypt}";
        }
    }

    /// <summary>
    /// The order in a POSIX shell, and behind it the line that packs certificate, chain and key, which runs only where the order succeeded:
    /// after a failed renewal the files are the old ones.
    /// </summary>
    public static IEnumerable<string> ThenPfx(string order, string certificate, string key, string name)
    {
        yield return ScriptComment.Line(
            "Exchange imports a PFX file: where the order succeeds, OpenSSL makes it and asks for its password.");
        yield return order + " &&";
        yield return "openssl pkcs12 -export -in " + PosixLiteral.Quote(certificate) + " -inkey " + PosixLiteral.Quote(key)
            + " -out " + PosixLiteral.Quote(name.Replace('*', '_').Replace('.', '_') + ".pfx");
    }

    private static string Domain(string name) => Fqdn.TryParse(name[0] == '*' ? name.Substring(2) : name, "Plan", out Fqdn? host, out _)
        ? PublicSuffixes.DomainOf(host).Value : name;
}
