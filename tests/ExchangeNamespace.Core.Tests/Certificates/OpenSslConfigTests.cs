using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CsCheck;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Certificates.Requests;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Certificates;

/// <summary>The configuration file for OpenSSL, read by OpenSSL itself.</summary>
public class OpenSslConfigTests
{
    /// <summary>One key for all requests: making one takes longer than everything else here.</summary>
    private static readonly Lazy<string> s_key = new(static () =>
    {
        using RSA key = RSA.Create(2048);
        return key.ExportPkcs8PrivateKeyPem();
    });

    private static readonly NamespacePlan Plan = Plans.Make(
        "CASServer", ("ExternalHost", "webmail.shudnow.net"), ("ADDomain", "shudnow.local"), ("ExchangeVersion", "2007SP1"), ("ReverseProxy", "SharedCertificateWithServerNames"));

    public static TheoryData<string> Organizations => new("Contoso", "Müller & Söhne, \"AG\"; $HOME", "a\\", "\\\"", "${ENV::PATH}", " # x", "'`\"", "中文 😀", "x=y,CN=evil", "C:\\new\\table", "a\\\\", "100 %");

    [Fact]
    public void The_file_names_each_host_once() => Assert.Equal(
        [
            "# openssl req -new -config webmail_shudnow_net.cnf -keyout webmail_shudnow_net.key -out webmail_shudnow_net.req",
            "[req]",
            "default_bits = 2048",
            "default_md = sha256",
            "prompt = no",
            "utf8 = yes",
            "string_mask = utf8only",
            "distinguished_name = subject",
            "req_extensions = extensions",
            "",
            "[subject]",
            "ST = \"Ohio\"",
            "O = \"\\\"A\\\" \\\\ B\"",
            "CN = \"webmail.shudnow.net\"",
            "",
            "[extensions]",
            "keyUsage = critical, digitalSignature, keyEncipherment",
            "extendedKeyUsage = serverAuth",
            "subjectAltName = @names",
            "",
            "[names]",
            "DNS.1 = \"webmail.shudnow.net\"",
            "DNS.2 = \"autodiscover.shudnow.net\"",
            "DNS.3 = \"CASServer\"",
            "DNS.4 = \"CASServer.shudnow.local\"",
        ],
        Lines("\"A\" \\ B", "Ohio"));

    [Theory]
    [MemberData(nameof(Organizations))]
    public void Openssl_makes_a_request_with_the_subject_and_the_names_of_the_plan(string organization)
    {
        (System.Security.Cryptography.X509Certificates.CertificateRequest request, string text) = Run(Lines(organization, null));

        Assert.Equal(
            [("2.5.4.10", organization), ("2.5.4.3", "webmail.shudnow.net")],
            Parts(request.SubjectName));
        Assert.Equal(
            Plan.Certificates[0].Names.Select(n => n.Name),
            request.CertificateExtensions.OfType<X509SubjectAlternativeNameExtension>().Single().EnumerateDnsNames());
        Assert.Contains("DNS:webmail.shudnow.net, DNS:autodiscover.shudnow.net, DNS:CASServer, DNS:CASServer.shudnow.local", text);
        Assert.Contains("TLS Web Server Authentication", text);
    }

    [Fact]
    public void Openssl_reads_hostile_values_back() => Hostile.OneLine.Where(t => CertificateText.CountCodePoints(t) <= 64).Sample(
        value => Assert.Equal([("2.5.4.10", value), ("2.5.4.3", "webmail.shudnow.net")], Parts(Run(Lines(value, null)).Request.SubjectName)),
        iter: 25, threads: 1);

    [Fact]
    public void A_value_that_no_line_can_carry_is_refused() => Hostile.Any.Where(t => !CertificateText.IsOneLine(t)).Sample(
        value => Assert.Throws<ArgumentException>(() => OpenSslLiteral.Quote(value)));

    [Fact]
    public void A_subject_beyond_ascii_comes_with_the_encoding_to_save_it_in()
    {
        CertificateRequestSet set = CertificatePlans.Make(Plan, new CertificateRequestInput { Form = CertificateRequestForm.OpenSsl, Country = "CH", Organization = "Zürich" });
        Finding finding = Assert.Single(set.Findings);
        Assert.Equal((CertificateFindingCodes.TextNeedsEncoding, "Save the file as UTF-8."), (finding.Code, finding.Remedy));
    }

    private static string[] Lines(string organization, string? state) =>
        CertificatePlans.Lines(Plan,
            new CertificateRequestInput { Form = CertificateRequestForm.OpenSsl, Organization = organization, StateOrProvince = state });

    private static IEnumerable<(string Type, string Value)> Parts(X500DistinguishedName subject) =>
        subject.EnumerateRelativeDistinguishedNames(reversed: false).Select(r => (r.GetSingleElementType().Value!, r.GetSingleElementValue()!));

    private static (System.Security.Cryptography.X509Certificates.CertificateRequest Request, string Text) Run(IEnumerable<string> lines)
    {
        string folder = Directory.CreateTempSubdirectory("exn-openssl-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "r.cnf"), string.Join("\n", lines) + "\n", new UTF8Encoding(false));
            File.WriteAllText(Path.Combine(folder, "r.key"), s_key.Value);
            OpenSsl(folder, "req", "-new", "-config", "r.cnf", "-nodes", "-key", "r.key", "-out", "r.req");
            string text = OpenSsl(folder, "req", "-in", "r.req", "-noout", "-text", "-nameopt", "utf8");
            var request = System.Security.Cryptography.X509Certificates.CertificateRequest.LoadSigningRequestPem(
                File.ReadAllText(Path.Combine(folder, "r.req")), HashAlgorithmName.SHA256, CertificateRequestLoadOptions.UnsafeLoadCertificateExtensions);
            return (request, text);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string OpenSsl(string folder, params string[] arguments) =>
        InstalledProgram.Output(new ProcessStartInfo("openssl", arguments) { WorkingDirectory = folder });
}
