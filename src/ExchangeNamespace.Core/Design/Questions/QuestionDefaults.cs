using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Design.Questions;

/// <summary>What an empty answer means, question by question: what is stated, what the plan takes, or what this machine knows.</summary>
internal static class QuestionDefaults
{
    private const string ExternalHost = "ExternalHost";
    private const string None = "none";

    public static QuestionDefault? Servers(KnownFacts known) => known.Document.Servers.Count == 0 ? null
        : new(NameList.Describe([.. known.Document.Servers.Select(DesignDocument.NameOf)]));

    public static QuestionDefault? Versions(KnownFacts known)
    {
        string? ofAll = known.Document[ServerAnswers.VersionOfAll] as string;
        string?[] versions = [.. known.Document.Servers.Select(s => DesignDocument.Text(s, ServerAnswers.Version) ?? ofAll)];
        return versions.Contains(null) ? null : new(Grouped(versions));
    }

    public static QuestionDefault? Sites(KnownFacts known)
    {
        string?[] sites = [.. known.Document.Servers.Select(s => DesignDocument.Text(s, DesignDocument.SiteMember))];
        return sites.All(s => s is null) ? new("one site, without its name") : sites.Contains(null) ? null : new(Grouped(sites));
    }

    public static QuestionDefault ADDomain(KnownFacts known) =>
        Stated(known, "ADDomain")
        ?? (known.Plan?.ADDomain is { } derived ? new(derived.Value)
            : known.MachineDomain is { } own ? new($"{own}, that of this machine", own.Value)
            : new("not known"));

    /// <summary>Beside a domain that is registered on the Internet, the usual name in it.</summary>
    public static QuestionDefault? External(KnownFacts known)
    {
        if (Stated(known, ExternalHost) is { } stated)
        {
            return stated;
        }

        return known.Plan?.ADDomain is { } domain && TopLevelDomains.IsDelegated(domain.TopLevelDomain)
            && PublicSuffixes.DomainOf(domain).TryPrepend("mail", out Fqdn? usual) ? new(usual.Value, usual.Value) : null;
    }

    public static QuestionDefault Internal(KnownFacts known) => known.Document[SingleAnswers.KeepInternalUrl] is true
        ? new("internal URLs are left as they are")
        : Stated(known, "InternalHost") ?? new(Hosts(known, s => s.InternalHost));

    public static QuestionDefault Autodiscover(KnownFacts known) => known.Document.IsNull("AutodiscoverHost")
        ? new(SingleAnswers.NoConnectionPoint, SingleAnswers.NoConnectionPoint)
        : Stated(known, "AutodiscoverHost") ?? new(Hosts(known, s => s.AutodiscoverHost));

    public static QuestionDefault Facing(KnownFacts known) =>
        new(NameList.Describe([.. known.Plan?.Sites.Where(s => s.InternetFacing).Select(s => AnswerText.Typed(s.Name)) ?? []]));

    public static QuestionDefault ExternalOfSites(KnownFacts known) => OfSites(known, s => s.ExternalHost);

    public static QuestionDefault InternalOfSites(KnownFacts known) => OfSites(known, s => s.InternalHost);

    public static QuestionDefault DnsModel(KnownFacts known) => known.Document["DnsModel"] switch
    {
        string text => new(text, text),
        IReadOnlyDictionary<string, object?> zones => new(string.Join(", ", zones.Select(z => $"{z.Key}={z.Value}"))),
        _ => new(known.Plan is { } plan ? $"Auto, which gives {plan.DnsModel}" : "Auto", "Auto"),
    };

    /// <summary>What is stated, else the first answer to choose from.</summary>
    public static QuestionDefault Choice(KnownFacts known, string member, string first)
    {
        string choice = known.Document[member] as string ?? first;
        return new(choice, choice);
    }

    public static QuestionDefault MailDomains(KnownFacts known) =>
        new(known.Plan is { SmtpDomains.Count: > 0 } plan ? NameList.Describe([.. plan.SmtpDomains.Select(d => d.Value)]) : None);

    public static QuestionDefault MailHost(KnownFacts known) => Stated(known, "MailHost") ?? new("mail is not planned");

    private static QuestionDefault? Stated(KnownFacts known, string member) => known.Document[member] is string text ? new(text) : null;

    private static string Hosts(KnownFacts known, System.Func<PlannedSite, Fqdn?> host)
    {
        string[] hosts = [.. (known.Plan?.Sites ?? []).Select(host).OfType<Fqdn>().Select(h => h.Value).Distinct()];
        return hosts.Length == 0 ? None : NameList.Describe(hosts);
    }

    private static QuestionDefault OfSites(KnownFacts known, System.Func<PlannedSite, Fqdn?> host)
    {
        string[] pairs = [.. (known.Plan?.Sites ?? []).Where(s => host(s) is not null)
            .Select(s => $"{AnswerText.Typed(s.Name)}={host(s)}")];
        return new(pairs.Length == 0 ? None : NameList.Describe(pairs));
    }

    private static string Grouped(IEnumerable<string?> values)
    {
        string[] groups = [.. values.GroupBy(v => v).OrderByDescending(g => g.Count())
            .Select(g => $"{g.Key} ({g.Count().ToString(CultureInfo.InvariantCulture)})")];
        return groups.Length == 1 ? values.First()! : NameList.Describe(groups);
    }
}
