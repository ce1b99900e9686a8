using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Mail.StartTls;

/// <summary>
/// The certificate for X-ANONYMOUSTLS: the one whose thumbprint Active Directory keeps for the server (Microsoft, Selection of Inbound
/// Anonymous TLS Certificates). It is the same in every version.
/// </summary>
internal static class AnonymousTlsPredictor
{
    public const int NoThumbprintEvent = 12012;
    public const int NotInStoreEvent = 12013;
    public const int ExpiredEvent = 12015;

    private const string ExchangeServer = "ExchangeServer";

    public static AnonymousTlsPrediction Predict(ReceiveConnector connector, TransportServer? server,
        IReadOnlyList<StoreCertificate>? store, DateTime asOf)
    {
        if (connector.AuthMechanism is not { } mechanisms)
        {
            return Result(StartTlsOutcome.Unknown, "AuthMechanism was not stated.");
        }

        if (!mechanisms.Contains(ExchangeServer, StringComparer.OrdinalIgnoreCase))
        {
            return Result(StartTlsOutcome.NotOffered, "AuthMechanism has no ExchangeServer.");
        }

        if (server is not { IsInternalTransportKnown: true })
        {
            return Result(StartTlsOutcome.Unknown, "InternalTransportCertificateThumbprint of the server was not stated.");
        }

        if (server.InternalTransportThumbprint is not { } thumbprint)
        {
            return Result(StartTlsOutcome.NotOffered, "The server has no internal transport certificate in Active Directory.",
                NoThumbprintEvent);
        }

        if (store is null)
        {
            return Result(StartTlsOutcome.Unknown, "The certificates of this server were not stated.");
        }

        StoreCertificate? certificate = store.FirstOrDefault(
            c => string.Equals(c.Thumbprint, thumbprint, StringComparison.OrdinalIgnoreCase));
        if (certificate is null)
        {
            return store.Any(c => c.Thumbprint is null)
                ? Result(StartTlsOutcome.Unknown, "Not every certificate was stated with its thumbprint.")
                : Result(StartTlsOutcome.NotOffered, "The internal transport certificate is not in the store of the server.",
                    NotInStoreEvent);
        }

        return certificate.NotAfter < asOf
            ? Result(StartTlsOutcome.Offered, "It is used although its time is over.", ExpiredEvent, certificate)
            : Result(StartTlsOutcome.Offered, "It is the internal transport certificate of the server.", null, certificate);
    }

    private static AnonymousTlsPrediction Result(StartTlsOutcome outcome, string reason, int? eventId = null,
        StoreCertificate? certificate = null) =>
        new() { Outcome = outcome, Reason = reason, EventId = eventId, Certificate = certificate };
}
