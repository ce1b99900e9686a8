using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Comparison.Effects;

/// <summary>Names that enter and leave each certificate, and certificates that are new or gone.</summary>
internal static class CertificateChanges
{
    public static IEnumerable<PlanChange> Of(NamespacePlan plan, NamespacePlan reference)
    {
        List<PlannedCertificate> left = [.. reference.Certificates];
        foreach (PlannedCertificate certificate in plan.Certificates)
        {
            PlannedCertificate? old = left.OrderByDescending(c => Likeness(c, certificate)).FirstOrDefault();
            if (old is null || Likeness(old, certificate) == 0)
            {
                yield return Whole(certificate, PlanChangeAction.Added);
                continue;
            }

            left.Remove(old);
            foreach (PlanChange change in Between(old, certificate))
            {
                yield return change;
            }
        }

        foreach (PlannedCertificate gone in left)
        {
            yield return Whole(gone, PlanChangeAction.Removed);
        }
    }

    /// <summary>How many machines two certificates share; the same common name decides between equals.</summary>
    private static int Likeness(PlannedCertificate one, PlannedCertificate other) =>
        (one.InstallOn.Intersect(other.InstallOn, StringComparer.OrdinalIgnoreCase).Count() * 2)
            + (string.Equals(one.CommonName, other.CommonName, StringComparison.OrdinalIgnoreCase) ? 1 : 0);

    private static IEnumerable<PlanChange> Between(PlannedCertificate old, PlannedCertificate now)
    {
        string[] before = [.. old.Names.Select(n => n.Name)];
        string[] after = [.. now.Names.Select(n => n.Name)];
        return after.Except(before, StringComparer.OrdinalIgnoreCase)
            .Select(n => Name(now, n, PlanChangeAction.Added, CertificateNameMatcher.Covers(before, n)))
            .Concat(before.Except(after, StringComparer.OrdinalIgnoreCase)
                .Select(n => Name(now, n, PlanChangeAction.Removed, CertificateNameMatcher.Covers(after, n))))
            .Concat(Property(now, nameof(now.CommonName), old.CommonName ?? string.Empty, now.CommonName ?? string.Empty,
                "Clients compare the alternative names; POP3, IMAP4 and connectors that name the certificate by its subject must be "
                    + "set anew."))
            .Concat(Property(now, nameof(now.Issuer), old.Issuer.ToString(), now.Issuer.ToString(),
                "Clients must trust the authority that issues it."))
            .Concat(Property(now, nameof(now.InstallOn), string.Join(", ", old.InstallOn), string.Join(", ", now.InstallOn),
                "Clients that are led to these machines are shown it."));
    }

    private static PlanChange Name(PlannedCertificate certificate, string name, PlanChangeAction action, bool isCovered) =>
        Change(certificate, PlanChangeKind.CertificateName, action, name, action == PlanChangeAction.Removed ? name : string.Empty,
            action == PlanChangeAction.Removed ? string.Empty : name, isCovered ? ClientEffects.OfCoveredName
                : ClientEffects.OfName(action, name[0] == '*' ? "a name that the wildcard alone covers" : "the name"));

    private static IEnumerable<PlanChange> Property(PlannedCertificate certificate, string property, string old, string now,
        string clients) =>
        string.Equals(old, now, StringComparison.OrdinalIgnoreCase)
            ? []
            : [Change(certificate, PlanChangeKind.Certificate, PlanChangeAction.Changed, property, old, now, clients)];

    private static PlanChange Whole(PlannedCertificate certificate, PlanChangeAction action)
    {
        string names = string.Join(", ", certificate.Names.Select(n => n.Name));
        return Change(certificate, PlanChangeKind.Certificate, action, "Names", action == PlanChangeAction.Removed ? names : string.Empty,
            action == PlanChangeAction.Removed ? string.Empty : names, ClientEffects.OfName(action, "one of the names"));
    }

    private static PlanChange Change(PlannedCertificate certificate, PlanChangeKind kind, PlanChangeAction action, string item, string old,
        string now, string clients) => new()
    {
        Kind = kind,
        Action = action,
        Site = string.Join(", ", certificate.Sites),
        Servers = certificate.InstallOn,
        Subject = certificate.LeadingName,
        Item = item,
        Old = old,
        New = now,
        Clients = clients,
    };
}
