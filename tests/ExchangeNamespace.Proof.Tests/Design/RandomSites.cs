using System.Collections.Generic;
using System.Linq;
using CsCheck;
using ExchangeNamespace.Tests.Support;

namespace ExchangeNamespace.Proof.Design;

/// <summary>
/// Random sites with three to five servers of one version each, so that one server that is off leaves a majority behind.
/// </summary>
internal sealed record RandomSites(object[] Servers, (string Name, object? Value)[] Members, int Seed)
{
    public static readonly Gen<RandomSites> Gen = CsCheck.Gen.Int[0, 9999].Array[40].Select(n => new Chooser(n).Make());

    public override string ToString() => $"{Servers.Length} servers, seed {Seed}, "
        + string.Join("; ", Members.Where(m => m.Value is not null).Select(m => m.Name + "=" + (m.Value is string text ? text : "...")))
        + " | " + string.Join(", ", Servers.Cast<Dictionary<string, object?>>().Select(s => s["Name"] + "@" + s["Site"] + " " + s["Version"] + (s["InternetFacing"] is false ? " inside" : "")));

    private sealed class Chooser(int[] numbers)
    {
        private int _next;

        public RandomSites Make()
        {
            int sites = Pick(1, 2, 3);
            List<object> servers = [];
            for (int site = 0; site < sites; site++)
            {
                string version = Pick([.. Versions.All]);
                bool inside = site > 0 && Pick(false, true);
                int count = Pick(3, 4, 5);
                servers.AddRange(Enumerable.Range(0, count).Select(i => Plans.Members(
                    ("Name", $"S{site}-EX{i}"), ("Fqdn", $"s{site}-ex{i}.corp.contoso.com"), ("Site", "Site " + site), ("Version", version), ("ExtendedProtection", false),
                    ("OutlookAnywhereEnabled", true), ("InternetFacing", inside ? false : null))));
            }

            return new RandomSites(
                [.. servers],
                [
                    ("ExternalHost", Pick("mail.contoso.com", "webmail.fabrikam.net")),
                    ("InternalHost", Pick(null, "inside.corp.contoso.com")),
                    .. Pick<(string, object?)[]>([], [("AutodiscoverHost", "autodiscover.contoso.com")], [("AutodiscoverHost", null)]),
                    ("DnsModel", Pick(null, "Split", "Separate", "Pinpoint")),
                    ("SslOffloading", Pick<object?>(null, false)),
                    ("Authentication", Pick<object?>(null, Plans.Members(("OutlookAnywhere", "Ntlm"), ("MAPI", "Ntlm,OAuth")))),
                    ("ServiceHost", Pick<object?>(null, Plans.Members(("OWA", "owa.contoso.com")), Plans.Members(("EWS", Plans.Members(("Internal", "ews.corp.contoso.com"), ("External", "ews.contoso.com")))))),
                    ("Site", Enumerable.Range(0, sites).Select(i => (object)Plans.Members(
                        ("Name", "Site " + i),
                        ("ExternalHost", i > 0 && Pick(true, false) ? $"mail-{i}.contoso.com" : null),
                        ("InternalHost", Pick(null, $"inside-{i}.corp.contoso.com")),
                        ("SiteScope", Pick<object?>(null, new object[] { "Site " + i, "Branch " + i })))).ToArray()),
                ],
                numbers[39]);
        }

        private T Pick<T>(params T[] choices) => choices[Next() % choices.Length];

        private int Next() => numbers[_next++ % 38];
    }
}
