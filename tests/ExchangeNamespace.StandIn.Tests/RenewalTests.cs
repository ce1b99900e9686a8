using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Certificates.Renewal;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.StandIn.State;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.StandIn.Tests;

/// <summary>A whole renewal, run line by line: it leaves services, connectors and principal name as the plan wants, and the old certificate where it was.</summary>
public class RenewalTests
{
    private const string Path = "D:\\req $x\\mail's.cer";

    public static TheoryData<string> Versions => new("2007RTM", "2007SP3", "2010", "2013", "2016CU20", "2016CU23", "2019CU12", "SE");

    [Theory]
    [MemberData(nameof(Versions))]
    public void Each_line_of_a_renewal_runs_and_leaves_what_the_plan_wants(string version)
    {
        bool names = !version.StartsWith("2007", StringComparison.Ordinal) && version != "2010";
        NamespacePlan plan = Plans.Make(
            "EX01", ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("ExchangeVersion", version), ("MailHost", "smtp.contoso.com"), ("ReverseProxy", "SharedCertificate"),
            ("ServiceHost", Plans.Members(("OutlookAnywhere", "oa.contoso.com"))));
        using StandInExchange exchange = StandInExchange.Create(version, "EX01.contoso.com");
        exchange.Invoke("$old = New-ExchangeCertificate -SubjectName 'CN=old.contoso.com' -Services IIS,SMTP");
        string old = Certificates(exchange).Single().Identity;
        exchange.Invoke("New-SendConnector -Name 'Out $(1) ''x''' -AddressSpaces 'SMTP:*;1' -Internet");
        (string receive, string send) = ("EX01\\" + (names ? "Client Frontend EX01" : "Client EX01"), "Out $(1) 'x'");
        if (names)
        {
            Assert.True(exchange.Invoke($"Set-ReceiveConnector -Identity '{receive}' -TlsCertificateName '<I>CN=old<S>CN=old'").Succeeded);
        }

        RenewalScript script = Build(plan, new RenewalInput
        {
            Request = new CertificateRequestInput { Country = "CH", Organization = "Müller \"AG\"; $x", CertificatePath = Path, Services = ["IIS", "SMTP", "POP"] },
            OldThumbprints = [old],
            ReceiveConnectors = names ? [receive] : null,
            SendConnectors = names ? [send] : null,
        });

        using X509Certificate2 issued = Issue("CN=mail.contoso.com, O=\"Müller, AG\"");
        int ran = 0;
        foreach (RenewalStep step in script.Steps)
        {
            if (step.Kind == RenewalStepKind.Wait)
            {
                exchange.State.Files.WriteAllBytes(Path, issued.RawData);
            }

            foreach (string line in RenewalText.Lines([step]).Where(l => l[0] != '#'))
            {
                StandInResult result = exchange.Invoke(line);
                Assert.True(result.Succeeded, step + "\n" + result);
                Assert.NotEmpty(result.Calls);
                ran++;
            }
        }

        Assert.InRange(ran, names ? 11 : 7, 12);
        StandInObject certificate = exchange.State["EX01"][issued.Thumbprint];
        Assert.Equal("IIS,POP,SMTP", StandInState.Text(certificate["Services"]));
        Assert.Equal("SMTP", StandInState.Text(exchange.State["EX01"][old]["Services"]));
        Assert.Equal(2, Certificates(exchange).Count());
        Assert.Contains(exchange.State.Files.Paths, p => p == "D:\\req $x\\mail's.pfx");
        Assert.Equal("msstd:mail.contoso.com", exchange.State.Organization["OutlookProvider\\EXPR"]["CertPrincipalName"]);
        if (names)
        {
            string wanted = $"<I>{issued.Issuer}<S>{issued.Subject}";
            Assert.Equal(wanted, exchange.State["EX01"][receive]["TlsCertificateName"]);
            Assert.Equal(wanted, exchange.State.Organization["SendConnector\\" + send]["TlsCertificateName"]);
            Assert.All(exchange.State["EX01"].Objects.Where(o => o.Kind == "ReceiveConnector" && o.Identity != receive), c => Assert.Null(c["TlsCertificateName"]));
        }
    }

    [Theory]
    [InlineData("2010")]
    [InlineData("2016CU23")]
    [InlineData("SE")]
    public void Other_servers_get_certificate_key_and_services(string version)
    {
        NamespacePlan plan = Plans.Make(new object[] { "EX01", "EX02" }, ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("ExchangeVersion", version));
        RenewalScript script = Build(plan, new RenewalInput { Request = new CertificateRequestInput { Country = "CH", CertificatePath = Path, Services = ["IIS"] } });
        using StandInExchange exchange = StandInExchange.Create(version, "EX01.contoso.com", "EX02.contoso.com");
        using X509Certificate2 issued = Issue("CN=mail.contoso.com");
        exchange.State.Files.WriteAllBytes(Path, issued.RawData);

        foreach (string line in RenewalText.Lines(script.Steps).Where(l => l[0] != '#'))
        {
            StandInResult result = exchange.Invoke(line);
            Assert.True(result.Succeeded, result.ToString());
        }

        Assert.Equal("IIS", StandInState.Text(exchange.State["EX01"][issued.Thumbprint]["Services"]));
        Assert.Equal("IIS", StandInState.Text(exchange.State["EX02"][issued.Thumbprint]["Services"]));
    }

    [Theory]
    [InlineData("2007RTM")]
    [InlineData("2007SP3")]
    public void In_2007_the_lines_of_another_server_run_there(string version)
    {
        NamespacePlan plan = Plans.Make(new object[] { "EX01", "EX02" }, ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("ExchangeVersion", version));
        RenewalScript script = Build(plan, new RenewalInput { Request = new CertificateRequestInput { Country = "CH", CertificatePath = Path, Services = ["IIS"] } });
        using StandInExchange first = StandInExchange.Create(version, "EX01.contoso.com");
        using X509Certificate2 issued = Issue("CN=mail.contoso.com");
        first.State.Files.WriteAllBytes(Path, issued.RawData);
        Run(first, "EX01");

        using StandInExchange second = StandInExchange.Create(version, "EX02.contoso.com", "EX01.contoso.com");
        second.State.Files.WriteAllBytes(Path, issued.RawData);
        second.State.Files.WriteAllBytes("D:\\req $x\\mail's.pfx", first.State.Files.ReadAllBytes("D:\\req $x\\mail's.pfx"));
        second.State["EX01"].Add(first.State["EX01"][issued.Thumbprint]);
        Run(second, "EX02");

        Assert.Equal("IIS", StandInState.Text(second.State["EX02"][issued.Thumbprint]["Services"]));

        void Run(StandInExchange exchange, string target)
        {
            foreach (string line in RenewalText.Lines(script.Steps.Where(s => s.Target == target)).Where(l => l[0] != '#'))
            {
                StandInResult result = exchange.Invoke(line);
                Assert.True(result.Succeeded, result.ToString());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void The_removal_binds_once_its_comment_is_taken_away(string version)
    {
        using StandInExchange exchange = StandInExchange.Create(version, "EX01.contoso.com");
        exchange.Invoke("$old = New-ExchangeCertificate -SubjectName 'CN=old.contoso.com'");
        string old = Certificates(exchange).Single().Identity;
        NamespacePlan plan = Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("ExchangeVersion", version));
        RenewalScript script = Build(plan, new RenewalInput { OldThumbprints = [old.ToLowerInvariant()] });

        string last = RenewalText.Lines(script.Steps).Last();
        Assert.StartsWith("# Remove-ExchangeCertificate -Thumbprint ", last);
        Assert.True(exchange.Invoke(last[2..]).Succeeded);
        Assert.Empty(Certificates(exchange));
    }

    private static RenewalScript Build(NamespacePlan plan, RenewalInput input)
    {
        List<InputFault> faults = [];
        RenewalScript? script = RenewalBuilder.Build(plan, input, faults);
        Assert.Empty(faults);
        return script!;
    }

    private static IEnumerable<StandInObject> Certificates(StandInExchange exchange) => exchange.State["EX01"].Objects.Where(o => o is StandInCertificate);

    private static X509Certificate2 Issue(string subject)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 signed = new CertificateRequest(subject, key, HashAlgorithmName.SHA256)
            .Create(new X500DistinguishedName("CN=Public CA, O=Trust"), X509SignatureGenerator.CreateForECDsa(key), DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(100), [1, 2, 3]);
        return X509CertificateLoader.LoadCertificate(signed.RawData);
    }
}
