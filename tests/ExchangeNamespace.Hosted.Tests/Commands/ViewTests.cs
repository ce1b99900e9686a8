using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Xml.Linq;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>What a console of 200 columns shows when nothing is said about the form.</summary>
public sealed class ViewTests : IDisposable
{
    private const string Plan =
        """
        $plan = @{ Name = 'EX1'; Fqdn = 'ex1.corp.contoso.com'; Site = 'Zurich'; IPAddress = '10.0.0.1' }, @{ Name = 'EX2'; Site = 'Bern'; InternetFacing = $false } |
            Get-NamespacePlan -ExternalHost mail.contoso.com -ExchangeVersion 2016 -DnsModel Split -ExternalIPAddress 192.0.2.1 -WarningAction SilentlyContinue

        """;

    private readonly StringWriter _output = new();
    private readonly StringWriter _messages = new();
    private readonly ModuleHost _host;

    public ViewTests() => _host = ModuleHost.Open(console: new HostConsole(_output, _messages, Width: 200, HasColor: false));

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("Server", "   Server: EX02")]
    [InlineData("Service", "   Service: OWA")]
    public void A_comparison_is_grouped_as_asked(string by, string heading)
    {
        string capture = Path.Combine(Path.GetDirectoryName(ModuleHost.FindManifest())!, "docs", "examples", "capture");

        Assert.Contains(heading, Print($"$s = Import-ExchangeState '{capture}'; $s.Servers | Get-NamespacePlan -ExternalHost mail.contoso.com -DnsModel Split -WarningAction SilentlyContinue | Compare-NamespacePlan -State $s -By {by} -WarningAction SilentlyContinue"));
    }

    [Fact]
    public void A_plan_is_a_page()
    {
        IReadOnlyList<string> lines = Print("$plan");

        Assert.Equal("Namespace plan for mail.contoso.com", lines.First(l => l.Length > 0));
        Assert.Contains(lines, l => l.StartsWith("Site          Zurich: Internet-facing as mail.contoso.com; EX1 (2016)", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("Site          Bern: not Internet-facing", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("Warning       EXN003 EX2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("$plan.Servers", "Name Version Site Internet Addresses", "EX1 2016 Zurich True {10.0.0.1}")]
    [InlineData("$plan.Servers[0].Services", "Service Internal External", "OWA https://mail.contoso.com/owa https://mail.contoso.com/owa")]
    [InlineData("$plan.Findings", "Code Severity Subject Message and remedy", "EXN003 Warning EX2 *")]
    [InlineData("$plan.DnsRecords", "Type Name Value Zone", "Address mail.contoso.com 192.0.2.1 contoso.com", "   View: External")]
    [InlineData("$plan.Certificates", "Common name Issuer Install on Names", "mail.contoso.com * EX1*")]
    [InlineData("$plan.Certificates[0].Names", "Name Rule Reason", "mail.contoso.com *")]
    [InlineData("$plan.Sites", "Name Internet ExternalHost InternalHost AutodiscoverHost", "Zurich True mail.contoso.com mail.contoso.com mail.contoso.com")]
    [InlineData("$plan.Zones", "Name Model", "contoso.com Split")]
    [InlineData("$plan | Export-VirtualDirectoryScript -AsCommand", "Phase Target Line", "VirtualDirectory EX1 Set-WebServicesVirtualDirectory *")]
    public void Its_parts_are_tables(string script, string headers, string row, string? group = null)
    {
        IReadOnlyList<string> lines = Print(script);

        int start = group is null ? 0 : 1;
        Assert.Equal(group ?? lines[0], lines[0]);
        Assert.Equal(headers, Words(lines[start]));
        Assert.Equal('-', lines[start + 1][0]);
        Assert.Contains(lines.Skip(start + 2).Select(Words), l => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(row, l));
    }

    /// <summary>A column of a name that no object has is blank for ever, and shows no error.</summary>
    [Fact]
    public void Each_column_is_a_property_of_what_it_shows()
    {
        XElement[] views = [.. Directory.GetFiles(Path.Combine(Path.GetDirectoryName(ModuleHost.FindManifest())!, "bin"), "*.Format.ps1xml")
            .SelectMany(f => XDocument.Load(f).Descendants("View"))];

        Assembly core = Assert.Single(_host.Run(Plan + "$plan").Output)!.GetType().Assembly;

        Assert.NotEmpty(views);
        Assert.All(views, view =>
        {
            string name = view.Descendants("TypeName").Single().Value.Split('#')[0];
            Type type = core.GetType(name, throwOnError: true)!;
            HashSet<string> known = [.. type.GetProperties().SelectMany(p => p.PropertyType.IsGenericType
                ? p.PropertyType.GetGenericArguments().SelectMany(a => a.GetProperties()).Append(p)
                : [p]).Select(p => p.Name)];
            Assert.Empty(view.Descendants("PropertyName").Select(p => p.Value).Except(known));
        });
    }

    [Fact]
    public void Lines_are_printed_as_they_are()
    {
        IReadOnlyList<string> lines = Print("$plan | Export-VirtualDirectoryScript -Server EX1");

        Assert.Equal(_host.Run("$plan | Export-VirtualDirectoryScript -Server EX1").Output, lines);
    }

    [Fact]
    public void A_fault_is_printed_with_its_advice_and_ends_in_1()
    {
        int code = _host.Print("Get-NamespacePlan EX1 10.0.0.1 -ExchangeVersion 2016");

        Assert.Equal(1, code);
        Assert.Equal("", _output.ToString());
        Assert.Contains("ExternalHost: '10.0.0.1' is an IP address.", _messages.ToString(), StringComparison.Ordinal);
    }

    private static string Words(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private string[] Print(string script)
    {
        Assert.Equal(0, _host.Print(Plan + script));
        Assert.Equal("", _messages.ToString());
        return _output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }
}
