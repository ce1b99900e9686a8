using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using ExchangeNamespace.Shell.Hosting;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Integration.Tests.Deployment;

/// <summary>
/// From the plan to the servers: certbot orders with the line that the plan gives, answers the challenges by dynamic update, and its hook
/// hands the issued certificate to the deployment script.
/// </summary>
public class CertificateDeploymentTests
{
    private const string Certbot = "/usr/bin/certbot";

    private static readonly string[] Versions = ["2013", "2016", "2019", "SE"];

    [Fact]
    public void A_certificate_that_certbot_orders_by_the_plan_is_on_all_servers_afterwards()
    {
        Assert.SkipUnless(File.Exists(Certbot), "certbot is not installed.");
        RealPowerShell shell = RealPowerShell.PwshOrSkip();
        using DeploymentFiles files = new();
        string secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
        using BindServer dns = new(
            new Dictionary<string, string> { ["contoso.com"] = "$TTL 60\n$ORIGIN contoso.com.\n@ SOA ns1 hostmaster 1 3600 600 86400 1\n@ NS ns1\nns1 A 127.0.0.1\nmail A 192.0.2.10\nautodiscover A 192.0.2.10\n" },
            updateSecret: secret);
        using PebbleServer authority = new(dns.Port);
        string scripts = Directory.CreateDirectory(Path.Combine(files.Folder, "scripts")).FullName;
        string order = WriteScripts(authority, scripts);
        string output = WriteHook(files, shell, scripts);
        ProcessStartInfo client = Client(files, authority, dns, secret, order);

        ProgramRun run = RealPowerShell.Run(client);

        Assert.True(run.ExitCode == 0 && File.Exists(output), run.Output + run.Errors);
        JsonElement came = JsonDocument.Parse(File.ReadAllText(output)).RootElement;
        JsonElement[] results = [.. came.GetProperty("Results").EnumerateArray()];
        Assert.Equal(Versions, results.Select(r => r.GetProperty("Version").GetString()));
        foreach (JsonElement result in results)
        {
            string[] said = [.. result.GetProperty("Said").EnumerateArray().Select(s => s.GetString()!)];
            Assert.True(result.GetProperty("ExitCodes").EnumerateArray().All(c => c.GetInt32() == 0), string.Join("\n", said));
            Assert.Contains("nothing was changed.", said[1]);
            Assert.True(result.GetProperty("IsUnchanged").GetBoolean());
            string[] state = [.. result.GetProperty("State").EnumerateArray().SelectMany(s => s.GetString()!.Split('\n'))];
            Assert.Equal(5, state.Count(l => l.Contains("TlsCertificateName=<I>CN=Pebble Intermediate CA", StringComparison.Ordinal) && l.EndsWith("<S>CN=mail.contoso.com", StringComparison.Ordinal)));
            Assert.Equal(3, state.Count(l => l.EndsWith("|Services=IIS,IMAP,POP,SMTP", StringComparison.Ordinal)));
            Assert.Contains("|OutlookProvider\\EXPR|CertPrincipalName=msstd:mail.contoso.com", state);
        }

        Assert.DoesNotContain(came.GetProperty("CommandLines").EnumerateArray(), l => l.GetString()!.Contains(files.Password, StringComparison.Ordinal));
        Assert.DoesNotContain(
            Directory.GetFiles(files.Folder, "*", SearchOption.AllDirectories).Where(f => f != files.PasswordFile), f => File.ReadAllText(f).Contains(files.Password, StringComparison.Ordinal));
    }

    /// <summary>Writes the deployment script of each version, and gives the line that orders the certificate.</summary>
    private static string WriteScripts(PebbleServer authority, string folder)
    {
        using ModuleHost host = ModuleHost.Open();
        HostRun run = host.Run($$"""
            $named = 'EX01', 'EX02', 'EX03' | ForEach-Object { "$_\Default Frontend $_" }
            foreach ($version in '{{string.Join("', '", Versions)}}') {
                $plan = 'EX01', 'EX02', 'EX03' | Get-NamespacePlan -ExternalHost mail.contoso.com -ADDomain contoso.com -ExchangeVersion $version -MailHost mail.contoso.com -ServiceHost @{ OutlookAnywhere = 'oa.contoso.com' } -WarningAction SilentlyContinue
                $plan | Export-CertificateRenewalScript -Deploy -Path "{{folder}}/deploy-$version.ps1" -Service IIS, SMTP, POP, IMAP -ReceiveConnector $named -SendConnector "Out to 'O365'" -Hybrid -WarningAction SilentlyContinue
            }
            $plan | New-SanCertificateRequest -As Certbot -DnsProvider rfc2136 -AcmeDirectory {{authority.Address}} -Contact postmaster@contoso.com -WarningAction SilentlyContinue
            """);
        Assert.Null(run.TerminatingError);
        // Behind && stands the line that makes the file by hand, which the hook does here.
        return run.Output.Select(l => l!.ToString()!).Single(l => l.StartsWith("certbot ", StringComparison.Ordinal)).Split(" &&")[0];
    }

    /// <summary>The hook of the client: it makes a file with the key, as certbot makes none, and starts PowerShell.</summary>
    private static string WriteHook(DeploymentFiles files, RealPowerShell shell, string scripts)
    {
        string output = Path.Combine(files.Folder, "output.json");
        string input = Path.Combine(files.Folder, "input.json");
        File.WriteAllText(input, JsonSerializer.Serialize(new
        {
            Stage = Path.Combine(AppContext.BaseDirectory, "Deployment", "Stage.ps1"),
            StandIn = typeof(CertificateDeploymentTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "StandIn").Value,
            Versions,
            Scripts = scripts,
            Folder = Directory.CreateDirectory(Path.Combine(files.Folder, "logs")).FullName,
            files.Former,
            Output = output,
        }));
        ProcessStartInfo start = shell.StartInfo("-File", Path.Combine(AppContext.BaseDirectory, "Deployment", "Hook.ps1"), input);
        string hook = Path.Combine(files.Folder, "hook.sh");
        File.WriteAllText(hook, $"""
            set -e
            export PFX_FILE="$RENEWED_LINEAGE/exchange.pfx" PFX_PASSWORD_FILE='{files.PasswordFile}'
            openssl pkcs12 -export -in "$RENEWED_LINEAGE/fullchain.pem" -inkey "$RENEWED_LINEAGE/privkey.pem" -out "$PFX_FILE" -passout "file:$PFX_PASSWORD_FILE"
            exec {start.FileName} {string.Join(" ", start.ArgumentList.Select(a => $"'{a}'"))}

            """);
        return output;
    }

    /// <summary>The client with the line as it is; what belongs to this machine is in the file of its own that certbot reads.</summary>
    private static ProcessStartInfo Client(DeploymentFiles files, PebbleServer authority, BindServer dns, string secret, string order)
    {
        string credentials = Path.Combine(files.Folder, "rfc2136.ini");
        File.WriteAllText(credentials, $"""
            dns_rfc2136_server = 127.0.0.1
            dns_rfc2136_port = {dns.Port}
            dns_rfc2136_name = acme.
            dns_rfc2136_secret = {secret}
            dns_rfc2136_algorithm = HMAC-SHA512

            """);
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(files.Folder, "letsencrypt")).FullName, "cli.ini"), $"""
            config-dir = {files.Folder}/config
            work-dir = {files.Folder}/client-state
            logs-dir = {files.Folder}/client-logs
            non-interactive = true
            agree-tos = true
            dns-rfc2136-credentials = {credentials}
            dns-rfc2136-propagation-seconds = 0
            deploy-hook = /bin/sh {files.Folder}/hook.sh

            """);
        ProcessStartInfo client = new("/bin/sh", ["-c", order]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        client.Environment["XDG_CONFIG_HOME"] = files.Folder;
        client.Environment["HOME"] = files.Folder;
        client.Environment["REQUESTS_CA_BUNDLE"] = authority.TrustFile;
        client.Environment["DOTNET_CLI_HOME"] = files.Folder;
        return client;
    }
}
