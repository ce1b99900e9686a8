using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Shell.Hosting;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests;

/// <summary>The command as users call it: files, captured objects, and servers on the loopback.</summary>
public sealed class TestNamespaceCertificateTests : IDisposable
{
    private const string Command = "Test-NamespaceCertificate ";
    private const string Id = ",ExchangeNamespace.Cmdlets.TestNamespaceCertificateCommand";
    private const string Show = " -WarningAction SilentlyContinue | ForEach-Object { \"$($_.ServerName) $($_.Outcome) $($_.Protocol) $($_.Hosts -join ';') $($_.Findings.Code -join ',')\" }";

    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    private readonly StringWriter _output = new();
    private readonly ModuleHost _host;
    private readonly TemporaryFolder _folder = new();

    public TestNamespaceCertificateTests() => _host = ModuleHost.Open(console: new HostConsole(_output, TextWriter.Null, Width: 140, HasColor: false));

    public void Dispose()
    {
        _host.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Files_of_every_form_are_judged_against_the_hosts()
    {
        using X509Certificate2 made = Issued("mail.contoso.com", "*.contoso.com");
        Write("a.cer", made.RawData);
        Write("b.pem", Encoding.ASCII.GetBytes(made.ExportCertificatePem()));
        Write("c.pfx", made.Export(X509ContentType.Pfx, "secret"));
        Write("d.csr", TestCertificates.Request("CN=mail.contoso.com", ["mail.contoso.com", "*.contoso.com"]).CreateSigningRequest());
        using SecureString password = new();
        "secret".ToList().ForEach(password.AppendChar);

        HostRun run = _host.Run($"{Command} '{_folder.Path}/*' -Password $args[0] -HostName mail.contoso.com, owa.contoso.com, a.b.contoso.com -ErrorAction SilentlyContinue" + Show, [password]);

        Assert.Equal(Enumerable.Repeat(" Failed  mail.contoso.com Covered;owa.contoso.com Wildcard;a.b.contoso.com NotCovered EXN150", 4), run.Output);
    }

    [Fact]
    public void A_plan_comes_from_the_pipeline_and_says_why_each_host_is_needed()
    {
        using X509Certificate2 made = Issued("mail.contoso.com", "autodicover.contoso.com");
        Write("a.cer", made.RawData);

        HostRun run = _host.Run("Get-NamespacePlan EX01 mail.contoso.com -ADDomain contoso.com -ExchangeVersion 2019 -WarningAction SilentlyContinue | "
            + $"{Command} '{_folder.Path}/a.cer' -WarningAction SilentlyContinue");

        ErrorRecord error = Assert.Single(run.Errors);
        Assert.Equal(("EXN150" + Id, "autodiscover.contoso.com", ErrorCategory.InvalidResult), (error.FullyQualifiedErrorId, error.TargetObject, error.CategoryInfo.Category));
        Assert.Equal("Failed", PSObject.AsPSObject(Assert.Single(run.Output)!).Properties["Outcome"].Value.ToString());
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("x\r\nMAIL FROM:<>")]
    public void A_name_in_EHLO_carries_no_second_command(string name)
    {
        HostRun run = _host.Run($"param($Name) {Command} -Endpoint 127.0.0.1:25 -StartTls -HelloName $Name -HostName a.contoso.com", [name]);

        Assert.Contains("ParameterArgumentValidationError", (run.TerminatingError ?? run.Errors[0]).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Path missing.cer -HostName a.contoso.com", "FileNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("-Path notes.txt -HostName a.contoso.com", "CertificateUnreadable", ErrorCategory.InvalidData)]
    [InlineData("-Path key.pem -HostName a.contoso.com", "CertificateMissing", ErrorCategory.InvalidData)]
    [InlineData("-Path locked.pfx -HostName a.contoso.com", "CertificatePasswordMissing", ErrorCategory.AuthenticationError)]
    [InlineData("-Path notes.txt", "InputContradiction", ErrorCategory.InvalidData)]
    [InlineData("-Path notes.txt -HostName a_b", "NameHasUnderscore", ErrorCategory.InvalidArgument)]
    [InlineData("-Endpoint https://mail.contoso.com -HostName a.contoso.com", "EndpointInvalid", ErrorCategory.InvalidArgument)]
    [InlineData("-Endpoint mail.contoso.com:0 -HostName a.contoso.com", "EndpointInvalid", ErrorCategory.InvalidArgument)]
    [InlineData("-Endpoint a.contoso.com -DnsServer dns -HostName a.contoso.com", "AddressInvalid", ErrorCategory.InvalidArgument)]
    [InlineData("-Certificate 'thumbprint' -HostName a.contoso.com", "StateObjectNotRecognised", ErrorCategory.InvalidType)]
    public void A_wrong_input_is_an_error_record_of_its_own(string arguments, string id, ErrorCategory category)
    {
        using X509Certificate2 made = Issued("mail.contoso.com");
        Write("notes.txt", Encoding.ASCII.GetBytes("hello"));
        Write("key.pem", Encoding.ASCII.GetBytes(TestCertificates.Rsa.ExportPkcs8PrivateKeyPem()));
        Write("locked.pfx", made.Export(X509ContentType.Pfx, "secret"));

        HostRun run = _host.Run(Command + arguments.Replace("-Path ", "-Path " + _folder.Path + "/", StringComparison.Ordinal));

        ErrorRecord error = Assert.Single(run.Errors);
        Assert.Equal((id + Id, category), (error.FullyQualifiedErrorId, error.CategoryInfo.Category));
        Assert.NotNull(error.TargetObject);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Captured_objects_keep_services_and_same_subjects_are_told_apart()
    {
        HostRun run = _host.Run("""
            $c = 'A1', 'B2' | ForEach-Object { [pscustomobject]@{ PSTypeName = 'Deserialized.System.Security.Cryptography.X509Certificates.X509Certificate2'
                Thumbprint = "$_".PadRight(40, '0'); Subject = 'CN=*.contoso.com'; Issuer = 'CN=Public CA'; CertificateDomains = @('*.contoso.com'); Services = 'IMAP, IIS'
                NotBefore = [datetime]'2026-05-01'; NotAfter = [datetime]'2026-11-01'; HasPrivateKey = $true; IsSelfSigned = $false; Status = 'Valid' } }
            Test-NamespaceCertificate -Certificate $c -HostName mail.contoso.com -AsOf 2026-06-01 -WarningAction SilentlyContinue | ForEach-Object { "$($_.Outcome) $($_.Findings.Code -join ',') $($_.Findings.Values -join '|')" }
            """);

        Assert.Equal([], run.Errors.Select(e => e.ToString()));
        Assert.Equal(2, run.Output.Count);
        Assert.All(run.Output.Cast<object>(), line =>
        {
            Assert.StartsWith("Warning EXN180,EXN168", line.ToString(), StringComparison.Ordinal);
            Assert.Contains("Set-PopSettings -X509CertificateName mail.contoso.com", line.ToString(), StringComparison.Ordinal);
        });
    }

    private const string Store = """
        $make = { param($Name, $Names, $Services, $SelfSigned) [pscustomobject]@{ PSTypeName = 'Deserialized.System.Security.Cryptography.X509Certificates.X509Certificate2'
            Thumbprint = "$Name".GetHashCode().ToString('X8').PadRight(40, '0'); Subject = "CN=$Name"; Issuer = "CN=$(if ($SelfSigned) { $Name } else { 'Public CA' })"; CertificateDomains = $Names
            Services = $Services; NotBefore = [datetime]'2026-05-01'; NotAfter = [datetime]'2026-11-01'; HasPrivateKey = $true; IsSelfSigned = $SelfSigned; Status = 'Valid' } }
        $store = @(
            & $make 'mail.contoso.com' @('mail.contoso.com') 'IIS, SMTP' $false
            & $make 'Microsoft Exchange Server Auth Certificate' @() 'SMTP' $true
            & $make 'WMSvc-SHA2-EX01' @('WMSvc-SHA2-EX01') 'None' $true
            & $make 'EX01' @('EX01', 'EX01.contoso.local') 'IIS, SMTP' $true)
        $show = { "$($_.Certificate.CommonNames) $($_.Purpose) $($_.Outcome) $($_.Findings.Code -join ',')" }
        $given = @{ HostName = 'mail.contoso.com'; AsOf = '2026-06-01'; WarningAction = 'SilentlyContinue' }

        """;

    /// <summary>A healthy server has four certificates, and clients see one.</summary>
    [Theory]
    [InlineData("Test-NamespaceCertificate -Certificate $store @given")]
    [InlineData("$store | Test-NamespaceCertificate @given")]
    [InlineData("Test-NamespaceCertificate -Certificate ($store | Import-ExchangeState) @given")]
    [InlineData("Test-NamespaceCertificate -Certificate ($store | Import-ExchangeState).Certificates @given")]
    [InlineData("($store | Import-ExchangeState).Certificates | Test-NamespaceCertificate @given")]
    [InlineData("$store | Import-ExchangeState | Test-NamespaceCertificate @given")]
    public void The_certificates_of_a_healthy_server_are_judged_by_what_they_are_for(string command)
    {
        HostRun run = _host.Run(Store + command + " | ForEach-Object $show");

        Assert.Equal([], run.Errors.Select(e => e.ToString()));
        Assert.Equal(
            [
                "mail.contoso.com Clients Passed ",
                "Microsoft Exchange Server Auth Certificate ServerAuthentication Passed EXN194",
                "WMSvc-SHA2-EX01 WebManagement Passed EXN194",
                "EX01 BackEnd Passed EXN194",
            ],
            run.Output);
    }

    [Fact]
    public void One_certificate_of_the_state_is_taken_and_so_is_a_file_of_the_pipeline()
    {
        using X509Certificate2 made = Issued("mail.contoso.com");
        Write("a.cer", made.RawData);

        Assert.Equal(["mail.contoso.com Clients Passed "],
            _host.Run(Store + "Test-NamespaceCertificate -Certificate ($store | Import-ExchangeState).Certificates[0] @given | ForEach-Object $show").Output);

        HostRun files = _host.Run($"[System.IO.FileInfo]::new('{_folder.Path}/a.cer') | Test-NamespaceCertificate -HostName mail.contoso.com" + Show);
        Assert.Equal([], files.Errors.Select(e => e.ToString()));
        Assert.Equal([" Passed  mail.contoso.com Covered "], files.Output);
    }

    [Fact]
    public void A_plan_in_the_pipeline_without_a_certificate_is_refused_and_judges_nothing()
    {
        HostRun run = _host.Run("Get-NamespacePlan EX01 mail.contoso.com -ADDomain contoso.com -ExchangeVersion 2019 -WarningAction SilentlyContinue | Test-NamespaceCertificate -HostName mail.contoso.com");

        Assert.Empty(run.Output);
        Assert.NotEmpty(run.Errors);
    }

    /// <summary>PowerShell makes certificates of the bytes in a file, and the private key of none of them.</summary>
    [Fact]
    public void A_private_key_that_a_file_cannot_tell_of_is_unknown()
    {
        using X509Certificate2 made = Issued("mail.contoso.com");
        using X509Certificate2 bare = X509CertificateLoader.LoadCertificate(made.RawData);

        HostRun run = _host.Run("Test-NamespaceCertificate -Certificate $args[0] -HostName mail.contoso.com" + Show + "; (Test-NamespaceCertificate -Certificate $args[0] -HostName mail.contoso.com).Certificate.HasPrivateKey", [bare]);

        Assert.Equal([], run.Errors.Select(e => e.ToString()));
        Assert.Equal([" Passed  mail.contoso.com Covered ", null], run.Output);
    }

    [Fact]
    public void Captures_of_real_servers_give_no_error_for_what_they_do_not_say()
    {
        string file = Path.Combine(SharedData.RepositoryRoot(), "..", "shared", "data", "third-party", "exchange-captures",
            "GetExchangeCertificate.xml");
        Assert.SkipUnless(File.Exists(file), "The captures are not there.");

        HostRun run = _host.Run(
            $"(Import-ExchangeState '{file}').Certificates | Test-NamespaceCertificate -HostName mail.contoso.com -ErrorAction SilentlyContinue -WarningAction SilentlyContinue"
            + " | ForEach-Object { \"$($_.Purpose) $($_.Certificate.HasPrivateKey) $($_.Findings.Code -join ',')\" }");

        Assert.Equal(3, run.Output.Count);
        Assert.DoesNotContain(run.Output, o => o!.ToString()!.Contains("EXN179", StringComparison.Ordinal)
            || o.ToString()!.Contains("False", StringComparison.Ordinal));
    }

    [Fact]
    public void A_mail_server_that_asks_to_come_back_later_is_inconclusive()
    {
        using LoopbackServer server = LoopbackServer.Lines("450 4.7.1 come back later\r\n", _ => null);

        HostRun run = _host.Run($"{Command} -Endpoint 127.0.0.1:{server.Port} -StartTls -HostName mail.contoso.com" + Show);

        Assert.Equal([], run.Errors.Select(e => e.ToString()));
        Assert.Equal([" Unknown   EXN181"], run.Output);
    }

    [Fact]
    public void Each_server_name_of_an_endpoint_has_a_result()
    {
        using X509Certificate2 mail = Issued("mail.contoso.com");
        using X509Certificate2 other = Issued("other.contoso.com");
        using LoopbackServer server = LoopbackServer.Tls(name => name == "mail.contoso.com" ? mail : other, SslProtocols.Tls12);

        HostRun run = _host.Run($"{Command} -Endpoint 127.0.0.1:{server.Port} -ServerName mail.contoso.com, other.contoso.com -HostName mail.contoso.com -ErrorAction SilentlyContinue" + Show);

        Assert.Equal(
            ["mail.contoso.com Warning TLS 1.2 mail.contoso.com Covered EXN172", "other.contoso.com Failed TLS 1.2 mail.contoso.com NotCovered EXN150,EXN153,EXN172"], run.Output);
    }

    [Fact]
    public void An_expired_self_signed_certificate_of_another_name_is_reported_as_all_of_that()
    {
        using X509Certificate2 made = TestCertificates.SelfSigned("CN=wrong.example", ["wrong.example"], Now.AddDays(-90), Now.AddDays(-1));
        using LoopbackServer server = LoopbackServer.Tls(_ => made);

        HostRun run = _host.Run($"{Command} -Endpoint localhost:{server.Port} -ServerName mail.contoso.com -HostName mail.contoso.com -ErrorAction SilentlyContinue" + Show);

        string line = Assert.Single(run.Output.Cast<object>()).ToString()!;
        Assert.All(new[] { "EXN150", "EXN153", "EXN154", "EXN161", "Failed" }, part => Assert.Contains(part, line, StringComparison.Ordinal));
    }

    [Fact]
    public void The_address_of_an_endpoint_comes_from_the_server_that_is_named()
    {
        using X509Certificate2 mail = Issued("mail.contoso.com");
        using LoopbackServer server = LoopbackServer.Tls(_ => mail);
        using FakeDnsServer dns = new(q => q.Type == DnsPacket.A && q.Name == "mail.contoso.com"
            ? q.Answer(DnsPacket.Recursive, [DnsPacket.Address("mail.contoso.com", "127.0.0.1")])
            : q.Answer(q.Name == "mail.contoso.com" ? DnsPacket.Recursive : DnsPacket.Recursive | 3));

        HostRun run = _host.Run($"{Command} -Endpoint mail.contoso.com:{server.Port}, none.contoso.com:443 -DnsServer 127.0.0.1:{dns.Port} -HostName mail.contoso.com" + Show);

        Assert.Equal(2, run.Output.Count);
        Assert.Contains("Warning TLS", run.Output[0]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("none.contoso.com Unknown   EXN181", run.Output[1]);
        Assert.Equal([], run.Errors.Select(e => e.ToString()));
    }

    [Fact]
    public void Every_address_of_a_name_is_asked_for_each_server_has_a_certificate_of_its_own()
    {
        using X509Certificate2 renewed = Issued("mail.contoso.com");
        using X509Certificate2 forgotten = Issued("old.contoso.com");
        using LoopbackServer one = LoopbackServer.Tls(_ => renewed);
        using LoopbackServer other = LoopbackServer.Tls(_ => forgotten, at: new IPEndPoint(IPAddress.Parse("127.0.0.2"), one.Port));
        using FakeDnsServer dns = new(q => q.Type == DnsPacket.A
            ? q.Answer(DnsPacket.Recursive, [DnsPacket.Address("mail.contoso.com", "127.0.0.3"), DnsPacket.Address("mail.contoso.com", "127.0.0.2"), DnsPacket.Address("mail.contoso.com", "127.0.0.1")])
            : q.Answer(DnsPacket.Recursive));

        HostRun run = _host.Run($"{Command} -Endpoint mail.contoso.com:{one.Port} -DnsServer 127.0.0.1:{dns.Port} -HostName mail.contoso.com -WarningAction SilentlyContinue -ErrorAction SilentlyContinue"
            + " | ForEach-Object { \"$($_.Source) $($_.Outcome) $($_.Hosts -join ';')\" }");

        string name = $"mail.contoso.com:{one.Port}";
        Assert.Equal([$"{name} (127.0.0.1) Warning mail.contoso.com Covered", $"{name} (127.0.0.2) Failed mail.contoso.com NotCovered", $"{name} (127.0.0.3) Unknown "], run.Output);
    }

    [Fact]
    public void A_mail_server_is_asked_with_STARTTLS()
    {
        using X509Certificate2 mail = Issued("mail.contoso.com");
        using LoopbackServer server = LoopbackServer.StartTls("mail.contoso.com", _ => mail);
        using LoopbackServer plain = LoopbackServer.Lines("220 mail\r\n", line => line.StartsWith("EHLO", StringComparison.Ordinal) ? "250 mail\r\n" : "221 Bye\r\n");

        HostRun run = _host.Run($"{Command} -Endpoint 127.0.0.1:{server.Port}, 127.0.0.1:{plain.Port} -StartTls -ServerName mail.contoso.com -HostName mail.contoso.com -ErrorAction SilentlyContinue" + Show);

        Assert.StartsWith("mail.contoso.com Warning TLS 1.", run.Output[0]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("mail.contoso.com Failed   EXN185", run.Output[1]);
    }

    [Fact]
    public void SSH_on_the_port_of_https_is_said()
    {
        using LoopbackServer server = new((stream, stop) => LoopbackServer.SendAsync(stream, "SSH-2.0-OpenSSH_9.2\r\n", stop));

        HostRun run = _host.Run($"{Command} -Endpoint 127.0.0.1:{server.Port} -HostName mail.contoso.com");

        ErrorRecord error = Assert.Single(run.Errors);
        Assert.Equal("EXN182" + Id, error.FullyQualifiedErrorId);
        Assert.Contains("SSH", error.ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_ends_at_once()
    {
        TaskCompletionSource asked = new();
        using LoopbackServer server = new((_, stop) =>
        {
            asked.TrySetResult();
            return Task.Delay(Timeout.Infinite, stop);
        });
        Task<HostRun> run = Task.Run(() => _host.Run($"{Command} -Endpoint 127.0.0.1:{server.Port} -HostName mail.contoso.com -Timeout 0:05:00"));
        await asked.Task;

        _host.Stop();

        HostRun ended = await run;
        Assert.True(ended.WasStopped);
        Assert.Empty(ended.Output);
    }

    [Fact]
    public void The_default_view_shows_the_verdict()
    {
        using X509Certificate2 made = Issued("mail.contoso.com");
        Write("a.cer", made.RawData);

        _host.Run($"{Command} '{_folder.Path}/a.cer' -HostName mail.contoso.com | Out-Default");

        Assert.Contains("Outcome       : Passed", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Hosts         : {mail.contoso.com Covered}", _output.ToString(), StringComparison.Ordinal);
    }

    private static X509Certificate2 Issued(params string[] names) => TestCertificates.Issued("CN=" + names[0], names, Now.AddDays(-10), Now.AddDays(100));

    private void Write(string name, byte[] content) => File.WriteAllBytes(Path.Combine(_folder.Path, name), content);
}
