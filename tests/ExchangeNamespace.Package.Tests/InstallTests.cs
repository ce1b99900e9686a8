using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Xunit;

namespace ExchangeNamespace.Package;

/// <summary>The package as a user has it: published to a folder, installed by name into an empty home, used in a clean process.</summary>
public sealed class InstallTests(Installation installation) : IClassFixture<Installation>
{
    private const string MainJob =
        "Get-NamespacePlan -Path $env:EXN_DESIGN -WarningAction Ignore | Export-VirtualDirectoryScript | ForEach-Object { \"$_\" }";

    [Fact]
    public void It_imports_by_name_and_does_the_main_job()
    {
        string[] installed = installation.Run($"Import-Module ExchangeNamespace; (Get-Module ExchangeNamespace).ModuleBase; {MainJob}");
        string[] inPlace = installation.Run($"Import-Module '{Repository.At("ExchangeNamespace.psd1")}'; {MainJob}");

        Assert.StartsWith(installation.Home, installed[0], StringComparison.Ordinal);
        Assert.NotEmpty(inPlace);
        Assert.Equal(inPlace, installed[1..]);
    }

    [Fact]
    public void Every_file_of_the_package_arrives_as_it_was_made()
    {
        string module = Assert.Single(installation.Run("Import-Module ExchangeNamespace; (Get-Module ExchangeNamespace).ModuleBase"));
        string made = installation.Made;

        foreach (string file in Directory.GetFiles(made, "*", SearchOption.AllDirectories))
        {
            string name = Path.GetRelativePath(made, file);
            Assert.Equal((name, Convert.ToHexString(File.ReadAllBytes(file))),
                (name, Convert.ToHexString(File.ReadAllBytes(Path.Combine(module, name)))));
        }
    }

    [Fact]
    public void Help_is_there_and_leads_to_the_pages_of_the_repository()
    {
        string[] said = installation.Run("""
            Import-Module ExchangeNamespace
            (Get-Help Get-NamespacePlan).Synopsis
            if ((Get-Help about_ExchangeNamespace) -notmatch 'ABOUT_EXCHANGENAMESPACE') { throw 'the about topic is not found' }
            & mkfifo $env:EXN_BROWSER
            foreach ($command in 'Get-NamespacePlan', 'Test-SpfSender') {
                Get-Help $command -Online
                & cat $env:EXN_BROWSER
            }
            """);

        Assert.Equal(3, said.Length);
        Assert.NotEqual("", said[0]);
        Assert.All(said[1..], static link => Assert.True(File.Exists(PageOf(link)), link));
        Assert.EndsWith("docs/cmdlets/Test-SpfSender.md", said[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_command_has_its_page()
    {
        XNamespace command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
        XNamespace maml = "http://schemas.microsoft.com/maml/2004/10";
        string[] commands = installation.Run("Import-Module ExchangeNamespace; (Get-Command -Module ExchangeNamespace).Name");
        XDocument help = XDocument.Load(Path.Combine(installation.Made, "en-US", "ExchangeNamespace.dll-Help.xml"));

        Dictionary<string, string> links = help.Descendants(command + "command").ToDictionary(
            c => c.Element(command + "details")!.Element(command + "name")!.Value,
            c => c.Element(command + "relatedLinks")!.Descendants(maml + "uri").First().Value);

        Assert.Equal(commands.Order(StringComparer.Ordinal), links.Keys.Order(StringComparer.Ordinal));
        Assert.All(links, static link => Assert.Equal(Repository.At($"docs/cmdlets/{link.Key}.md"), PageOf(link.Value)));
        Assert.All(links, static link => Assert.True(File.Exists(PageOf(link.Value)), link.Value));
    }

    [Fact]
    public void A_gallery_sees_the_project_its_licence_and_what_it_is_about()
    {
        string[] said = installation.Run("""
            $found = Find-PSResource -Name ExchangeNamespace -Repository local
            $found.ProjectUri, $found.LicenseUri, $found.ReleaseNotes, ($found.Tags -join ' ') | ForEach-Object { "$_" }
            $m = Test-ModuleManifest (Join-Path (Get-Module -ListAvailable ExchangeNamespace).ModuleBase 'ExchangeNamespace.psd1')
            $m.ProjectUri, $m.LicenseUri, $m.ReleaseNotes | ForEach-Object { "$_" }
            """);

        Assert.Equal([Packages.Address, Packages.Address + "/blob/HEAD/LICENSE"], said[..2]);
        Assert.Contains("Exchange", said[3].Split(' '));
        Assert.Equal(said[..3], said[4..]);
    }

    private static string PageOf(string link)
    {
        Assert.StartsWith(Packages.Address + "/blob/HEAD/", link, StringComparison.Ordinal);
        return Repository.At(link[(Packages.Address.Length + "/blob/HEAD/".Length)..]);
    }
}
