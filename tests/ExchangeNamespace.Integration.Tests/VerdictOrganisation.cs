using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using System.Xml.Linq;
using ExchangeNamespace.Shell.Hosting;

namespace ExchangeNamespace.Integration.Tests;

/// <summary>
/// A whole organisation on the loopback: both views of DNS, the DNS server by which hosts are found, Postfix, a web server and a capture. A
/// server is started once for each form that a fault gives it.
/// </summary>
public sealed class VerdictOrganisation : IAsyncDisposable
{
    private const string Plan =
        "Get-NamespacePlan @{ Name = 'EX01'; IPAddress = '10.0.0.10'; Site = 'Paris' } mail.contoso.com -ExternalIPAddress 192.0.2.10 -ExchangeVersion SE "
            + "-DnsModel Split -MailHost smtp.contoso.com -MailIPAddress 127.0.0.1 -CertificateAuthority Internal -WarningAction SilentlyContinue";

    /// <summary>
    /// What is true of each certificate of the test authority: its key, and that this machine does not know the authority. The web server offers
    /// Basic at every path.
    /// </summary>
    private static readonly string[] OfLab = ["EXN160", "EXN172", "EXN480", "EXN875"];

    private readonly TestAuthority _authority = new();
    private readonly Dictionary<string, BindServer> _binds = [];
    private readonly Dictionary<(string Names, int Days, string Answer), WebServers> _webs = [];
    private readonly Dictionary<(string Banner, string Names, int Days, bool Tls), PostfixServer> _mails = [];
    private readonly List<string> _folders = [];
    private readonly Lazy<ModuleHost> _host = new(() => ModuleHost.Open());

    /// <summary>What is said of the organisation: each result that did not pass, as check, subject, outcome and codes.</summary>
    internal async Task<string[]> JudgeAsync(params IEnumerable<VerdictFault> faults)
    {
        OrganisationParts parts = new();
        foreach (VerdictFault fault in faults)
        {
            fault.Break(parts);
        }

        WebServers web = await WebAsync(parts);
        int mail = Mail(parts).Port;
        string folder = Directory.CreateTempSubdirectory("exn-capture").FullName;
        _folders.Add(folder);
        foreach ((string file, string text) in parts.Capture)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, file), text);
        }

        string command = string.Create(CultureInfo.InvariantCulture, $$"""
            $state = Import-ExchangeState '{{folder}}' -WarningAction SilentlyContinue
            {{Plan}} | Test-Namespace -State $state -InternalServer 127.0.0.1:{{Bind(parts.Inside).Port}} -ExternalServer 127.0.0.1:{{Bind(parts.Outside).Port}} -DnsServer 127.0.0.1:{{Bind(parts.Known, parts.Reverse).Port}} -Probe -View Internal -HttpsPort {{web.HttpsPort}} -HttpPort {{web.HttpPort}} -SmtpPort {{mail}} -Timeout 5 |
                Where-Object { $null -ne $_.Check -and "$($_.Outcome)" -ne 'Passed' } |
                ForEach-Object { "$($_.Check)|$(if ("$($_.Check)" -eq 'Service') { '(services)' } else { $_.Subject })|$($_.Outcome)|$(($_.Findings | Where-Object { "$($_.Severity)" -ne 'Information' }).Code)" }
            """);
        HostRun run = _host.Value.Run(command);
        if (run.TerminatingError is { } error || run.Errors.Count > 0)
        {
            throw new InvalidOperationException(string.Join("\n", run.Errors));
        }

        return [.. run.Output.Select(o => Regex.Replace(o?.ToString() ?? "", @":\d{4,5}\b", ":port"))
            .Select(WithoutLab).OfType<string>().Distinct()];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (BindServer bind in _binds.Values)
        {
            bind.Dispose();
        }

        foreach (WebServers web in _webs.Values)
        {
            await web.DisposeAsync();
        }

        foreach (PostfixServer mail in _mails.Values)
        {
            mail.Dispose();
        }

        _folders.ForEach(f => Directory.Delete(f, recursive: true));
        _authority.Dispose();
        if (_host.IsValueCreated)
        {
            _host.Value.Dispose();
        }
    }

    /// <summary>The line without what every run says; null where it says nothing else.</summary>
    private static string? WithoutLab(string line)
    {
        int start = line.LastIndexOf('|') + 1;
        string[] codes = line[start..].Split(' ');
        string[] left = [.. codes.Except(OfLab)];
        return left.Length == codes.Length ? line
            : left.Length == 0 && line[..start].EndsWith("|Warning|", StringComparison.Ordinal) ? null
            : line[..start] + string.Join(' ', left);
    }

    private BindServer Bind(string zone, string? reverse = null) => Cached(_binds, zone + reverse, () => new BindServer(reverse is null
        ? new Dictionary<string, string> { ["contoso.com"] = zone }
        : new Dictionary<string, string> { ["contoso.com"] = zone, ["8.0.127.in-addr.arpa"] = reverse, ["0.0.127.in-addr.arpa"] = reverse }));

    private PostfixServer Mail(OrganisationParts parts) =>
        Cached(_mails, (parts.Banner, string.Join(' ', parts.MailNames), parts.MailDays, parts.MailTls), () =>
        {
            using X509Certificate2 certificate = _authority.Issue(parts.MailNames, parts.MailDays);
            return new PostfixServer(parts.Banner, parts.MailTls ? certificate : null);
        });

    private async Task<WebServers> WebAsync(OrganisationParts parts)
    {
        (string, int, string) key = (string.Join(' ', parts.WebNames), parts.WebDays, parts.WebAnswer);
        if (!_webs.TryGetValue(key, out WebServers? web))
        {
            _webs.Add(key, web = await WebServers.StartAsync(_authority,
                [new WebSite("127.0.8.1", parts.WebNames, OrganisationParts.Answers[parts.WebAnswer]) { DaysLeft = parts.WebDays, Subject = "CN=mail.contoso.com" }]));
        }

        return web;
    }

    private static TServer Cached<TKey, TServer>(Dictionary<TKey, TServer> servers, TKey key, Func<TServer> start)
        where TKey : notnull
    {
        if (!servers.TryGetValue(key, out TServer? server))
        {
            servers.Add(key, server = start());
        }

        return server;
    }
}
