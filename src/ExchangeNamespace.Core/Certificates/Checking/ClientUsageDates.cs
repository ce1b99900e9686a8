using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Certificates.Checking;

/// <summary>From when a public authority issues no certificate with the usage of TLS clients any more.</summary>
/// <param name="Authority">The authority as issuers name it; empty for the rule of a browser that binds every public authority.</param>
/// <param name="From">The day.</param>
/// <param name="Says">What it says.</param>
internal sealed record ClientUsageDate(string Authority, DateTime From, string Says);

/// <summary>The one table of these days.</summary>
internal static class ClientUsageDates
{
    /// <summary>
    /// The authorities that state a day, and last the rule of the root programme of Chrome, as encryptionconsulting.com gives it. Sources:
    /// letsencrypt.org, profiles (2026-08-21); knowledge.digicert.com, ALERT53 (2026-03-03).
    /// </summary>
    public static IReadOnlyList<ClientUsageDate> Rows { get; } =
    [
        new("Let's Encrypt", Day(2026, 2, 11),
            "Let's Encrypt leaves the usage out of its usual certificates since 2026-02-11, and of all since 2026-07-08"),
        new("DigiCert", Day(2027, 3, 1), "DigiCert issues none with the usage from 2027-03-01 on"),
        new(string.Empty, Day(2027, 3, 15), "authorities that Chrome trusts issue none with the usage from 2027-03-15 on"),
    ];

    /// <summary>The row that holds for the issuer of a certificate.</summary>
    public static ClientUsageDate Of(CertificateFacts certificate) =>
        Rows.First(r => certificate.Issuer.IndexOf(r.Authority, StringComparison.OrdinalIgnoreCase) >= 0);

    private static DateTime Day(int year, int month, int day) => new(year, month, day, 0, 0, 0, DateTimeKind.Utc);
}
