using System;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Catalog;

/// <summary>What the script check knows beside the cmdlet table agrees with that table.</summary>
public class ScriptFactsTests
{
    public static TheoryData<string, string> Missing
    {
        get
        {
            TheoryData<string, string> missing = [];
            foreach (CmdletEntry cmdlet in CmdletCatalog.Default.Cmdlets.Where(c => c.Coverage.Length == 0))
            {
                foreach (string version in VersionKeys.All.Where(v => !cmdlet.ExistsIn(VersionKeys.Newest(v))))
                {
                    missing.Add(cmdlet.Name, version);
                }
            }

            return missing;
        }
    }

    [Theory]
    [MemberData(nameof(Missing))]
    public void A_version_that_lacks_a_cmdlet_has_advice_and_a_successor_only_where_it_has_that(string cmdlet, string version)
    {
        CmdletSuccessor? successor = CmdletSuccessors.Default.Find(cmdlet, VersionKeys.Newest(version));
        if (cmdlet.StartsWith("Test-", StringComparison.Ordinal))
        {
            return;
        }

        bool isRead = cmdlet is not ("Get-ClientAccessArray" or "Set-RpcClientAccess" or "Get-RpcClientAccess" or "New-RpcClientAccess");
        Assert.True(!isRead || successor is not null, cmdlet + " in " + version);
        Assert.True(successor?.Successor is not { } other || CmdletCatalog.Default.Exists(other, VersionKeys.Newest(version)), cmdlet + " in " + version);
        Assert.True(successor is null or { Advice.Length: > 0 });
    }

    [Theory]
    [InlineData("Enable-OutlookAnywhere", "ExternalAuthenticationMethod", "2007SP1", "ClientAuthenticationMethod")]
    [InlineData("Enable-OutlookAnywhere", "clientauthenticationmethod", "2007RTM", "ExternalAuthenticationMethod")]
    [InlineData("Set-OutlookAnywhere", "ClientAuthenticationMethod", "SE", "ExternalClientAuthenticationMethod")]
    [InlineData("New-ExchangeCertificate", "Path", "2010", null)]
    [InlineData("New-ExchangeCertificate", "Path", "2013", "RequestFile")]
    [InlineData("New-ExchangeCertificate", "Path", "2016", null)]
    [InlineData("New-ExchangeCertificate", "Path", "2016CU22", "RequestFile")]
    [InlineData("New-ExchangeCertificate", "Path", "2016CU23", null)]
    [InlineData("Import-ExchangeCertificate", "FileName", "2007SP3", "Path")]
    public void A_rename_is_known_only_where_every_build_has_the_other_name(string cmdlet, string parameter, string version, string? other) =>
        Assert.Equal(other, CmdletSuccessors.Default.FindRename(CmdletCatalog.Default.Find(cmdlet)!, parameter, VersionKeys.Read(version)));

    [Theory]
    [InlineData("Get-ChildItem", "1.0")]
    [InlineData("import-module", "2.0")]
    [InlineData("ConvertTo-Json", "3.0")]
    [InlineData("Get-FileHash", "4.0")]
    [InlineData("New-Guid", "5.0")]
    [InlineData("Get-ExchangeServer", null)]
    public void A_command_of_PowerShell_begins_with_a_version(string name, string? from) => Assert.Equal(from, ShellCommands.FindCommand(name)?.ToString());

    [Fact]
    public void No_command_of_Exchange_is_taken_for_one_of_PowerShell() =>
        Assert.DoesNotContain(CmdletCatalog.Default.Cmdlets, c => ShellCommands.FindCommand(c.Name) is not null);

    [Fact]
    public void Every_piece_of_the_language_has_a_version_and_words()
    {
        foreach (ShellFeature feature in Enum.GetValues<ShellFeature>())
        {
            Assert.InRange(ShellFeatures.From(feature), new Version(2, 0), new Version(7, 1));
            Assert.NotEmpty(ShellFeatures.Words(feature));
        }
    }

    [Fact]
    public void Every_product_has_a_shell() =>
        Assert.All(Enum.GetValues<ExchangeProduct>(), p => Assert.True(ShellVersions.Of(p).Lowest <= ShellVersions.Of(p).Highest));
}
