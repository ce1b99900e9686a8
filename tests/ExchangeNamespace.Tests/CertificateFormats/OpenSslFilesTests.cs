using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using ExchangeNamespace.CertificateFormats;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.CertificateFormats;

/// <summary>Files of every form, made by OpenSSL.</summary>
public sealed class OpenSslFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Each_form_is_read()
    {
        string subject = "-subj /C=DE/O=Contoso/CN=mail.contoso.com -addext subjectAltName=DNS:mail.contoso.com,DNS:*.contoso.com,IP:192.0.2.1";
        Run("genrsa -out key.pem 2048");
        Run("req -x509 -key key.pem -days 47 -out own.pem " + subject);
        Run("x509 -in own.pem -outform DER -out own.cer");
        Run("x509 -in own.pem -text -out text.pem");
        Run("x509 -in own.pem -addtrust serverAuth -trustout -out trusted.pem");
        Run("crl2pkcs7 -nocrl -certfile own.pem -out own.p7b");
        Run("crl2pkcs7 -nocrl -certfile own.pem -outform DER -out own.p7c");
        Run("pkcs12 -export -inkey key.pem -in own.pem -out own.pfx -passout pass:secret");
        Run("pkcs12 -export -legacy -inkey key.pem -in own.pem -out old.pfx -passout pass:secret");
        Run("pkcs12 -export -inkey key.pem -in own.pem -out open.pfx -keypbe NONE -certpbe NONE -nomac -passout pass:");
        Run("req -new -key key.pem -out own.csr " + subject);
        Run("req -new -key key.pem -outform DER -newhdr -out own.der " + subject);
        File.WriteAllText(Full("both.pem"), File.ReadAllText(Full("key.pem")) + File.ReadAllText(Full("own.pem")));

        string thumbprint = Read("own.pem").Thumbprint;
        Assert.Equal(40, thumbprint.Length);
        Assert.All(new[] { "own.cer", "text.pem", "trusted.pem", "own.p7b", "own.p7c", "own.pfx", "old.pfx", "open.pfx", "both.pem" }, file => Assert.Equal((file, thumbprint), (file, Read(file).Thumbprint)));
        Assert.All(new[] { "own.csr", "own.der" }, file => Assert.True(Read(file).IsRequest, file));
        Assert.All(_folder.GetFiles().Select(f => f.Name).Where(f => f != "key.pem"), file =>
        {
            CertificateFacts facts = Read(file);
            Assert.Equal("CN=mail.contoso.com, O=Contoso, C=DE", facts.Subject);
            Assert.Equal(["mail.contoso.com", "*.contoso.com"], facts.DnsNames);
            Assert.Equal(["192.0.2.1"], facts.IPAddresses);
            Assert.Equal(("RSA", 2048), (facts.KeyAlgorithm, facts.KeySize));
        });
        Assert.Equal(FaultIds.CertificateMissing, Try("key.pem").Fault?.Id);
        Assert.Equal((true, true, true), (Read("own.pfx").HasPrivateKey, Read("old.pfx").HasPrivateKey, Read("both.pem").HasPrivateKey));
    }

    private CertificateFacts Read(string file)
    {
        CertificateReading reading = Try(file);
        Assert.True(reading.Bundle is not null, file + ": " + reading.Fault?.Message);
        return reading.Bundle!.Leaf;
    }

    private CertificateReading Try(string file) =>
        CertificateFactory.Create().Read(File.ReadAllBytes(Full(file)), file is "own.pfx" or "old.pfx" ? "secret".ToCharArray() : null);

    private string Full(string file) => Path.Combine(_folder.FullName, file);

    private void Run(string arguments) =>
        InstalledProgram.Output(new ProcessStartInfo("openssl", arguments) { WorkingDirectory = _folder.FullName });
}
