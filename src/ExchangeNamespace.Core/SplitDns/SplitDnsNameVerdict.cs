using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.SplitDns;

/// <summary>
/// Judges what both views say about one name. A fault is reported once: the narrower finding takes the place of the wider.
/// </summary>
internal sealed class SplitDnsNameVerdict
{
    /// <summary>Resolvers follow more, but each step is one more zone that has to answer; some resolvers stop at eight.</summary>
    private const int LongChain = 8;

    private const int CutOverSeconds = 300;

    private readonly NameCheck _check;
    private readonly NameObservation _seen;
    private readonly CutOver? _cutOver;
    private readonly HostLookup _internal;
    private readonly HostLookup _external;
    private readonly List<Finding> _findings = [];

    private SplitDnsNameVerdict(NameCheck check, NameObservation seen, CutOver? cutOver)
    {
        _cutOver = cutOver;
        _check = check;
        _seen = seen;
        _internal = NameObservation.Leading(seen.Internal);
        _external = NameObservation.Leading(seen.External);
    }

    public static SplitDnsName Judge(NameCheck check, NameObservation seen, CutOver? cutOver = null, Fqdn? issuer = null) =>
        new SplitDnsNameVerdict(check, seen, cutOver).Judge(issuer);

    private SplitDnsName Judge(Fqdn? issuer)
    {
        AddView(DnsView.Internal, _seen.Internal, _internal, _check.IsPinpoint || _seen.InternalStart.IsApex);
        if (!IsUnwantedOutside)
        {
            AddView(DnsView.External, _seen.External, _external, _seen.ExternalStart.IsApex);
        }

        bool wrong = AddContent();
        AddTimeToLive(DnsView.Internal, _check.Internal, _internal);
        AddTimeToLive(DnsView.External, _check.External, _external);
        bool missing = AddMissing();
        SplitDnsStatus status = Status(wrong);
        if (issuer is not null && _seen.Authorities is { } authorities)
        {
            _findings.AddRange(CaaRules.Judge(_check.Name, authorities, issuer));
        }

        return new SplitDnsName
        {
            Name = _check.Name,
            Zone = SplitDnsCheckPlanner.ZoneOf(_check, _seen),
            Status = status,
            AsPlanned = !_check.IsPlanned ? null : wrong || missing ? false : status == SplitDnsStatus.Inconclusive ? null : true,
            Internal = DnsViewAnswer.Of(_internal),
            External = DnsViewAnswer.Of(_external),
            Findings = _findings,
        };
    }

    private void AddView(DnsView view, IReadOnlyList<HostLookup> lookups, HostLookup leading, bool isApex)
    {
        if (!leading.IsConclusive)
        {
            _findings.AddRange(lookups.Select(l => SplitDnsFindings.Failure(_check.Name, view, l.Server, l.Status)));
        }
        else if (!HostLookup.Conclusive(leading.OtherStatus))
        {
            _findings.Add(SplitDnsFindings.Failure(_check.Name, view, leading.Server, leading.OtherStatus));
        }

        List<HostLookup> telling = [.. lookups.Where(l => l.IsConclusive)];
        if (telling.Exists(l => !Same(l.Addresses, leading.Addresses)))
        {
            string[] answers = [.. telling.Select(l => $"{l.Server}: {DnsViewAnswer.Of(l)}")];
            _findings.Add(SplitDnsFindings.Warning(SplitDnsFindingCodes.ServersDisagree, _check.Name,
                $"The servers of the {SplitDnsFindings.Side(view)} view answer differently: {string.Join("; ", answers)}.",
                "Check that the zone is transferred to all of them.", "S1", answers));
        }

        AddAliases(view, leading, isApex);
    }

    private void AddAliases(DnsView view, HostLookup leading, bool isApex)
    {
        string side = SplitDnsFindings.Side(view);
        string[] chain = [.. leading.Chain];
        if (leading.Status is DnsAnswerStatus.AliasLoop or DnsAnswerStatus.AliasEndless)
        {
            _findings.Add(SplitDnsFindings.Error(SplitDnsFindingCodes.AliasLoop, _check.Name,
                leading.Status == DnsAnswerStatus.AliasLoop ? $"The aliases {side} lead in a circle." : $"The aliases {side} do not end.",
                "Let the name have address records.", "S10", chain));
        }
        else if (isApex && chain.Length > 0)
        {
            _findings.Add(SplitDnsFindings.Error(SplitDnsFindingCodes.AliasAtApex, _check.Name,
                $"The name is the top of a zone {side}, where an alias cannot stand beside the records of the zone.",
                "Give it address records.", "S1", chain));
        }
        else if (chain.Length > LongChain)
        {
            _findings.Add(SplitDnsFindings.Warning(SplitDnsFindingCodes.AliasChainLong, _check.Name,
                $"The name goes through {chain.Length} aliases {side}; some resolvers give up before the end.",
                "Let the name lead to the last target.", "S10", chain));
        }
    }

    /// <summary>Compares what is answered with the plan, and with what may stand in each view.</summary>
    private bool AddContent()
    {
        bool internalWrong = Differs(_check.Internal, _internal);
        bool externalWrong = Differs(_check.External, _external);
        if (internalWrong && externalWrong && _check.Internal!.Addresses.Count > 0
            && Same(_check.Internal.Addresses, _external.Addresses) && Same(_check.External!.Addresses, _internal.Addresses))
        {
            _findings.Add(SplitDnsFindings.Error(SplitDnsFindingCodes.ViewsSwapped, _check.Name,
                "Each view answers the addresses of the other.",
                "Exchange the records of the two views, or the two servers of the command.", "S1",
                $"inside: {string.Join(", ", _internal.Addresses)}", $"outside: {string.Join(", ", _external.Addresses)}"));
            return true;
        }

        string[] leaked = [.. _external.Addresses.Where(AddressScope.IsPrivate)];
        if (leaked.Length > 0 && !Same(_check.External?.Addresses ?? [], _external.Addresses))
        {
            _findings.Add(SplitDnsFindings.Error(SplitDnsFindingCodes.PrivateAddressOutside, _check.Name,
                "External DNS returns a private address that Internet clients cannot reach.",
                "Publish the public address, and keep the private one in the inside zone.", "S1", leaked));
        }
        else if (externalWrong)
        {
            AddWrong(DnsView.External, _check.External!, _external);
        }

        if (internalWrong)
        {
            AddWrong(DnsView.Internal, _check.Internal!, _internal);
        }
        else
        {
            AddPublicInside();
        }

        return internalWrong || externalWrong
            || (leaked.Length > 0 && _check.External is not null && !Same(_check.External.Addresses, _external.Addresses));
    }

    private void AddPublicInside()
    {
        bool isOwnRecord = _check.IsPlanned ? _check.Internal is { Addresses.Count: 0 } : _internal.Authoritative;
        string[] found = [.. _internal.Addresses.Where(a => !AddressScope.IsPrivate(a))];
        if (isOwnRecord && !_check.Hairpin && found.Length > 0)
        {
            _findings.Add(SplitDnsFindings.Warning(SplitDnsFindingCodes.PublicAddressInside, _check.Name,
                "The inside answers a public address; inside clients then leave the network and come back, which many firewalls do "
                    + "not allow.",
                "Put the private address into the inside zone, or give -Hairpin where the firewall allows it.", "S1", found));
        }
    }

    private void AddWrong(DnsView view, ViewExpectation expected, HostLookup lookup) =>
        _findings.Add(SplitDnsFindings.Error(SplitDnsFindingCodes.WrongAddress, _check.Name,
            $"The {SplitDnsFindings.Side(view)} does not answer what the plan says: planned {Planned(expected)}, answered "
                + $"{Answered(expected, lookup)}.",
            "Correct the record, and wait until caches have forgotten the old one.", "S2",
            $"planned: {expected.Alias ?? string.Join(", ", expected.Addresses)}",
            $"answered: {string.Join(", ", AnswerOf(expected, lookup))}"));

    private static string Planned(ViewExpectation expected) => expected.Alias ?? NameList.Describe([.. expected.Addresses]);

    private static string Answered(ViewExpectation expected, HostLookup lookup) =>
        AnswerOf(expected, lookup) is { Length: > 0 } answer ? NameList.Describe([.. answer.Select(VisibleText.Short)]) : "no address";

    private static string[] AnswerOf(ViewExpectation expected, HostLookup lookup) =>
        [.. expected.Alias is null ? lookup.Addresses : lookup.Chain.Concat(lookup.Addresses)];

    /// <summary>
    /// The plan changes the record, and caches will hold the old one; or it is right, and is asked for as often as during a cut-over. What
    /// a cache answers says nothing about a short time: it counts down there.
    /// </summary>
    private void AddTimeToLive(DnsView view, ViewExpectation? expected, HostLookup lookup)
    {
        if (lookup.Ttl is not { } seconds)
        {
            return;
        }

        // Without a plan every name that is asked about is one that changes at the cut-over.
        bool changes = Differs(expected, lookup)
            || (_cutOver is not null && !_check.IsPlanned && lookup.Status == DnsAnswerStatus.Answered);
        if (changes)
        {
            AddLongTimeToLive(view, seconds, lookup.Authoritative);
        }
        else if (expected is not null && lookup.Status == DnsAnswerStatus.Answered && lookup.Authoritative && seconds < CutOverSeconds)
        {
            _findings.Add(SplitDnsFindings.Information(SplitDnsFindingCodes.TimeToLiveShort, _check.Name,
                $"The answer of the {SplitDnsFindings.Side(view)} is right and is kept for {seconds} seconds only: every client asks again "
                    + "that often.",
                "Raise the time to live when every client is right; until then it is good for a cut-over.", "S2"));
        }
    }

    private void AddLongTimeToLive(DnsView view, int seconds, bool isOfZone)
    {
        if (seconds > CutOverSeconds && _cutOver is not null)
        {
            _findings.Add(_cutOver.Judge(_check.Name, view, seconds, isOfZone));
        }
        else if (seconds > CutOverSeconds)
        {
            _findings.Add(SplitDnsFindings.Warning(SplitDnsFindingCodes.TimeToLiveLong, _check.Name,
                $"The answer of the {SplitDnsFindings.Side(view)} may be kept for {seconds} seconds, and clients go to the old address "
                    + "for that long after the change.",
                "Give the present record a time to live of 300 seconds, wait until the old time has passed, and then change it.", "S2"));
        }
    }

    private bool AddMissing()
    {
        bool inside = IsMissing(_internal);
        bool outside = IsMissing(_external);
        bool loops = _findings.Exists(f => f.Code == SplitDnsFindingCodes.AliasLoop);
        if (!_check.IsPlanned)
        {
            if (inside && outside && !loops)
            {
                _findings.Add(
                    SplitDnsFindings.Warning(SplitDnsFindingCodes.Unresolved, _check.Name, "Neither view has an address for the name.",
                        "Check the spelling, or make the records.", "S10"));
            }

            return false;
        }

        bool internalMissing = inside && _check.Internal is not null;
        bool externalMissing = outside && _check.External is not null;
        if (!loops && (internalMissing || externalMissing))
        {
            _findings.Add(
                internalMissing && externalMissing
                    ? SplitDnsFindings.Error(SplitDnsFindingCodes.Unresolved, _check.Name, "Neither view has an address for the name.",
                        "Make the records of the plan in both views.", "S10")
                : internalMissing
                ? SplitDnsFindings.Error(SplitDnsFindingCodes.MissingInside, _check.Name, "The inside has no address for the name.",
                    "Make the record of the plan in the inside zone.", "S1")
                : SplitDnsFindings.Error(SplitDnsFindingCodes.MissingOutside, _check.Name, "The outside has no address for the name.",
                    "Make the record of the plan in the public zone.", "S10"));
        }

        return internalMissing || externalMissing;
    }

    private SplitDnsStatus Status(bool wrong)
    {
        if (wrong)
        {
            return SplitDnsStatus.WrongAddress;
        }

        if (!_internal.IsConclusive || (!_external.IsConclusive && !IsUnwantedOutside))
        {
            return SplitDnsStatus.Inconclusive;
        }

        return (IsMissing(_internal), IsMissing(_external) || IsUnwantedOutside) switch
        {
            (true, true) => SplitDnsStatus.Unresolved,
            (true, false) => SplitDnsStatus.ExternalOnly,
            (false, true) => SplitDnsStatus.InternalOnly,
            _ when Same(_internal.Addresses, _external.Addresses) => SplitDnsStatus.SameAnswer,
            _ => _check.IsPlanned ? SplitDnsStatus.SplitAsPlanned : SplitDnsStatus.Split,
        };
    }

    /// <summary>A name that the plan keeps inside may be refused outside: a server there need not know its zone.</summary>
    private bool IsUnwantedOutside => _check.IsPlanned && _check.External is null && !_external.IsConclusive;

    private static bool IsMissing(HostLookup lookup) => lookup.IsConclusive && lookup.Status != DnsAnswerStatus.Answered;

    private static bool Differs(ViewExpectation? expected, HostLookup lookup)
    {
        if (expected is null || lookup.Status != DnsAnswerStatus.Answered)
        {
            return false;
        }

        return expected.Alias is { } alias
            ? !lookup.Chain.Contains(alias, StringComparer.Ordinal)
            : expected.Addresses.Count > 0 && !Same(expected.Addresses, lookup.Addresses);
    }

    private static bool Same(IReadOnlyCollection<string> one, IReadOnlyCollection<string> other) =>
        new HashSet<string>(one, StringComparer.Ordinal).SetEquals(other);
}
