using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Autodiscover;

/// <summary>One request on the way of a step, and what came back.</summary>
public sealed class AutodiscoverHop
{
    /// <summary>The URL that was or would be asked.</summary>
    public required string Url { get; init; }

    /// <summary>What came of it.</summary>
    public required AutodiscoverVerdict Verdict { get; init; }

    /// <summary>The HTTP status; null without an answer.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The address that was asked; null where none was.</summary>
    public string? Address { get; init; }

    /// <summary>The names of the certificate that was shown or is planned.</summary>
    public IReadOnlyList<string> CertificateNames { get; init => field = Indexable.Of(ShownText.Each(value)); } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{Url} {Verdict}";
}

/// <summary>One step of the walk with its verdict.</summary>
public sealed class AutodiscoverStep
{
    /// <summary>The place in the order; steps of the same rank are in no claimed order.</summary>
    public required int Rank { get; init; }

    /// <summary>The way of looking.</summary>
    public required AutodiscoverMethod Method { get; init; }

    /// <summary>What is asked: a URL or a record; empty for what is kept on the client.</summary>
    public required string Target { get; init; }

    /// <summary>What becomes of it.</summary>
    public required AutodiscoverVerdict Verdict { get; init; }

    /// <summary>The URL to which the client would then post; null where the step does not lead there.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Whether the certificate covers each name on the way; null where it is not known.</summary>
    public bool? CertificateCovers { get; init; }

    /// <summary>Why, in a sentence or two.</summary>
    public required string Detail { get; init; }

    /// <summary>The requests on the way.</summary>
    public IReadOnlyList<AutodiscoverHop> Hops { get; init => field = Indexable.Of(value); } = [];

    /// <summary>How sure the place in the order is.</summary>
    public required OrderCertainty Certainty { get; init; }

    /// <summary>Where the order is stated.</summary>
    public required string Source { get; init; }

    /// <summary>Rank, method, verdict and target in columns; a question mark stands behind a rank that is disputed.</summary>
    public string Line => $"  {Rank,2}{(Certainty == OrderCertainty.Disputed ? '?' : ' ')} {Method,-22} {Verdict,-16} {Target}".TrimEnd();

    /// <inheritdoc/>
    public override string ToString() => $"{Rank} {Method} {Verdict}{(Endpoint is null ? string.Empty : " " + Endpoint)}";
}

/// <summary>The sections of an answer of Autodiscover.</summary>
public enum AutodiscoverSection
{
    /// <summary>For clients inside that connect with RPC; carries the internal URLs.</summary>
    EXCH,

    /// <summary>For clients that connect with Outlook Anywhere; carries the external URLs.</summary>
    EXPR,

    /// <summary>Outlook Anywhere of 2013 and later, inside and outside.</summary>
    EXHTTP,

    /// <summary>MAPI over HTTP.</summary>
    MapiHttp,

    /// <summary>Outlook on the web.</summary>
    WEB,

    /// <summary>Exchange ActiveSync.</summary>
    MobileSync,
}

/// <summary>One URL that Autodiscover hands to the client.</summary>
public sealed class AutodiscoverUrl
{
    /// <summary>The section of the answer.</summary>
    public required AutodiscoverSection Section { get; init; }

    /// <summary>The service.</summary>
    public required ClientService Service { get; init; }

    /// <summary>For clients inside or outside.</summary>
    public required DnsView View { get; init; }

    /// <summary>The URL, for Outlook Anywhere the host; null where it is empty or not known.</summary>
    public string? Url { get; init; }

    /// <summary>Whether it is known at all: a plan may leave a value as it is on the server.</summary>
    public required bool IsKnown { get; init; }

    /// <summary>Whether it belongs to the set for the place where this client is.</summary>
    public required bool IsUsed { get; init; }

    /// <summary>Whether the certificate behind it covers the host; null where that is not known.</summary>
    public bool? CertificateCovers { get; init; }

    /// <summary>The URL with section, service and view in columns; a star stands before one that is used here.</summary>
    public string Line =>
        $"  {(IsUsed ? '*' : ' ')} {Section,-10} {Service,-15} {View,-8} "
            + $"{Value}{(CertificateCovers == false ? "  (not on the certificate)" : string.Empty)}";

    private string Value => Url ?? (IsKnown ? "(none)" : "(unknown)");

    /// <inheritdoc/>
    public override string ToString() => $"{Section} {Service} {View}: {Value}";
}

/// <summary>The walk of one client for one mail address.</summary>
public sealed class AutodiscoverRoute
{
    /// <summary>The mail address.</summary>
    public required string EmailAddress { get; init; }

    /// <summary>The mail domain.</summary>
    public required Fqdn Domain { get; init; }

    /// <summary>The client.</summary>
    public required AutodiscoverClient Client { get; init; }

    /// <summary>Whether the client is a member of the Active Directory domain.</summary>
    public required bool DomainJoined { get; init; }

    /// <summary>Where the client is.</summary>
    public required DnsView View { get; init; }

    /// <summary>The Active Directory site of the client; null when it was not stated.</summary>
    public string? Site { get; init; }

    /// <summary>Whether the network was asked.</summary>
    public required bool IsLive { get; init; }

    /// <summary>
    /// What becomes of the walk: the verdict of the step that leads to Autodiscover, else the most telling of the others.
    /// </summary>
    public required AutodiscoverVerdict Verdict { get; init; }

    /// <summary>The URL that the client will use; null where none is certain.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The steps in order.</summary>
    public required IReadOnlyList<AutodiscoverStep> Steps { get; init => field = Indexable.Of(value); }

    /// <summary>The URLs that the client will be given; empty where neither plan nor state was given.</summary>
    public required IReadOnlyList<AutodiscoverUrl> Urls { get; init => field = Indexable.Of(value); }

    /// <summary>The findings about it.</summary>
    public required IReadOnlyList<Finding> Findings { get; init => field = Indexable.Of(value); }

    /// <summary>Who looks for what, in one line.</summary>
    public string Line =>
        $"{EmailAddress}, {Client}, {(DomainJoined ? "domain-joined" : "not domain-joined")}, "
            + $"{View}{(Site is null ? string.Empty : ", site " + Site)}";

    /// <inheritdoc/>
    public override string ToString() => $"{EmailAddress} {Client} {Verdict}{(Endpoint is null ? string.Empty : " " + Endpoint)}";
}
