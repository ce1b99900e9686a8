using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.SplitDns;

/// <summary>What the names of a zone tell about the zone; all that is kept of them.</summary>
internal sealed class ZoneNames
{
    /// <summary>The names that are zones of their own inside.</summary>
    public SortedSet<string> Pinpoints { get; } = new(StringComparer.Ordinal);

    /// <summary>The names that the outside has and the inside lacks.</summary>
    public SortedSet<string> MissingInside { get; } = new(StringComparer.Ordinal);

    /// <summary>The names with a fault of their own, which the zone need not repeat.</summary>
    public HashSet<string> Reported { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a name was seen that may be a zone of its own inside, but it could not be told.</summary>
    public bool Undetermined { get; private set; }

    public void Add(Fqdn zone, NameObservation seen, SplitDnsName verdict)
    {
        bool? own = seen.Name.Equals(zone) ? false : ZoneStart.IsHostedInside(seen.InternalStart, seen.ExternalStart);
        Undetermined |= own is null;
        if (own == true)
        {
            Pinpoints.Add(seen.Name.Value);
        }

        if (verdict.AsPlanned == false)
        {
            Reported.Add(seen.Name.Value);
        }

        if (verdict.Status == SplitDnsStatus.ExternalOnly)
        {
            MissingInside.Add(seen.Name.Value);
        }
    }
}

/// <summary>Judges how a zone is served inside.</summary>
internal static class SplitDnsZoneVerdict
{
    private const int AutodiscoverPort = 443;

    public static SplitDnsZone Judge(ZoneObservation seen, ZoneNames names, DnsModel? planned)
    {
        bool? hosted = ZoneStart.IsHostedInside(seen.Internal.Start, seen.External.Start);
        DnsModel? model = hosted == true ? DnsModel.Split
            : names.Pinpoints.Count > 0 && hosted == false ? DnsModel.Pinpoint
            : hosted is null || names.Undetermined ? null
            : DnsModel.Separate;
        List<string> missing = hosted == true ? [.. Missing(seen, names)] : [];
        List<ExchangerAnswer> wrongMail = [.. Views(seen).SelectMany(v => v.Observed.Mail).Where(IsWrong)];
        List<Finding> findings = [.. Failures(seen), .. Wildcards(seen), .. Ports(seen), .. wrongMail.Select(WrongMail), .. Aliases(seen)];
        string[] unsaid = [.. missing.Where(m => !names.Reported.Contains(m))];
        if (unsaid.Length > 0)
        {
            findings.Add(SplitDnsFindings.Warning(SplitDnsFindingCodes.CopyIncomplete, seen.Zone,
                $"The inside copy of the zone lacks what the public zone has, so it is gone for inside clients: "
                    + $"{NameList.Describe(unsaid)}.",
                "Copy the records into the inside zone, or replace it by pinpoint zones.", "S1", unsaid));
        }

        if (model is { } found && planned is { } wanted && found != wanted)
        {
            findings.Add(SplitDnsFindings.Error(SplitDnsFindingCodes.ModelDiffers, seen.Zone,
                $"The plan says {wanted}, but the zone is served inside as {found}.", Remedy(wanted), "S1"));
        }

        return new SplitDnsZone
        {
            Zone = seen.Zone,
            Model = model,
            PlannedModel = planned,
            MailAsPlanned = MailAsPlanned(seen, wrongMail.Count > 0),
            IsMailUnknown = Views(seen).SelectMany(v => v.Observed.Mail).Any(m => !HostLookup.Conclusive(m.Answer.Status)),
            HostedInside = hosted,
            PinpointZones = [.. names.Pinpoints],
            MissingInside = missing,
            InternalNameServers = NameServers(seen.Internal),
            ExternalNameServers = NameServers(seen.External),
            MailExchangers = [
                .. seen.External.MailExchangers.Of(DnsRecordType.MX).OrderBy(r => r.Preference).ThenBy(r => r.Value, StringComparer.Ordinal)
                .Select(r => r.Preference.ToString(CultureInfo.InvariantCulture) + " " + r.Value)],
            Findings = findings,
        };
    }

    private static string Remedy(DnsModel wanted) => wanted switch
    {
        DnsModel.Split => "Make the zone inside with all its records, or plan with the model that was found.",
        DnsModel.Pinpoint => "Make a zone for each host inside and none for the whole domain, or plan with the model that was found.",
        DnsModel.Separate => "Take the zone away inside, or plan with the model that was found.",
        _ => throw ClosedSet.Outside(wanted),
    };

    private static string[] NameServers(ZoneViewObservation view) =>
        [.. view.NameServers.Of(DnsRecordType.NS).Select(r => r.Value).Distinct(StringComparer.Ordinal)
            .OrderBy(v => v, StringComparer.Ordinal)];

    private static IEnumerable<string> Missing(ZoneObservation seen, ZoneNames names)
    {
        HostLookup wildcard = seen.External.Unknown;
        IEnumerable<string> common = seen.CommonNames
            .Where(n => NameObservation.Leading(n.External) is { Status: DnsAnswerStatus.Answered } outside
                && NameObservation.Leading(n.Internal) is { IsConclusive: true, Status: not DnsAnswerStatus.Answered }
                && !(wildcard.Status == DnsAnswerStatus.Answered && outside.Addresses.SequenceEqual(wildcard.Addresses)))
            .Select(n => n.Name.Value);
        foreach (string name in common.Concat(names.MissingInside).Distinct(StringComparer.Ordinal).OrderBy(n => n, StringComparer.Ordinal))
        {
            yield return name;
        }

        if (IsMissing(seen.Internal.MailExchangers, seen.External.MailExchangers))
        {
            yield return "MX " + seen.Zone;
        }

        if (IsMissing(seen.Internal.Service, seen.External.Service))
        {
            yield return "SRV " + AutodiscoverLabels.ServicePrefix + seen.Zone;
        }
    }

    private static bool IsMissing(DnsAnswer inside, DnsAnswer outside) =>
        outside.Status == DnsAnswerStatus.Answered && inside.Status is DnsAnswerStatus.NoData or DnsAnswerStatus.NxDomain;

    private static IEnumerable<Finding> Failures(ZoneObservation seen) =>
        seen.Internal.Failures.Select(f => SplitDnsFindings.Failure(seen.Zone, DnsView.Internal, f.Server, f.Status))
            .Concat(seen.External.Failures.Select(f => SplitDnsFindings.Failure(seen.Zone, DnsView.External, f.Server, f.Status)));

    private static IEnumerable<Finding> Wildcards(ZoneObservation seen)
    {
        foreach ((DnsView view, ZoneViewObservation observed) in Views(seen))
        {
            if (observed.Unknown.Status == DnsAnswerStatus.Answered)
            {
                yield return SplitDnsFindings.Warning(SplitDnsFindingCodes.Wildcard, seen.Zone,
                    $"A name that was made up is answered {SplitDnsFindings.Side(view)}: a wildcard answers for names without a record, "
                        + "autodiscover among them unless it has a record of its own, which can have the same address.",
                    "Take the wildcard away, or make address records for every name in use.", "S9", [.. observed.Unknown.Addresses]);
            }
        }
    }

    private static IEnumerable<Finding> Ports(ZoneObservation seen)
    {
        foreach ((DnsView view, ZoneViewObservation observed) in Views(seen))
        {
            string[] other = [.. observed.Service.Of(DnsRecordType.SRV).Where(r => r.Port != AutodiscoverPort)
                .Select(r => r.Value + ":" + r.Port.ToString(CultureInfo.InvariantCulture))];
            if (other.Length > 0)
            {
                yield return SplitDnsFindings.Warning(SplitDnsFindingCodes.ServicePort, seen.Zone,
                    $"The service record of Autodiscover {SplitDnsFindings.Side(view)} leads to a port other than 443, which clients "
                        + "pass over.", "Set port 443.", "S10", other);
            }
        }
    }

    private static bool? MailAsPlanned(ZoneObservation seen, bool isWrong)
    {
        List<ExchangerAnswer> all = [.. Views(seen).SelectMany(v => v.Observed.Mail)];
        return isWrong ? false : all.Count == 0 || !all.TrueForAll(m => HostLookup.Conclusive(m.Answer.Status)) ? null : true;
    }

    private static bool IsWrong(ExchangerAnswer mail) =>
        HostLookup.Conclusive(mail.Answer.Status)
            && !new HashSet<string>(mail.Expected.Exchangers, StringComparer.Ordinal)
                .SetEquals(mail.Answer.Of(DnsRecordType.MX).Select(r => r.Value));

    private static Finding WrongMail(ExchangerAnswer mail)
    {
        string[] answered = [.. mail.Answer.Of(DnsRecordType.MX).Select(r => r.Value)];
        return SplitDnsFindings.Error(SplitDnsFindingCodes.WrongExchanger, mail.Expected.Domain,
            answered.Length == 0
                ? $"The {SplitDnsFindings.Side(mail.Expected.View)} names no mail exchanger: planned "
                    + $"{NameList.Describe([.. mail.Expected.Exchangers.Select(e => e.ToString())])}."
                : $"The {SplitDnsFindings.Side(mail.Expected.View)} names other mail exchangers than the plan: planned "
                    + $"{NameList.Describe([.. mail.Expected.Exchangers.Select(e => e.ToString())])}, answered "
                    + $"{NameList.Describe([.. answered.Select(VisibleText.Short)])}.",
            "Correct the MX records: mail goes where they lead.", "S42",
            $"planned: {string.Join(", ", mail.Expected.Exchangers)}", $"answered: {NameList.Describe(answered)}");
    }

    private static IEnumerable<Finding> Aliases(ZoneObservation seen) => Views(seen)
        .Where(v => v.Observed.Aliases.Count > 0)
        .Select(v => SplitDnsFindings.Error(SplitDnsFindingCodes.TargetIsAlias, seen.Zone,
            $"Records {SplitDnsFindings.Side(v.View)} lead mail or a service to an alias, which the standards forbid and some senders do "
                + "not follow.",
            "Let them lead to names with address records.", "S42",
            [.. v.Observed.Aliases.Select(a => $"{a.Record} leads to {a.Target}, an alias of {a.Alias}")]));

    private static IEnumerable<(DnsView View, ZoneViewObservation Observed)> Views(ZoneObservation seen) =>
        [(DnsView.Internal, seen.Internal), (DnsView.External, seen.External)];
}
