using System;
using System.Collections.Generic;
using System.Globalization;
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
    [InlineData("ConvertTo-NamespaceDesign '{0}' -WarningAction Ignore", "Warning   EXN541 ")]
    [InlineData("Import-ExchangeState '{0}' | Get-NamespacePlan -ExternalHost mail.contoso.com -WarningAction Ignore", "Warning       EXN014 ")]
    [InlineData("@('') * 13 | New-NamespaceDesign -State (Import-ExchangeState '{0}') -WarningAction Ignore", "Certificate   ")]
    public void The_lines_of_a_page_end_between_words_in_any_language(string script, string line)
    {
        string capture = Path.Combine(Path.GetDirectoryName(ModuleHost.FindManifest())!, "docs", "examples", "capture");
        StringWriter shown = new();
        using ModuleHost narrow = ModuleHost.Open(console: new HostConsole(shown, TextWriter.Null, Width: 80, HasColor: false));
        CultureInfo before = CultureInfo.CurrentUICulture;
        try
        {
            // PowerShell breaks lines within words in every language but six.
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("sv-SE");
            narrow.Print(string.Format(CultureInfo.InvariantCulture, script, capture));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }

        string[] lines = shown.ToString().Split('\n').Select(l => l.TrimEnd('\r')).ToArray();
        Assert.Contains(lines, l => l.StartsWith(line, StringComparison.Ordinal));
        Assert.All(lines, l => Assert.InRange(l.Length, 0, 80));
        string[] words = [.. lines.SelectMany(l => l.Split(' ')).Select(w => w.Trim(',', ';', ':', '.', '(', ')')).Where(w => w.All(char.IsAsciiLetterLower) && w.Length > 0)];
        Assert.DoesNotContain(words, w => w.Length == 1 && w != "a");
        Assert.DoesNotContain(lines, l => l.Trim() is [',' or ';' or ':', ..]);
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

    /// <summary>
    /// What commands give, and what that holds, has a view or stands here: a part that is seen in the view of the whole, by its text. Give
    /// a new type a view, and this list a row only where the type is such a part.
    /// </summary>
    [Fact]
    public void Each_type_that_commands_give_has_a_view_or_is_seen_in_that_of_another()
    {
        HashSet<string> views = [.. Views().Select(v => v.Descendants("TypeName").Single().Value.Split('#')[0])];
        HashSet<Type> given = [];
        foreach (object? type in _host.Run("(Get-Command -Module ExchangeNamespace).OutputType.Type").Output)
        {
            Collect((Type)type!, given);
        }

        Assert.Empty(views.Except(given.Select(t => t.FullName!)));
        Assert.Equal(
            [
                "ExchangeNamespace.Emission.CommandParameter",
                "ExchangeNamespace.Emission.CommandValue",
                "ExchangeNamespace.Mail.Spf.SpfCost",
                "ExchangeNamespace.Mail.StartTls.AnonymousTlsPrediction",
                "ExchangeNamespace.Mail.StartTls.StoreCertificate",
                "ExchangeNamespace.Migration.ClientEffect",
                "ExchangeNamespace.Migration.MigrationAction",
                "ExchangeNamespace.Migration.MigrationCheck",
                "ExchangeNamespace.Migration.MigrationWait",
                "ExchangeNamespace.Model.AdditionalParameter",
                "ExchangeNamespace.Model.AlternativeName",
                "ExchangeNamespace.Model.CertificateFacts",
                "ExchangeNamespace.Model.ExchangeVersion",
                "ExchangeNamespace.Model.Fqdn",
                "ExchangeNamespace.Model.NameConstraint",
                "ExchangeNamespace.Model.OutlookProviderSetting",
                "ExchangeNamespace.Model.PlannedMail",
                "ExchangeNamespace.Model.PlannedZone",
                "ExchangeNamespace.Model.UrlSetting",
                "ExchangeNamespace.SplitDns.DnsViewAnswer",
                "ExchangeNamespace.State.CapturedOrganization",
                "ExchangeNamespace.Verdicts.CheckNotMade",
            ],
            given.Select(t => t.FullName!).Where(n => !views.Contains(n)).Order(StringComparer.Ordinal));
    }

    /// <summary>A column of a name that no object has is blank for ever, and shows no error.</summary>
    [Fact]
    public void Each_column_is_a_property_of_what_it_shows()
    {
        XElement[] views = Views();

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

    private static XElement[] Views() =>
    [
        .. Directory.GetFiles(Path.Combine(Path.GetDirectoryName(ModuleHost.FindManifest())!, "bin"), "*.Format.ps1xml")
            .SelectMany(f => XDocument.Load(f).Descendants("View")),
    ];

    /// <summary>A class of the module and those of its public properties, one by one or in lists.</summary>
    private static void Collect(Type type, HashSet<Type> into)
    {
        foreach (Type part in type.IsGenericType ? type.GetGenericArguments() : [type.GetElementType() ?? type])
        {
            if (part.IsGenericType)
            {
                Collect(part, into);
            }
            else if (part.IsClass && part.FullName!.StartsWith("ExchangeNamespace.", StringComparison.Ordinal) && into.Add(part))
            {
                Array.ForEach(part.GetProperties(), p => Collect(p.PropertyType, into));
            }
        }
    }

    private static string Words(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private string[] Print(string script)
    {
        Assert.Equal(0, _host.Print(Plan + script));
        Assert.Equal("", _messages.ToString());
        return _output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }
}
