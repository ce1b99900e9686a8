using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Certificates;

/// <summary>
/// How the shells request and import a certificate: one row of data for each that differs (exchange-cmdlets.md 1.5, 1.6).
/// </summary>
/// <param name="Versions">The versions of the row.</param>
/// <param name="RequestFileParameter">The parameter that names the request file; null where the statement itself writes the file.</param>
/// <param name="AddsCommonName">Whether the command adds the common name to the alternative names by itself.</param>
/// <param name="ImportFileParameter">The parameter that names the certificate file; null where its bytes are passed.</param>
internal sealed record CertificateRequestDialect(VersionRange Versions, string? RequestFileParameter, bool AddsCommonName,
    string? ImportFileParameter)
{
    public static readonly IReadOnlyList<CertificateRequestDialect> All =
    [
        new(ExchangeBuilds.Only2007, "Path", AddsCommonName: false, "Path"),
        new(ExchangeBuilds.Only2010, null, AddsCommonName: false, null),
        // -RequestFile also binds in 2016 before CU23 and 2019 before CU12; the form without it is right for every update.
        new(ExchangeBuilds.Only2013, "RequestFile", AddsCommonName: true, null),
        new(ExchangeBuilds.From2016, null, AddsCommonName: true, null),
    ];

    public static CertificateRequestDialect Of(ExchangeVersion version) => All.First(d => d.Versions.Contains(version));
}
