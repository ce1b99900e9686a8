using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Mail.StartTls;

/// <summary>Why a selection came out as it did, in words.</summary>
internal static class StartTlsReasons
{
    public static string Of(StartTlsOutcome outcome, Contestant? winner, int winners, IReadOnlyList<Contestant> field, bool expired,
        bool isModern)
    {
        bool several = field.Count(c => c.IsLoadable != false) > 1;
        return outcome switch
        {
            StartTlsOutcome.NotOffered when field.All(c => c.Fits == false) => "No certificate in the store of the server has it.",
            StartTlsOutcome.NotOffered when field.Any(c => c.IsLoadable == true) =>
                "The certificates that have it are not enabled for SMTP.",
            StartTlsOutcome.NotOffered =>
                "The certificates that have it cannot be used: they have no private key, are pending requests, or are older than X.509 "
                    + "version 3.",
            StartTlsOutcome.Offered or StartTlsOutcome.OfferedButFails when winner is null =>
                $"One of {winners} certificates; which one, their dates and issuers as stated do not decide.",
            StartTlsOutcome.Offered when expired => "It is chosen although its time is over.",
            StartTlsOutcome.Offered when several =>
                "It comes first: valid ones of an authority before self-signed ones, the newest Valid from first.",
            StartTlsOutcome.Offered => "It is the only certificate that has it and can be used.",
            StartTlsOutcome.OfferedButFails =>
                "It is chosen, but it is not enabled for SMTP, so the transport service may not use its key.",
            _ when field.Any(c => c.Fits is null) => "Whether a certificate has it is not known.",
            _ when field.Any(c => c is { Fits: true, IsUsable: null }) =>
                "Whether the private key of a certificate that has it is there was not stated.",
            _ when field.Any(c => c.IsLoadable == true && c.HasSmtp is null) =>
                "For which services the certificates are enabled was not stated."
                    + (isModern ? string.Empty : " Without SMTP the verb is not offered."),
            StartTlsOutcome.Unknown => "What was stated does not decide it.",
            _ => throw ClosedSet.Outside(outcome),
        };
    }

    public static string Of(Contestant contestant, bool wins) => contestant switch
    {
        { Certificate.IsPending: true } => "It is a pending request.",
        { Certificate.HasPrivateKey: false } => "Its private key is not there.",
        { IsUsable: false } => "It is older than X.509 version 3.",
        { Fits: null } => "Which names it has, or whether they count, is not known.",
        { IsUsable: null } => "Whether its private key is there is not known.",
        { HasSmtp: false } => "It is not enabled for SMTP.",
        { HasSmtp: null } => "For which services it is enabled is not known.",
        { IsCurrent: false } => "Today is outside its lifetime.",
        _ when wins => "It has the name, its key, and SMTP.",
        _ => "Another one comes before it.",
    };
}
