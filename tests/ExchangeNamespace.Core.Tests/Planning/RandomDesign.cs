using System.Collections.Generic;
using System.Linq;
using CsCheck;
using ExchangeNamespace.Tests.Support;

namespace ExchangeNamespace.Tests.Planning;

/// <summary>A random design in the words of a user. The first choice of every member is the plainest, so a failing design shrinks to it.</summary>
internal sealed record RandomDesign(object[] Servers, (string Name, object? Value)[] Members)
{
    private const int Choices = 80;

    public static readonly Gen<RandomDesign> Gen = CsCheck.Gen.Int[0, 9999].Array[Choices].Select(numbers => new Chooser(numbers).Design());

    public override string ToString() =>
        string.Join("; ", Servers.Select(Text)) + " | " + string.Join("; ", Members.Where(m => m.Value is not null).Select(m => m.Name + "=" + Text(m.Value)));

    private static string Text(object? value) => value switch
    {
        Dictionary<string, object?> members => "{" + string.Join(",", members.Where(m => m.Value is not null).Select(m => m.Key + "=" + Text(m.Value))) + "}",
        IEnumerable<object> list => "[" + string.Join(",", list.Select(Text)) + "]",
        _ => value?.ToString() ?? "null",
    };

    private sealed class Chooser(int[] numbers)
    {
        private static readonly string LongHost = new string('m', 40) + "." + new string('n', 20) + ".contoso.com";

        private int _next;

        public RandomDesign Design()
        {
            object[] sites = [.. Enumerable.Range(0, Pick(0, 0, 1, 2, 3)).Select(Site)];
            object[] servers = [.. Enumerable.Range(0, Pick(1, 2, 3, 5)).Select(i => Server(i, sites.Length))];
            bool? keep = Pick<bool?>(null, false, true);
            Dictionary<string, object?>? hosts = ServiceHosts();
            return new RandomDesign(servers,
            [
                ("ExternalHost", Pick("mail.contoso.com", "webmail.fabrikam.net", "contoso.com", "mail.emea.contoso.com", LongHost)),
                ("ADDomain", Pick(null, "contoso.com", "ad.contoso.com", "corp.local")),
                ("DnsModel", Pick<object?>(null, "Split", "Separate", "Pinpoint", Plans.Members(("contoso.com", "Pinpoint"), ("fabrikam.net", "Split")))),
                ("SmtpDomain", Pick<object?>(null, new[] { "contoso.com", "fabrikam.net" }, System.Array.Empty<string>(), "emea.contoso.com")),
                ("ExchangeVersion", Pick([.. Versions.All])),
                ("KeepInternalUrl", keep),
                ("InternalHost", keep == true ? null : Pick(null, "inside.contoso.com", "inside.corp.local")),
                .. keep == true ? []
                    : Pick<(string, object?)[]>([], [("AutodiscoverHost", "autodiscover.contoso.com")], hosts?.ContainsKey("SCP") == true ? [] : [("AutodiscoverHost", null)]),
                ("ServerNameOnCertificate", Pick(null, "None", "NetBios", "Fqdn", "Both")),
                ("ReverseProxy", Pick(null, "SharedCertificate", "SharedCertificateWithServerNames", "SeparateCertificate")),
                ("CertificateAuthority", Pick(null, "Internal", "SelfSigned")),
                ("CertificateName", Pick<object?>(null, "*.contoso.com", new[] { "*.com", "extra.fabrikam.net", "*.corp.local" })),
                ("MailHost", Pick(null, "smtp.contoso.com")),
                ("LegacyHost", Pick(null, "legacy.contoso.com")),
                ("DownloadHost", Pick(null, "dl.contoso.com")),
                ("Hybrid", Pick(null, "Coexistence", "ModernAuthentication")),
                ("SslOffloading", Pick<bool?>(null, true, false)),
                ("AliasRecord", Pick(null, "External", "Internal", "Both")),
                ("ExternalIPAddress", Pick<object?>(null, "192.0.2.1", new[] { "192.0.2.1", "2001:db8::1" })),
                ("ServiceHost", hosts),
                ("Authentication", Pick<object?>(null, Plans.Members(("OutlookAnywhere", "Ntlm"), ("OWA", "Forms"), ("EWS", "Basic,Windows")))),
                ("Site", sites.Length == 0 ? null : sites),
            ]);
        }

        private object Site(int index) => index == 0
            ? Plans.Members(("Name", "S0"), ("SiteScope", Pick<object?>(null, "S0")))
            : Plans.Members(
                ("Name", "S" + index),
                ("InternetFacing", Pick(true, false) is var facing && facing ? null : (bool?)false),
                ("ExternalHost", facing ? Pick(null, $"mail-{index}.contoso.com", "mail.fabrikam.net") : null),
                ("InternalHost", Pick(null, $"inside-{index}.contoso.com", $"inside-{index}.corp.local")),
                ("SiteScope", Pick<object?>(null, new[] { "S" + index, "Branch " + index })),
                ("ServiceHost", facing ? ServiceHosts() : null));

        private object Server(int index, int sites) => Plans.Members(
            ("Name", Pick("EX", "ex", "CAS-") + index),
            ("Site", sites == 0 ? null : "S" + (Next() % sites)),
            ("Version", Pick([null, .. Versions.All])),
            ("ExtendedProtection", false),
            ("InternetFacing", Pick<bool?>(null, false)),
            ("OutlookAnywhereEnabled", Pick<bool?>(null, true, false)),
            ("IPAddress", Pick<object?>(null, "10.0.0." + (index + 1))));

        private Dictionary<string, object?>? ServiceHosts() => Pick<Dictionary<string, object?>?>(
            null,
            Plans.Members(("OWA", "owa.contoso.com"), ("ECP", "owa.contoso.com")),
            Plans.Members(("PowerShell", "ps.contoso.com"), ("OutlookAnywhere", Plans.Members(("External", "oa.fabrikam.net")))),
            Plans.Members(("EWS", Plans.Members(("Internal", "ews.corp.local"), ("External", "ews.contoso.com"))), ("SCP", "scp.contoso.com")));

        private T Pick<T>(params T[] choices) => choices[Next() % choices.Length];

        private string? Pick(params string?[] choices) => choices[Next() % choices.Length];

        private int Next() => numbers[_next++ % numbers.Length];
    }
}
