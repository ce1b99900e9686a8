using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Certificates;

/// <summary>A service that Exchange can use a certificate for, in the order in which services are printed.</summary>
public enum CertificateService
{
    /// <summary>IMAP4.</summary>
    IMAP,

    /// <summary>POP3.</summary>
    POP,

    /// <summary>Unified Messaging, before 2019.</summary>
    UM,

    /// <summary>The web services.</summary>
    IIS,

    /// <summary>Mail transport.</summary>
    SMTP,

    /// <summary>Federation, from 2010.</summary>
    Federation,

    /// <summary>The call router of Unified Messaging, 2013 and 2016.</summary>
    UMCallRouter,
}

/// <summary>Which services a version has.</summary>
internal static class CertificateServices
{
    /// <summary>The services as words of a sentence.</summary>
    public static string Describe(IReadOnlyList<CertificateService> services) =>
        services.Count == 0 ? "no service" : string.Join(", ", services);

    /// <summary>
    /// The services that can be enabled in a version. Documents list Unified Messaging for 2019 too, where it is gone (S38).
    /// </summary>
    public static IReadOnlyList<CertificateService> Of(ExchangeVersion version)
    {
        IReadOnlyList<string> listed =
            CmdletCatalog.Default.Find("Enable-ExchangeCertificate")!.FindParameter("Services")!.ValuesFor(version);
        return
        [
            .. ((CertificateService[])Enum.GetValues(typeof(CertificateService)))
                .Where(s => listed.Contains(s.ToString(), StringComparer.Ordinal))
                .Where(s => version.Product < ExchangeProduct.Exchange2019
                    || s is not (CertificateService.UM or CertificateService.UMCallRouter)),
        ];
    }

    /// <summary>The refusal of services that the version of a server does not have; null where it has them all.</summary>
    public static InputFault? Refuse(PlannedServer server, IEnumerable<CertificateService> services)
    {
        IReadOnlyList<CertificateService> known = Of(server.Version);
        CertificateService[] unknown = [.. services.Except(known)];
        return unknown.Length == 0 ? null : new InputFault(FaultIds.CertificateServiceNotInVersion, "Service", unknown[0].ToString(),
            $"Exchange {server.Version} on {server.Name} has no certificate service {string.Join(", ", unknown)}. "
                + $"It has {string.Join(", ", known)}: name only these with -Service.");
    }
}
