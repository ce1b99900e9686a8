using System;
using System.Linq;
using System.Text;
using CsCheck;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Certificates.Requests;
using Xunit;

namespace ExchangeNamespace.Tests.Certificates;

/// <summary>The policy file for certreq.</summary>
public class CertReqInfTests
{
    [Fact]
    public void The_file_for_a_certificate_that_a_proxy_shares() => Assert.Equal(
        [
            "; certreq -new \"C:\\mail_contoso_com.inf\" \"C:\\mail_contoso_com.req\"",
            "[Version]",
            "Signature = \"$Windows NT$\"",
            "",
            "[NewRequest]",
            "Subject = \"C=CH,O=\"\"Contoso \"\"\"\"Nord\"\"\"\", 100 %%\"\",CN=mail.contoso.com\"",
            "FriendlyName = \"Contoso mail\"",
            "KeyLength = 4096",
            "Exportable = TRUE",
            "MachineKeySet = TRUE",
            "ProviderName = \"Microsoft RSA SChannel Cryptographic Provider\"",
            "ProviderType = 12",
            "KeySpec = 1",
            "KeyUsage = 0xA0",
            "HashAlgorithm = sha256",
            "RequestType = PKCS10",
            "",
            "[EnhancedKeyUsageExtension]",
            "OID = 1.3.6.1.5.5.7.3.1",
            "",
            "[Extensions]",
            "2.5.29.17 = \"{text}\"",
            "_continue_ = \"dns=mail.contoso.com&\"",
            "_continue_ = \"dns=autodiscover.contoso.com&\"",
        ],
        CertificatePlans.Lines(CertificatePlans.Plan("2016", ("ReverseProxy", "SharedCertificate")), new CertificateRequestInput
        {
            Form = CertificateRequestForm.CertReqInf,
            Country = "CH",
            Organization = "Contoso \"Nord\", 100 %",
            FriendlyName = "Contoso mail",
            KeySize = 4096,
        }));

    [Fact]
    public void The_key_stays_on_one_machine_unless_the_plan_shares_the_certificate() =>
        Assert.Contains("Exportable = FALSE", CertificatePlans.Lines(CertificatePlans.Plan("2016"), new CertificateRequestInput { Form = CertificateRequestForm.CertReqInf }));

    [Fact]
    public void Hostile_values_stay_one_string_of_one_line() => Hostile.Any.Sample(value =>
    {
        if (!CertificateText.IsOneLine(value))
        {
            Assert.Throws<ArgumentException>(() => CertReqInfLiteral.Quote(value));
            return;
        }

        Assert.Equal(value, ReadString(CertReqInfLiteral.Quote(value)));
    });

    [Fact]
    public void The_file_has_the_same_lines_whatever_the_values() => Hostile.OneLine.Where(t => t.Length <= 60).Sample(value =>
    {
        string[] lines = CertificatePlans.Lines(CertificatePlans.Plan("2016"), new CertificateRequestInput { Form = CertificateRequestForm.CertReqInf, Organization = value, FriendlyName = value });
        Assert.Equal(24, lines.Length);
        Assert.Equal(value, ReadString(lines.Single(l => l.StartsWith("FriendlyName = ", StringComparison.Ordinal))["FriendlyName = ".Length..]));
    });

    // The grammar of a quoted string of a Windows information file: "" is a quote, %% a percent sign, %name% a string of the file.
    private static string ReadString(string source)
    {
        Assert.DoesNotContain(source, c => c is '\r' or '\n');
        Assert.Equal('"', source[0]);
        StringBuilder text = new();
        int i = 1;
        for (; source[i] != '"' || (i + 1 < source.Length && source[i + 1] == '"'); i++)
        {
            if (source[i] is '"' or '%')
            {
                Assert.Equal(source[i], source[i + 1]);
                i++;
            }

            text.Append(source[i]);
        }

        Assert.Equal(source.Length - 1, i);
        return text.ToString();
    }
}
