using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ExchangeNamespace.Tests.Support;

/// <summary>Files with certificate, key and chain as ACME clients hand them over, in a folder that is taken away at the end.</summary>
internal sealed class DeploymentFiles : IDisposable
{
    private static readonly string[] Names = ["mail.contoso.com", "autodiscover.contoso.com"];

    private readonly X509Certificate2 _authority;
    private byte _serial;

    public DeploymentFiles()
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new("CN=Authority, O=Trust", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        _authority = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-1), DateTimeOffset.UtcNow.AddYears(1));
        File.WriteAllText(PasswordFile, Password);
        Former = Write("former", subject: "CN=mail.contoso.com, O=Former", from: -30);
        New = Write("new");
    }

    /// <summary>The folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("exn-deploy").FullName;

    /// <summary>The password of all files: no text of a script or a log contains it by chance.</summary>
    public string Password { get; } = "p'w$(x)`" + Convert.ToHexString(RandomNumberGenerator.GetBytes(12));

    /// <summary>A file with the password.</summary>
    public string PasswordFile => Path.Combine(Folder, "password.txt");

    /// <summary>What the servers have.</summary>
    public string Former { get; }

    /// <summary>What is deployed.</summary>
    public string New { get; }

    /// <summary>The thumbprint of what is deployed.</summary>
    public string Thumbprint
    {
        get
        {
            using X509Certificate2 certificate = X509CertificateLoader.LoadPkcs12FromFile(New, Password);
            return certificate.Thumbprint;
        }
    }

    /// <summary>Writes one more file and gives its path.</summary>
    public string Write(string name, string[]? names = null, string subject = "CN=mail.contoso.com", int from = -1, int to = 90, bool withKey = true,
        bool isEcc = false, string usage = "1.3.6.1.5.5.7.3.1")
    {
        using RSA rsa = RSA.Create(2048);
        using ECDsa ecc = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = isEcc ? new(subject, ecc, HashAlgorithmName.SHA256) : new(subject, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        SubjectAlternativeNameBuilder alternatives = new();
        foreach (string alternative in names ?? Names)
        {
            alternatives.AddDnsName(alternative);
        }

        request.CertificateExtensions.Add(alternatives.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], critical: false));
        using RSA signer = _authority.GetRSAPrivateKey()!;
        using X509Certificate2 plain = request.Create(_authority.SubjectName, X509SignatureGenerator.CreateForRSA(signer, RSASignaturePadding.Pkcs1),
            DateTimeOffset.UtcNow.AddDays(from), DateTimeOffset.UtcNow.AddDays(to), [++_serial, 1, 2, 3]);
        using X509Certificate2 leaf = !withKey ? X509CertificateLoader.LoadCertificate(plain.RawData) : isEcc ? plain.CopyWithPrivateKey(ecc) : plain.CopyWithPrivateKey(rsa);
        using X509Certificate2 root = X509CertificateLoader.LoadCertificate(_authority.RawData);
        string path = Path.Combine(Folder, name + ".pfx");
        File.WriteAllBytes(path, new X509Certificate2Collection { leaf, root }.Export(X509ContentType.Pkcs12, Password)!);
        return path;
    }

    public void Dispose()
    {
        _authority.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
