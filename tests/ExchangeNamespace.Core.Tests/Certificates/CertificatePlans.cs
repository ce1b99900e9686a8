using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Certificates.Requests;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Certificates;

/// <summary>Makes certificate requests as a user states them.</summary>
internal static class CertificatePlans
{
    public static NamespacePlan Plan(string version, params (string Name, object? Value)[] more) =>
        Plans.Make("EX01", [("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("ExchangeVersion", version), .. more]);

    public static CertificateRequestSet Make(NamespacePlan plan, CertificateRequestInput? input = null)
    {
        List<InputFault> faults = [];
        CertificateRequestOptions? options = CertificateRequestReader.Read(input ?? new CertificateRequestInput(), faults);
        Assert.Empty(faults);
        return CertificateRequestBuilder.Build(plan, options!);
    }

    public static string[] Lines(NamespacePlan plan, CertificateRequestInput? input = null)
    {
        CertificateRequestSet set = Make(plan, input);
        Assert.Empty(set.Faults);
        return [.. set.Requests.SelectMany(r => r.Lines)];
    }

    public static InputFault Refused(CertificateRequestInput input)
    {
        List<InputFault> faults = [];
        Assert.Null(CertificateRequestReader.Read(input, faults));
        return Assert.Single(faults);
    }
}
