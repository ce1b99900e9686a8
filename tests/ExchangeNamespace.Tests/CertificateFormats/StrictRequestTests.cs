using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Formats.Asn1;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CsCheck;
using ExchangeNamespace.CertificateFormats;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Certificates;
using ExchangeNamespace.Tests.Serialization;
using ExchangeNamespace.Tests.Support;
using ExchangeNamespace.Text;
using Xunit;

namespace ExchangeNamespace.Tests.CertificateFormats;

/// <summary>
/// Requests that OpenSSL makes of the module's configuration files, held against the plan; and what the module reads in a request, held
/// against a second reader of ASN.1.
/// </summary>
public sealed class StrictRequestTests(ITestOutputHelper output) : IDisposable
{
    private const string CommonName = "2.5.4.3";
    private const int DnsName = 2;

    private static readonly string Long = new string('m', 52) + ".contoso.com";

    private static readonly Dictionary<string, string> Types = new()
    {
        ["C"] = "2.5.4.6",
        ["S"] = "2.5.4.8",
        ["L"] = "2.5.4.7",
        ["O"] = "2.5.4.10",
        ["OU"] = "2.5.4.11",
        ["CN"] = CommonName,
    };

    /// <summary>One key for the random requests: making one takes longer than everything else here.</summary>
    private static readonly Lazy<string> s_key = new(TestCertificates.Rsa.ExportPkcs8PrivateKeyPem);

    private static readonly Gen<CertificateRequestInput> AnyInput = Gen.Select(
        OneOf(null, "CH", "US"), Gen.OneOf(Gen.Const((string)null!), Text(64)), Gen.OneOf(Gen.Const((string)null!), Text(64)),
        OneOf<string[]?>(null, ["*.münchen.example"], ["pop.contoso.com", "*.fabrikam.example", "bücher.example"], [Long]),
        (country, organization, state, names) => new CertificateRequestInput
        {
            Form = CertificateRequestForm.OpenSsl,
            Country = country,
            Organization = organization,
            StateOrProvince = state,
            AdditionalNames = names,
        });

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("exn-strict-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(2048)]
    [InlineData(4096)]
    public void The_key_that_openssl_makes_has_the_size_of_the_request(int size)
    {
        NamespacePlan plan = CertificatePlans.Plan("SE");
        CertificateRequestInput input = new() { Form = CertificateRequestForm.OpenSsl, Country = "US", KeySize = size };
        RequestedCertificate requested = Assert.Single(CertificatePlans.Make(plan, input).Requests);

        // The first line is the command that the file gives; -nodes asks for no password.
        string[] command = requested.Lines[0].Split(' ');
        Assert.Equal(["#", "openssl", "req", "-new", "-config", "mail_contoso_com.cnf", "-keyout", "mail_contoso_com.key", "-out", "mail_contoso_com.req"], command);
        Write("mail_contoso_com.cnf", requested.Lines);
        OpenSsl([.. command.Skip(2), "-nodes"]);

        byte[] der = OfPem(File.ReadAllText(Full("mail_contoso_com.req")));
        AssertAsPlanned(requested, input, der, size);
    }

    [Theory]
    [InlineData("mail.contoso.com", "*.contoso.com")]
    [InlineData("mail.contoso.com", "münchen.example")]
    [InlineData("mail.contoso.com", "*.xn--mnchen-3ya.example")]
    public void The_names_of_the_examples_are_written_as_planned(string host, string further)
    {
        NamespacePlan plan = Plans.Make("EX01", ("ExternalHost", host), ("ADDomain", "contoso.com"), ("ExchangeVersion", "SE"));

        Assert.Equal(1, AssertRequests(plan, new CertificateRequestInput { Form = CertificateRequestForm.OpenSsl, AdditionalNames = [further] }));
    }

    [Fact]
    public void A_common_name_has_64_characters_at_most()
    {
        NamespacePlan plan = Plans.Make("EX01", ("ExternalHost", Long), ("DnsModel", "Split"), ("ExchangeVersion", "SE"));
        NamespacePlan longer = Plans.Make("EX01", ("ExternalHost", "n" + Long), ("DnsModel", "Split"), ("ExchangeVersion", "SE"));
        CertificateRequestInput input = new() { Form = CertificateRequestForm.OpenSsl, AdditionalNames = ["x.contoso.com"] };

        Assert.Equal((64, Long), (Long.Length, Assert.Single(CertificatePlans.Make(plan, input).Requests).Certificate.CommonName));
        Assert.Equal(1, AssertRequests(plan, input));
        Assert.Equal(1, AssertRequests(longer, input));
    }

    [Fact]
    public void Requests_for_random_plans_are_written_as_planned_and_read_alike()
    {
        int requests = 0;
        int foreign = 0;
        int wild = 0;
        Gen.Select(RandomPlans.Any, AnyInput).Sample(
            (plan, input) =>
            {
                requests += AssertRequests(plan, input);
                foreign += input.AdditionalNames?.Count(n => !HostCharacters.AreAscii(n)) ?? 0;
                wild += plan.Certificates.Count(c => c.Names.Any(n => n.Name[0] == '*'));
            },
            iter: RandomCases.Of(usual: 100, full: 3_000), threads: 1);

        output.WriteLine($"{requests} requests, {foreign} international names, {wild} certificates with a wildcard");
        Assert.True(requests >= RandomCases.Of(usual: 100, full: 3_000) && foreign > 20 && wild > 20, $"Too few: {requests}, {foreign}, {wild}.");
    }

    [Fact]
    public void Requests_of_another_writer_are_read_alike()
    {
        Gen<(string Type, string Value)> part = Gen.Select(OneOf([.. Types.Values]), Text(40), (type, value) => (type, type == Types["C"] ? "DE" : value));
        Gen<(string Type, string Value)[]> subject = Gen.OneOf(Gen.Const(Array.Empty<(string, string)>()), Gen.Const(new[] { (CommonName, Long) }), part.Array[1, 6]);
        Gen<string[]> names = OneOf("mail.contoso.com", "*.contoso.com", "xn--mnchen-3ya.example", Long, "*.xn--bcher-kva.example", "192.0.2.1", "2001:db8::1").Array[0, 8];
        int without = 0;
        Gen.Select(subject, names).Sample(
            (parts, alternatives) =>
            {
                X500DistinguishedNameBuilder builder = new();
                foreach ((string type, string value) in parts.AsEnumerable().Reverse())
                {
                    builder.Add(type, value, type == Types["C"] ? UniversalTagNumber.PrintableString : UniversalTagNumber.UTF8String);
                }

                CertificateRequest request = new(builder.Build(), TestCertificates.Rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
                foreach (X509Extension extension in TestCertificates.Request("CN=unused", alternatives).CertificateExtensions.Where(e => e.Oid!.Value != "2.5.29.19"))
                {
                    request.CertificateExtensions.Add(extension);
                }

                byte[] der = request.CreateSigningRequest();
                AssertReadAlike(der);
                Assert.Equal(parts, StrictRequest.Read(der).Subject.Select(r => (r.Single().Type, r.Single().Value)));
                without += parts.All(p => p.Type != CommonName) ? 1 : 0;
            },
            iter: RandomCases.Of(usual: 200, full: 5_000), threads: 1);
        Assert.True(without > 20, $"Only {without} without a common name.");
    }

    [Theory]
    [InlineData("\\#x")]
    [InlineData("#x")]
    [InlineData("\\\\#x")]
    public void What_stands_before_a_number_sign_stays(string value)
    {
        X500DistinguishedNameBuilder builder = new();
        builder.AddCommonName(value);

        AssertReadAlike(new CertificateRequest(builder.Build(), TestCertificates.Rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSigningRequest());
    }

    /// <summary>Each byte of a request that is changed, or left out, is noticed: no bit is outside of what is read and signed.</summary>
    [Fact]
    public void The_second_reader_notices_each_changed_byte()
    {
        CertificateRequest request = new("CN=mail.contoso.com, C=DE", TestCertificates.Rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        byte[] made = request.CreateSigningRequest();
        Assert.True(IsAccepted(made));

        Assert.All(Enumerable.Range(0, made.Length), i =>
        {
            byte[] changed = [.. made];
            changed[i] ^= 1;
            Assert.False(IsAccepted(changed), $"byte {i}");
            Assert.False(IsAccepted([.. made[..i], .. made[(i + 1)..]]), $"without byte {i}");
        });
        Assert.False(IsAccepted([.. made, 0]));
    }

    /// <returns>How many there were.</returns>
    private int AssertRequests(NamespacePlan plan, CertificateRequestInput input)
    {
        IReadOnlyList<RequestedCertificate> requests = CertificatePlans.Make(plan, input).Requests;
        foreach (RequestedCertificate requested in requests)
        {
            Write("r.cnf", requested.Lines);
            File.WriteAllText(Full("r.key"), s_key.Value);
            OpenSsl("req", "-new", "-config", "r.cnf", "-key", "r.key", "-outform", "DER", "-out", "r.der");
            AssertAsPlanned(requested, input, File.ReadAllBytes(Full("r.der")), 2048);
        }

        return requests.Count;
    }

    private static void AssertAsPlanned(RequestedCertificate requested, CertificateRequestInput input, byte[] der, int keySize)
    {
        StrictRequest request = StrictRequest.Read(der);
        string[] names = [.. requested.Certificate.Names.Select(n => n.Name).Concat((input.AdditionalNames ?? []).Select(Ascii)).Distinct()];
        string common = requested.Certificate.CommonName ?? names.First(n => n.Length <= 64);
        (string Key, string? Value)[] subject = [("C", input.Country), ("S", input.StateOrProvince), ("O", input.Organization), ("CN", common)];

        Assert.Equal(0, request.Version);
        Assert.Equal(
            subject.Where(p => p.Value is not null).Select(p =>
                new StrictPart(Types[p.Key], p.Key == "C" ? UniversalTagNumber.PrintableString : UniversalTagNumber.UTF8String, p.Value!)),
            request.Subject.Select(r => Assert.Single(r)));
        Assert.Equal((StrictRequest.RsaEncryption, keySize), (request.KeyAlgorithm, request.KeySize));
        Assert.Single(request.Attributes);
        Assert.Equal(
            [(StrictRequest.KeyUsage, true), (StrictRequest.ExtendedKeyUsage, false), (StrictRequest.SubjectAlternativeName, false)],
            request.Extensions);
        Assert.Equal(StrictUses.DigitalSignature | StrictUses.KeyEncipherment, request.Uses);
        Assert.Equal([StrictRequest.ServerAuthentication], request.Purposes);
        Assert.Equal(names.Select(n => (DnsName, n)), request.AlternativeNames);
        Assert.Equal((StrictRequest.Sha256WithRsa, true), (request.SignatureAlgorithm, request.IsSigned));
        AssertReadAlike(der);
    }

    /// <summary>What the module reads in the bytes is what the second reader finds there.</summary>
    private static void AssertReadAlike(byte[] der)
    {
        StrictRequest strict = StrictRequest.Read(der);
        CertificateReading reading = CertificateFactory.Create().Read(der, null);
        Assert.Null(reading.Fault);
        CertificateFacts facts = Assert.Single(reading.Bundle!.Certificates);

        Assert.Equal((true, "RSA", strict.KeySize, "SHA256withRSA"), (facts.IsRequest, facts.KeyAlgorithm, facts.KeySize, facts.SignatureAlgorithm));
        Assert.Equal(strict.KeyInfo.ToArray(), facts.PublicKeyInfo);
        Assert.Equal(strict.Purposes.Count == 0 || strict.Purposes.Contains(StrictRequest.ServerAuthentication), facts.AllowsServerAuthentication);
        Assert.Equal(strict.AlternativeNames, facts.AlternativeNames.Select(n => n.Kind == AlternativeNameKind.Dns
            ? (DnsName, n.Value) : (7, Convert.ToHexString(System.Net.IPAddress.Parse(n.Value).GetAddressBytes()))));
        Assert.Equal(strict.Subject.SelectMany(r => r).Where(p => p.Type == CommonName).Select(p => VisibleText.Of(p.Value)), facts.CommonNames);
        Assert.Equal(
            strict.Subject.SelectMany(r => r).Reverse().Select(p => Types.Single(t => t.Value == p.Type).Key + "=" + VisibleText.Of(p.Value)),
            Unquoted(facts.Subject));
    }

    /// <summary>The parts of a subject as Windows prints it: a value in double quotes has each of its own twice.</summary>
    private static IEnumerable<string> Unquoted(string subject)
    {
        StringBuilder part = new();
        bool isQuoted = false;
        for (int i = 0; i < subject.Length; i++)
        {
            if (subject[i] == '"')
            {
                bool isTwice = isQuoted && i + 1 < subject.Length && subject[i + 1] == '"';
                part.Append(isTwice ? "\"" : "");
                i += isTwice ? 1 : 0;
                isQuoted = isTwice || !isQuoted;
            }
            else if (!isQuoted && subject[i] == ',')
            {
                yield return part.ToString();
                part.Clear();
                i++;
            }
            else
            {
                part.Append(subject[i]);
            }
        }

        if (subject.Length > 0)
        {
            yield return part.ToString();
        }
    }

    private static bool IsAccepted(byte[] der)
    {
        try
        {
            StrictRequest request = StrictRequest.Read(der);
            return request.IsSigned && request.SignatureAlgorithm == StrictRequest.Sha256WithRsa;
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException)
        {
            return false;
        }
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<string> Text(int longest) => Hostile.OneLine.Where(t => CertificateText.CountCodePoints(t) <= longest);

    /// <summary>By hand: the module's own translation is not asked.</summary>
    private static string Ascii(string name) => name switch
    {
        "münchen.example" => "xn--mnchen-3ya.example",
        "*.münchen.example" => "*.xn--mnchen-3ya.example",
        "bücher.example" => "xn--bcher-kva.example",
        _ => name,
    };

    private static byte[] OfPem(string pem) => Convert.FromBase64String(pem[PemEncoding.Find(pem).Base64Data]);

    private string Full(string file) => Path.Combine(_folder.FullName, file);

    private void Write(string file, IEnumerable<string> lines) =>
        File.WriteAllText(Full(file), string.Join("\n", lines) + "\n", new UTF8Encoding(false));

    private void OpenSsl(params string[] arguments) =>
        InstalledProgram.Output(new ProcessStartInfo("openssl", arguments) { WorkingDirectory = _folder.FullName });
}
