using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Dns;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.Dns;

public class DnsScriptSetTests
{
    private static readonly DnsView[] Both = [DnsView.External, DnsView.Internal];

    [Theory]
    [InlineData(DnsScriptFormat.Bind, false)]
    [InlineData(DnsScriptFormat.Dnscmd, true)]
    [InlineData(DnsScriptFormat.DnsServer, true)]
    public void Two_views_are_for_several_servers_where_lines_are_run(DnsScriptFormat format, bool several)
    {
        Assert.Equal(several, Build(Both, format).IsForSeveralServers);
        Assert.False(Build([DnsView.Internal, DnsView.Internal], format).IsForSeveralServers);
    }

    [Fact]
    public void Files_say_the_view_where_there_are_two_and_the_zone_where_a_view_has_several()
    {
        Assert.Equal(["External", "External", "Internal"], Build(Both, DnsScriptFormat.Bind).Files.Select(f => f.NameParts[0]));
        Assert.Equal([2, 2, 1], Build(Both, DnsScriptFormat.Bind).Files.Select(f => f.NameParts.Count));
        Assert.Equal(["External", "Internal"], Build(Both, DnsScriptFormat.Dnscmd).Files.Select(f => string.Join('.', f.NameParts)));
        Assert.Equal([""], Build([DnsView.External], DnsScriptFormat.Dnscmd).Files.Select(f => string.Join('.', f.NameParts)));
        Assert.All(Build([DnsView.External], DnsScriptFormat.Bind).Files, f => Assert.Single(f.NameParts));
    }

    [Theory]
    [InlineData(DnsScriptFormat.Bind, false)]
    [InlineData(DnsScriptFormat.Dnscmd, false)]
    [InlineData(DnsScriptFormat.DnsServer, true)]
    public void Only_files_that_PowerShell_runs_have_a_frame(DnsScriptFormat format, bool framed)
    {
        DnsScriptFile file = Build([DnsView.External], format).Files.First();
        Assert.Equal(framed, file.Lines("9.8.7", new DateTime(2026, 6, 1)).Any(l => l.Contains("9.8.7", StringComparison.Ordinal)));
    }

    [Fact]
    public void Addresses_are_refused_for_two_views()
    {
        object address = new();
        List<InputFault> faults = [];
        DnsScriptSet set = DnsScriptSet.Build(DnsScripts.Article(), Both, v => Input(v, DnsScriptFormat.Bind), address, faults);
        InputFault fault = Assert.Single(faults);
        Assert.Equal((FaultIds.InputContradiction, "Address", address), (fault.Id, fault.Parameter, fault.Value));
        Assert.Empty(set.Files);
    }

    [Fact]
    public void What_is_wrong_for_each_view_is_told_once()
    {
        List<InputFault> faults = [];
        _ = DnsScriptSet.Build(
            DnsScripts.Article(), Both, v => new() { View = v, Format = DnsScriptFormat.Bind, Serial = -1 }, address: null, faults);
        Assert.Equal(FaultIds.ValueOutOfRange, Assert.Single(faults).Id);
    }

    private static DnsScriptSet Build(DnsView[] views, DnsScriptFormat format)
    {
        List<InputFault> faults = [];
        DnsScriptSet set = DnsScriptSet.Build(DnsScripts.Article(), views, v => Input(v, format), address: null, faults);
        Assert.Empty(faults);
        return set;
    }

    private static DnsScriptInput Input(DnsView view, DnsScriptFormat format) => new() { View = view, Format = format };
}
