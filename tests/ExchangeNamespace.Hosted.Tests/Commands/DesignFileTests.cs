using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>Get-NamespacePlan from a design file.</summary>
public sealed class DesignFileTests : CommandTest, IDisposable
{
    private const string Command = "GetNamespacePlanCommand";

    private const string Start = "param($Folder) [void] $ExecutionContext.SessionState.Path.SetLocation($Folder)\n";

    private const string Design =
        """
        {
          "schemaVersion": 1, "externalHost": "mail.contoso.com", "exchangeVersion": "2016", "dnsModel": "Split", "asOf": "2026-06-01",
          "smtpDomain": [ "contoso.com", "fabrikam.com" ], "serviceHost": { "OWA": { "internal": "in.contoso.com", "external": "out.contoso.com" } },
          "authentication": { "MAPI": [ "Ntlm", "Negotiate" ] }, "sslOffloading": false, "client": "Outlook2016", "externalIPAddress": "192.0.2.1",
          "site": [ { "name": "Zurich", "siteScope": [ "Zurich", "Bern" ] }, { "name": "Chur", "internetFacing": false, "internalHost": "chur.contoso.com", "siteScope": [ "Chur" ] } ],
          "server": [ { "name": "EX1", "site": "Zurich", "ipAddress": [ "10.0.0.1" ] }, { "fqdn": "ex2.corp.contoso.com", "site": "Chur", "version": "SE" } ]
        }
        """;

    /// <summary>The same design as parameters.</summary>
    private const string Same =
        """
        @{ Name = 'EX1'; Site = 'Zurich'; IPAddress = '10.0.0.1' }, @{ Fqdn = 'ex2.corp.contoso.com'; Site = 'Chur'; Version = 'SE' } |
            Get-NamespacePlan -ExternalHost mail.contoso.com -ExchangeVersion 2016 -DnsModel Split -AsOf 2026-06-01 -SmtpDomain contoso.com, fabrikam.com `
                -ServiceHost @{ OWA = @{ Internal = 'in.contoso.com'; External = 'out.contoso.com' } } -Authentication @{ MAPI = 'Ntlm', 'Negotiate' } -SslOffloading $false `
                -Client Outlook2016 -ExternalIPAddress 192.0.2.1 -WarningAction SilentlyContinue -Site @{ Name = 'Zurich'; SiteScope = 'Zurich', 'Bern' },
                @{ Name = 'Chur'; InternetFacing = $false; InternalHost = 'chur.contoso.com'; SiteScope = 'Chur' }
        """;

    private readonly TemporaryFolder _folder = new();

    void IDisposable.Dispose()
    {
        Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("-Path design.json")]
    [InlineData("-Path ./d*.json")]
    [InlineData("-Path \"$Folder/design.json\"")]
    [InlineData("-LiteralPath design.json")]
    public void A_design_and_the_same_parameters_give_the_same_plan(string path)
    {
        _folder.Write("design.json", Design);

        HostRun run = In(
            $"Get-NamespacePlan {path} -WarningAction SilentlyContinue | Export-NamespacePlan -Path file.json\n{Same} | Export-NamespacePlan -Path given.json\n"
            + "$plan = Import-NamespacePlan file.json; \"$($plan.Servers)\"; $plan.Sites[1].InternetFacing");

        Assert.Empty(run.Errors);
        Assert.Equal(["EX1 ex2", false], run.Output);
        Assert.Equal(File.ReadAllText(Path("given.json")), File.ReadAllText(Path("file.json")));
    }

    [Fact]
    public void The_documented_design_of_three_sites_is_read()
    {
        string example = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(ModuleHost.FindManifest())!, "docs", "examples", "three-sites.json");

        Assert.Equal(
            ["Zurich True", "NewYork True", "Singapore False", "ZRH-EX01 ZRH-EX02 NYC-EX01 SGP-EX01"],
            Lines("param($File) $plan = Get-NamespacePlan -Path $File -WarningAction SilentlyContinue; $plan.Sites | % { \"$($_.Name) $($_.InternetFacing)\" }; \"$($plan.Servers)\"", example));
    }

    [Theory]
    [InlineData("@{ Name = 'EX9'; Site = 'Zurich' } | Get-NamespacePlan -Path design.json")]
    [InlineData("Get-NamespacePlan @{ Name = 'EX9'; Site = 'Zurich' } -Path design.json")]
    public void Servers_of_the_command_join_those_of_the_file(string script)
    {
        _folder.Write("design.json", Design);

        HostRun run = In(script + " -WarningAction SilentlyContinue | % { \"$($_.Servers | % { $_.Name.ToUpperInvariant() })\" }");

        Assert.Empty(run.Errors);
        Assert.Equal(["EX1 EX2 EX9"], run.Output.Cast<string>().Select(s => string.Join(' ', s.Split(' ').Order(StringComparer.Ordinal))));
    }

    [Fact]
    public void The_measured_model_and_the_day_win_over_the_file()
    {
        _folder.Write("design.json", Design);

        HostRun run = In("[pscustomobject] @{ DnsModel = 'Pinpoint' } | Get-NamespacePlan -Path design.json -AsOf 2027-04-01 -WarningAction SilentlyContinue | % { \"$($_.DnsModel) $($_.AsOf.ToString('yyyy-MM-dd')) $($_.Servers)\" }");

        Assert.Empty(run.Errors);
        Assert.Equal(["Pinpoint 2027-04-01 EX1 ex2"], run.Output);
    }

    [Theory]
    [InlineData("{ \"schemaVersion\": 1, \"externalHost\": ", "JsonInvalid", null)]
    [InlineData("", "JsonInvalid", null)]
    [InlineData("[]", "*", "")]
    [InlineData("{ \"schemaVersion\": 2, \"externalHost\": \"mail.contoso.com\" }", "SchemaVersionUnsupported", "2")]
    [InlineData("{ \"externalHost\": \"mail.contoso.com\", \"server\": \"EX1\", \"exchangeVersion\": \"2016\" }", "*", "")]
    [InlineData("{ \"schemaVersion\": 1, \"exchangeVersion\": \"2016\", \"server\": \"EX1\" }", "MemberMissing", "")]
    [InlineData("{ \"schemaVersion\": 1, \"externalHost\": \"mail.contoso.com\", \"exchangeVersion\": \"2016\", \"server\": \"EX1\", \"externalHots\": \"x\" }", "MemberUnknown", "externalHots")]
    [InlineData("{ \"schemaVersion\": 1, \"externalHost\": \"mail.contoso.com\", \"ExternalHost\": \"x.contoso.com\", \"exchangeVersion\": \"2016\", \"server\": \"EX1\" }", "MemberDuplicate", "*")]
    [InlineData("{ \"schemaVersion\": 1, \"externalHost\": \"10.0.0.1\", \"exchangeVersion\": \"2016\", \"server\": \"EX1\" }", "IpAddressWhereHostExpected", "10.0.0.1")]
    [InlineData("{ \"schemaVersion\": 1, \"externalHost\": \"mail.contoso.com\", \"exchangeVersion\": \"2016\", \"server\": 5 }", "MemberWrongType", "5")]
    [InlineData("{ \"schemaVersion\": 1, \"externalHost\": \"mail.contoso.com\", \"exchangeVersion\": \"2016\" }", "ServerMissing", "")]
    [InlineData("{ \"schemaVersion\": 1, \"externalHost\": \"mail.contoso.com\", \"exchangeVersion\": \"2016\", \"server\": [] }", "ServerMissing", "")]
    [InlineData("{ \"schemaVersion\": 1, \"externalHost\": \"mail.contoso.com\", \"exchangeVersion\": \"2016\", \"server\": \"EX1\", \"reverseProxy\": \"Sideways\" }", "ValueNotListed", "Sideways")]
    public void A_file_that_is_no_design_is_refused_by_name_and_gives_no_plan(string text, string id, string? target)
    {
        _folder.Write("design.json", text);

        HostRun run = In("Get-NamespacePlan -Path design.json");

        ErrorRecord error = Assert.Single(run.Errors);
        Assert.EndsWith(",ExchangeNamespace.Cmdlets." + Command, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        if (id != "*")
        {
            Assert.StartsWith(id + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        }

        if (target is not (null or "*"))
        {
            Assert.Equal(target, error.TargetObject?.ToString() ?? string.Empty);
        }

        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("-Path none.json", "FileNotFound", ErrorCategory.ObjectNotFound, "none.json")]
    [InlineData("-Path n*.json", "FileNotFound", ErrorCategory.ObjectNotFound, "n*.json")]
    [InlineData("-LiteralPath none.json", "FileNotFound", ErrorCategory.ObjectNotFound, "none.json")]
    [InlineData("-LiteralPath *.json", "FileNotFound", ErrorCategory.ObjectNotFound, "*.json")]
    [InlineData("-Path *.json", "PathAmbiguous", ErrorCategory.InvalidArgument, "*.json")]
    [InlineData("-Path sub", "PathNotFileSystem", ErrorCategory.InvalidArgument, "sub")]
    [InlineData("-Path Variable:PID", "PathNotFileSystem", ErrorCategory.InvalidArgument, "Variable:PID")]
    [InlineData("-Path Nowhere:\\x.json", "PathNotFileSystem", ErrorCategory.InvalidArgument, "Nowhere:\\x.json")]
    [InlineData("-LiteralPath Variable:PID", "PathNotFileSystem", ErrorCategory.InvalidArgument, "Variable:PID")]
    public void A_path_that_names_no_file_is_refused(string path, string id, ErrorCategory category, string target)
    {
        _folder.Write("a.json", Design);
        _folder.Write("b.json", Design);
        Directory.CreateDirectory(Path("sub"));

        HostRun run = In("Get-NamespacePlan " + path);

        Assert.Equal(target, Fault(run, Command, id, category).TargetObject);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("Get-NamespacePlan -Path sub")]
    [InlineData("Get-NamespacePlan EX1 mail.contoso.com -ExchangeVersion SE 3>$null | Export-NamespacePlan sub")]
    public void A_folder_where_a_file_is_wanted_is_called_a_folder(string script)
    {
        Directory.CreateDirectory(Path("sub"));

        Assert.Contains("is a folder. Give the path of a file.", Assert.Single(In(script).Errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_design_that_is_nested_too_deep_names_its_file()
    {
        _folder.Write("deep.json", new string('[', 40));

        string message = Assert.Single(In("Get-NamespacePlan -Path deep.json").Errors).ToString();

        Assert.Contains("deep.json': The file has lists and objects more than 32 deep", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_with_wildcard_characters_is_reached_literally()
    {
        _folder.Write("d[1].json", Design);

        Assert.Equal(["EX1 ex2"], In("Get-NamespacePlan -LiteralPath 'd[1].json' -WarningAction SilentlyContinue | % { \"$($_.Servers)\" }").Output);
        Fault(In("Get-NamespacePlan -Path 'd[1].json'"), Command, "FileNotFound", ErrorCategory.ObjectNotFound);
    }

    private HostRun In(string script) => Run(Start + script, _folder.Path);

    private string Path(string name) => System.IO.Path.Combine(_folder.Path, name);
}
