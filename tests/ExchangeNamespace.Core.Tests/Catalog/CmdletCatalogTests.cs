using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ExchangeNamespace.Catalog;
using Xunit;

namespace ExchangeNamespace.Tests.Catalog;

public class CmdletCatalogTests
{
    [Fact]
    public void The_catalogue_holds_64_cmdlets_and_803_parameters()
    {
        Assert.Equal(64, CmdletCatalog.Default.Cmdlets.Count);
        Assert.Equal(803, CmdletCatalog.Default.Cmdlets.Sum(c => c.Parameters.Count));
    }

    [Theory]
    [InlineData("Set-UMVirtualDirectory", "2007SP3", null, true)]
    [InlineData("Set-UMVirtualDirectory", "2010", null, false)]
    [InlineData("set-umvirtualdirectory", "2007rtm", null, true)]
    [InlineData("Set-EcpVirtualDirectory", "2007SP3", null, false)]
    [InlineData("Set-MapiVirtualDirectory", "2013", null, true)]
    [InlineData("Set-MapiVirtualDirectory", "2013", 3, false)]
    [InlineData("Set-MapiVirtualDirectory", "2013", 4, true)]
    [InlineData("Set-MapiVirtualDirectory", "2016", 0, true)]
    [InlineData("Set-ClientAccessService", "2013", null, false)]
    [InlineData("Enable-OutlookAnywhere", "2013", null, false)]
    [InlineData("Get-Nothing", "SE", null, false)]
    public void A_cmdlet_exists_where_its_row_says_so(string name, string version, int? update, bool expected) =>
        Assert.Equal(expected, CmdletCatalog.Default.Exists(name, version, update));

    [Theory]
    [InlineData("2010", null, false)]
    [InlineData("2013", null, true)]
    [InlineData("2016", 22, true)]
    [InlineData("2016", 23, false)]
    [InlineData("2016", null, false)]
    [InlineData("2019", 11, true)]
    [InlineData("2019", 12, false)]
    [InlineData("SE", 0, false)]
    public void FileName_of_the_certificate_import_ends_with_the_first_half_of_2022(string version, int? update, bool expected)
    {
        CmdletEntry import = CmdletCatalog.Default.Find("Import-ExchangeCertificate")!;
        CmdletParameter fileName = import.FindParameter("filename")!;

        Assert.Equal(expected, import.ParametersFor(version, update).Contains(fileName));
        Assert.Equal(expected, import.ParameterSetsFor(version, update).Any(s => s.Name == "FileName"));
        Assert.Equal(expected, import.MembershipsFor(fileName, version, update).Any(m => m is { Set: "FileName", Mandatory: true }));
        Assert.Equal(
            expected,
            import.MembershipsFor(import.FindParameter("Password")!, version, update).Any(m => m.Set == "FileName"));
    }

    [Fact]
    public void Every_2007_takes_the_object_of_an_offline_address_book_directory_in_place_of_its_name()
    {
        CmdletEntry set = CmdletCatalog.Default.Find("Set-OabVirtualDirectory")!;

        Assert.All(["2007RTM", "2007SP1", "2007SP2", "2007SP3"], version =>
        {
            Assert.Equal(["Identity", "Instance"], set.ParameterSetsFor(version).Select(s => s.Name));
            Assert.Equal(["Instance"], set.MembershipsFor(set.FindParameter("Instance")!, version).Select(m => m.Set));
            Assert.Equal([("Identity", true)], set.MembershipsFor(set.FindParameter("Identity")!, version).Select(m => (m.Set, m.Mandatory)));
            Assert.Equal(["Identity", "Instance"], set.MembershipsFor(set.FindParameter("PollInterval")!, version).Select(m => m.Set));
        });
        Assert.DoesNotContain(set.ParametersFor("2010"), p => p.Name == "Instance");
    }

    [Fact]
    public void A_note_on_a_parameter_of_all_sets_needs_no_set_of_its_own()
    {
        CmdletEntry export = CmdletCatalog.Default.Find("Export-ExchangeCertificate")!;

        ParameterMembership membership = Assert.Single(export.MembershipsFor(export.FindParameter("FileName")!, "2019", 11));

        Assert.Equal("__All", membership.Set);
    }

    [Fact]
    public void Types_and_values_follow_the_version()
    {
        CmdletParameter context = CmdletCatalog.Default.Find("Test-OutlookWebServices")!.FindParameter("MonitoringContext")!;
        CmdletParameter services = CmdletCatalog.Default.Find("Enable-ExchangeCertificate")!.FindParameter("Services")!;

        Assert.Equal("Boolean", context.TypeFor("2010"));
        Assert.Equal("SwitchParameter", context.TypeFor("2013"));
        Assert.DoesNotContain("Federation", services.ValuesFor("2007SP3"));
        Assert.Contains("UMCallRouter", services.ValuesFor("SE"));
    }

    [Fact]
    public void Memberships_carry_mandatory_flag_and_position_of_the_version()
    {
        CmdletEntry cmdlet = CmdletCatalog.Default.Find("Set-OabVirtualDirectory")!;
        CmdletParameter identity = cmdlet.FindParameter("Identity")!;

        ParameterMembership old = Assert.Single(cmdlet.MembershipsFor(identity, "2007SP1"));
        ParameterMembership later = Assert.Single(cmdlet.MembershipsFor(identity, "2010"));

        Assert.Equal(("Identity", true, (int?)null), (old.Set, old.Mandatory, old.Position));
        Assert.Equal(("__All", true, (int?)1), (later.Set, later.Mandatory, later.Position));
    }

    [Fact]
    public void Every_membership_names_a_set_of_its_cmdlet_and_every_parameter_has_one_in_each_version()
    {
        foreach (CmdletEntry cmdlet in CmdletCatalog.Default.Cmdlets)
        {
            foreach (string version in cmdlet.Versions)
            {
                string[] sets = [.. cmdlet.ParameterSetsFor(version).Select(s => s.Name), "__All"];
                Assert.True(sets.Length > 1, cmdlet.Name + " has no set in " + version);
                foreach (CmdletParameter parameter in cmdlet.ParametersFor(version))
                {
                    IReadOnlyList<ParameterMembership> memberships = cmdlet.MembershipsFor(parameter, version);
                    Assert.True(memberships.Count > 0, cmdlet.Name + " -" + parameter.Name + " is in no set in " + version);
                    Assert.All(memberships, m => Assert.Contains(m.Set, sets));
                }
            }
        }
    }

    [Fact]
    public void An_unknown_version_key_is_an_error_that_lists_the_known_ones()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => CmdletCatalog.Default.Exists("Get-ExchangeServer", "2003"));

        Assert.Contains("2007RTM", error.Message);
    }

    [Theory]
    [InlineData("X\tSet-Thing\tSE")]
    [InlineData("P\tIdentity\tString\tSE")]
    public void A_row_out_of_place_is_an_error(string row) =>
        Assert.Throws<InvalidDataException>(() => new CmdletCatalog([row.Split('\t')]));

    [Fact]
    public void A_version_note_of_unknown_form_is_an_error() =>
        Assert.Throws<FormatException>(() => new CmdletCatalog([["C", "Set-Thing", "SE", "documented", "", "SE=sometimes"]]));

    [Fact]
    public void Ranges_and_single_keys_read_in_order() =>
        Assert.Equal(["2007RTM", "2010", "2013", "2016", "SE"], VersionKeys.Parse("2007RTM,2010..2016,SE"));
}
