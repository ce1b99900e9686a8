using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ExchangeNamespace.Certificates.Requests;

/// <summary>The policy file for <c>certreq -new</c> (learn.microsoft.com, certreq).</summary>
internal static class CertReqPolicy
{
    public static IEnumerable<string> Lines(CertificateSubject subject, CertificateRequestOptions options, bool exportable,
        WindowsFilePath request)
    {
        yield return $"; certreq -new \"{request.WithExtension(".inf")}\" \"{request}\"";
        yield return "[Version]";
        yield return "Signature = \"$Windows NT$\"";
        yield return string.Empty;
        yield return "[NewRequest]";
        yield return "Subject = " + CertReqInfLiteral.Quote(subject.ToX500());
        if (options.FriendlyName is { } friendly)
        {
            yield return "FriendlyName = " + CertReqInfLiteral.Quote(friendly);
        }

        yield return "KeyLength = " + options.KeySize.ToString(CultureInfo.InvariantCulture);
        yield return "Exportable = " + (exportable ? "TRUE" : "FALSE");
        yield return "MachineKeySet = TRUE";
        yield return "ProviderName = \"Microsoft RSA SChannel Cryptographic Provider\"";
        yield return "ProviderType = 12";
        yield return "KeySpec = 1";
        yield return "KeyUsage = 0xA0";
        yield return "HashAlgorithm = sha256";
        yield return "RequestType = PKCS10";
        yield return string.Empty;
        yield return "[EnhancedKeyUsageExtension]";
        yield return "OID = 1.3.6.1.5.5.7.3.1";
        yield return string.Empty;
        yield return "[Extensions]";
        yield return "2.5.29.17 = \"{text}\"";
        foreach (string line in subject.Names.Select(n => "_continue_ = " + CertReqInfLiteral.Quote("dns=" + n + "&")))
        {
            yield return line;
        }
    }
}
