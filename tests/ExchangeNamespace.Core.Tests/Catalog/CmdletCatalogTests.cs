using System.Collections.Generic;
using System.IO;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Catalog;

public class CmdletCatalogTests
{
    [Fact]
    public void The_catalogue_holds_80_cmdlets_and_905_parameters()
    {
        Assert.Equal(80, CmdletCatalog.Default.Cmdlets.Count);
        Assert.Equal(905, CmdletCatalog.Default.Cmdlets.Sum(c => c.Parameters.Count));
    }

    [Theory]
    [InlineData("Set-UMVirtualDirectory", "2007SP3", true)]
    [InlineData("Set-UMVirtualDirectory", "2010", false)]
    [InlineData("set-umvirtualdirectory", "2007RTM", true)]
    [InlineData("Set-EcpVirtualDirectory", "2007SP3", false)]
    [InlineData("Set-MapiVirtualDirectory", "2013", true)]
    [InlineData("Set-MapiVirtualDirectory", "2013RTM", false)]
    [InlineData("Set-MapiVirtualDirectory", "2013CU3", false)]
    [InlineData("Set-MapiVirtualDirectory", "15.0.775.41", false)]
    [InlineData("Set-MapiVirtualDirectory", "2013SP1", true)]
    [InlineData("Set-MapiVirtualDirectory", "2016RTM", true)]
    [InlineData("Set-ClientAccessService", "2013", false)]
    [InlineData("Enable-OutlookAnywhere", "2013", false)]
    [InlineData("Get-Nothing", "SE", false)]
    public void A_cmdlet_exists_where_its_row_says_so(string name, string version, bool expected) =>
        Assert.Equal(expected, CmdletCatalog.Default.Exists(name, VersionKeys.Read(version)));

    [Theory]
    [InlineData("2010", false, false)]
    [InlineData("2013", true, true)]
    [InlineData("2016", true, false)]
    [InlineData("2016CU22", true, true)]
    [InlineData("15.1.2375.37", true, true)]
    [InlineData("2016CU23", false, false)]
    [InlineData("2019CU11", true, true)]
    [InlineData("2019CU12", false, false)]
    [InlineData("SERTM", false, false)]
    public void FileName_of_the_certificate_import_ends_with_the_first_half_of_2022(string text, bool expected, bool inEachBuild)
    {
        ExchangeVersion version = VersionKeys.Read(text);
        CmdletEntry import = CmdletCatalog.Default.Find("Import-ExchangeCertificate")!;
        CmdletParameter fileName = import.FindParameter("filename")!;

        Assert.Equal(inEachBuild, fileName.Versions.ContainsAll(version));
        Assert.Equal(expected, import.ParametersFor(version).Contains(fileName));
        Assert.Equal(expected, import.ParameterSetsFor(version).Any(s => s.Name == "FileName"));
        Assert.Equal(expected, fileName.MembershipsFor(version).Any(m => m is { Set: "FileName", Mandatory: true }));
        Assert.Equal(expected, import.FindParameter("Password")!.MembershipsFor(version).Any(m => m.Set == "FileName"));
    }

    [Fact]
    public void Every_2007_takes_the_object_of_an_offline_address_book_directory_in_place_of_its_name()
    {
        CmdletEntry set = CmdletCatalog.Default.Find("Set-OabVirtualDirectory")!;

        Assert.All(["2007RTM", "2007SP1", "2007SP2", "2007SP3"], key =>
        {
            ExchangeVersion version = VersionKeys.Read(key);
            Assert.Equal(["Identity", "Instance"], set.ParameterSetsFor(version).Select(s => s.Name));
            Assert.Equal(["Instance"], set.FindParameter("Instance")!.MembershipsFor(version).Select(m => m.Set));
            Assert.Equal([("Identity", true)], set.FindParameter("Identity")!.MembershipsFor(version).Select(m => (m.Set, m.Mandatory)));
            Assert.Equal(["Identity", "Instance"], set.FindParameter("PollInterval")!.MembershipsFor(version).Select(m => m.Set));
        });
        Assert.DoesNotContain(set.ParametersFor(VersionKeys.Read("2010")), p => p.Name == "Instance");
    }

    [Fact]
    public void A_parameter_of_all_sets_needs_no_set_of_its_own()
    {
        CmdletParameter fileName = CmdletCatalog.Default.Find("Export-ExchangeCertificate")!.FindParameter("FileName")!;

        Assert.Equal("__All", Assert.Single(fileName.MembershipsFor(VersionKeys.Read("2019CU11"))).Set);
    }

    [Fact]
    public void Types_and_values_follow_the_version()
    {
        CmdletParameter context = CmdletCatalog.Default.Find("Test-OutlookWebServices")!.FindParameter("MonitoringContext")!;
        CmdletParameter services = CmdletCatalog.Default.Find("Enable-ExchangeCertificate")!.FindParameter("Services")!;

        Assert.Equal("Boolean", context.TypeFor(VersionKeys.Read("2010")));
        Assert.Equal("SwitchParameter", context.TypeFor(VersionKeys.Read("2013")));
        Assert.DoesNotContain("Federation", services.ValuesFor(VersionKeys.Read("2007SP3")));
        Assert.Contains("UMCallRouter", services.ValuesFor(VersionKeys.Read("SE")));
    }

    [Fact]
    public void Memberships_carry_mandatory_flag_and_position_of_the_version()
    {
        CmdletEntry cmdlet = CmdletCatalog.Default.Find("Set-OabVirtualDirectory")!;
        CmdletParameter identity = cmdlet.FindParameter("Identity")!;

        ParameterMembership old = Assert.Single(identity.MembershipsFor(VersionKeys.Read("2007SP1")));
        ParameterMembership later = Assert.Single(identity.MembershipsFor(VersionKeys.Read("2010")));

        Assert.Equal(("Identity", true, (int?)null), (old.Set, old.Mandatory, old.Position));
        Assert.Equal(("__All", true, (int?)1), (later.Set, later.Mandatory, later.Position));
    }

    [Fact]
    public void Every_membership_names_a_set_of_its_cmdlet_and_every_parameter_has_one_in_each_version()
    {
        foreach (CmdletEntry cmdlet in CmdletCatalog.Default.Cmdlets)
        {
            foreach (ExchangeVersion version in EveryLevel.Where(cmdlet.ExistsIn))
            {
                string[] sets = [.. cmdlet.ParameterSetsFor(version).Select(s => s.Name), "__All"];
                Assert.True(sets.Length > 1, cmdlet.Name + " has no set in " + version);
                foreach (CmdletParameter parameter in cmdlet.ParametersFor(version))
                {
                    IReadOnlyList<ParameterMembership> memberships = parameter.MembershipsFor(version);
                    Assert.True(memberships.Count > 0, cmdlet.Name + " -" + parameter.Name + " is in no set in " + version);
                    Assert.All(memberships, m => Assert.Contains(m.Set, sets));
                }
            }
        }
    }

    [Theory]
    [InlineData("X\tSet-Thing\tSE")]
    [InlineData("P\tIdentity\tString\tSE")]
    public void A_row_out_of_place_is_an_error(string row) =>
        Assert.Throws<InvalidDataException>(() => new CmdletCatalog([row.Split('\t')]));

    private static IEnumerable<ExchangeVersion> EveryLevel =>
        VersionKeys.All.SelectMany(VersionKeys.Levels).Select(r => VersionKeys.Read(r.Build.ToString()));
}
