using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Mail.StartTls;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Design;

/// <summary>Who issued the certificates that the web servers use, and which names they carry beside the hosts of the design.</summary>
internal static class CertificateDesign
{
    private const string AuthorityMember = "CertificateAuthority";

    /// <summary>A certificate that is bound to the web server of a server.</summary>
    private sealed record Bound(ServerView Server, StoreCertificate Certificate, string? RootType);

    public static void Add(DesignDraft draft)
    {
        IReadOnlyList<Bound> bound = [.. Find(draft)];
        if (bound.Count == 0)
        {
            draft.Findings.Add(Findings.Information(DesignFindingCodes.NotCaptured, AuthorityMember,
                "Which certificates the web servers use was not captured, so the design leaves their authority and their names out.",
                "Capture Get-ExchangeCertificate with the script of Export-StateCaptureScript.", DesignFindingCodes.Rule));
        }

        Authority(draft, bound);
        Bound[] named = [.. bound.Where(b => b.Certificate.Names is not null)];
        if (named.Length > 0)
        {
            Names(draft, named);
        }
        else
        {
            Principal(draft);
        }
    }

    private static IEnumerable<Bound> Find(DesignDraft draft)
    {
        Dictionary<string, ServerView> servers = draft.Servers.ToDictionary(s => s.Name, StringComparer.OrdinalIgnoreCase);
        IEnumerable<(StoreCertificate Certificate, CapturedCertificate Captured)> all =
            StartTlsState.Certificates(draft.State).Zip(draft.State.Certificates, (c, s) => (c, s));
        foreach ((StoreCertificate certificate, CapturedCertificate captured) in all)
        {
            if (certificate.Services?.Contains("IIS", StringComparer.OrdinalIgnoreCase) == true && certificate.Server is { } name
                && servers.TryGetValue(name, out ServerView? server))
            {
                yield return new Bound(server, certificate, captured.RootCAType.Value);
            }
        }
    }

    private static void Authority(DesignDraft draft, IReadOnlyList<Bound> bound)
    {
        Vote? vote = Vote.Count(bound.Select(b => (b.Server.Name, Authority: AuthorityOf(b))).Where(b => b.Authority is not null)
            .Select(b => (b.Name, Choice.Shared(b.Authority!.Value.ToString()))).Distinct());
        if (vote is not null)
        {
            draft.Put(AuthorityMember, vote.Winner.Text, vote.Certainty, "certificates of the web servers of " + vote.Evidence);
            Report(draft, vote, "were issued by different authorities");
        }
        else if (PlainAddressBook(draft) is { } plain)
        {
            draft.Put(AuthorityMember, nameof(CertificateAuthority.SelfSigned), DesignCertainty.Guess,
                $"the offline address book of {plain.Evidence} is on http, as beside a self-signed certificate");
        }
    }

    /// <summary>Enterprise, Registry and GroupPolicy are the ways in which the root of an own authority reaches a server.</summary>
    private static CertificateAuthority? AuthorityOf(Bound bound) => bound.Certificate.IsSelfSigned == true
        ? CertificateAuthority.SelfSigned
        : bound.RootType?.ToUpperInvariant() switch
        {
            "THIRDPARTY" => CertificateAuthority.Public,
            "ENTERPRISE" or "REGISTRY" or "GROUPPOLICY" => CertificateAuthority.Internal,
            _ => null,
        };

    /// <summary>Where servers that have the choice have the address book on http; null where most of them have not.</summary>
    private static Vote? PlainAddressBook(DesignDraft draft)
    {
        Vote? vote = Vote.Count(draft.Servers
            .Where(s => s.Dialect(ClientService.OAB)?.SelfSignedScheme is not null)
            .SelectMany(s => new[] { Side.Internal, Side.External }
                .Where(side => side == Side.External ? s.InternetFacing == true : !draft.KeepsInternal)
                .Where(side => s.Host(ClientService.OAB, side)?.Kind == ChoiceKind.Shared)
                .Select(side => (s.Name, Choice.Shared(SchemeOf(s.Raw(ClientService.OAB, side).Value!))))
                .Distinct()));
        return vote?.Winner.Text == "http" ? vote : null;
    }

    private static string SchemeOf(string url) => url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? "https" : "http";

    private static void Names(DesignDraft draft, IReadOnlyList<Bound> bound)
    {
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (SiteHosts site in draft.Sites)
        {
            Vote? vote = Vote.Count(bound.Where(b => site.Servers.Contains(b.Server)).GroupBy(b => b.Server)
                .Select(g => (g.Key.Name, Choice.Shared(string.Join(", ", WithoutServer(g.Key, g))))));
            if (vote is not null)
            {
                names.UnionWith(vote.Winner.Text.Split([", "], StringSplitOptions.RemoveEmptyEntries));
                Report(draft, vote, $"of {site.Label} carry different names");
            }
        }

        ServerNames(draft, bound);
        HashSet<string> known = new(Known(draft), StringComparer.OrdinalIgnoreCase);
        string[] more = [.. names.Where(n => !known.Contains(n) && CertificateNameSyntax.TryNormalise(n, "CertificateName", out _, out _))
            .OrderBy(n => n, StringComparer.Ordinal)];
        if (more.Length > 0)
        {
            draft.Put("CertificateName", more.ToList<object?>(), DesignCertainty.Certain,
                "names on the certificates of the web servers that no service of the design has");
        }

        Common(draft, bound, names);
        PerSite(draft, bound);
    }

    /// <summary>Outlook was told which subject the certificate has: it is on the certificate, and its common name.</summary>
    private static void Principal(DesignDraft draft)
    {
        const string Prefix = "msstd:";
        CapturedOutlookProvider? provider = draft.State.OutlookProviders
            .FirstOrDefault(p => string.Equals(p.Name, "EXPR", StringComparison.OrdinalIgnoreCase));
        if (provider?.CertPrincipalName.Value is not { } text || !text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            || !CertificateNameSyntax.TryNormalise(text.Substring(Prefix.Length), "CommonName", out string? name, out _))
        {
            return;
        }

        const string Evidence = "principal name of the Outlook provider EXPR";
        draft.Put("CommonName", name, DesignCertainty.Guess, Evidence);
        if (!draft.IsOneSite || name != draft.ExternalHost?.Value)
        {
            draft.Put("CertificateName", new List<object?> { name }, DesignCertainty.Guess, Evidence);
        }
    }

    private static IEnumerable<string> WithoutServer(ServerView server, IEnumerable<Bound> bound) => bound
        .SelectMany(b => b.Certificate.Names!)
        .Where(n => !server.IsOwnName(n.ToLowerInvariant()))
        .Select(n => n.ToLowerInvariant())
        .Distinct()
        .OrderBy(n => n, StringComparer.Ordinal);

    private static void ServerNames(DesignDraft draft, IReadOnlyList<Bound> bound)
    {
        Vote vote = Vote.Count(bound.GroupBy(b => b.Server).Select(g => (g.Key.Name, Choice.Shared(ServerName(g.Key, g).ToString()))))!;
        if (vote.Winner.Text != nameof(ServerNameChoice.None))
        {
            draft.Put("ServerNameOnCertificate", vote.Winner.Text, vote.Certainty, "certificates of the web servers of " + vote.Evidence);
        }
    }

    private static ServerNameChoice ServerName(ServerView server, IEnumerable<Bound> bound)
    {
        string[] own = [.. bound.SelectMany(b => b.Certificate.Names!).Where(n => server.IsOwnName(n.ToLowerInvariant()))];
        bool isShort = own.Any(n => n.IndexOf('.') < 0);
        bool isFull = own.Any(n => n.IndexOf('.') >= 0);
        return isShort && isFull ? ServerNameChoice.Both : isShort ? ServerNameChoice.NetBios : isFull ? ServerNameChoice.Fqdn
            : ServerNameChoice.None;
    }

    /// <summary>What the plan puts on the certificates by itself.</summary>
    private static IEnumerable<string> Known(DesignDraft draft) => draft.Members
        .Where(m => m.Name is "ExternalHost" or "InternalHost" or "AutodiscoverHost" or "MailHost" or "SendingHost" or "LegacyHost"
            or "DownloadHost" || m.Name.StartsWith("ServiceHost.", StringComparison.Ordinal))
        .Select(m => m.Value)
        .Concat((draft.MailDomains ?? []).Select(d => AutodiscoverLabels.HostPrefix + d.Value))
        .Concat(draft.Servers.Select(s => s.Name))
        .Concat(draft.Servers.Select(s => s.Fqdn?.Value).OfType<string>());

    private static void Common(DesignDraft draft, IReadOnlyList<Bound> bound, HashSet<string> names)
    {
        Vote? vote = Vote.Count(bound.Select(b => (b.Server.Name,
                Common: DistinguishedName.CommonNames(b.Certificate.Subject ?? string.Empty).FirstOrDefault()))
            .Where(b => b.Common is not null).Select(b => (b.Name, Choice.Shared(b.Common!.ToLowerInvariant()))).Distinct());
        if (vote is { Odd.Count: 0 } && names.Contains(vote.Winner.Text) && vote.Winner.Text != draft.ExternalHost?.Value
            && vote.Winner.Text.Length <= PlannedCertificate.MaximumCommonName)
        {
            draft.Put("CommonName", vote.Winner.Text, vote.Certainty, "subject of the certificates of the web servers");
        }
    }

    private static void PerSite(DesignDraft draft, IReadOnlyList<Bound> bound)
    {
        bool isOne = bound.Select(b => b.Certificate.Thumbprint).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1;
        string[] servers = [.. bound.Select(b => b.Server.Name).Distinct()];
        if (isOne && draft.Sites.Count > 1 && draft.Sites.All(s => s.Servers.Any(v => servers.Contains(v.Name))))
        {
            draft.Put("CertificatePerSite", false, DesignCertainty.Certain, $"one certificate on {NameList.Describe(servers)}");
        }
    }

    private static void Report(DesignDraft draft, Vote vote, string what)
    {
        if (vote.Odd.Count > 0)
        {
            draft.Findings.Add(Findings.Warning(DesignFindingCodes.CertificateDiffers, [.. vote.Odd.Select(o => o.Server).Distinct()],
                $"The certificates of the web servers {what}: {vote.DescribeOdd()}; {vote.DescribeWinner()}.",
                "Install one certificate on all servers that share their names.", "S28"));
        }
    }
}
