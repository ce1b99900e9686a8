using System;
using System.Linq;
using Xunit;

namespace ExchangeNamespace.Check.Tests;

public sealed class PackageInstallerTests : IDisposable
{
    private readonly FakeMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public void Nothing_is_asked_for_where_everything_is_there()
    {
        Assert.Empty(PackageInstaller.Run(_machine, wanted: true));
        Assert.Empty(_machine.Calls);
    }

    [Fact]
    public void What_is_missing_is_installed_at_once()
    {
        _machine.Uninstall("nsd", "bind9");
        Assert.Empty(PackageInstaller.Run(_machine, wanted: true));
        Assert.Equal(2, _machine.Calls.Count);
        Assert.EndsWith("--no-install-recommends bind9 nsd", _machine.Calls[1], StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromMinutes(20), _machine.Limit);
    }

    [Fact]
    public void A_package_that_cannot_be_had_does_not_keep_the_others_away()
    {
        _machine.Uninstall("nsd", "bind9");
        _machine.Unavailable = ["bind9"];
        Assert.Equal(
            ["Could not be installed: bind9. Try: apt-get install --yes --no-install-recommends bind9"],
            PackageInstaller.Run(_machine, wanted: true));
        Assert.True(_machine.IsInstalled("nsd"));
        Assert.Equal("dpkg --configure -a", _machine.Calls[2]);
    }

    [Theory]
    [InlineData(false, true, "that needs root")]
    [InlineData(true, false, "--no-install was given")]
    public void What_may_not_be_installed_is_named_with_the_command(bool mayInstall, bool wanted, string reason)
    {
        _machine.MayInstall = mayInstall;
        _machine.Uninstall("nsd");
        Assert.Equal(
            [$"Not installed, because {reason}: nsd. As root: apt-get install --yes --no-install-recommends nsd"],
            PackageInstaller.Run(_machine, wanted));
        Assert.Empty(_machine.Calls);
    }

    [Fact]
    public void A_machine_that_is_not_Debian_is_told_what_tests_use()
    {
        _machine.IsDebian = false;
        _machine.MayInstall = false;
        string entry = PackageInstaller.Run(_machine, wanted: true).Single();
        Assert.All(DebianPackages.All, package => Assert.Contains(package.Name, entry, StringComparison.Ordinal));
        Assert.Empty(_machine.Calls);
    }
}
