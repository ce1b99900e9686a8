using System.Collections.Generic;
using System.Globalization;

namespace ExchangeNamespace.Certificates.Requests;

/// <summary>The configuration file for <c>openssl req -new -config</c> (req(1), x509v3_config(5)).</summary>
internal static class OpenSslConfig
{
    public static IEnumerable<string> Lines(CertificateSubject subject, CertificateRequestOptions options, WindowsFilePath request)
    {
        string file = WindowsFilePath.Sanitise(request.FileStem);
        yield return $"# openssl req -new -config {file}.cnf -keyout {file}.key -out {file}.req";
        yield return "[req]";
        yield return "default_bits = " + options.KeySize.ToString(CultureInfo.InvariantCulture);
        yield return "default_md = sha256";
        yield return "prompt = no";
        yield return "utf8 = yes";
        yield return "string_mask = utf8only";
        yield return "distinguished_name = subject";
        yield return "req_extensions = extensions";
        yield return string.Empty;
        yield return "[subject]";
        foreach (SubjectPart part in subject.Parts)
        {
            yield return part.OpenSslKey + " = " + OpenSslLiteral.Quote(part.Value);
        }

        yield return string.Empty;
        yield return "[extensions]";
        yield return "keyUsage = critical, digitalSignature, keyEncipherment";
        yield return "extendedKeyUsage = serverAuth";
        yield return "subjectAltName = @names";
        yield return string.Empty;
        yield return "[names]";
        for (int i = 0; i < subject.Names.Count; i++)
        {
            yield return "DNS." + (i + 1).ToString(CultureInfo.InvariantCulture) + " = " + OpenSslLiteral.Quote(subject.Names[i]);
        }
    }
}
